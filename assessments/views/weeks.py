"""How a session felt, and the end of a week: asked, decided, and led onward."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessments import plans
from assessments.models import Assessment
from assessments.plans.forms import WeekForm
from assessments.plans.standing import Standing
from assessments.plans.weeks import week_page
from assessments.replies import bad_reply, kept_reply
from assessments.views.plans import changed_meanwhile, of_open_plan
from posture.reasoning.progress import Effort
from posture.site import SeeOther

TEMPLATE = "assessments/plan_week.html"


@never_cache
@require_POST
@of_open_plan
def felt(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Take how today's session felt; it can be said again."""
    assessment, told = standing.plan.assessment, request.POST.get("felt", "")
    if told not in list(Effort):
        return changed_meanwhile(request, assessment)
    try:
        plans.feel(assessment, Effort(told), day=standing.day)
    except plans.Missing:
        return changed_meanwhile(request, assessment)
    return SeeOther(reverse("plan", args=[assessment.pk]) + "#felt")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_open_plan
def week(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Ask how the week was, decide what comes next, and lead there."""
    if not standing.week:
        return redirect(standing.plan)
    number = len(standing.plan.weeks)
    if request.method != "POST":
        kept = kept_reply(request)
        form = WeekForm(kept.data if kept else None, number=number)
        return render(request, TEMPLATE, week_page(standing, form))
    form = WeekForm(request.POST, number=number)
    if not form.is_valid():
        return bad_reply(request, TEMPLATE, week_page(standing, form))
    return ended(request, standing.plan.assessment, form)


def ended(request: HttpRequest, assessment: Assessment, form: WeekForm) -> HttpResponse:
    """Decide, and lead to the plan, or to the questions about safety where they come first."""
    now, number = timezone.now(), form.cleaned_data["number"]
    day = timezone.localdate(now)
    try:
        begun = plans.end_week(assessment, form.said, number=number, at=now, day=day)
    except plans.Missing:
        return changed_meanwhile(request, assessment)
    return SeeOther(begun.onward if begun else reverse("plan", args=[assessment.pk]))
