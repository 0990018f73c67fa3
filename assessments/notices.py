"""What a person is told around the safety screen: why it comes again, and what it leaves out."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from assessments.course import Course
from posture.catalogue.editions import PublishedEdition
from posture.reasoning.knowledge import Level
from posture.reasoning.safety import Raised


def above(course: Course, slug: str) -> dict[str, Any] | None:
    """The notice above a step, if there is one."""
    return asked_again(course, slug) or before_questions(course, slug)


def asked_again(course: Course, slug: str) -> dict[str, Any] | None:
    """The notice above the first safety page, when other answers are there already."""
    questions = course.edition.knowledge.question
    first = slug == course.newest.knowledge.pages[0].slug and slug not in course.answers
    if not first or questions.keys().isdisjoint(course.assessment.answers):
        return None
    return {
        "heading": _("The questions about safety, once more"),
        "text": _(
            "We ask them again when some days have passed, when pain is stronger than before, or"
            " when they have changed. All your other answers are kept."
        ),
    }


def before_questions(course: Course, slug: str) -> dict[str, Any] | None:
    """The notice above the first question: what was said, and what it leaves out."""
    level = course.screening.level
    if level not in _WORDS or not course.asked or slug != course.asked[0]:
        return None
    return {
        **_WORDS[level](),
        "told": list(told(course.newest, course.screening.reasons)),
    }


def told(edition: PublishedEdition, raised: tuple[Raised, ...]) -> Iterator[str]:
    """What the person said, in the words they ticked."""
    for one in raised:
        line = edition.safety_text(one.slug)
        if one.unsure:
            yield _("You were not sure: %(line)s") % {"line": line}
        elif line:
            yield line


def _soon() -> dict[str, str]:
    return {
        "heading": _("Have this looked at by a clinician soon"),
        "text": _(
            "You can go on and see your result. We leave out the self-tests, and exercises wait"
            " until a clinician has looked."
        ),
    }


def _caution() -> dict[str, str]:
    return {
        "heading": _("You can go on, with some care"),
        "text": _("We leave out what may not suit you. Stop any test that hurts."),
    }


_WORDS = {Level.SOON: _soon, Level.CAUTION: _caution}
