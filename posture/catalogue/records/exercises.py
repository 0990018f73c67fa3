"""Exercises and their doses."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: so many sets of so many repetitions, on so many days a week.

    `hold` is the seconds each repetition is held, `rest` those between sets. `reps_to`, `hold_to`
    and `days_to` are upper ends of a range, `older_...` the same from 65 on; 0 is none.
    """

    slug: str
    name: str
    reps: int
    days: int
    sets: int = 1
    reps_to: int = 0
    hold: int = 0
    hold_to: int = 0
    older_reps_to: int = 0
    older_hold_to: int = 0
    rest: int = 0
    days_to: int = 0
    pace: str = ""
    effort: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A stretch or strengthening exercise.

    `place` is where the picture shows it, `elsewhere` where it can be done as well; `needs` is what
    of the `equipment` it cannot do without. It is for its `targets`; `extra_for` names imbalances
    it suits although it is for none of their muscles. `poses` holds the joint angles of its start
    and end, and the `props` drawn with them.
    """

    slug: str
    fact: str
    name: str
    kind: str
    level: str
    place: str
    equipment: str
    targets: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    extra_for: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    dose: str = ""
    each_side: bool = False
    start: str = ""
    steps: tuple[str, ...] = ()
    feel: str = ""
    mistakes: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    not_for: str = ""
    easier: str = ""
    harder: str = ""
    poses: dict[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
