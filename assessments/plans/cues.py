"""What an exercise asks for, one thing after the other, for how many seconds each."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from posture.reasoning.knowledge import Kind, Side
from posture.reasoning.planning import Item
from posture.reasoning.planning.doses import IN_AND_OUT, REPETITION, SETTLING

SWITCHING = 5  # seconds for changing sides, taken from those for getting into position (judgement)
READY = 10  # seconds for getting into position, at least (judgement)
LONG = 15  # seconds, from which on each hold is counted down by itself (judgement)


class Act(StrEnum):
    """What is done for a while."""

    WALK = "walk"  # on the spot, before all exercises
    READY = "ready"  # getting into position
    MOVE = "move"  # into a hold, and out of the one before
    HOLD = "hold"
    COUNT = "count"  # a whole set, its repetitions counted
    SWITCH = "switch"  # to the other side
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to do for `seconds`, on the `side` ("" for both) that is now or comes next.

    `set` and `rep` count from 1; 0 where there is none. A `COUNT` has all repetitions of its set.
    """

    act: Act
    seconds: int
    side: Side = ""
    set: int = 0
    rep: int = 0


def cues(item: Item) -> tuple[Cue, ...]:
    """All of one exercise; together they take the seconds that its plan counts.

    The sides take turns set by set, left first, and both rest between. Changing sides is part of
    what the plan counts for getting into position; from five sets on, which no dose has, that is
    not enough and they take longer.
    """
    work = tuple(_sets(item))
    switching = sum(cue.seconds for cue in work if cue.act == Act.SWITCH)
    return (Cue(Act.READY, max(READY, SETTLING - switching), sides(item)[0]), *work)


def sides(item: Item) -> tuple[Side, ...]:
    """Those that take turns; one without a name is both at once."""
    return ("left", "right") if item.each_side and not item.side else (item.side,)


def _sets(item: Item) -> Iterator[Cue]:
    first, *others = sides(item)
    for number in range(1, item.sets + 1):
        if number > 1 and item.rest:
            yield Cue(Act.REST, item.rest, first, number)
        elif number > 1 and others:
            yield Cue(Act.SWITCH, SWITCHING, first, number)
        yield from _one_set(item, first, number)
        for other in others:
            yield Cue(Act.SWITCH, SWITCHING, other, number)
            yield from _one_set(item, other, number)


def _one_set(item: Item, side: Side, number: int) -> Iterator[Cue]:
    if not item.hold or (item.reps > 1 and item.hold < LONG):
        yield Cue(Act.COUNT, item.reps * sum(beat.seconds for beat in beats(item)), side, number)
        return
    for rep in range(1, item.reps + 1):
        yield Cue(Act.MOVE, IN_AND_OUT, side, number, rep)
        yield Cue(Act.HOLD, item.hold, side, number, rep)


class Pace(StrEnum):
    """What one does during a part of a repetition."""

    IN = "in"
    HOLD = "hold"
    GO = "go"
    STAY = "stay"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Beat:
    """A part of a repetition; how far one is goes from `begin` to `end`, of 1."""

    pace: Pace
    seconds: int
    begin: int
    end: int


def beats(item: Item) -> tuple[Beat, ...]:
    """One repetition as it is counted."""
    if item.hold:
        return (Beat(Pace.IN, IN_AND_OUT, 0, 0), Beat(Pace.HOLD, item.hold, 0, 1))
    back = REPETITION // 2
    if item.kind == Kind.STRETCH:  # with a slow breath
        return (Beat(Pace.GO, REPETITION - back, 0, 1), Beat(Pace.BACK, back, 1, 0))
    still = 1  # 2 seconds, 1 and 3 (exercises.yaml, doses)
    return (
        Beat(Pace.GO, REPETITION - still - back, 0, 1),
        Beat(Pace.STAY, still, 1, 1),
        Beat(Pace.BACK, back, 1, 0),
    )
