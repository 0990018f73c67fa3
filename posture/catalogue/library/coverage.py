"""The page of what is left for each muscle in common situations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from posture.catalogue.coverage import Gap, Row, Situation, condition, coverage
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.models.sets import Equipment
from posture.reasoning.knowledge import Role
from posture.reasoning.planning.values import HOUSEHOLD


@dataclass(frozen=True, slots=True)
class Line:
    """A muscle with how many exercises are left for it; each cell is a situation and a number."""

    name: str
    plain: str
    url: str
    cells: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a situation is, and the movements that are left out in it."""

    name: str
    text: str
    movements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """A muscle with no exercise left in a situation."""

    name: str
    url: str
    role: str
    situation: str


def coverage_page(edition: PublishedEdition) -> Mapping[str, object]:
    """What catalogue/coverage.html prints."""
    return _page(edition, get_language())


@lru_cache(maxsize=8)
def _page(edition: PublishedEdition, _language: str | None) -> Mapping[str, object]:
    found = coverage(edition.catalogue)
    return {
        "edition": edition,
        "written_in": edition.language,
        "situations": tuple(one.label for one in found.situations),
        "tight": tuple(_line(edition, row) for row in found.rows if row.role == Role.TIGHT),
        "weak": tuple(_line(edition, row) for row in found.rows if row.role == Role.WEAK),
        "gaps": tuple(_lack(edition, gap) for gap in found.gaps),
        "meanings": tuple(_meaning(edition, one) for one in found.situations),
    }


def _line(edition: PublishedEdition, row: Row) -> Line:
    muscle = edition.muscles[row.muscle]
    cells = tuple((str(one.label), len(left)) for one, left in row.left.items())
    return Line(muscle.name, muscle.plain, reverse("muscle", args=[muscle.slug]), cells)


def _lack(edition: PublishedEdition, gap: Gap) -> Lack:
    muscle = edition.muscles[gap.muscle]
    url = reverse("muscle", args=[muscle.slug])
    return Lack(muscle.name, url, gap.role, str(gap.situation.label))


def _meaning(edition: PublishedEdition, situation: Situation) -> Meaning:
    if line := condition(edition.catalogue, situation):
        movements = tuple(edition.filters[one].text for one in line.filters)
        return Meaning(str(situation.label), line.text, movements)
    return Meaning(str(situation.label), _own_words(situation))


def _own_words(situation: Situation) -> str:
    if situation == Situation.NO_EQUIPMENT:
        things = ", ".join(one.label.lower() for one in Equipment if one in HOUSEHOLD)
        return _("Nothing but what most homes have: %(things)s.") % {"things": things}
    return _("No limits, and all of the equipment.")
