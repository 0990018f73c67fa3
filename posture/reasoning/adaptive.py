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
from posture.reasoning.scoring import SIDES, Score, State, contributed, family_of, total

WORTH = 0.03  # bits a minute: below, no answer would change much any more
MINUTES = 10.0  # of adaptive questions in one check

Key = tuple[str, Side]  # of a state
Said = tuple[tuple[str, float], ...]  # what a reply says of a state: families with log ratios


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
    knowledge: Knowledge, scored: Iterable[Score], candidates: Iterable[Question]
) -> Question | None:
    """The question to ask next, or none when nothing is left that is worth its time."""
    best = next(iter(ranked(knowledge, scored, candidates)), None)
    return best.question if best and best.rate >= WORTH else None


def ranked(
    knowledge: Knowledge, scored: Iterable[Score], candidates: Iterable[Question]
) -> tuple[Worth, ...]:
    """The candidates by what a minute of each is expected to settle, the most first.

    `scored` is what the answers so far come to. Among equals the order of the edition holds.
    """
    axes = tuple(_axes(knowledge, scored))
    worths = []
    for question in candidates:
        replies = _replies(knowledge, question.slug)
        worths.append(Worth(question, math.fsum(axis.gain(replies) for axis in axes)))
    return tuple(sorted(worths, key=lambda one: -one.rate))


# ---------------------------------------------------------------- what may be replied
@dataclass(frozen=True, slots=True)
class Replies:
    """How many there are, and for each state that one speaks of, what each says of it."""

    count: int
    said: Mapping[Key, Sequence[Said]]


@lru_cache(maxsize=1024)
def _replies(knowledge: Knowledge, slug: str) -> Replies:
    question = knowledge.question[slug]
    replies = tuple(replies_to(question))
    said: dict[Key, list[Said]] = defaultdict(lambda: [()] * len(replies))
    for place, choices in enumerate(replies):
        for one in contributed(knowledge, question, choices):
            told = said[one.imbalance, one.side]
            told[place] = (*told[place], (one.family, one.weight))
    return Replies(len(replies), dict(said))


def replies_to(question: Question) -> Iterator[tuple[str, ...]]:
    """Its possible replies but "not sure": a single choice, or one for each side of the body."""
    sided = [[one.slug for one in question.choices if one.side == side] for side in SIDES]
    if all(sided):
        return product(*sided)
    return ((one.slug,) for one in question.choices)


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
    def shifts(self) -> dict[Said, float]:
        """Shifts worked out before: many replies say the same of a state."""
        return {}

    def shares(self, replies: Sequence[Said]) -> list[float]:
        """How likely each reply is in this state: as it would multiply its odds now."""
        ratios = [math.exp(self.shift(said)) for said in replies]
        whole = math.fsum(ratios)
        return [one / whole for one in ratios]

    def shift(self, said: Said) -> float:
        """What a reply would add to its log odds, beside what was heard already."""
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
    def believed(self) -> tuple[tuple[float, Standing], ...]:
        """The states with their probabilities; what is left to 1 is neutral's."""
        odds = [math.exp(one.state.log_odds) for one in self.states]
        whole = 1 + math.fsum(odds)
        return tuple((one / whole, state) for one, state in zip(odds, self.states, strict=True))

    def gain(self, replies: Replies) -> float:
        """The bits that a question with these replies is expected to settle here.

        It is the mutual information of state and reply: the entropy of the reply, less what of it
        is left when the state is known. In neutral, and in states that no reply says anything of,
        all replies are alike.
        """
        told = [
            (p, one.shares(replies.said[one.key]))
            for p, one in self.believed
            if one.key in replies.said
        ]
        if not told:
            return 0.0
        silent = 1 - math.fsum(p for p, _ in told)
        chances = [
            silent / replies.count + sum(p * shares[place] for p, shares in told)
            for place in range(replies.count)
        ]
        known = silent * math.log2(replies.count) + sum(p * _entropy(row) for p, row in told)
        return max(_entropy(chances) - known, 0.0)


def _entropy(chances: Iterable[float]) -> float:
    """In bits."""
    return -math.fsum(one * math.log2(one) for one in chances)


def _axes(knowledge: Knowledge, scored: Iterable[Score]) -> Iterator[Axis]:
    by_slug = {score.imbalance: score for score in scored}
    for axis in knowledge.axes:
        on_axis = [by_slug[one.slug] for one in knowledge.imbalances if one.axis == axis]
        yield Axis(tuple(Standing(state) for score in on_axis for state in score.states))
