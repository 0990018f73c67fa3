"""The first page, the index of imbalances, and the page of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from posture.catalogue import drawing
from posture.catalogue.drawing import DRAWN_HIGH
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.library.sides import side_in_words
from posture.catalogue.library.sources import sources
from posture.catalogue.records import Imbalance, Involvement
from posture.figures import Marking, Posture, Role

Page = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Card:
    """An imbalance on a card, see components/pattern_card.html."""

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


@lru_cache(maxsize=32)
def _cards(edition: PublishedEdition, _language: str | None) -> tuple[Card, ...]:
    return tuple(
        Card(
            name=one.name,
            summary=one.summary,
            tight_count=_count(one, "tight"),
            weak_count=_count(one, "weak"),
            figure=drawing.pattern_picture(one.slug, id=f"card-{one.slug}"),
            url=reverse("imbalance", args=[one.slug]),
        )
        for one in edition.catalogue.imbalances
    )


def _count(imbalance: Imbalance, role: str) -> int:
    return sum(one.role == role for one in imbalance.involvements)


def first_page(edition: PublishedEdition) -> Page:
    cards = _cards(edition, get_language())
    return {
        "edition": edition,
        "patterns": cards,
        "hero": _hero(edition),
        "written_in": edition.language,
    }


@lru_cache(maxsize=8)
def _hero(edition: PublishedEdition) -> tuple[SafeString, ...]:
    """The imbalances standing beside each other."""
    return tuple(
        drawing.standing_picture(one.slug, drawing.involved(one, DRAWN_HIGH), id=f"hero-{one.slug}")
        for one in edition.catalogue.imbalances
    )


def imbalance_index(edition: PublishedEdition) -> Page:
    cards = _cards(edition, get_language())
    return {"edition": edition, "patterns": cards, "written_in": edition.language}


def imbalance_page(edition: PublishedEdition, imbalance: Imbalance) -> Page:
    return _imbalance_page(edition, imbalance.slug, get_language())


@lru_cache(maxsize=128)
def _imbalance_page(edition: PublishedEdition, slug: str, _language: str | None) -> Page:
    imbalance = edition.imbalances[slug]
    rows = _rows(edition, imbalance)
    return {
        "imbalance": imbalance,
        "edition": edition,
        "written_in": edition.language,
        "axis": edition.axes[imbalance.axis],
        "tight": [row for row in rows if row.role == "tight"],
        "weak": [row for row in rows if row.role == "weak"],
        "plate": drawing.plate(
            edition, (Posture(slug),), drawing.involved(imbalance, DRAWN_HIGH), id=slug
        ),
        "looks": _looks(imbalance),
        "sources": sources(
            edition, imbalance.sources, *(one.sources for one in imbalance.involvements)
        ),
        "others": [card for card in _cards(edition, _language) if card.name != imbalance.name],
    }


def _rows(edition: PublishedEdition, imbalance: Imbalance) -> tuple[Row, ...]:
    markings = drawing.involved(imbalance, DRAWN_HIGH)
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


def _looks(imbalance: Imbalance) -> tuple[Look, ...]:
    seen = (
        Look(_("From the side"), imbalance.looks_side),
        Look(_("From the front"), imbalance.looks_front),
        Look(_("From the back"), imbalance.looks_back),
    )
    return tuple(look for look in seen if look.text)
