"""The values of a plan: slugs, codes and numbers, never words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from posture.reasoning.findings.values import MuscleRole
from posture.reasoning.knowledge import Kind, Role, Side

HOUSEHOLD = frozenset({"wall", "chair", "counter", "bed", "cushion", "towel"})  # judgement
MOST = 4  # exercises to begin with; with more, fewer people keep at it (design facts, 12)
WEEKS = 6  # before maintenance (exercises.yaml, meta, programme: 4 to 6)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person can and wants to do: `minutes` a day on so many `days` a week.

    A plan begins with `most` exercises. `equipment` is what the person has beyond what is taken to
    be in every home (`HOUSEHOLD`); `floor` is whether they get down to it and up again. `without`
    are exercises that they had replaced.
    """

    minutes: int = 15
    days: int = 3
    most: int = 3
    equipment: frozenset[str] = frozenset()
    floor: bool = True
    without: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not (self.minutes >= 1 and 1 <= self.days <= 7 and 1 <= self.most <= MOST):
            raise ValueError(f"nobody can be planned for with {self}")


class Why(StrEnum):
    """Why a muscle is in a plan, the most telling first."""

    TESTED = "tested"  # the person's own tests say so
    SEVERAL = "several"  # several found imbalances name it
    LISTED = "listed"  # one found imbalance names it
    GENERAL = "general"  # no muscle stands out; it is in the plan for everybody


class Settled(StrEnum):
    """By what a muscle that is pulled both ways may be stretched and strengthened after all."""

    BOTH_TESTED = "both-tested"  # tests say that it is tight, and that it is weak
    BY_PART = "by-part"  # one part of it is stretched and another strengthened


@dataclass(frozen=True, slots=True)
class Purpose:
    """A muscle that an exercise is for, on one side or ("") on both.

    `tests` are the questions whose answers say so, `listed_by` the imbalances that name it;
    `high_side` holds where it is on the high side and that is unclear, so both sides are worked.
    """

    muscle: str
    side: Side
    role: Role
    why: Why
    tests: tuple[str, ...] = ()
    listed_by: tuple[str, ...] = ()
    high_side: bool = False
    settled: Settled | None = None


class Step(StrEnum):
    """What is new about an exercise in a week, compared with the week before."""

    BEGIN = "begin"  # in the first week, or planned before and never done
    ROOM = "room"  # its muscles had no room before
    BACK = "back"  # it had made room for others
    SAME = "same"
    MORE = "more"  # more repetitions
    LONGER = "longer"  # held longer
    HARDER = "harder"  # in place of the easier `after`, whose repetitions have reached the top
    KEEP = "keep"  # maintenance
    LESS = "less"  # a lower dose, after a week that was too much


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise in one week: `sets` of `reps`, on `days` a week.

    `hold` and `rest` are seconds, as is the time of a session, `seconds`; each side takes that many
    sets if it is done on `each_side` and `side` is "", else only `side`. The side is that of the
    muscle. `mild` is a stretch to a mild pull and no further.
    """

    exercise: str
    kind: Kind
    side: Side
    each_side: bool
    purposes: tuple[Purpose, ...]
    sets: int
    reps: int
    hold: int
    rest: int
    days: int
    seconds: int
    step: Step
    after: str = ""
    mild: bool = False


class Cause(StrEnum):
    """Why something is left out."""

    FINE = "fine"  # the person's tests say that it is neither
    OVERRULED = "overruled"  # their tests say that it is the other of tight and weak
    CONFLICT = "conflict"  # imbalances disagree about it and no test has settled it
    GROUP = "group"  # as before, and what is done for its group is what counts: `of`
    LATER = "later"  # no room before week `week`
    NO_ROOM = "no-room"  # no room in any week
    TIME = "time"  # takes longer than the person has
    FILTER = "filter"  # a movement that does not suit them: `of`
    FLOOR = "floor"  # done on the floor
    EQUIPMENT = "equipment"  # needs what they do not have: `of`
    REPLACED = "replaced"  # they had it replaced
    OPPOSES = "opposes"  # works muscles against what they need: `of`
    NONE_FITS = "none-fits"  # no exercise, each for a cause of its own


@dataclass(frozen=True, slots=True)
class Excluded:
    """An exercise that would be for a muscle; `of` are filters, equipment or muscles."""

    exercise: str
    cause: Cause
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A muscle that is not in the first week's plan; `excluded` are all exercises for it."""

    muscle: str
    side: Side
    role: MuscleRole
    cause: Cause
    of: tuple[str, ...] = ()
    week: int = 0
    excluded: tuple[Excluded, ...] = ()


Week = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class SoFar:
    """The weeks of a plan before the one that the person is in, and the exercises ever done."""

    weeks: tuple[Week, ...] = ()
    done: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Plan:
    """Weeks 1 to 6, then one for maintenance; each lists its exercises as a session does them.

    `general` where no muscle decides it. `held` until the person says that a clinician has looked.
    """

    weeks: tuple[Week, ...]
    left_out: tuple[LeftOut, ...] = ()
    general: bool = False
    held: bool = False

    @cached_property
    def exercises(self) -> tuple[str, ...]:
        """All exercises in it, in the order in which they come up."""
        return tuple(dict.fromkeys(item.exercise for week in self.weeks for item in week))

    @cached_property
    def purposes(self) -> tuple[Purpose, ...]:
        """All muscles that it is for, in the order in which they come up."""
        return tuple(dict.fromkeys(self._purposes()))

    def _purposes(self) -> Iterator[Purpose]:
        for week in self.weeks:
            for item in week:
                yield from item.purposes
