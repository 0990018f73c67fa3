"""How likely each imbalance is, given the answers: log-odds by family, damped and capped.

Notation as in docs/scoring.md. All weights are natural logarithms of likelihood ratios; every ratio
is expert judgement. Numbers of `meta` in the question bank are cited as (meta, key).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from posture.reasoning.knowledge import (
    Answers,
    Evidence,
    Imbalance,
    Knowledge,
    Role,
    Side,
)
from posture.reasoning.safety import chosen

DAMPING = (1.0, 0.5, 0.25)  # strongest, second, third and later answer of a family (meta, combine)
FAMILY_CAP = (math.log(0.15), math.log(7))  # (meta, caps, per_family_total)
TOTAL_CAP = (math.log(0.02), math.log(50))  # (meta, caps, all_lay_evidence_total)
FOUND = 0.60  # a probability from which an imbalance may be found (ruling 6)
NO_SIGN_CAP = 0.60  # a probability (meta, no_sign_cap)
SIDE_SHARE = 0.8  # of the imbalance's probability (ruling 8)
SIDES: tuple[Side, Side] = ("left", "right")

FoundSide = Literal["left", "right", "unclear", ""]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one reply says of one state, in one family: a log ratio before damping."""

    question: str
    imbalance: str
    side: Side
    family: str
    weight: float
    observed: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Answers about the same thing: the damped sums of those for (>= 0) and against (<= 0)."""

    name: str
    favour: float
    against: float

    bounds: tuple[float, float] = FAMILY_CAP

    @property
    def weight(self) -> float:
        """For and against cancel, and no family says more than its cap."""
        return _clip(self.favour + self.against, self.bounds)


@dataclass(frozen=True, slots=True)
class State:
    """A state of an axis other than neutral: an imbalance, on one side if it is sided."""

    imbalance: str
    side: Side
    probability: float
    log_odds: float
    families: tuple[Family, ...]
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True)
class Score:
    """An imbalance with its one or two states, the likeliest first."""

    imbalance: str
    states: tuple[State, ...]

    @property
    def leading(self) -> State:
        return self.states[0]

    @cached_property
    def probability(self) -> float:
        """Of all states together; without any sign or test for it, no more than 0.60."""
        whole = sum(state.probability for state in self.states)
        return whole if self.has_sign else min(whole, NO_SIGN_CAP)

    @property
    def has_sign(self) -> bool:
        """Whether a sign or self-test speaks for it."""
        return any(one.observed and one.weight > 0 for one in self.leading.contributions)

    @property
    def side(self) -> FoundSide:
        """The side that holds at least 0.8 of the probability, else unclear; none if not sided."""
        if not self.leading.side:
            return ""
        whole = sum(state.probability for state in self.states)
        return self.leading.side if self.leading.probability >= SIDE_SHARE * whole else "unclear"

    @property
    def favour(self) -> float:
        return math.fsum(family.favour for family in self.leading.families)

    @property
    def against(self) -> float:
        """Not negative: as much as its size."""
        return -math.fsum(family.against for family in self.leading.families)

    @property
    def agreement(self) -> float:
        """Net weight by total weight; 1 where nothing speaks about it.

        Answers of one family that cancel are part of the total: they disagree (ruling 7).
        """
        whole = self.favour + self.against
        return abs(self.favour - self.against) / whole if whole else 1.0


def scores(knowledge: Knowledge, answers: Answers) -> tuple[Score, ...]:
    """The score of every imbalance, in the order of the edition. `answers` are those that count."""
    said = defaultdict(list)
    for contribution in contributions(knowledge, answers):
        said[contribution.imbalance, contribution.side].append(contribution)
    found: dict[str, Score] = {}
    for axis in knowledge.axes:
        on_axis = [one for one in knowledge.imbalances if one.axis == axis]
        found |= {score.imbalance: score for score in _axis_scores(on_axis, said)}
    return tuple(found[imbalance.slug] for imbalance in knowledge.imbalances)


def without_one(knowledge: Knowledge, answers: Answers, score: Score) -> tuple[str, float]:
    """The answer that a score rests on most, and the probability that is left without it."""
    told = {one.question for one in score.leading.contributions if one.weight > 0}
    left = {}
    for question in sorted(told):
        others = {slug: answer for slug, answer in answers.items() if slug != question}
        again = (one for one in scores(knowledge, others) if one.imbalance == score.imbalance)
        left[question] = next(again).probability
    return min(left.items(), key=lambda one: one[1], default=("", score.probability))


def contributions(knowledge: Knowledge, answers: Answers) -> Iterator[Contribution]:
    """What every reply says of every state it speaks about."""
    for slug, answer in answers.items():
        yield from contributed(knowledge, slug, chosen(answer))


@lru_cache(maxsize=4096)
def contributed(
    knowledge: Knowledge, slug: str, choices: tuple[str, ...]
) -> tuple[Contribution, ...]:
    """What a reply with these choices says, by state and family: its log ratios added and capped.

    Where both sides of the body are alike, nothing is said of an imbalance of one side.
    """
    question = knowledge.question[slug]
    weights: dict[tuple[str, Side, str], float] = defaultdict(float)
    for choice in question.choices:
        if choice.slug in choices:
            for one in choice.evidence:
                if one.role is None and not (one.side and choice.alike in choices):
                    for side in _sides(knowledge.imbalance[one.target]):
                        weights[one.target, side, one.family] += _on(one, side)
    low, high = map(math.log, question.cap)
    return tuple(
        Contribution(
            question=slug,
            imbalance=imbalance,
            side=side,
            family=family,
            weight=_clip(weight, _bounds((low, high), side)),
            observed=question.part.observed,
        )
        for (imbalance, side, family), weight in weights.items()
    )


def _sides(imbalance: Imbalance) -> tuple[Side, ...]:
    return SIDES if imbalance.sided else ("",)


def _on(evidence: Evidence, side: Side) -> float:
    """The log ratio of evidence for the state on `side`.

    A ratio r is that of the imbalance on whichever side, so it is the mean of the ratios of its two
    sides, which are as likely as each other. Evidence r > 1 for the left divides the right by the
    square root of r (ruling 8), so what is left for the left is 2r - 1/sqrt(r).
    """
    weight = math.log(evidence.ratio)
    if not evidence.side or weight <= 0:
        return weight if evidence.side in {"", side} else 0.0
    if evidence.side != side:
        return -weight / 2
    return math.log(2 * evidence.ratio - evidence.ratio**-0.5)


def _bounds(cap: tuple[float, float], side: Side) -> tuple[float, float]:
    """The cap of an imbalance for one of its states: one of two sides may gain twice as much."""
    low, high = cap
    return (low, high + math.log(2)) if side else cap


def _axis_scores(
    imbalances: list[Imbalance], said: dict[tuple[str, Side], list[Contribution]]
) -> Iterator[Score]:
    """Posteriors of the states of one axis, which exclude each other and neutral."""
    neutral = 1 - sum(imbalance.prior for imbalance in imbalances)
    weighed = []
    for imbalance in imbalances:
        sides = _sides(imbalance)
        for side in sides:
            heard = said[imbalance.slug, side]
            families = _families(heard, side)
            said_of_it = capped(math.fsum(family.weight for family in families), side)
            odds = math.log(imbalance.prior / len(sides) / neutral) + said_of_it
            weighed.append((imbalance.slug, side, odds, families, heard))
    whole = 1 + sum(math.exp(odds) for _, _, odds, _, _ in weighed)
    states = [
        State(slug, side, math.exp(odds) / whole, odds, families, tuple(heard))
        for slug, side, odds, families, heard in weighed
    ]
    for imbalance in imbalances:
        own = [state for state in states if state.imbalance == imbalance.slug]
        yield Score(imbalance.slug, tuple(sorted(own, key=lambda one: -one.probability)))


def _families(heard: Iterable[Contribution], side: Side) -> tuple[Family, ...]:
    """The damped sums of each family, by name."""
    grouped: dict[str, list[float]] = defaultdict(list)
    for one in heard:
        grouped[one.family].append(one.weight)
    return tuple(family_of(name, grouped[name], side) for name in sorted(grouped))


def family_of(name: str, weights: Iterable[float], side: Side) -> Family:
    """Answers of one family for a state on this side."""
    return Family(name, *damped(weights), _bounds(FAMILY_CAP, side))


def capped(total: float, side: Side) -> float:
    """What all families say of a state together, within what answers can say at all."""
    return _clip(total, _bounds(TOTAL_CAP, side))


def damped(weights: Iterable[float]) -> tuple[float, float]:
    """For and against, each with its strongest at full weight, the next at a half, then a quarter.

    Damping the two apart keeps their sum monotone in every weight, and lets equal and opposite
    answers cancel.
    """
    ordered = sorted(weights)
    against = [weight for weight in ordered if weight < 0]
    favour = [weight for weight in reversed(ordered) if weight > 0]
    return _faded(favour), _faded(against)


def _faded(strongest_first: list[float]) -> float:
    last = len(DAMPING) - 1
    return math.fsum(DAMPING[min(place, last)] * one for place, one in enumerate(strongest_first))


def _clip(weight: float, bounds: tuple[float, ...]) -> float:
    low, high = bounds
    return min(max(weight, low), high)


@dataclass(frozen=True, slots=True)
class MuscleScore:
    """What self-tests and signs say of a muscle being tight or weak, on a side if they name one."""

    muscle: str
    role: Role
    side: Side
    weight: float
    questions: tuple[str, ...]


def muscle_scores(knowledge: Knowledge, answers: Answers) -> tuple[MuscleScore, ...]:
    """The damped log ratio of every muscle and role that an answer speaks about."""
    heard: dict[tuple[str, Role, Side], dict[str, list[tuple[str, float]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for slug, answer in answers.items():
        for choice in knowledge.question[slug].choices:
            if choice.slug in chosen(answer):
                for one in choice.evidence:
                    if one.role is not None:
                        key = (one.target, one.role, one.side)
                        heard[key][one.family].append((slug, math.log(one.ratio)))
    return tuple(
        MuscleScore(
            *key,
            weight=math.fsum(
                side for said in heard[key].values() for side in damped(one for _, one in said)
            ),
            questions=tuple(sorted({slug for said in heard[key].values() for slug, _ in said})),
        )
        for key in sorted(heard)
    )
