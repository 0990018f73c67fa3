"""What a week comes to: go on, repeat it, take it easier, or ask about safety first; docs/plans.md.

What a person says at a week's end decides, with what they did. The first rule that holds counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from posture.reasoning.planning.values import WEEKS

RISEN = 2  # points of pain from which safety is asked again (safety.yaml, rescreen)
AMBER = 4  # of 10: make it smaller or do fewer (safety.yaml, traffic_light)
RED = 6  # of 10: stop this exercise (the same)
IN_A_ROW = 2  # sessions before a harder exercise (exercises.yaml, meta, programme, progress)
KEEPING_UP = WEEKS + 1  # the week that is for maintenance, and the last


class Effort(StrEnum):
    """How hard exercises felt, of a session or of a week."""

    LIGHT = "light"  # easier than expected; could do more
    RIGHT = "right"
    HARD = "hard"  # too hard


class Decision(StrEnum):
    """What comes after a week."""

    GO_ON = "go-on"
    REPEAT = "repeat"
    EASE = "ease"  # the same week with a lower dose
    SCREEN = "screen"  # the questions about safety, before anything else


class Why(StrEnum):
    """Why that is decided."""

    NEW = "new"  # a new symptom
    RISEN = "risen"  # pain is now `number`, and was `of` at the result
    STRONG = "strong"  # pain of `number`, above what any exercise may bring
    PAIN = "pain"  # pain of `number`, at which one does less, and more than at the result
    HARD = "hard"  # the week felt too hard
    FEW = "few"  # `number` sessions were done, `of` were meant
    NOT_YET = "not-yet"  # a harder exercise would come, and one of the last sessions felt too hard
    WELL = "well"  # none of these


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with its numbers."""

    why: Why
    number: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A week as the person says it was: `pain` on average, 0 to 10; `new` is a new symptom."""

    effort: Effort
    pain: int
    new: bool


@dataclass(frozen=True, slots=True)
class Known:
    """The same week as it is known: sessions `done` of those `meant`, and how each `felt`.

    `pain` is that of the result, 0 where it was not known; `harder` is whether the week to come
    has a harder exercise in the place of an easier one.
    """

    pain: int
    done: int
    meant: int
    felt: tuple[Effort, ...] = ()
    harder: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and all that speaks for it."""

    decision: Decision
    reasons: tuple[Reason, ...]


def decide(said: Said, known: Known) -> Decided:
    """What comes after a week, by the first rule that holds."""
    rules = {Decision.SCREEN: _screen, Decision.EASE: _ease, Decision.REPEAT: _repeat}
    for decision, reasons in rules.items():
        if found := tuple(reasons(said, known)):
            return Decided(decision, found)
    return Decided(Decision.GO_ON, (Reason(Why.WELL),))


def _screen(said: Said, known: Known) -> Iterator[Reason]:
    if said.new:
        yield Reason(Why.NEW)
    if said.pain - known.pain >= RISEN:
        yield Reason(Why.RISEN, said.pain, known.pain)


def _ease(said: Said, known: Known) -> Iterator[Reason]:
    """Pain that is somebody's usual one is no reason to do less, unless it is strong."""
    if said.pain >= RED:
        yield Reason(Why.STRONG, said.pain)
    elif said.pain >= AMBER and said.pain > known.pain:
        yield Reason(Why.PAIN, said.pain)
    if said.effort == Effort.HARD:
        yield Reason(Why.HARD)


def _repeat(_said: Said, known: Known) -> Iterator[Reason]:
    if 2 * known.done < known.meant:
        yield Reason(Why.FEW, known.done, known.meant)
    elif known.harder and Effort.HARD in known.felt[-IN_A_ROW:]:
        yield Reason(Why.NOT_YET)


def onward(decision: Decision, week: int, *, eased: bool) -> tuple[int, bool]:
    """The week that comes, and whether with a lower dose.

    Who goes on from a lower dose comes to the same week's own first; after the last week it stays.
    """
    if decision == Decision.GO_ON:
        return (week if eased else min(week + 1, KEEPING_UP)), False
    return week, eased or decision == Decision.EASE
