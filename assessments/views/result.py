"""The result of a finished check, as it was frozen."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments import results
from assessments.views.owned import own_course
from posture import countries


@never_cache
@require_safe
def result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what the answers fit, why, and what is not known; an open check goes on instead."""
    course = own_course(request, pk)
    if not course.assessment.is_finished:
        return redirect(course.onward)
    pattern, film = request.GET.get("pattern", ""), "film" in request.GET
    number = countries.number(countries.chosen(request))
    page = results.result_page(course.assessment, pattern, film=film, number=number)
    return render(request, "assessments/result.html", page)
