"""What the reasoning knows: one published edition, reduced to the values that decide anything.

Answers are a mapping from a question, safety page or safety item to what was said: the slugs of the
choices, or a whole number for a scale. ``("not-sure",)`` is a possible answer to everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal

Answer = tuple[str, ...] | int
Answers = Mapping[str, Answer]
Side = Literal["left", "right", ""]

NOT_SURE = "not-sure"
NONE = "none"
YES = "yes"
NO = "no"
CANNOT = "cannot"  # a self-test that the person could not do: known as little as "not sure"


class Level(StrEnum):
    """What an answer about safety calls for, the most pressing first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    UNDER_AGE = "under-age"
    SOON = "soon"
    CAUTION = "caution"

    @property
    def urgency(self) -> int:
        """Greater is more pressing."""
        return len(Level) - list(Level).index(self)

    @property
    def stops(self) -> bool:
        """Whether the check ends here, without a result."""
        return self in {Level.EMERGENCY, Level.SAME_DAY, Level.UNDER_AGE}


class Part(StrEnum):
    """The parts of a check, in the order they are asked."""

    ABOUT = "about"
    FEEL = "feel"
    HABITS = "habits"
    LOOK = "look"
    TEST = "test"

    @property
    def observed(self) -> bool:
        """Signs and tests are seen or felt on the body; the rest is told."""
        return self in {Part.LOOK, Part.TEST}


class Role(StrEnum):
    """What an imbalance says of a muscle."""

    TIGHT = "tight"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class When:
    """A condition on answers: something of each group in `every` is said, nothing of `unless`.

    A term is ``item`` (a red flag or condition answered yes) or ``question=choice``.
    """

    every: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()

    def holds(self, said: frozenset[str]) -> bool:
        """`said` are the terms of all answers."""
        return all(not said.isdisjoint(group) for group in self.every) and said.isdisjoint(
            self.unless
        )


ALWAYS = When()


@dataclass(frozen=True, slots=True)
class Involvement:
    """A muscle tight or weak in an imbalance; in a sided one on the high or the low side."""

    muscle: str
    role: Role
    side: Literal["high", "low", ""] = ""


@dataclass(frozen=True, slots=True)
class Imbalance:
    """`prior` is a probability; `gate` names the families of which one must speak for it."""

    slug: str
    axis: str
    prior: float
    sided: bool = False
    gate: frozenset[str] = frozenset()
    involvements: tuple[Involvement, ...] = ()


@dataclass(frozen=True, slots=True)
class Muscle:
    """`settled_by` are the self-tests that tell what it is when imbalances disagree about it."""

    slug: str
    group: str = ""
    settled_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A likelihood ratio for an imbalance, or (with a role) for a muscle being tight or weak."""

    target: str
    ratio: float
    family: str
    role: Role | None = None
    side: Side = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """`side` is that of a choice for one side of the body, `alike` the same for the other side.

    What such a choice says of a sided imbalance counts only where the two sides differ.
    """

    slug: str
    evidence: tuple[Evidence, ...] = ()
    side: Side = ""
    alike: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`cap` bounds the likelihood ratio that all choices of one reply may reach together.

    One that is `adaptive` is asked only while it would help most for the `minutes` that it takes.
    """

    slug: str
    part: Part
    choices: tuple[Choice, ...] = ()
    when: When = ALWAYS
    avoid: frozenset[str] = frozenset()
    cap: tuple[float, float] = (0.25, 4.0)
    minutes: float = 0.25
    adaptive: bool = False


@dataclass(frozen=True, slots=True)
class Concern:
    """A red flag or a condition: what it calls for, and the exercises and tests it leaves out.

    One that is a set of `statements` counts when the first and at least `needed` of the others
    are true. `explains` names imbalances that are normal for now and so not reported.
    """

    slug: str
    level: Level
    filters: frozenset[str] = frozenset()
    statements: tuple[str, ...] = ()
    needed: int = 0
    explains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SafetyPage:
    slug: str
    concerns: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class Escalation:
    """Answers that together call for more than each alone."""

    slug: str
    level: Level
    when: When
    filters: frozenset[str] = frozenset()


class Kind(StrEnum):
    """What an exercise does to the muscles that it is for."""

    STRETCH = "stretch"
    STRENGTHEN = "strengthen"


@dataclass(frozen=True, slots=True)
class Dose:
    """So many `sets` of `reps` on so many `days` a week; `hold` and `rest` are seconds.

    What ends in `_to` is the upper end of a range, `older_...` the same from 65 on; 0 is none.
    """

    sets: int = 1
    reps: int = 1
    reps_to: int = 0
    older_reps_to: int = 0
    hold: int = 0
    hold_to: int = 0
    older_hold_to: int = 0
    rest: int = 0
    days: int = 3
    days_to: int = 0


@dataclass(frozen=True, slots=True)
class Exercise:
    """It is for its `targets` and works the muscles in `also` besides, one side at a time or both.

    `places` are where it can be done, `needs` what it cannot be done without, and `avoid` the kinds
    of movement in it.
    """

    slug: str
    kind: Kind
    targets: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    harder: bool = False
    each_side: bool = False
    places: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    dose: Dose = Dose()


@dataclass(frozen=True, eq=False)
class Knowledge:
    """One edition, equal only to itself. Imbalances of one axis exclude each other.

    Axes combine freely.
    """

    axes: tuple[str, ...] = ()
    imbalances: tuple[Imbalance, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    questions: tuple[Question, ...] = ()
    pages: tuple[SafetyPage, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    exercises: tuple[Exercise, ...] = ()

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions by slug."""
        return {question.slug: question for question in self.questions}

    @cached_property
    def imbalance(self) -> Mapping[str, Imbalance]:
        """Imbalances by slug."""
        return {imbalance.slug: imbalance for imbalance in self.imbalances}

    @cached_property
    def muscle(self) -> Mapping[str, Muscle]:
        """Muscles by slug."""
        return {muscle.slug: muscle for muscle in self.muscles}

    @cached_property
    def exercise(self) -> Mapping[str, Exercise]:
        """Exercises by slug."""
        return {exercise.slug: exercise for exercise in self.exercises}
