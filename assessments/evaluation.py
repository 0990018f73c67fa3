"""How often the check is right for people whose truth is known, walked through its own steps."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from django.db import transaction
from django.http import QueryDict

from assessments import actions
from assessments.course import Course
from assessments.forms import ReplyForm
from assessments.results.frozen import Frozen
from assessments.sheets import Sheet, item_sheet, question_sheet, safety_sheet
from assessments.visitors import Visitor
from posture.reasoning.knowledge import NO, NONE, NOT_SURE, Answer, Level

BROWSER = "evaluation"
Z = 1.959964  # of a 95 % interval

TRIAGE = {
    Level.EMERGENCY: "emergency",
    Level.SAME_DAY: "urgent",
    Level.SOON: "see-clinician",
    Level.UNDER_AGE: "see-clinician",
    Level.CAUTION: "self-care",
    None: "self-care",
}
ORDER = ("emergency", "urgent", "see-clinician", "self-care")


class Unusable(Exception):  # noqa: N818 - a state of a person's answers
    """Answers that the check would not take."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is true of somebody. `side` is that of a high hip; `labels` count if `scored`."""

    id: str
    labels: frozenset[str]
    side: str
    triage: str
    also_right: frozenset[str]
    scored: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the check said to a person; `found` maps imbalances to sides."""

    person: Person
    found: Mapping[str, str]
    triage: str
    asked: int

    @property
    def set_right(self) -> bool:
        return frozenset(self.found) == self.person.labels

    @property
    def side_right(self) -> bool:
        return self.found.get("high-hip") == self.person.side

    @property
    def triage_right(self) -> bool:
        return self.triage in {self.person.triage, *self.person.also_right}


# Reading


def person(table: Mapping[str, Any]) -> Person:
    """A line of the file of people."""
    return Person(
        id=str(table["id"]),
        labels=frozenset(table["labels"]),
        side=table.get("side") or "",
        triage=table["triage"],
        also_right=frozenset(table.get("triage_also_ok") or ()),
        scored=table.get("labels_scored", True),
    )


# Walking


def walk(answers: Mapping[str, Any], at: datetime) -> Course:
    """A whole check with these answers; whatever it stores is taken back."""
    with transaction.atomic():
        course = through(Course(actions.start(Visitor(key=BROWSER), at=at), at), answers)
        transaction.set_rollback(True)
    return course


def through(course: Course, answers: Mapping[str, Any]) -> Course:
    """Answer all that is asked, and finish; what is left out is "none" or "not sure"."""
    _known(course, answers)
    while step := _step(course):
        slug, sheet, silent = step
        course = actions.reply(
            course, slug=slug, answer=_reply(slug, sheet, answers.get(slug, silent))
        )
    if course.complete:
        actions.finish(course)
    return course


def _known(course: Course, answers: Mapping[str, Any]) -> None:
    edition = course.newest
    known = (edition.questions, edition.safety_pages, edition.red_flags, edition.conditions)
    strange = [slug for slug in answers if not any(slug in listed for listed in known)]
    if strange:
        raise Unusable(f"the check asks nothing called {', '.join(strange)}")


def _step(course: Course) -> tuple[str, Sheet | None, str] | None:
    """The next step: its slug, what it shows, and what somebody says who says nothing about it."""
    if course.assessment.is_stopped:
        return None
    number = course.newest.number
    if screen := course.next_screen:
        if screen.item:
            return screen.item, item_sheet(number, screen.page, screen.item), NO
        return screen.page, safety_sheet(number, screen.page), NONE
    if slug := course.next_question:
        return slug, question_sheet(course.edition.number, slug), NOT_SURE
    return None


def _reply(slug: str, sheet: Sheet | None, said: Any) -> Answer:
    """What the form of the step makes of an answer."""
    assert sheet is not None, "the check asks what its edition has"
    values = said if isinstance(said, list) else [said]
    data = QueryDict(mutable=True)
    data.setlist("answer", [str(value) for value in values])
    form = ReplyForm(data, sheet=sheet)
    if not form.is_valid():
        raise Unusable(f"{slug}: {' '.join(form.messages)}")
    answer: Answer = form.cleaned_data["answer"]
    return answer


def told(of: Person, answers: Mapping[str, Any], at: datetime) -> Told:
    """What the check says to a person who gives these answers."""
    course = walk(answers, at)
    assessment = course.assessment
    if assessment.is_stopped:
        return Told(of, {}, TRIAGE[Level(assessment.stopped_at_level)], len(course.counted))
    frozen = Frozen(assessment)
    found = {one.imbalance: one.side for one in frozen.conclusion.found}
    return Told(of, found, TRIAGE[frozen.level], len(frozen.asked))


# Reporting


def report(all_told: Sequence[Told]) -> Iterator[str]:
    """The measurements as lines of text."""
    scored = [one for one in all_told if one.person.scored]
    sided = [one for one in scored if one.person.side and "high-hip" in one.found]
    yield share("exact set of imbalances", (one.set_right for one in scored))
    yield share("side of a high hip found", (one.side_right for one in sided))
    yield share("triage", (one.triage_right for one in all_told))
    yield ""
    yield from triage_table(all_told)
    yield ""
    counts = [one.asked for one in all_told if one.asked]
    if counts:
        yield f"questions asked: {min(counts)} to {max(counts)}, median {median(counts):g}"
    yield from wrong(all_told)


def share(name: str, right: Iterable[bool]) -> str:
    """A share with its interval, such as: triage: 22 of 24 right, 91.7 %."""
    outcomes = list(right)
    hits, whole = sum(outcomes), len(outcomes)
    if not whole:
        return f"{name}: nobody to measure it on"
    low, high = interval(hits, whole)
    return (
        f"{name}: {hits} of {whole} right, {hits / whole:.1%}"
        f" (95 % interval {low:.1%} to {high:.1%})"
    )


def interval(hits: int, whole: int) -> tuple[float, float]:
    """Wilson's interval of a share."""
    part, square = hits / whole, Z * Z
    middle = part + square / (2 * whole)
    reach = Z * math.sqrt(part * (1 - part) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def triage_table(all_told: Iterable[Told]) -> Iterator[str]:
    """How many of each truth (rows) were told what (columns)."""
    seen = Counter((one.person.triage, one.triage) for one in all_told)
    yield f"{'true triage':<16}" + "".join(f"{word:>15}" for word in ORDER)
    for truth in ORDER:
        yield f"{truth:<16}" + "".join(f"{seen[truth, word]:>15}" for word in ORDER)


def wrong(all_told: Iterable[Told]) -> Iterator[str]:
    """Who was told something else than the truth."""
    for one in all_told:
        if one.person.scored and not one.set_right:
            yield f"{one.person.id}: is {names(one.person.labels)}, was told {names(one.found)}"
        elif one.person.side and "high-hip" in one.found and not one.side_right:
            side = one.found["high-hip"]
            yield f"{one.person.id}: the high side is {one.person.side}, was told {side}"
        if not one.triage_right:
            yield f"{one.person.id}: triage is {one.person.triage}, was told {one.triage}"


def names(slugs: Collection[str]) -> str:
    return ", ".join(sorted(slugs)) or "none"
