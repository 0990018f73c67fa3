"""The pages that everybody may read: the first page, the library, and the pages of text."""

from collections.abc import Mapping
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from posture.catalogue import editions, library
from posture.catalogue.forms import ExerciseFilter, MuscleFilter

Found = TypeVar("Found")


def released(records: Mapping[str, Found], slug: str) -> Found:
    """The record of this name in the edition of now; no other has a page."""
    if slug not in records:
        raise Http404
    return records[slug]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    edition = editions.current()
    return render(request, "home.html", library.first_page(edition))


# Library


@require_safe
def imbalances(request: HttpRequest) -> HttpResponse:
    edition = editions.current()
    return render(request, "catalogue/imbalances.html", library.imbalance_index(edition))


@require_safe
def imbalance(request: HttpRequest, slug: str) -> HttpResponse:
    """One imbalance; `?film=1` sets its figure moving."""
    edition = editions.current()
    record = released(edition.imbalances, slug)
    page = library.imbalance_page(edition, record, film="film" in request.GET)
    return render(request, "catalogue/imbalance.html", page)


@require_safe
def muscles(request: HttpRequest) -> HttpResponse:
    """All muscles by region, or those that a name or a region is asked for."""
    edition = editions.current()
    form = MuscleFilter(request.GET or None)  # nothing asked for: nothing to clean
    return render(request, "catalogue/muscles.html", library.muscle_index(edition, form))


@require_safe
def muscle(request: HttpRequest, slug: str) -> HttpResponse:
    edition = editions.current()
    record = released(edition.muscles, slug)
    return render(request, "catalogue/muscle.html", library.muscle_page(edition, record))


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """All exercises by muscle, or those that a muscle, kind, place, level or thing is asked for."""
    edition = editions.current()
    muscles = library.muscles_with_exercises(edition)
    form = ExerciseFilter(request.GET or None, muscles=muscles)
    return render(request, "catalogue/exercises.html", library.exercise_index(edition, form))


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """How many exercises are left for each muscle in common situations."""
    page = library.coverage_page(editions.current())
    return render(request, "catalogue/coverage.html", page)


@require_safe
def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    edition = editions.current()
    record = released(edition.exercises, slug)
    return render(request, "catalogue/exercise.html", library.exercise_page(edition, record))


# Text


@require_safe
def evidence(request: HttpRequest) -> HttpResponse:
    page = library.evidence_page(editions.current())
    return render(request, "pages/evidence.html", page)


@require_safe
def accuracy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accuracy.html", library.accuracy_page())


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@require_safe
def help(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.html")
