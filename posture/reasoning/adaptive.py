"""Which question helps most now: the largest expected drop in uncertainty per minute of effort.

Uncertainty is the entropy of each axis in bits, so it holds the imbalances and their sides. How
somebody would reply is guessed from the likelihood ratios: in a state, each reply is as likely as
it would multiply the odds of that state now, beside what was heard already; in the neutral state
all are alike. The guess decides what is asked, never what is found. See docs/scoring.md.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from posture.reasoning.knowledge import Answers, Knowledge, Question, Side
from posture.reasoning.scoring import FOUND, SIDES, Score, State, capped, contributed, family_of

WORTH = 0.04  # bits a minute
TURNING = 0.2  # how likely a reply must be that changes what is found (docs/accuracy.md)
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
    """The question to ask next, or none when nothing is left that is worth its time.

    Below `WORTH` a question is asked only if its reply may well change what is found.
    """
    axes = tuple(_axes(knowledge, scored))
    for worth in _ranked(knowledge, axes, candidates):
        if worth.rate >= WORTH or _may_turn(knowledge, axes, worth.question) >= TURNING:
            return worth.question
    return None


def ranked(
    knowledge: Knowledge, scored: Iterable[Score], candidates: Iterable[Question]
) -> tuple[Worth, ...]:
    """The candidates by what a minute of each is expected to settle, the most first.

    `scored` is what the answers so far come to. Among equals the order of the edition holds.
    """
    return _ranked(knowledge, tuple(_axes(knowledge, scored)), candidates)


def _ranked(
    knowledge: Knowledge, axes: Sequence["Axis"], candidates: Iterable[Question]
) -> tuple[Worth, ...]:
    worths = []
    for question in candidates:
        told = _told(knowledge, question.slug)
        bits = math.fsum(axis.gain(told[axis.name]) for axis in axes if axis.name in told)
        worths.append(Worth(question, bits))
    return tuple(sorted(worths, key=lambda one: -one.rate))


def _may_turn(knowledge: Knowledge, axes: Iterable["Axis"], question: Question) -> float:
    """How likely it is that the reply changes what is found; axes are counted one by one."""
    told = _told(knowledge, question.slug)
    return math.fsum(axis.turning(told[axis.name]) for axis in axes if axis.name in told)


# ---------------------------------------------------------------- what may be replied
@dataclass(frozen=True, slots=True)
class Replies:
    """What the replies to a question say of an axis.

    Replies that say the same of all its states count as one: to tell them apart settles nothing.
    `alike` is how many each stands for; `said` holds for each state what each says of it.
    """

    alike: Sequence[int]
    said: Mapping[Key, Sequence[Said]]


@lru_cache(maxsize=1024)
def _told(knowledge: Knowledge, slug: str) -> Mapping[str, Replies]:
    """By axis, for those axes that the question says something of."""
    replies = tuple(replies_to(knowledge.question[slug]))
    said: dict[Key, list[Said]] = defaultdict(lambda: [()] * len(replies))
    for place, choices in enumerate(replies):
        for one in contributed(knowledge, slug, choices):
            told = said[one.imbalance, one.side]
            told[place] = (*told[place], (one.family, one.weight))
    axes = {
        axis: [key for key in said if knowledge.imbalance[key[0]].axis == axis]
        for axis in knowledge.axes
    }
    return {axis: _joined({key: said[key] for key in keys}) for axis, keys in axes.items() if keys}


def _joined(said: Mapping[Key, Sequence[Said]]) -> Replies:
    """The replies, those alike as one."""
    alike = Counter(zip(*said.values(), strict=True))
    return Replies(tuple(alike.values()), dict(zip(said, zip(*alike, strict=True), strict=True)))


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
    def whole(self) -> float:
        """What all families say, before it is cut to what answers can say at all."""
        return math.fsum(self.weights.values())

    @cached_property
    def total(self) -> float:
        return capped(self.whole, self.state.side)

    @cached_property
    def shifts(self) -> dict[Said, float]:
        """Shifts worked out before: many replies say the same of a state."""
        return {(): 0.0}

    def shares(self, replies: Replies) -> list[float]:
        """How likely each reply is in this state: as it would multiply its odds now."""
        said = replies.said[self.key]
        ratios = [n * math.exp(self.shift(one)) for n, one in zip(replies.alike, said, strict=True)]
        whole = sum(ratios)
        return [one / whole for one in ratios]

    def shift(self, said: Said) -> float:
        """What a reply would add to its log odds, beside what was heard already."""
        if said not in self.shifts:
            told = self.whole + sum(self.added(*one) for one in said)
            self.shifts[said] = capped(told, self.state.side) - self.total
        return self.shifts[said]

    def added(self, family: str, weight: float) -> float:
        """What one more weight adds to its family, damped and capped beside the others."""
        heard = (*self.heard.get(family, ()), weight)
        return _together(heard, self.state.side) - self.weights.get(family, 0.0)


@lru_cache(maxsize=16384)
def _together(weights: tuple[float, ...], side: Side) -> float:
    """What weights of one family say together."""
    return family_of("", weights, side).weight


@dataclass(frozen=True)
class Axis:
    """The states of one axis besides neutral, which exclude each other."""

    name: str
    states: tuple[Standing, ...]

    @cached_property
    def believed(self) -> tuple[tuple[float, Standing], ...]:
        """The states with their probabilities; what is left to 1 is neutral's."""
        odds = [math.exp(one.state.log_odds) for one in self.states]
        whole = 1 + math.fsum(odds)
        return tuple((one / whole, state) for one, state in zip(odds, self.states, strict=True))

    @cached_property
    def found(self) -> frozenset[str]:
        """The imbalances that are likely enough to be found now."""
        return self._found([one.state.log_odds for one in self.states])

    def gain(self, replies: Replies) -> float:
        """The bits that a question with these replies is expected to settle here.

        It is the mutual information of state and reply: the entropy of the reply, less what of it
        is left when the state is known.
        """
        told = self._told(replies)
        left = math.fsum(p * _entropy(row) for p, row in told)
        return max(_entropy(_mixed(told)) - left, 0.0)

    def turning(self, replies: Replies) -> float:
        """The chance of a reply by which other imbalances of this axis are likely enough."""
        chances = _mixed(self._told(replies))
        return math.fsum(
            chance
            for place, chance in enumerate(chances)
            if self._after(replies, place) != self.found
        )

    def _told(self, replies: Replies) -> list[tuple[float, list[float]]]:
        """How likely states are, and each reply in them.

        In neutral, and in states that no reply says anything of, all replies are alike.
        """
        told = [(p, one.shares(replies)) for p, one in self.believed if one.key in replies.said]
        whole = sum(replies.alike)
        silent = 1 - math.fsum(p for p, _ in told)
        return [*told, (silent, [one / whole for one in replies.alike])]

    def _after(self, replies: Replies, place: int) -> frozenset[str]:
        """What is likely enough after the reply in this place."""
        return self._found(
            [
                one.state.log_odds + one.shift(replies.said[one.key][place])
                if one.key in replies.said
                else one.state.log_odds
                for one in self.states
            ]
        )

    def _found(self, log_odds: Sequence[float]) -> frozenset[str]:
        odds: dict[str, float] = defaultdict(float)
        for state, one in zip(self.states, log_odds, strict=True):
            odds[state.state.imbalance] += math.exp(one)
        whole = 1 + math.fsum(odds.values())
        return frozenset(imbalance for imbalance, one in odds.items() if one >= FOUND * whole)


def _mixed(told: Iterable[tuple[float, list[float]]]) -> list[float]:
    """How likely each reply is, whatever the state."""
    return [
        math.fsum(column)
        for column in zip(*([p * one for one in row] for p, row in told), strict=True)
    ]


def _entropy(chances: Iterable[float]) -> float:
    """In bits."""
    return -math.fsum(one * math.log2(one) for one in chances)


def _axes(knowledge: Knowledge, scored: Iterable[Score]) -> Iterator[Axis]:
    by_slug = {score.imbalance: score for score in scored}
    for axis in knowledge.axes:
        on_axis = [by_slug[one.slug] for one in knowledge.imbalances if one.axis == axis]
        yield Axis(axis, tuple(Standing(state) for score in on_axis for state in score.states))
