"""A whole check walked with answers that are known beforehand, through a visitor's own steps."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import QueryDict

from assessments import actions
from assessments.course import MODE, Course
from assessments.forms import ReplyForm
from assessments.sheets import Sheet, item_sheet, question_sheet, safety_sheet
from assessments.visitors import Visitor
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.sides import on_side
from posture.reasoning.knowledge import NO, NONE, NOT_SURE, YES, Answer

BROWSER = "walk"
Said = Mapping[str, Any]  # by the slug of a question, safety page, red flag or condition


class Unusable(Exception):  # noqa: N818 - a state of a person's answers
    """Answers that the check would not take."""


def walk(answers: Said, at: datetime, *, mode: str) -> Course:
    """A whole check with these answers; whatever it stores is taken back."""
    with transaction.atomic():
        course = Course(actions.start(Visitor(key=BROWSER), at=at), at)
        course = through(course, {MODE: mode, **answers})
        transaction.set_rollback(True)
    return course


def through(course: Course, answers: Said) -> Course:
    """Answer all that is asked, and finish; what is left out is "none" or "not sure".

    Safety is answered by its pages, or by red flags and conditions as yes, no or not sure.
    """
    _known(course, answers)
    while step := _step(course, answers):
        slug, sheet, said = step
        course = actions.reply(course, slug=slug, answer=_reply(slug, sheet, said))
    if course.complete:
        actions.finish(course)
    return course


def _known(course: Course, answers: Said) -> None:
    edition = course.newest
    known = (edition.questions, edition.safety_pages, edition.red_flags, edition.conditions)
    strange = [slug for slug in answers if not any(slug in listed for listed in known)]
    if strange:
        raise Unusable(f"the check asks nothing called {', '.join(strange)}")


def _step(course: Course, answers: Said) -> tuple[str, Sheet | None, Any] | None:
    """The next step: its slug, what it shows, and what is said there."""
    if course.assessment.is_stopped:
        return None
    number = course.newest.number
    if screen := course.next_screen:
        if screen.item:
            sheet = item_sheet(number, screen.page, screen.item)
            return screen.item, sheet, answers.get(screen.item, NO)
        said = answers.get(screen.page, _ticked(course.newest, screen.page, answers))
        return screen.page, safety_sheet(number, screen.page), said
    if slug := course.next_question:
        sheet = question_sheet(course.edition.number, slug)
        return slug, sheet, answers.get(slug, NOT_SURE)
    return None


def _ticked(edition: PublishedEdition, page: str, answers: Said) -> Any:
    """What is ticked on a safety page by somebody who speaks of its items one by one."""
    said = {item.slug: answers.get(item.slug) for item in edition.items_of(page)}
    if NOT_SURE in said.values():
        return NOT_SURE
    ticked = [slug for slug, told in said.items() if told == YES]
    for told in said.values():
        ticked += told if isinstance(told, list) else ()
    return ticked or NONE


def _reply(slug: str, sheet: Sheet | None, said: Any) -> Answer:
    """What the form of the step makes of an answer; a side that is left out is not known.

    Nor is an age that is left out, though a visitor must tell it.
    """
    assert sheet is not None, "the check asks what its edition has"
    values = [str(value) for value in (said if isinstance(said, list) else [said])]
    if values == [NOT_SURE]:
        return (NOT_SURE,)
    if sheet.halves and sheet.alone.isdisjoint(values):
        silent = [half for half in sheet.halves if not {*half.values} & {*values}]
        values += [on_side(half.side, NOT_SURE) for half in silent]
    data = QueryDict(mutable=True)
    data.setlist("answer", values)
    form = ReplyForm(data, sheet=sheet)
    if not form.is_valid():
        raise Unusable(f"{slug}: {' '.join(form.messages)}")
    answer: Answer = form.cleaned_data["answer"]
    return answer
