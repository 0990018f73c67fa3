"""The plan of a finished check: shown, marked, changed."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessments import plans
from assessments.calendar import calendar as calendar_file
from assessments.models import Assessment
from assessments.plans.forms import CalendarForm, WishForm
from assessments.plans.standing import Standing
from assessments.plans.ways import Way
from assessments.views.owned import own_with_plan
from posture.reasoning.planning import WEEKS
from posture.site import SeeOther

TEMPLATE = "assessments/plan.html"
View = Callable[[HttpRequest, Assessment], HttpResponse]


def of_finished(view: View) -> Callable[..., HttpResponse]:
    """Give a view the visitor's own finished check; an unfinished one goes on instead."""

    @wraps(view)
    def found(request: HttpRequest, pk: UUID) -> HttpResponse:
        assessment = own_with_plan(request, pk)
        if not assessment.is_finished:
            return redirect("resume", pk)
        return view(request, assessment)

    return found


@never_cache
@require_safe
@of_finished
def plan(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Show today's session, and what the plan holds besides."""
    today = timezone.localdate()
    return render(request, TEMPLATE, plans.plan_page(plans.of(assessment, day=today), today))


@never_cache
@require_POST
@of_finished
def wish(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Make the plan anew for other minutes, days or equipment."""
    today, form = timezone.localdate(), WishForm(request.POST)
    if form.is_valid():
        plans.wish(assessment, form.wishes, day=today)
        messages.success(request, _("Your plan is made anew. What you have done is kept."))
    else:
        messages.error(request, _("Choose minutes and days from the lists. Nothing was changed."))
    return SeeOther(reverse("plan", args=[assessment.pk]))


@never_cache
@require_POST
@of_finished
def done(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Mark an exercise of today as done, or take that back."""
    exercise, today = request.POST.get("exercise", ""), timezone.localdate()
    try:
        plans.mark(assessment, exercise, day=today, done=request.POST.get("done") == "1")
    except plans.Missing:
        return changed_meanwhile(request, assessment)
    onward = "session" if request.POST.get("next") == "session" else "plan"
    return SeeOther(reverse(onward, args=[assessment.pk]) + f"#ex-{exercise}")


@never_cache
@require_POST
@of_finished
def way(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Take an exercise in another version, have it replaced, or take it as it is again."""
    exercise, today = request.POST.get("exercise", ""), timezone.localdate()
    asked = request.POST.get("way", "")
    before = names(assessment, today)
    try:
        taken = Way(asked) if asked else None
        plans.take(assessment, exercise, taken, day=today)
    except (ValueError, plans.Missing):
        return changed_meanwhile(request, assessment)
    if taken is not None and not taken.replaces:
        return SeeOther(reverse("plan", args=[assessment.pk]) + f"#ex-{exercise}")
    now = names(Assessment.objects.get(pk=assessment.pk), today)
    messages.success(request, _replaced(taken, before, now))
    return SeeOther(reverse("plan", args=[assessment.pk]))


def _replaced(taken: Way | None, before: frozenset[str], now: frozenset[str]) -> str:
    """What came of it. No exercise is named: a message may be kept in a cookie."""
    if taken is None:
        return _("It is as it was before.")
    if not now - before:
        return _("It is left out. No other exercise for its muscles fits you this week.")
    if taken == Way.HURTS:
        return _(
            "It is left out from now on. What comes instead is in the list. If it still hurts"
            " tomorrow, read below when to ask a clinician."
        )
    return _("It is left out from now on. What comes instead is in the list.")


def names(assessment: Assessment, day: date) -> frozenset[str]:
    """The exercises of this week."""
    week = Standing(plans.of(assessment, day=day), day).week
    return frozenset(item.exercise for item in week)


@never_cache
@require_POST
@of_finished
def look(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The person says that a clinician has looked; the exercises are theirs from then on."""
    now = timezone.now()
    plans.look(assessment, at=now, day=timezone.localdate(now))
    return SeeOther(reverse("plan", args=[assessment.pk]))


@never_cache
@require_POST
@of_finished
def calendar(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Give the chosen days as a calendar file; nothing of it is kept."""
    today, form = timezone.localdate(), CalendarForm(request.POST)
    standing = Standing(plans.of(assessment, day=today), today)
    if standing.held or not form.is_valid():
        for error in form.errors.values():
            messages.error(request, str(error[0]))
        return SeeOther(reverse("plan", args=[assessment.pk]) + "#calendar")
    told = form.cleaned_data
    weeks = max(1, WEEKS + 1 - standing.plan.week)
    file = calendar_file(frozenset(told["days"]), told["at"], standing.minutes, weeks, today)
    headers = {"Content-Disposition": 'attachment; filename="exercises.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def changed_meanwhile(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Lead to the plan as it is now: what was asked for is not in it any more."""
    messages.info(request, _("Your plan has changed meanwhile. This is how it is now."))
    return SeeOther(reverse("plan", args=[assessment.pk]))
