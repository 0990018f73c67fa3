"""Finding the visitor's own: what belongs to somebody else is not found."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from assessments.course import Course
from assessments.models import Assessment
from assessments.visitors import visitor


def own_assessment(request: HttpRequest, pk: UUID) -> Assessment:
    """The visitor's assessment, or 404."""
    return get_object_or_404(Assessment.objects.owned_by(visitor(request)), pk=pk)


def own_with_last(request: HttpRequest, pk: UUID) -> Assessment:
    """The same, read together with what came since."""
    return get_object_or_404(Assessment.objects.owned_by(visitor(request)).with_last(), pk=pk)


def own_with_plan(request: HttpRequest, pk: UUID) -> Assessment:
    """The same, read together with its plan where one is stored, and with what came since."""
    own = Assessment.objects.owned_by(visitor(request)).with_last().select_related("plan")
    return get_object_or_404(own, pk=pk)


def own_course(request: HttpRequest, pk: UUID) -> Course:
    """The visitor's assessment and where it stands now, or 404."""
    return Course(own_assessment(request, pk), timezone.now())
