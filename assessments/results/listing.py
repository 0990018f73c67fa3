"""A result as a row of the history, and all answers before there is a result."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments import summary
from assessments.course import Course
from assessments.models import Assessment
from assessments.results import reasons, words
from assessments.results.frozen import Frozen


def answers_page(course: Course) -> dict[str, Any]:
    """What the page of all answers prints before the check is finished."""
    pk = course.assessment.pk
    last = course.asked[-1]
    return {
        "assessment": course.assessment,
        "parts": summary.parts(course),
        "settled": course.settled,
        "back_url": reverse("question", args=[pk, last]),
        "save_url": reverse("save", args=[pk]),
        "forget_url": reverse("forget"),
    }


def answered_page(assessment: Assessment) -> dict[str, Any]:
    """What the page of all answers prints once there is a result."""
    pk = assessment.pk
    return {
        "assessment": assessment,
        "rows": reasons.answers(Frozen(assessment)),
        "back_url": reverse("result", args=[pk]),
        "forget_url": reverse("forget"),
    }


def history_row(assessment: Assessment) -> dict[str, Any]:
    """A finished check in the history: its day, what was found, and where to see or delete it."""
    frozen = Frozen(assessment)
    found = frozen.conclusion.found
    finished = day(assessment)
    return {
        "url": assessment.get_absolute_url(),
        "day": finished,
        "which": _("the check of %(day)s") % {"day": finished},
        "findings": "; ".join(words.name(frozen, one) for one in found) or words.heading(frozen),
        "plan_url": reverse("plan", args=[assessment.pk]),
        "delete_url": reverse("delete_check", args=[assessment.pk]),
    }


def day(assessment: Assessment) -> str:
    """The day on which a check was finished."""
    assert assessment.finished_at is not None, "only a finished check has a result"
    return date_format(localtime(assessment.finished_at))
