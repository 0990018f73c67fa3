"""A rule learned from simulated people, to tell how much the answers of others hold at all.

It knows the world that it is tried in, which the check does not, and every question is answered.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from posture.reasoning.knowledge import Answers, Imbalance, Side
from posture.simulation.people import Person
from posture.simulation.world import World

OVERLAP = 0.6  # of each answer's weight counts, for answers repeat each other; assumed

State = tuple[str, Side] | None  # an imbalance with its side, or neutral


@dataclass(frozen=True, slots=True)
class Seen:
    """How many people of an axis were in each state, and what those answered."""

    people: Counter[State]
    answers: Mapping[State, Counter[Hashable]]

    def likeliest(self, said: list[Hashable]) -> State:
        return max(self.people, key=lambda state: self._weight(state, said))

    def _weight(self, state: State, said: list[Hashable]) -> float:
        """A log probability but for a constant; each count is one more than it was."""
        count, heard = self.people[state], self.answers[state]
        told = math.fsum(math.log((heard[one] + 1) / (count + 2)) for one in said)
        return math.log(count) + OVERLAP * told


@dataclass(frozen=True, slots=True)
class Rule:
    """Naive Bayes for each axis by itself."""

    world: World
    axes: tuple[Seen, ...]

    def found(self, replies: Answers) -> dict[str, Side]:
        """The imbalances of somebody who gives these answers, with their sides."""
        said = list(_said(self.world, replies))
        return dict(filter(None, (seen.likeliest(said) for seen in self.axes)))


def learned(world: World, people: Iterable[Person]) -> Rule:
    """What these people teach."""
    known = list(people)
    axes = []
    for axis in dict.fromkeys(one.axis for one in world.imbalances):
        count: Counter[State] = Counter()
        heard: dict[State, Counter[Hashable]] = defaultdict(Counter)
        on_axis = [one for one in world.imbalances if one.axis == axis]
        for one in known:
            state = _state(on_axis, one)
            count[state] += 1
            heard[state].update(_said(world, one.replies))
        axes.append(Seen(count, heard))
    return Rule(world, tuple(axes))


def _state(on_axis: Iterable[Imbalance], person: Person) -> State:
    return next(
        (
            (one.slug, person.side if one.sided else "")
            for one in on_axis
            if one.slug in person.labels
        ),
        None,
    )


def _said(world: World, replies: Answers) -> Iterator[Hashable]:
    """Each answer; where several choices can be made, whether each of them was."""
    for slug, answer in replies.items():
        habit = world.told.get(slug)
        if habit and habit.many and isinstance(answer, tuple):
            yield from ((slug, choice, choice in answer) for choice in habit.rates)
        else:
            yield slug, answer
