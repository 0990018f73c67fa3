"""Which question helps most now: the largest expected drop in uncertainty per minute of effort.

Uncertainty is the entropy of each axis in bits, so it holds the imbalances and their sides. How
somebody would reply is guessed from the likelihood ratios: in a state, each reply is as likely as
it would multiply the odds of that state now, beside what was heard already; in the neutral state
all are alike. The guess decides what is asked, never what is found. See docs/scoring.md.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from posture.reasoning.knowledge import Answers, Knowledge, Question, Side
from posture.reasoning.scoring import SIDES, State, contributed, family_of, scores, total

WORTH = 0.03  # bits a minute: below, no answer would change much any more
MINUTES = 10.0  # of adaptive questions in one check

Key = tuple[str, Side]  # of a state
Reply = Mapping[Key, tuple[tuple[str, float], ...]]  # of a state: families with log ratios


@dataclass(frozen=True, slots=True)
class Worth:
    """What a question is expected to settle, in bits."""

    question: Question
    bits: float

    @property
    def rate(self) -> float:
        """Bits a minute."""
        return self.bits / self.question.minutes


def affordable(
    knowledge: Knowledge, answers: Answers, candidates: Iterable[Question]
) -> list[Question]:
    """The candidates that there is time for, after the adaptive ones among these answers."""
    asked = (knowledge.question[slug] for slug in answers)
    spent = math.fsum(one.minutes for one in asked if one.adaptive)
    return [one for one in candidates if spent + one.minutes <= MINUTES]


def next_adaptive(
    knowledge: Knowledge, answers: Answers, candidates: Iterable[Question]
) -> Question | None:
    """The question to ask next, or none when nothing is left that is worth its time.

    `answers` are those that count.
    """
    best = next(iter(ranked(knowledge, answers, candidates)), None)
    return best.question if best and best.rate >= WORTH else None


def ranked(
    knowledge: Knowledge, answers: Answers, candidates: Iterable[Question]
) -> tuple[Worth, ...]:
    """The candidates by what a minute of each is expected to settle, the most first.

    Among equals the order of the edition holds.
    """
    axes = tuple(_axes(knowledge, answers))
    worths = []
    for question in candidates:
        replies = _replies(knowledge, question.slug)
        worths.append(Worth(question, math.fsum(axis.gain(replies) for axis in axes)))
    return tuple(sorted(worths, key=lambda one: -one.rate))


# ---------------------------------------------------------------- what is believed now
@dataclass(frozen=True)
class Standing:
    """A state as the answers so far leave it."""

    state: State

    @property
    def key(self) -> Key:
        return self.state.imbalance, self.state.side

    @cached_property
    def heard(self) -> Mapping[str, list[float]]:
        """What was said so far in each family."""
        said = defaultdict(list)
        for one in self.state.contributions:
            said[one.family].append(one.weight)
        return said

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each family says together."""
        return {family.name: family.weight for family in self.state.families}

    @cached_property
    def total(self) -> float:
        return total(self.weights.values(), self.state.side)

    @cached_property
    def shifts(self) -> dict[tuple[tuple[str, float], ...], float]:
        """Shifts worked out before: many replies say the same of a state."""
        return {}

    def shift(self, reply: Reply) -> float:
        """What a reply would add to its log odds, beside what was heard already."""
        said = reply.get(self.key)
        if not said:
            return 0.0
        if said not in self.shifts:
            changed = {
                name: family_of(name, [*self.heard.get(name, ()), weight], self.state.side).weight
                for name, weight in said
            }
            whole = {**self.weights, **changed}
            self.shifts[said] = total(whole.values(), self.state.side) - self.total
        return self.shifts[said]


@dataclass(frozen=True)
class Axis:
    """The states of one axis besides neutral, which exclude each other."""

    states: tuple[Standing, ...]

    @cached_property
    def believed(self) -> tuple[float, ...]:
        """The probabilities of neutral and of each state."""
        odds = [1.0, *(math.exp(one.state.log_odds) for one in self.states)]
        whole = math.fsum(odds)
        return tuple(one / whole for one in odds)

    def gain(self, replies: Sequence[Reply]) -> float:
        """The bits that a question with these replies is expected to settle here.

        It is the mutual information of state and reply.
        """
        if not any(one.key in reply for one in self.states for reply in replies):
            return 0.0
        shifts = [[one.shift(reply) for reply in replies] for one in self.states]
        likely = [_shares(row) for row in ([0.0] * len(replies), *shifts)]
        chances = [
            math.fsum(p * row[place] for p, row in zip(self.believed, likely, strict=True))
            for place in range(len(replies))
        ]
        return math.fsum(
            p * one * math.log2(one / chance)
            for p, row in zip(self.believed, likely, strict=True)
            for one, chance in zip(row, chances, strict=True)
        )


def _shares(log_ratios: Sequence[float]) -> list[float]:
    """How likely each reply is in a state: as its ratio there."""
    ratios = [math.exp(one) for one in log_ratios]
    whole = math.fsum(ratios)
    return [one / whole for one in ratios]


def _axes(knowledge: Knowledge, answers: Answers) -> Iterator[Axis]:
    scored = {score.imbalance: score for score in scores(knowledge, answers)}
    for axis in knowledge.axes:
        on_axis = [scored[one.slug] for one in knowledge.imbalances if one.axis == axis]
        yield Axis(tuple(Standing(state) for score in on_axis for state in score.states))


# ---------------------------------------------------------------- what may be replied
@lru_cache(maxsize=1024)
def _replies(knowledge: Knowledge, slug: str) -> tuple[Reply, ...]:
    """Every single choice of a question, or one for each side of the body."""
    question = knowledge.question[slug]
    replies = []
    for choices in replies_to(question):
        reply: dict[Key, tuple[tuple[str, float], ...]] = {}
        for one in contributed(knowledge, question, choices):
            key = (one.imbalance, one.side)
            reply[key] = (*reply.get(key, ()), (one.family, one.weight))
        replies.append(reply)
    return tuple(replies)


def replies_to(question: Question) -> Iterator[tuple[str, ...]]:
    """Its possible replies but "not sure": a single choice, or one for each side of the body."""
    sided = [[one.slug for one in question.choices if one.side == side] for side in SIDES]
    if all(sided):
        return product(*sided)
    return ((one.slug,) for one in question.choices)
