"""Which exercises come in which weeks: three blocks of two weeks, within one time a day.

In a block the exercises stay and only their dose grows. At the next block up to half of the places
and of the time stay with strengthening exercises done before; the others go to muscles that had no
room. In every block two thirds of the places are for strengthening, while there is any
(exercises.yaml, meta, priority: strengthening changed posture, stretching did not; the share is
judgement).

A plan that is made anew in a later week goes on from what came before: in the middle of a block its
exercises stay, and only what does not fit any more gives its place to others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from math import ceil

from posture.reasoning.knowledge import Exercise, Kind, Role
from posture.reasoning.planning.doses import Amount, amount, is_used_up
from posture.reasoning.planning.fitting import Person, serves, sides_worked, worked
from posture.reasoning.planning.needs import BOTH_ROLES, BOTH_SIDES, SERVES, Sides, Want
from posture.reasoning.planning.values import WEEKS, Item, Purpose, SoFar, Week

BLOCK = 2  # weeks
BLOCKS = WEEKS // BLOCK
MOST_EVER = 5  # exercises: 2 stretches and 3 strengthening (exercises.yaml, meta, programme)


@dataclass(frozen=True, slots=True)
class Course:
    """An exercise done for these sides, in the place of an easier one (`after`).

    `weeks` are behind it when its block begins, fewer than 0 where it comes after that. `rank` is
    that of the want it was chosen for: the less, the more pressing.
    """

    exercise: Exercise
    sides: Sides
    rank: int
    weeks: int = 0
    after: str = ""

    @property
    def order(self) -> tuple[bool, int]:
        """Strengthening first."""
        return not _strengthens(self), self.rank

    @property
    def count_of_sides(self) -> int:
        return len(self.sides) if self.exercise.each_side else 1

    def amount(self, person: Person, *, week: int) -> Amount:
        """In a week of the block; the first one is 0."""
        mild = person.is_mild(self.exercise, self.sides)
        behind = max(0, self.weeks + week)
        return amount(self.exercise.dose, behind, older=person.older, mild=mild)

    def seconds(self, person: Person) -> int:
        """With the largest dose of a block that it is in from the first week on."""
        week = max(0, -self.weeks) + BLOCK - 1
        return self.amount(person, week=week).seconds(self.count_of_sides)


@dataclass
class Arranging:
    """The blocks of a plan in the making; `wants` are the most pressing first."""

    person: Person
    wants: tuple[Want, ...]
    so_far: SoFar
    blocks: list[tuple[Course, ...]] = field(default_factory=list)
    past: tuple[Course, ...] = ()  # all exercises of the weeks so far
    known: dict[str, Course] = field(default_factory=dict)  # those so far that can go on
    last: frozenset[str] = frozenset()  # the exercises of the week before the block in the making
    now: list[Course] = field(default_factory=list)  # those of the block in the making
    unserved: tuple[Want, ...] = ()  # the wants that no exercise so far is for
    begun: int = 0  # weeks of the block in the making that are over

    def arrange(self) -> None:
        self._take_up()
        while len(self.blocks) < BLOCKS:
            self._next_block()
            self.begun = 0

    @property
    def is_for_anything(self) -> bool:
        """Whether there is an exercise from now on."""
        return any(self.blocks[self.over :])

    # ------------------------------------------------------------ what came before
    @property
    def over(self) -> int:
        """How many blocks are behind; the last one is never."""
        return min(len(self.so_far.weeks) // BLOCK, BLOCKS - 1)

    def _take_up(self) -> None:
        """The weeks so far; after the last one its block goes on, for maintenance to take from."""
        weeks = self.so_far.weeks
        self.begun = len(weeks) - self.over * BLOCK
        self.last = _slugs(weeks[-1:])
        self.past = tuple(map(self._taken_up, _newest(weeks)))
        self.known = {one.exercise.slug: one for one in self.past if self._can_go_on(one)}
        for number in range(self.over):
            slugs = _slugs(weeks[number * BLOCK : (number + 1) * BLOCK])
            self.blocks.append(tuple(one for slug, one in self.known.items() if slug in slugs))
        self.unserved = self.wants
        for course in self.known.values():
            self._serve(course)

    def _taken_up(self, item: Item) -> Course:
        """With the weeks it was done in; all of it begins where it was never done."""
        exercise = self.person.knowledge.exercise[item.exercise]
        sides = frozenset({item.side}) if item.side else BOTH_SIDES
        served = (n for n, want in enumerate(self.wants) if serves(exercise, sides, want))
        done = item.exercise in self.so_far.done
        count = sum(item.exercise in _slugs((week,)) for week in self.so_far.weeks) if done else 0
        return Course(
            exercise, sides, min(served, default=len(self.wants)), count - self.begun, item.after
        )

    def _can_go_on(self, course: Course) -> bool:
        return bool(self.purposes(course)) and self.person.fits(course.exercise, course.sides)

    # ------------------------------------------------------------ a block
    def _next_block(self) -> None:
        before = sorted(self.known.values(), key=lambda one: (not self._was_on(one), *one.order))
        places, seconds = self.places, self.seconds
        strengthening = ceil(2 * places / 3)
        self.now = []
        strengthened = [one for one in before if _strengthens(one)]
        if self.begun:
            there = sorted(filter(self._was_on, before), key=lambda one: one.order)
            self._go_on(there, places, seconds)
        elif self._is_waited_for():
            self._go_on(strengthened, places // 2, seconds // 2)
        self._take_in(Role.WEAK, strengthening)
        self._take_in(Role.TIGHT, places - strengthening)
        self._go_on(strengthened, places, seconds)
        self._take_in(Role.WEAK, places)
        self._take_in(Role.TIGHT, places)
        self._go_on(before, places, seconds)
        if not self.begun and (not self._is_waited_for() or len(self.blocks) == BLOCKS - 1):
            self._make_harder()
        self.blocks.append(tuple(sorted(self.now, key=lambda one: one.rank)))
        self.last = frozenset(one.exercise.slug for one in self.now)
        for one in self.known.values():
            self._know(one, weeks=self.begun)
        for one in self.now:
            self._know(one, weeks=BLOCK)

    def _know(self, course: Course, *, weeks: int) -> None:
        self.known[course.exercise.slug] = replace(course, weeks=course.weeks + weeks)

    @property
    def places(self) -> int:
        """One more with each block."""
        return min(self.person.wishes.most + len(self.blocks), MOST_EVER)

    @property
    def seconds(self) -> int:
        """The time of a session."""
        return 60 * self.person.wishes.minutes

    def _is_waited_for(self) -> bool:
        """Whether there is an exercise for a muscle that none is for yet."""
        choices = (one for want in self.unserved for one in self.choices(want))
        return any(one.seconds(self.person) <= self.seconds for one in choices)

    def purposes(self, course: Course) -> tuple[Purpose, ...]:
        """All that is wanted and that an exercise done so is for."""
        served = (one for one in self.wants if serves(course.exercise, course.sides, one))
        return tuple(purpose for want in served for purpose in want.purposes)

    def _was_on(self, course: Course) -> bool:
        return course.exercise.slug in self.last

    def _go_on(self, before: Iterable[Course], places: int, seconds: int) -> None:
        """With exercises done before, unless a harder one has taken their place."""
        replaced = {one.after for one in self.known.values()}
        for one in before:
            done = one.exercise.slug in replaced or one in self.now
            if len(self.now) < places and not done and self._fits_in(one, seconds):
                self._add(one)

    def _take_in(self, role: Role, most: int) -> None:
        """Muscles that wait, for each the exercise that fits best; so many for this role in all."""
        for want in self.unserved:
            count = sum(SERVES[one.exercise.kind] == role for one in self.now)
            room = len(self.now) < self.places and count < most
            if room and want.role == role and want in self.unserved:
                fitting = (one for one in self.choices(want) if self._fits_in(one, self.seconds))
                for course in islice(fitting, 1):
                    self._add(course)

    def _add(self, course: Course) -> None:
        self.now.append(course)
        self._serve(course)

    def _serve(self, course: Course) -> None:
        exercise, sides = course.exercise, course.sides
        self.unserved = tuple(one for one in self.unserved if not serves(exercise, sides, one))

    def _fits_in(self, course: Course, seconds: int) -> bool:
        """Beside the exercises of this block, within so many seconds."""
        taken = sum(one.seconds(self.person) for one in self.now)
        return taken + course.seconds(self.person) <= seconds

    def _make_harder(self) -> None:
        """Put a harder exercise in the place of one whose dose is at the top, if time allows."""
        for course in tuple(self.now):
            harder = self._harder(course) if course.weeks > 0 else None
            if harder:
                self.now.remove(course)
                self._add(harder)

    def _harder(self, course: Course) -> Course | None:
        last = course.weeks - 1
        used_up = is_used_up(course.exercise.dose, last, older=self.person.older)
        if course.exercise.kind != Kind.STRENGTHEN or course.exercise.harder or not used_up:
            return None
        served = [one for one in self.wants if serves(course.exercise, course.sides, one)]
        limit = self.seconds + course.seconds(self.person)
        for one in self.choices(served[0]):
            all_served = all(serves(one.exercise, one.sides, want) for want in served)
            if one.exercise.harder and all_served and self._fits_in(one, limit):
                return replace(one, rank=course.rank, after=course.exercise.slug)
        return None

    # ------------------------------------------------------------ the choice of an exercise
    def choices(self, want: Want) -> Iterator[Course]:
        """New exercises for a muscle, the best first.

        Easy before harder, for the wanted sides alone before for both, then what is for most of the
        muscles that wait, then what works most of them besides, then the catalogue's order.
        """
        rank = self.wants.index(want)
        fitting = [
            one
            for one in self.person.candidates(want)
            if one.slug not in self.known
            and all(one.slug != other.exercise.slug for other in self.now)
            and self.person.fits(one, want.sides)
            and not self.clashes(one, want.sides)
        ]
        for one in sorted(fitting, key=lambda one: self._preference(one, want)):
            yield Course(one, want.sides, rank, -self.begun)

    def _preference(self, exercise: Exercise, want: Want) -> tuple[bool, bool, int, int]:
        waiting = [one for one in self.unserved if one.role == want.role]
        return (
            exercise.harder,
            sides_worked(exercise, want.sides) != want.sides,
            -sum(serves(exercise, want.sides, one) for one in waiting),
            -sum(one.muscle in exercise.also for one in waiting),
        )

    def clashes(self, exercise: Exercise, sides: Sides) -> frozenset[str]:
        """The muscles that it would stretch while the plan strengthens them, or the reverse."""
        knowledge, roles = self.person.knowledge, self.person.needs.roles
        others = (*self.past, *self.known.values(), *self.now)
        opposite = frozenset().union(
            *(
                worked(knowledge, one.exercise, one.sides)
                for one in others
                if one.exercise.kind != exercise.kind
            )
        )
        both = worked(knowledge, exercise, sides) & opposite
        return frozenset(where[0] for where in both if roles.get(where) != BOTH_ROLES)


def _newest(weeks: Iterable[Week]) -> Iterable[Item]:
    """Each exercise once, as in its newest week, with the easier one whose place it has."""
    found: dict[str, Item] = {}
    for item in (item for week in weeks for item in week):
        before = found.get(item.exercise)
        found[item.exercise] = replace(item, after=before.after) if before else item
    return found.values()


def _slugs(weeks: Iterable[Week]) -> frozenset[str]:
    return frozenset(item.exercise for week in weeks for item in week)


def _strengthens(course: Course) -> bool:
    return course.exercise.kind == Kind.STRENGTHEN
