"""The safety screen: what to ask next, and what the answers call for. It wins over any score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from posture.reasoning.knowledge import (
    NO,
    NONE,
    NOT_SURE,
    YES,
    Answer,
    Answers,
    Concern,
    Knowledge,
    Level,
    Part,
    Question,
    SafetyPage,
)


@dataclass(frozen=True, slots=True)
class Screen:
    """A page of the safety screen, or one of its items asked by itself."""

    page: str
    item: str = ""

    @property
    def slug(self) -> str:
        """What its answer is kept under."""
        return self.item or self.page


@dataclass(frozen=True, slots=True)
class Raised:
    """What was said, and what it calls for; `unsure` when it counts because of a "not sure"."""

    slug: str
    level: Level
    unsure: bool = False


@dataclass(frozen=True)
class Screening:
    """What the safety answers come to. `explained` imbalances are normal for this person now."""

    raised: tuple[Raised, ...] = ()
    filters: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()

    @cached_property
    def level(self) -> Level | None:
        """The most pressing level raised."""
        return max((one.level for one in self.raised), key=lambda one: one.urgency, default=None)

    @property
    def stops(self) -> bool:
        """Whether the check ends without a result."""
        return self.level is not None and self.level.stops

    @property
    def tests_held(self) -> bool:
        """Whether self-tests and the plan wait for a clinician."""
        return self.level is not None and self.level.urgency >= Level.SOON.urgency

    def allows(self, question: Question) -> bool:
        """Whether nothing about the person leaves the question out."""
        held = question.part == Part.TEST and self.tests_held
        return not held and question.avoid.isdisjoint(self.filters)

    @property
    def reasons(self) -> tuple[Raised, ...]:
        """What raised the level that holds."""
        return tuple(one for one in self.raised if one.level == self.level)


def next_screen(knowledge: Knowledge, answers: Answers) -> Screen | None:
    """The first safety screen without an answer.

    When something said already stops, only one that may call for more together with it.
    """
    left = [one for one in _screens(knowledge, answers) if one.slug not in answers]
    if not left:
        return None
    now = screening(knowledge, answers)
    if now.level is not None and now.stops:
        telling = _telling(knowledge, answers, left, now.level)
        left = [one for one in left if not telling.isdisjoint(_covered(knowledge, one))]
    return next(iter(left), None)


def screens(knowledge: Knowledge, answers: Answers) -> tuple[Screen, ...]:
    """The safety screens answered so far, in their order."""
    return tuple(one for one in _screens(knowledge, answers) if one.slug in answers)


def screening(knowledge: Knowledge, answers: Answers) -> Screening:
    """What all safety answers, and answers together, call for."""
    concerns = tuple(_concerns(knowledge, answers))
    raised = [Raised(one.slug, _level(one, unsure=unsure), unsure) for one, unsure in concerns]
    filters = set().union(*(one.filters for one, _ in concerns))
    explained = frozenset().union(*(one.explains for one, unsure in concerns if not unsure))
    told = _said(knowledge, answers, concerns)
    for escalation in knowledge.escalations:
        if escalation.when.holds(told):
            raised.append(Raised(escalation.slug, escalation.level))
            filters |= escalation.filters
    return Screening(tuple(raised), frozenset(filters), explained)


def said(knowledge: Knowledge, answers: Answers) -> frozenset[str]:
    """The terms of conditions: concerns answered yes, and ``question=choice``."""
    return _said(knowledge, answers, _concerns(knowledge, answers))


def _said(
    knowledge: Knowledge, answers: Answers, concerns: Iterable[tuple[Concern, bool]]
) -> frozenset[str]:
    told = frozenset(concern.slug for concern, unsure in concerns if not unsure)
    asked = (slug for slug in answers if slug in knowledge.question)
    return told.union(*(terms(slug, answers[slug]) for slug in asked))


def terms(slug: str, answer: Answer) -> frozenset[str]:
    """The terms that one answer says."""
    return frozenset(f"{slug}={choice}" for choice in chosen(answer))


def chosen(answer: Answer) -> tuple[str, ...]:
    """The choices of an answer; a number on a scale is its own choice."""
    return (str(answer),) if isinstance(answer, int) else answer


def _telling(
    knowledge: Knowledge, answers: Answers, left: list[Screen], level: Level
) -> frozenset[str]:
    """The concerns not asked yet that, with what is said, call for more than `level`."""
    told = said(knowledge, answers)
    open_yet = frozenset(slug for one in left for slug in _covered(knowledge, one))
    may_hold = (
        frozenset(term for group in one.when.every for term in group)
        for one in knowledge.escalations
        if one.level.urgency > level.urgency and one.when.holds(told | open_yet)
    )
    return open_yet.intersection(frozenset().union(*may_hold))


def _covered(knowledge: Knowledge, screen: Screen) -> frozenset[str]:
    """The concerns that a screen asks about."""
    if screen.item:
        return frozenset({screen.item})
    page = next(page for page in knowledge.pages if page.slug == screen.page)
    return frozenset(concern.slug for concern in page.concerns)


def _screens(knowledge: Knowledge, answers: Answers) -> Iterator[Screen]:
    """Every page, each followed by its items when its answer was "not sure"."""
    for page in knowledge.pages:
        yield Screen(page.slug)
        if answers.get(page.slug) == (NOT_SURE,):
            yield from (Screen(page.slug, concern.slug) for concern in page.concerns)


def _concerns(knowledge: Knowledge, answers: Answers) -> Iterator[tuple[Concern, bool]]:
    """The concerns that count, and whether only because of a "not sure"."""
    for page in knowledge.pages:
        for concern in page.concerns:
            match _verdict(page, concern, answers):
                case "yes":
                    yield concern, False
                case "not-sure":
                    yield concern, True


def _verdict(page: SafetyPage, concern: Concern, answers: Answers) -> str:
    """Yes, no or not-sure of one concern."""
    lines = chosen(answers.get(page.slug, (NONE,)))
    if lines == (NOT_SURE,):
        return chosen(answers.get(concern.slug, (NO,)))[0]
    if concern.statements:
        return YES if _set_holds(concern, frozenset(lines)) else NO
    return YES if concern.slug in lines else NO


def _set_holds(concern: Concern, lines: frozenset[str]) -> bool:
    """Whether the first statement is true, and at least `needed` of the others."""
    first, *others = concern.statements
    return first in lines and len(lines.intersection(others)) >= concern.needed


def _level(concern: Concern, *, unsure: bool) -> Level:
    """Not sure counts as yes where minutes matter, and otherwise as a reason for care."""
    return Level.CAUTION if unsure and concern.level != Level.EMERGENCY else concern.level
