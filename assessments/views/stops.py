"""Stopping: what to do now, and going back after a mistake."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from assessments import actions, stopping
from assessments.course import Course
from assessments.replies import HtmxRequest, has_session
from assessments.views.owned import own_course
from posture.reasoning.safety import Raised
from posture.site import SeeOther

REASONS = "stop_reasons"


def remember_reasons(request: HttpRequest, course: Course) -> None:
    """Carry the reasons to the stop page once: of an emergency nothing but the stop is stored."""
    reasons = [(raised.slug, raised.unsure) for raised in course.screening.reasons]
    request.session[REASONS] = {str(course.assessment.pk): reasons}


@never_cache
@require_safe
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What to do now, with the reason in the person's words; no result.

    htmx, which swaps only #page, is sent here again for the whole page: its header offers no
    saving for later. The reasons, which are told once, wait for that.
    """
    course = own_course(request, pk)
    if not course.stopped_at:
        return redirect(course.onward)
    if cast(HtmxRequest, request).htmx:
        return HttpResponseClientRedirect(request.path)
    carried = request.session.pop(REASONS, {}) if has_session(request) else {}
    told = [Raised(slug, course.stopped_at, unsure) for slug, unsure in carried.get(str(pk), ())]
    return render(request, "assessments/stop.html", stopping.page(course, told))


@never_cache
@require_POST
def mistake(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin the safety screen again, for a person who answered by mistake."""
    course = own_course(request, pk)
    if course.stopped_at:
        actions.restart(course)
    return SeeOther(own_course(request, pk).onward)
