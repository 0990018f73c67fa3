"""The plan of a finished check: shown, marked, changed."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from assessments import plans
from assessments.calendar import calendar as calendar_file
from assessments.models import Assessment
from assessments.plans.closing import Why, closed
from assessments.plans.forms import CalendarForm, WishForm
from assessments.plans.session import WARM_UP
from assessments.plans.standing import Standing
from assessments.plans.ways import Way
from assessments.replies import HtmxRequest, keep_reply, kept_reply
from assessments.views.owned import own_with_plan
from posture.reasoning.planning import WEEKS
from posture.site import SeeOther

TEMPLATE = "assessments/plan.html"
View = Callable[[HttpRequest, Assessment], HttpResponse]
PlanView = Callable[[HttpRequest, Standing], HttpResponse]


def of_finished(view: View) -> Callable[..., HttpResponse]:
    """Give a view the visitor's own finished check; an unfinished one goes on instead."""

    @wraps(view)
    def found(request: HttpRequest, pk: UUID) -> HttpResponse:
        assessment = own_with_plan(request, pk)
        if not assessment.is_finished:
            return redirect("resume", pk)
        return view(request, assessment)

    return found


def of_open_plan(view: PlanView) -> Callable[..., HttpResponse]:
    """Give a view a plan that may be followed; one that is closed is shown instead, with why."""

    @of_finished
    @wraps(view)
    def found(request: HttpRequest, assessment: Assessment) -> HttpResponse:
        standing = standing_today(assessment)
        if not closed(standing):
            return view(request, standing)
        if request.method == "POST":
            return changed_meanwhile(request, assessment)
        return redirect(standing.plan)

    return found


def standing_today(assessment: Assessment) -> Standing:
    """Its plan, as it stands today."""
    today = timezone.localdate()
    return Standing(plans.of(assessment, day=today), today)


@never_cache
@require_safe
@of_finished
def plan(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Show today's session, and what the plan holds besides."""
    today, kept = timezone.localdate(), kept_reply(request)
    calendar = CalendarForm(kept.data) if kept else None
    page = plans.plan_page(plans.of(assessment, day=today), today, calendar)
    return render(request, TEMPLATE, page)


@never_cache
@require_POST
@of_open_plan
def wish(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Make the plan anew for other minutes, days or equipment."""
    form = WishForm(request.POST)
    if form.is_valid():
        plans.wish(standing.plan.assessment, form.wishes, day=standing.day)
        messages.success(request, _("Your plan is made anew. What you have done is kept."))
    else:
        messages.error(request, _("Choose minutes and days from the lists. Nothing was changed."))
    return SeeOther(standing.plan.get_absolute_url())


@never_cache
@require_POST
@of_open_plan
def done(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Mark an exercise of today as done, or take that back."""
    assessment, exercise = standing.plan.assessment, request.POST.get("exercise", "")
    try:
        plans.mark(assessment, exercise, day=standing.day, done=request.POST.get("done") == "1")
    except plans.Missing:
        return changed_meanwhile(request, assessment)
    onward = "session" if request.POST.get("next") == "session" else "plan"
    return SeeOther(reverse(onward, args=[assessment.pk]) + f"#ex-{exercise}")


@never_cache
@require_POST
@of_open_plan
def way(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Take an exercise in another version, have it replaced, or take it as it is again."""
    assessment, today = standing.plan.assessment, standing.day
    exercise = request.POST.get("exercise", "")
    asked = request.POST.get("way", "")
    before = names(assessment, today)
    try:
        taken = Way(asked) if asked else None
        plans.take(assessment, exercise, taken, day=today)
    except (ValueError, plans.Missing):
        return changed_meanwhile(request, assessment)
    if taken is not None and not taken.replaces:
        return SeeOther(reverse("plan", args=[assessment.pk]) + f"#ex-{exercise}")
    messages.success(request, _replaced(taken, before, names(assessment, today)))
    return SeeOther(reverse("plan", args=[assessment.pk]))


def _replaced(taken: Way | None, before: frozenset[str], now: frozenset[str]) -> str:
    """What came of it. No exercise is named: a message waits in the session."""
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
    """The person says that a clinician has looked, where the plan waits for nothing else."""
    standing = standing_today(assessment)
    if closed(standing) == Why.HELD:
        plans.look(assessment, at=timezone.now(), day=standing.day)
    return SeeOther(reverse("plan", args=[assessment.pk]))


@never_cache
@require_POST
@of_open_plan
def calendar(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Give the chosen days as a calendar file; nothing of it is kept once that is done."""
    form, page = CalendarForm(request.POST), standing.plan.get_absolute_url()
    if not standing.week:
        return changed_meanwhile(request, standing.plan.assessment)
    if not form.is_valid():
        keep_reply(request, form, page)
        return SeeOther(page)
    told = form.cleaned_data
    weeks = max(1, WEEKS + 1 - standing.plan.week)
    days, minutes = frozenset(told["days"]), WARM_UP.seconds // 60 + standing.most_minutes
    file = calendar_file(days, told["at"], minutes, weeks, standing.day)
    headers = {"Content-Disposition": 'attachment; filename="exercises.ics"'}
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def changed_meanwhile(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Lead to the plan as it is now: what was asked for is not in it any more.

    htmx, which would swap only a part that may be gone, is sent there for the whole page.
    """
    messages.info(request, _("Your plan has changed meanwhile. This is how it is now."))
    page = reverse("plan", args=[assessment.pk])
    htmx = cast(HtmxRequest, request).htmx
    return HttpResponseClientRedirect(page) if htmx else SeeOther(page)
