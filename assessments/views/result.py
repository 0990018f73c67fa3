"""The result of a finished check, as it was frozen."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments import results
from assessments.course import Course
from assessments.views.owned import own_with_last
from posture import countries


@never_cache
@require_safe
def result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what the answers fit, why, and what is not known; an open check goes on instead."""
    assessment = own_with_last(request, pk)
    if not assessment.is_finished:
        return redirect(Course(assessment, timezone.now()).onward)
    pattern, film = request.GET.get("pattern", ""), "film" in request.GET
    number = countries.number(countries.chosen(request))
    page = results.result_page(assessment, pattern, film=film, number=number)
    return render(request, "assessments/result.html", page)
