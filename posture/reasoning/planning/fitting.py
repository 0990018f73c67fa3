"""Which exercises fit a person, and what speaks against the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from posture.reasoning.knowledge import Exercise, Kind, Knowledge, Role
from posture.reasoning.planning.needs import (
    APART,
    BOTH_ROLES,
    BOTH_SIDES,
    BY_PART,
    SERVES,
    Needs,
    Sides,
    Want,
    Where,
)
from posture.reasoning.planning.values import HOUSEHOLD, Cause, Excluded, Wishes
from posture.reasoning.scoring import SIDES

FLOOR = "floor"  # a place of exercises, and the filter of who does not get down to it
MILD = "no-max-stretch"  # the filter of who stretches to a mild pull only


@dataclass(frozen=True)
class Person:
    """All that decides which exercises fit: what muscles need, filters, wishes, and the age."""

    knowledge: Knowledge
    needs: Needs
    filters: frozenset[str]
    wishes: Wishes
    older: bool  # 65 and over

    def is_mild(self, exercise: Exercise, sides: Sides) -> bool:
        """Whether it is a stretch to a mild pull: for this person, or of what is also weak."""
        for_it = ((one, side) for one in exercise.targets for side in sides_worked(exercise, sides))
        both = any(self.needs.roles.get(where) == BOTH_ROLES for where in for_it)
        return exercise.kind == Kind.STRETCH and (both or MILD in self.filters)

    def candidates(self, want: Want) -> Iterator[Exercise]:
        """The exercises for a muscle, whether they fit or not."""
        for exercise in self.knowledge.exercises:
            for_it = want.through in exercise.targets and SERVES[exercise.kind] == want.role
            if for_it and (not want.only or exercise.slug in want.only):
                yield exercise

    def fits(self, exercise: Exercise, sides: Sides) -> bool:
        return self.excluded(exercise, sides) is None

    def excluded(self, exercise: Exercise, sides: Sides) -> Excluded | None:
        """What speaks most against an exercise on these sides."""
        barred = (exercise.avoid & self.filters) - {FLOOR}
        lacking = exercise.needs - HOUSEHOLD - self.wishes.equipment
        against = frozenset(self._opposed(exercise, sides))
        causes = {
            Cause.FILTER: (barred, bool(barred)),
            Cause.OPPOSES: (against, bool(against)),
            Cause.FLOOR: (frozenset(), self._is_too_low(exercise)),
            Cause.EQUIPMENT: (lacking, bool(lacking)),
            Cause.REPLACED: (frozenset(), exercise.slug in self.wishes.without),
        }
        found = (
            Excluded(exercise.slug, cause, tuple(sorted(of)))
            for cause, (of, holds) in causes.items()
            if holds
        )
        return next(found, None)

    def _is_too_low(self, exercise: Exercise) -> bool:
        on_floor = FLOOR in exercise.avoid or set(exercise.places) == {FLOOR}
        return on_floor and (not self.wishes.floor or FLOOR in self.filters)

    def _opposed(self, exercise: Exercise, sides: Sides) -> Iterator[str]:
        """The muscles that it would stretch though they are weak, or strengthen though tight."""
        role = SERVES[exercise.kind]
        for where in worked(self.knowledge, exercise, sides):
            roles = self.needs.roles.get(where, frozenset())
            unsettled = where in self.needs.unsettled
            if unsettled or (roles and not _agrees(exercise, where[0], role, roles)):
                yield where[0]


def _agrees(exercise: Exercise, muscle: str, role: Role, roles: frozenset[Role]) -> bool:
    """Whether a muscle that is this may be worked so."""
    by_part = role == Role.WEAK and Role.TIGHT in roles and muscle in BY_PART
    return role in roles and (not by_part or exercise.slug in BY_PART[muscle])


def worked(knowledge: Knowledge, exercise: Exercise, sides: Sides) -> frozenset[Where]:
    """The muscles that it works when done for these sides, with those besides its targets."""
    muscles = _muscles_worked(knowledge, exercise.slug)
    return frozenset((one, side) for one in muscles for side in sides_worked(exercise, sides))


@lru_cache(maxsize=512)
def _muscles_worked(knowledge: Knowledge, slug: str) -> frozenset[str]:
    """What works a muscle works its group and its parts, but for parts that are apart."""
    exercise = knowledge.exercise[slug]
    named = {*exercise.targets, *exercise.also}
    groups = {knowledge.muscle[one].group for one in named if one not in APART}
    parts = {
        one.slug
        for one in knowledge.muscles
        if one.group in named and slug not in APART.get(one.slug, ())
    }
    return frozenset((named | groups | parts) - {""})


def sides_worked(exercise: Exercise, sides: Sides) -> Sides:
    """The sides of the body it works when done for these."""
    return sides if exercise.each_side else BOTH_SIDES


def serves(exercise: Exercise, sides: Sides, want: Want) -> bool:
    """Whether it is for the muscle on all sides that are wanted, done on these."""
    return (
        want.through in exercise.targets
        and SERVES[exercise.kind] == want.role
        and want.sides <= sides_worked(exercise, sides)
        and (not want.only or exercise.slug in want.only)
    )


def wanted(person: Person) -> tuple[Want, ...]:
    """What is wanted, side by side where no exercise fits both sides but one fits a side."""
    return tuple(one for want in person.needs.wants for one in _by_sides(person, want))


def _by_sides(person: Person, want: Want) -> tuple[Want, ...]:
    parts = tuple(want.on(side) for side in SIDES if side in want.sides)
    if _is_possible(person, want) or not any(_is_possible(person, one) for one in parts):
        return (want,)
    return parts


def _is_possible(person: Person, want: Want) -> bool:
    return any(person.fits(one, want.sides) for one in person.candidates(want))
