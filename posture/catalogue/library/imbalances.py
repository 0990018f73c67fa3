"""The first page, the index of imbalances, and the page of one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from posture.catalogue import drawing
from posture.catalogue.drawing import DRAWN_HIGH
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.library.exercises import exercises_for_imbalance
from posture.catalogue.library.sides import side_in_words
from posture.catalogue.library.sources import sources
from posture.catalogue.records import Imbalance, Involvement
from posture.figures import Marking, Posture, Role, View

Page = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Card:
    """An imbalance on a card, see components/imbalance_card.html."""

    name: str
    summary: str
    tight_count: int
    weak_count: int
    figure: SafeString
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A muscle in a numbered list, see components/muscle_row.html."""

    slug: str
    name: str
    plain: str
    role: Role
    number: int
    side: str
    because: str
    url: str


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen from one side."""

    name: str
    text: str
    figure: SafeString


@lru_cache(maxsize=32)
def _cards(edition: PublishedEdition, _language: str | None) -> tuple[Card, ...]:
    return tuple(
        Card(
            name=one.name,
            summary=one.summary,
            tight_count=_count(one, "tight"),
            weak_count=_count(one, "weak"),
            figure=drawing.close_up(one.slug, drawing.best_view(one), id=f"card-{one.slug}"),
            url=reverse("imbalance", args=[one.slug]),
        )
        for one in edition.catalogue.imbalances
    )


def _count(imbalance: Imbalance, role: str) -> int:
    return sum(one.role == role for one in imbalance.involvements)


def first_page(edition: PublishedEdition) -> Page:
    return {
        "edition": edition,
        "imbalances": _cards(edition, get_language()),
        "neutral": drawing.standing(None, "side", id="stands-neutral"),
        "bodies": _standing(edition),
        "written_in": edition.language,
    }


def _standing(edition: PublishedEdition) -> tuple[SafeString, ...]:
    """The imbalances as whole bodies, to stand beside each other."""
    return tuple(
        drawing.standing(one.slug, drawing.best_view(one), id=f"stands-{one.slug}")
        for one in edition.catalogue.imbalances
    )


def imbalance_index(edition: PublishedEdition) -> Page:
    cards = _cards(edition, get_language())
    return {"edition": edition, "imbalances": cards, "written_in": edition.language}


def imbalance_page(edition: PublishedEdition, imbalance: Imbalance, *, film: bool = False) -> Page:
    return _imbalance_page(edition, imbalance.slug, get_language(), film=film)


@lru_cache(maxsize=128)
def _imbalance_page(
    edition: PublishedEdition, slug: str, language: str | None, *, film: bool
) -> Page:
    imbalance = edition.imbalances[slug]
    markings = drawing.involved(imbalance, DRAWN_HIGH)
    rows = _rows(edition, imbalance, markings)
    return {
        "imbalance": imbalance,
        "edition": edition,
        "written_in": edition.language,
        "axis": edition.axes[imbalance.axis],
        "tight": [row for row in rows if row.role == "tight"],
        "weak": [row for row in rows if row.role == "weak"],
        "plate": drawing.plate(edition, (Posture(slug),), markings, id=slug, film=film),
        "film": "?film=1",
        "looks": tuple(_looks(imbalance)),
        "exercises": exercises_for_imbalance(edition, imbalance),
        "sources": sources(
            edition, imbalance.sources, *(one.sources for one in imbalance.involvements)
        ),
        "others": [card for card in _cards(edition, language) if card.name != imbalance.name],
    }


def _rows(
    edition: PublishedEdition, imbalance: Imbalance, markings: tuple[Marking, ...]
) -> tuple[Row, ...]:
    pairs = zip(drawing.listed(imbalance), markings, strict=True)
    return tuple(_row(edition, involvement, mark) for involvement, mark in pairs)


def _row(edition: PublishedEdition, involvement: Involvement, mark: Marking) -> Row:
    muscle = edition.muscles[involvement.muscle]
    return Row(
        slug=muscle.slug,
        name=muscle.name,
        plain=muscle.plain,
        role=mark.role,
        number=mark.number,
        side=side_in_words(involvement.side),
        because=involvement.note,
        url=reverse("muscle", args=[muscle.slug]),
    )


def _looks(imbalance: Imbalance) -> Iterator[Look]:
    seen: tuple[tuple[View, str, str], ...] = (
        ("side", _("From the side"), imbalance.looks_side),
        ("front", _("From the front"), imbalance.looks_front),
        ("back", _("From the back"), imbalance.looks_back),
    )
    for view, name, text in seen:
        if text:
            id = f"{imbalance.slug}-looks-{view}"
            yield Look(name, text, drawing.standing(imbalance.slug, view, id=id, ghost=True))
