"""A simulated check: the same answers asked for in one order or another, and what it finds."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from posture.reasoning import flow
from posture.reasoning.findings.fit import is_found
from posture.reasoning.knowledge import NOT_SURE, Answer, Answers, Knowledge, Question
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import FoundSide, scores
from posture.reasoning.suiting import suiting
from posture.simulation.people import Person

HEALTHY = Screening()
WANTED: dict[str, Answer] = {"mode": ("full",)}  # the further questions are wanted


class Order(StrEnum):
    """In which order questions are asked.

    As in a check, which stops by itself; as the edition lists them; or as they come.
    """

    ADAPTIVE = "adaptive"
    FIXED = "fixed"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class Stand:
    """What a check has found so far: imbalances with their sides."""

    asked: int
    minutes: float
    found: Mapping[str, FoundSide]


def stands(
    knowledge: Knowledge, person: Person, order: Order, random: Random, *, each: bool = False
) -> tuple[Stand, ...]:
    """What is found at the end, or with `each` before and after every question."""
    answers, minutes = dict(WANTED), [0.0]
    passed = [_stand(knowledge, answers, minutes)] if each else []
    for question in _asked(knowledge, answers, order, random):
        answers[question.slug] = person.replies.get(question.slug, (NOT_SURE,))
        minutes.append(question.minutes)
        if each:
            passed.append(_stand(knowledge, answers, minutes))
    return tuple(passed) if each else (_stand(knowledge, answers, minutes),)


def _asked(
    knowledge: Knowledge, answers: Answers, order: Order, random: Random
) -> Iterator[Question]:
    """The next question, as long as there is one; `answers` grow between."""
    while question := _next(knowledge, answers, order, random):
        yield question


def _next(knowledge: Knowledge, answers: Answers, order: Order, random: Random) -> Question | None:
    if order == Order.ADAPTIVE:
        return flow.next_question(knowledge, answers, HEALTHY)
    suited = suiting(knowledge, answers, HEALTHY)
    left = [one for one in suited if one.slug not in answers]
    if not left:
        return None
    return left[0] if order == Order.FIXED else random.choice(left)


def _stand(knowledge: Knowledge, answers: Answers, minutes: list[float]) -> Stand:
    counted = flow.counted(knowledge, answers, HEALTHY)
    found = {
        score.imbalance: score.side
        for score in scores(knowledge, counted)
        if is_found(knowledge, score)
    }
    return Stand(len(minutes) - 1, math.fsum(minutes), found)
