"""Somebody of a simulated world: what is true of them, and what they answer to every question."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from posture.reasoning.knowledge import NOT_SURE, Answer, Answers, Side
from posture.reasoning.scoring import SIDES
from posture.simulation.world import Measured, Quantity, Sorted, Told, World, highs_of

Body = Mapping[Side, Mapping[str, float]]  # traits of the left, of the right, and their mean


@dataclass(frozen=True, slots=True)
class Person:
    """`side` is that of a high hip; `replies` hold an answer to every question of the world."""

    labels: frozenset[str]
    side: Side
    replies: Answers


def people(world: World, *, count: int, seed: int) -> Iterator[Person]:
    """The same for the same seed, the first of many as when they are few."""
    for number in range(count):
        yield person(world, Random(f"{seed}/{number}"))  # noqa: S311 - not for secrets


def person(world: World, random: Random) -> Person:
    """Somebody neutral or with one imbalance on each axis, as common as the edition says."""
    states = dict(_states(world, random))
    body = _body(world, states, random)
    return Person(
        labels=frozenset(states),
        side=next((side for side in states.values() if side), ""),
        replies=dict(_replies(world, frozenset(states), body, random)),
    )


def _states(world: World, random: Random) -> Iterator[tuple[str, Side]]:
    """The imbalances of somebody, with their sides."""
    for axis in dict.fromkeys(one.axis for one in world.imbalances):
        drawn = random.random()
        for imbalance in world.imbalances:
            if imbalance.axis == axis:
                if 0 <= drawn < imbalance.prior:
                    yield imbalance.slug, random.choice(highs_of(imbalance))
                drawn -= imbalance.prior


def _body(world: World, states: Mapping[str, Side], random: Random) -> Body:
    severity = {slug: max(0.0, random.gauss(1, world.assumed.severity_sd)) for slug in states}
    body: dict[Side, dict[str, float]] = {"left": {}, "right": {}}
    common = math.sqrt(world.assumed.between_sides)
    for name, trait in world.traits.items():
        shared = random.gauss(0, trait.sd)
        for side, traits in body.items():
            by_nature = shared
            if trait.form == "each":
                own = math.sqrt(1 - common**2)
                by_nature = common * shared + own * random.gauss(0, trait.sd)
            moved = (
                severity[slug] * trait.moved(world.shifts[slug].get(name, 0.0), side, high)
                for slug, high in states.items()
            )
            traits[name] = by_nature + math.fsum(moved)
    mean = {name: (body["left"][name] + body["right"][name]) / 2 for name in world.traits}
    return {**body, "": mean}


# ---------------------------------------------------------------- answers
def _replies(
    world: World, labels: frozenset[str], body: Body, random: Random
) -> Iterator[tuple[str, Answer]]:
    for slug, habit in world.told.items():
        yield slug, _said(habit, labels, world.assumed.association, random)
    seen: dict[str, Answer] = {}
    for slug, measured in world.measured.items():
        seen[slug] = _seen(measured, body, seen, random)
    for slug, one in world.sorted.items():
        seen[slug] = _by_rules(one, body, random)
    for slug, answer in seen.items():
        yield slug, (NOT_SURE,) if random.random() < world.assumed.unsure else answer


def _said(habit: Told, labels: frozenset[str], association: float, random: Random) -> Answer:
    raised = [habit.rises.get(label, frozenset()) for label in sorted(labels)]
    odds = {
        choice: association ** sum(choice in choices for choices in raised)
        for choice in habit.rates
    }
    if habit.many:
        made = (
            choice
            for choice, rate in habit.rates.items()
            if random.random() < odds[choice] * rate / (1 - rate + odds[choice] * rate)
        )
        return tuple(made) or habit.none
    weights = [rate * odds[choice] for choice, rate in habit.rates.items()]
    return tuple(random.choices(list(habit.rates), weights))


def _seen(measured: Measured, body: Body, seen: Answers, random: Random) -> Answer:
    if measured.each:
        return tuple(
            f"{side}-{_chosen(measured, _observed(measured.quantity, body[side], random))}"
            for side in SIDES
        )
    if measured.lesser:
        return (_compared(measured, body, random),)
    value = _observed(measured.quantity, body[""], random)
    value = max(0.0, abs(value) - measured.short) if measured.size else value
    choice = _chosen(measured, value)
    return (_beside(choice, seen[measured.beside]) if measured.beside else choice,)


def _observed(quantity: Quantity, traits: Mapping[str, float], random: Random) -> float:
    true = quantity.base + math.fsum(by * traits[name] for name, by in quantity.of.items())
    return random.gauss(true, quantity.error)


def _chosen(measured: Measured, value: float) -> str:
    return measured.choices[bisect_right(measured.limits, value)]


def _compared(measured: Measured, body: Body, random: Random) -> str:
    """What is said of the two sides beside each other."""
    shown = SIDES[::-1] if measured.crossed else SIDES
    left, right = (
        min(measured.stop, _observed(measured.quantity, body[side], random)) for side in shown
    )
    lesser: Side = "left" if left < right else "right"
    choices = {_chosen(measured, left), _chosen(measured, right)}
    alone = math.isinf(measured.apart) and len(choices) > 1
    if alone or abs(left - right) >= measured.apart:
        return measured.lesser[lesser]
    return _chosen(measured, min(left, right))


def _beside(choice: str, other: Answer) -> str:
    """A side, compared with the one seen before."""
    if choice == "level":
        return choice
    assert isinstance(other, tuple), "a look is no number"
    return "same-side" if any(choice in one for one in other) else "other-side"


def _by_rules(one: Sorted, body: Body, random: Random) -> Answer:
    if one.each:
        return tuple(f"{side}-{_first(one, body[side], random)}" for side in SIDES)
    return (_first(one, body[""], random),)


def _first(one: Sorted, traits: Mapping[str, float], random: Random) -> str:
    above = (
        choice
        for choice, quantity, limit in one.rules
        if _observed(quantity, traits, random) > limit
    )
    return next(above, one.otherwise)
