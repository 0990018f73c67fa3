"""Finding the visitor's own: what belongs to somebody else is not found."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from assessments.course import Course
from assessments.models import Assessment, AssessmentQuerySet
from assessments.visitors import visitor


def own_assessment(
    request: HttpRequest, pk: UUID, among: AssessmentQuerySet | None = None
) -> Assessment:
    """The visitor's assessment, or 404."""
    assessments = Assessment.objects.all() if among is None else among
    return get_object_or_404(assessments.owned_by(visitor(request)), pk=pk)


def own_course(request: HttpRequest, pk: UUID) -> Course:
    """The visitor's assessment and where it stands now, or 404."""
    return Course(own_assessment(request, pk), timezone.now())


def own_result(request: HttpRequest, pk: UUID) -> Course:
    """The same, knowing of a check that changed it and was stopped."""
    return Course(own_assessment(request, pk, Assessment.objects.with_later_stop()), timezone.now())
