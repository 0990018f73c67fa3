"""What the simulation assumes: traits, what moves them, and how well each is seen; data/world.toml.

A trait is written as its difference from its mean in people without an imbalance.
"""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from posture.reasoning.knowledge import Imbalance, Knowledge, Side
from posture.reasoning.scoring import SIDES

DATA = Path(__file__).parent / "data"

Form = Literal["one", "each", "signed"]


@dataclass(frozen=True, slots=True)
class Trait:
    """One value for a body, one for each side, or the left less the right; `sd` in its unit."""

    form: Form
    sd: float

    def moved(self, by: float, side: Side, high: Side) -> float:
        """How far this moves on `side` when an imbalance has its `high` side, if it is sided."""
        if self.form == "signed" and high:
            return by if high == "left" else -by
        return by if self.form != "each" or high in {"", side} else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """A habit or symptom: shares of the choices, and the choices that each imbalance raises.

    With `many` each choice is made by itself, and `none` stands for no choice at all.
    """

    rates: Mapping[str, float]
    rises: Mapping[str, frozenset[str]]
    many: bool
    none: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What traits show: `base` at their means. `error` is the SD of what is seen of it."""

    of: Mapping[str, float]
    base: float
    error: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity whose `limits` part it into `choices`, from the least up.

    `lesser` names the choice for the side that is less by `apart`, or falls lower alone. Both sides
    may be asked for (`each`), `crossed` takes the other side's traits, `size` leaves the sign out
    and takes off what is `short`, `stop` ends an effort, and what lies `beside` is compared with.
    """

    quantity: Quantity
    limits: tuple[float, ...]
    choices: tuple[str, ...]
    lesser: Mapping[Side, str]
    apart: float
    stop: float
    short: float
    beside: str
    each: bool
    crossed: bool
    size: bool


@dataclass(frozen=True, slots=True)
class Sorted:
    """The first choice whose quantity is above its limit, or `otherwise`."""

    rules: tuple[tuple[str, Quantity, float], ...]
    otherwise: str
    each: bool


@dataclass(frozen=True, slots=True)
class Assumed:
    """What the file assumes for everybody; see there."""

    association: float
    severity_sd: float
    between_sides: float
    unsure: float


@dataclass(frozen=True, eq=False)
class World:
    """All that is assumed, for the imbalances of one edition."""

    assumed: Assumed
    imbalances: tuple[Imbalance, ...]
    traits: Mapping[str, Trait]
    shifts: Mapping[str, Mapping[str, float]]
    told: Mapping[str, Told]
    measured: Mapping[str, Measured]
    sorted: Mapping[str, Sorted]


@lru_cache(maxsize=8)
def world(knowledge: Knowledge, *, muscles: float = 1.0, error: float = 1.0) -> World:
    """What is assumed: as in the file, with the shifts of muscles and all errors times these."""
    table = tomllib.loads((DATA / "world.toml").read_text("utf-8"))
    traits = {slug: Trait(one["form"], one.get("sd", 1.0)) for slug, one in table["traits"].items()}
    shifts = {
        slug: {name: by * (muscles if _is_muscle(name) else 1.0) for name, by in moved.items()}
        for slug, moved in table["shifts"].items()
    }
    sight = Sight(knowledge.imbalances, traits, shifts, table["kinds"], error)
    return World(
        assumed=Assumed(**table["assumed"]),
        imbalances=knowledge.imbalances,
        traits=traits,
        shifts=shifts,
        told={slug: _told(one) for slug, one in table["told"].items()},
        measured={slug: _measured(one, sight) for slug, one in table["measured"].items()},
        sorted={slug: _sorted(one, sight) for slug, one in table["sorted"].items()},
    )


def _is_muscle(trait: str) -> bool:
    return trait.startswith(("short-", "weak-"))


# ---------------------------------------------------------------- how well something is seen
@dataclass(frozen=True, slots=True)
class Sight:
    """Turns the reliability of a kind of look or test into an error."""

    imbalances: tuple[Imbalance, ...]
    traits: Mapping[str, Trait]
    shifts: Mapping[str, Mapping[str, float]]
    kinds: Mapping[str, Any]
    error: float

    def quantity(self, kind: str, table: Mapping[str, Any]) -> Quantity:
        """Reliability is the true variance by what is seen, in people of whom some are imbalanced.

        The true variance is that of one side of the body.
        """
        reliability = reliability_of(self.kinds[kind])
        error = self.error * math.sqrt(self._variance(table["of"]) * (1 / reliability - 1))
        return Quantity(table["of"], table.get("base", 0.0), error)

    def _variance(self, of: Mapping[str, float]) -> float:
        """Of a quantity among all people: by nature, and by the states of each axis."""
        variance = math.fsum((by * self.traits[name].sd) ** 2 for name, by in of.items())
        for axis in {one.axis for one in self.imbalances}:
            states = list(self._states(axis, of))
            mean = math.fsum(share * moved for share, moved in states)
            variance += math.fsum(share * moved**2 for share, moved in states) - mean**2
        return variance

    def _states(self, axis: str, of: Mapping[str, float]) -> Iterator[tuple[float, float]]:
        """The share of people in each state of an axis, and how far it moves the quantity."""
        for imbalance in self.imbalances:
            if imbalance.axis == axis:
                highs = highs_of(imbalance)
                for high in highs:
                    moved = math.fsum(
                        by * self.traits[name].moved(shift, "left", high)
                        for name, shift in self.shifts[imbalance.slug].items()
                        if (by := of.get(name))
                    )
                    yield imbalance.prior / len(highs), moved


def highs_of(imbalance: Imbalance) -> tuple[Side, ...]:
    """The sides that may be the high one; none where an imbalance has no sides."""
    return SIDES if imbalance.sided else ("",)


def reliability_of(kind: Mapping[str, Any]) -> float:
    """As written, or from kappa by Sheppard's formula.

    Two observers whose values correlate by r, and who each call the upper half of people "yes",
    agree with kappa = 2 asin(r) / pi.
    """
    if "reliability" in kind:
        return float(kind["reliability"])
    return math.sin(math.pi * kind["kappa"] / 2)


# ---------------------------------------------------------------- reading
def _told(table: Mapping[str, Any]) -> Told:
    return Told(
        rates=table["rates"],
        rises={slug: frozenset(choices) for slug, choices in table.get("rises", {}).items()},
        many=table.get("many", False),
        none=(table["none"],) if "none" in table else ("none",),
    )


def _measured(table: Mapping[str, Any], sight: Sight) -> Measured:
    return Measured(
        quantity=sight.quantity(table["kind"], table),
        limits=_numbers(table["limits"]),
        choices=tuple(table["choices"]),
        lesser=table.get("lesser", {}),
        apart=table.get("apart", math.inf),
        stop=table.get("stop", math.inf),
        short=table.get("short", 0.0),
        beside=table.get("beside", ""),
        each=table.get("each", False),
        crossed=table.get("crossed", False),
        size=table.get("size", False),
    )


def _sorted(table: Mapping[str, Any], sight: Sight) -> Sorted:
    rules = (
        (one["choice"], sight.quantity(table["kind"], one), float(one["above"]))
        for one in table["rules"]
    )
    return Sorted(tuple(rules), table["otherwise"], table.get("each", False))


def _numbers(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(map(float, values))
