"""Where a check stands and what comes next: one assessment read with what is known."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.urls import reverse

from assessments.models import Assessment
from posture.catalogue import editions
from posture.catalogue.editions import PublishedEdition
from posture.reasoning import flow, safety
from posture.reasoning.knowledge import Answer, Answers, Level
from posture.reasoning.safety import Screen, Screening, chosen
from posture.reasoning.suiting import suiting

MODE = "mode"  # the question how to go on after the quick check
MODES = ("quick", "full", "helper")  # its answers
MORE = frozenset(MODES) - {"quick"}  # those for more questions
ALL_CLEAR_LASTS = timedelta(days=14)  # safety.yaml, rescreen


def as_answer(reply: Mapping[str, Any]) -> Answer:
    """The reasoning's value of a stored reply."""
    stored = reply["answer"]
    return stored if isinstance(stored, int) else tuple(stored)


def as_reply(answer: Answer, at: datetime) -> dict[str, Any]:
    """What is stored of an answer."""
    stored = answer if isinstance(answer, int) else list(answer)
    return {"answer": stored, "at": at.isoformat(timespec="milliseconds")}


@dataclass(frozen=True)
class Course:
    """An assessment at a moment. Safety is by the newest edition, all else by the check's own."""

    assessment: Assessment
    at: datetime

    @cached_property
    def edition(self) -> PublishedEdition:
        """What the check is asked and scored by; a recalled edition gives way to the newest."""
        own = editions.edition(self.assessment.edition)
        return self.newest if own.recalled and self.assessment.is_open else own

    @cached_property
    def newest(self) -> PublishedEdition:
        return editions.current()

    @property
    def latest(self) -> "Course":
        """The check itself, or the one begun last to change an answer of it."""
        later = Assessment.objects.changed_from(self.assessment)
        return Course(later, self.at) if later else self

    @cached_property
    def outdated(self) -> frozenset[str]:
        """Slugs of safety answers that must be asked again: too old, or other questions now."""
        replies = self.assessment.answers
        if self.assessment.screened_with != self.newest.safety_checksum:
            return self.told
        since = (self.at - ALL_CLEAR_LASTS).isoformat()
        stale = any(replies[slug]["at"] < since for slug in self.told)
        return self.told if stale else frozenset()

    @cached_property
    def told(self) -> frozenset[str]:
        """Slugs of all safety answers."""
        return frozenset(self.assessment.answers.keys() - self.edition.knowledge.question.keys())

    @cached_property
    def answers(self) -> Answers:
        """Every answer that may still be relied on, as they came."""
        replies = self.assessment.answers_without(self.outdated)
        came = sorted(replies, key=lambda slug: (replies[slug]["at"], slug))
        return {slug: as_answer(replies[slug]) for slug in came}

    @cached_property
    def screening(self) -> Screening:
        return safety.screening(self.newest.knowledge, self.answers)

    @cached_property
    def next_screen(self) -> Screen | None:
        return safety.next_screen(self.newest.knowledge, self.answers)

    @cached_property
    def next_question(self) -> str:
        """The slug of the next question, or nothing when no other is worth its time."""
        asked = flow.next_question(self.edition.knowledge, self.answers, self.screening)
        return asked.slug if asked else ""

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """Slugs of the questions of this check, in their order; see `flow.applicable`."""
        applicable = flow.applicable(self.edition.knowledge, self.answers, self.screening)
        return tuple(question.slug for question in applicable)

    @cached_property
    def suiting(self) -> frozenset[str]:
        """Slugs of all questions that may be answered, also of those that are not asked."""
        found = suiting(self.edition.knowledge, self.answers, self.screening)
        return frozenset(question.slug for question in found)

    @property
    def minutes(self) -> float:
        """The effort of all that was asked and answered."""
        told = (slug for slug in self.asked if slug in self.answers)
        return math.fsum(self.edition.questions[slug].minutes for slug in told)

    @property
    def settled(self) -> bool:
        """Whether a person wanted more questions, and none is left that is worth its time."""
        return not MORE.isdisjoint(chosen(self.answers.get(MODE, ()))) and not self.next_question

    @property
    def counted(self) -> Answers:
        """The answers that count: those of an abandoned branch do not."""
        return flow.counted(self.edition.knowledge, self.answers, self.screening)

    @cached_property
    def stopped_at(self) -> Level | None:
        """The level that stops this check: as stored, or as the newest edition says."""
        if self.assessment.is_stopped:
            return Level(self.assessment.stopped_at_level)
        return self.screening.level if self.assessment.is_open and self.stops else None

    @property
    def stops(self) -> bool:
        """Whether what was said ends the check, and nothing is left that may be more pressing."""
        return self.screening.stops and self.next_screen is None

    @property
    def screened(self) -> bool:
        """Whether the safety screen is answered whole, and lets the check go on."""
        return self.stopped_at is None and self.next_screen is None

    def takes(self, slug: str) -> bool:
        """Whether this screen or question may be answered now; of a result, changed or added."""
        if self.assessment.is_finished:
            return slug in self.assessment.asked or slug in self.assessment.offered
        if self.stopped_at:
            return False
        return slug in self.shown or (self.screened and slug in self.suiting)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Slugs of the safety screens that may be seen: answered before, or the next."""
        screens = (*self.screens, self.next_screen) if self.next_screen else self.screens
        return frozenset(screen.slug for screen in screens)

    @property
    def complete(self) -> bool:
        """Whether a result can be shown, though more could be asked."""
        return self.screened and all(slug in self.answers for slug in self.asked)

    @property
    def onward(self) -> str:
        """The address that comes next, whatever was asked for."""
        assessment = self.assessment
        if self.stopped_at:
            return reverse("stop", args=[assessment.pk])
        if assessment.is_finished:
            return reverse("result", args=[assessment.pk])
        if self.next_screen:
            return screen_url(assessment, self.next_screen)
        if self.next_question:
            return reverse("question", args=[assessment.pk, self.next_question])
        return reverse("answers", args=[assessment.pk])

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        """The safety screens answered so far, in their order."""
        return safety.screens(self.newest.knowledge, self.answers)

    def before(self, slug: str) -> str:
        """The address of the step before a question or safety screen.

        Before the first there is the start; a finished check leads back to its result.
        """
        if self.assessment.is_finished:
            return reverse("result", args=[self.assessment.pk])
        screens = {screen.slug: screen for screen in self.screens}
        steps = [*screens, *(self.asked if slug in self.edition.knowledge.question else ())]
        earlier = steps[: steps.index(slug)] if slug in steps else steps
        if not earlier:
            return reverse("check")
        if earlier[-1] in screens:
            return screen_url(self.assessment, screens[earlier[-1]])
        return reverse("question", args=[self.assessment.pk, earlier[-1]])


def screen_url(assessment: Assessment, screen: Screen) -> str:
    """The address of a safety page, or of one of its items asked by itself."""
    if screen.item:
        return reverse("safety_item", args=[assessment.pk, screen.page, screen.item])
    return reverse("safety_page", args=[assessment.pk, screen.page])
