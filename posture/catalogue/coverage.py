"""What is left for each muscle in common situations: which exercises a plan may still use there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from posture.catalogue.knowledge import knowledge_of
from posture.catalogue.models.sets import Equipment
from posture.catalogue.records import Catalogue, Condition, RedFlag
from posture.reasoning.knowledge import Knowledge, Role
from posture.reasoning.planning.fitting import Person
from posture.reasoning.planning.needs import BOTH_SIDES, Needs, Want
from posture.reasoning.planning.values import Wishes


class Situation(TextChoices):
    """Common situations. But for the first two, each is a line of the safety screen."""

    EVERYBODY = "everybody", _("Everybody")
    NO_EQUIPMENT = "no-equipment", _("No equipment")
    NO_FLOOR = "floor", _("Not on the floor")
    PREGNANT = "pregnant", _("Pregnant")
    OSTEOPOROSIS = "osteoporosis", _("Osteoporosis")
    KNEE = "knee", _("New or sore knee")
    HIP_REPLACEMENT = "hip-replacement", _("Hip replacement")
    BALANCE = "balance", _("Poor balance")
    SHOULDER = "shoulder", _("Shoulder trouble")
    NERVE = "radicular-leg", _("Sensitive nerve")


@dataclass(frozen=True, slots=True)
class Gap:
    """A muscle for which a situation leaves no exercise."""

    muscle: str
    role: Role
    situation: Situation


@dataclass(frozen=True, slots=True)
class Row:
    """The exercises that stretch a tight muscle, or strengthen a weak one, by situation.

    `imbalances` are those that call it so.
    """

    muscle: str
    role: Role
    imbalances: tuple[str, ...]
    left: Mapping[Situation, tuple[str, ...]]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        empty = (one for one, exercises in self.left.items() if not exercises)
        return tuple(Gap(self.muscle, self.role, one) for one in empty)

    def only(self, exercise: str) -> tuple[Situation, ...]:
        """The situations in which this exercise is the only one left."""
        return tuple(one for one, exercises in self.left.items() if exercises == (exercise,))


@dataclass(frozen=True, slots=True)
class Coverage:
    """A row for each muscle that an imbalance calls tight, then for each that one calls weak."""

    situations: tuple[Situation, ...]
    rows: tuple[Row, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(gap for row in self.rows for gap in row.gaps)

    def of(self, exercise: str) -> tuple[Row, ...]:
        """The rows in which a plan may choose this exercise."""
        return tuple(row for row in self.rows if exercise in row.left[Situation.EVERYBODY])


def coverage(catalogue: Catalogue) -> Coverage:
    """By the rules of the plans. A situation of which the safety screen has no line is left out."""
    knowledge = knowledge_of(catalogue)
    people = dict(_people(catalogue, knowledge))
    rows = (
        Row(muscle, role, by, {one: _left(each, muscle, role) for one, each in people.items()})
        for (muscle, role), by in _named(catalogue).items()
    )
    return Coverage(tuple(people), tuple(rows))


def condition(catalogue: Catalogue, situation: Situation) -> Condition | RedFlag | None:
    """The line of the safety screen that a situation is."""
    lines: tuple[Condition | RedFlag, ...] = (*catalogue.conditions, *catalogue.red_flags)
    return next((one for one in lines if one.slug == situation), None)


def _people(catalogue: Catalogue, knowledge: Knowledge) -> Iterator[tuple[Situation, Person]]:
    """Somebody for each situation, to whom nothing else applies."""
    everything = Wishes(equipment=frozenset(Equipment.values))
    yield Situation.EVERYBODY, _person(knowledge, everything)
    yield Situation.NO_EQUIPMENT, _person(knowledge, Wishes())
    for situation in Situation:
        if line := condition(catalogue, situation):
            yield situation, _person(knowledge, everything, frozenset(line.filters))


def _person(knowledge: Knowledge, wishes: Wishes, filters: frozenset[str] = frozenset()) -> Person:
    nothing = Needs(wants=(), roles={}, unsettled=frozenset(), left_out=())
    return Person(knowledge, nothing, filters, wishes, older=False)


def _named(catalogue: Catalogue) -> Mapping[tuple[str, Role], tuple[str, ...]]:
    """The muscles that are called tight, then those called weak, with the imbalances that do."""
    named = defaultdict(list)
    for imbalance in catalogue.imbalances:
        for one in imbalance.involvements:
            named[one.muscle, Role(one.role)].append(imbalance.slug)
    order = ((muscle.slug, role) for role in Role for muscle in catalogue.muscles)
    return {one: tuple(dict.fromkeys(named[one])) for one in order if one in named}


def _left(person: Person, muscle: str, role: Role) -> tuple[str, ...]:
    want = Want(muscle, role, BOTH_SIDES, through=muscle, purposes=())
    return tuple(one.slug for one in person.candidates(want) if person.fits(one, BOTH_SIDES))
