"""The words of a stop page: the action first, then why, in what the person told us."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments import summary
from assessments.course import Course
from posture.catalogue.editions import PublishedEdition
from posture.reasoning.knowledge import Level
from posture.reasoning.safety import Raised


def page(course: Course, told: Sequence[Raised]) -> dict[str, Any]:
    """What the stop page prints; `told` is what stopped it, while that is known."""
    assessment = course.assessment
    level = course.stopped_at
    assert level, "only a check that stops has this page"
    words = _WORDS[level]()
    kept = level == Level.SAME_DAY
    return {
        **words,
        "level": _SHOWN[level],
        "reasons": [*reasons(course.newest, told or course.screening.reasons), words["action"]],
        "said": summary.parts(course) if kept else (),
        "concerns": list(concerns(course)) if kept else (),
        "mistake_url": reverse("mistake", args=[assessment.pk]),
        "forget_url": reverse("forget"),
        "paused": _("Your check stopped here on %(day)s. There is no result and no plan.")
        % {"day": date_format(localtime(assessment.changed_at))},
    }


def reasons(edition: PublishedEdition, told: Sequence[Raised]) -> Iterator[str]:
    """What the person told us, each with what to do or say, and why."""
    for raised in told:
        line = edition.safety_text(raised.slug)
        if raised.slug in edition.escalations:
            yield line
        elif raised.unsure:
            yield _("You were not sure: %(line)s.") % {"line": line}
        elif line:
            yield _("You told us: %(line)s.") % {"line": line}
        if flag := edition.red_flags.get(raised.slug):
            yield flag.advice


def concerns(course: Course) -> Iterator[str]:
    """What a clinician will want to rule out, for a summary to show to them."""
    flags = course.newest.red_flags
    return (flags[one.slug].concern for one in course.screening.reasons if one.slug in flags)


def _emergency() -> dict[str, Any]:
    return {
        "heading": _("Get emergency help now"),
        "action": _(
            "Call emergency services or go to an emergency department now. Do not drive yourself."
        ),
        "say": _("Say what you told us, when it began, and that you have back, neck or hip pain."),
        "until": [
            _("Do not do exercises or tests."),
            _("Stay with somebody, if you can."),
            _("If you get worse, call again."),
        ],
    }


def _same_day() -> dict[str, Any]:
    return {
        "heading": _("Get medical advice today"),
        "action": _("Contact your doctor's urgent line or a telephone health service today."),
        "say": _("Read out what you told us. It is listed below, and you can print it."),
        "until": [
            _("Do not do exercises or tests."),
            _("If you get worse, or feel very unwell, get emergency help."),
        ],
    }


def _under_age() -> dict[str, Any]:
    return {
        "heading": _("This check is for people aged 16 and over"),
        "action": _(
            "Back or neck pain in somebody younger is for a doctor or physiotherapist to look at."
        ),
        "say": "",
        "until": [
            _("Tell an adult you trust about the pain."),
            _("Ask them to book a visit to a doctor or physiotherapist with you."),
        ],
    }


_SHOWN = {Level.EMERGENCY: "emergency", Level.SAME_DAY: "urgent", Level.UNDER_AGE: "notice"}
_WORDS = {
    Level.EMERGENCY: _emergency,
    Level.SAME_DAY: _same_day,
    Level.UNDER_AGE: _under_age,
}
