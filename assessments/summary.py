"""Questions beside the answers given: to check before a result, or to show a clinician."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.course import Course, screen_url
from assessments.sheets import FEELING, MOVING, Sheet, item_sheet, question_sheet, safety_sheet
from posture.reasoning.knowledge import NOT_SURE, Answer
from posture.reasoning.safety import Screen


def parts(course: Course) -> list[dict[str, Any]]:
    """The parts of a check that have answers: a heading, and rows of question and answer."""
    shown = [
        {"heading": _("Safety"), "rows": list(safety_rows(course))},
        {"heading": _("How you feel"), "rows": list(question_rows(course, FEELING))},
        {"heading": _("How you stand"), "rows": list(question_rows(course, MOVING))},
    ]
    return [part for part in shown if part["rows"]]


def safety_rows(course: Course) -> Iterator[dict[str, Any]]:
    """One row for each safety screen answered."""
    for screen in course.screens:
        sheet = screen_sheet(course, screen)
        if sheet and (answer := course.answers.get(screen.slug)):
            yield row(course, sheet, answer, screen_url(course.assessment, screen))


def screen_sheet(course: Course, screen: Screen) -> Sheet | None:
    """The sheet that a safety screen shows."""
    if screen.item:
        return item_sheet(course.newest.number, screen.page, screen.item)
    return safety_sheet(course.newest.number, screen.page)


def question_rows(course: Course, part: int) -> Iterator[dict[str, Any]]:
    """One row for each question of a part that applies and is answered."""
    for slug in course.asked:
        sheet = question_sheet(course.edition.number, slug)
        answer = course.answers.get(slug)
        if sheet is not None and sheet.part == part and answer is not None:
            url = reverse("question", args=[course.assessment.pk, slug])
            yield row(course, sheet, answer, url)


def row(course: Course, sheet: Sheet, answer: Answer, change_url: str) -> dict[str, Any]:
    """A row of components/summary_list.html; only an open check offers to change it."""
    return {
        "question": sheet.question.short if sheet.question else sheet.heading,
        "answer": in_words(sheet, answer),
        "muted": answer == (NOT_SURE,),
        "change_url": change_url if course.assessment.is_open else "",
    }


def in_words(sheet: Sheet, answer: Answer) -> str:
    """An answer as the person saw it."""
    if isinstance(answer, int):
        return _("%(number)d of 10") % {"number": answer}
    labels = {option.value: str(option.label) for option in sheet.options + sheet.exclusive}
    for half in sheet.halves:
        for one in half.options + half.exclusive:
            labels[one.value] = f"{half.name}: {one.label}"
    return "; ".join(labels[value] for value in answer if value in labels)
