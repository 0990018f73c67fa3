"""The index of muscles with its filter, and the page of one muscle."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from posture.catalogue import drawing
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.forms import MuscleFilter
from posture.catalogue.library.exercises import exercises_for_muscle
from posture.catalogue.library.sides import side_in_words
from posture.catalogue.library.sources import sources
from posture.catalogue.models.sets import MuscleKind, Region
from posture.catalogue.records import Imbalance, Involvement, Muscle

Page = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """A muscle in a list; `words` is what the filter looks in."""

    name: str
    plain: str
    region: str
    article: bool
    url: str
    figure: SafeString
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The muscles of one region: those that the article names, and those under them."""

    region: str
    name: str
    named: tuple[Entry, ...]
    parts: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """An imbalance that calls a muscle tight or weak; `under` is the name it goes by there."""

    imbalance: str
    url: str
    role: str
    side: str
    under: str
    note: str


@dataclass(frozen=True, slots=True)
class Code:
    """What a muscle is called in a catalogue of anatomy."""

    system: str
    code: str


# Index


def muscle_index(edition: PublishedEdition, form: MuscleFilter) -> Page:
    name, region = form.asked["name"], form.asked["region"]
    everything = _entries(edition)
    found = tuple(entry for entry in everything if _fits(entry, name, region))
    return {
        "form": form,
        "regions": _regions(everything),
        "shelves": tuple(_shelves(found)),
        "bodies": drawing.silhouettes(),
        "count": len(found),
        "total": len(everything),
        "name": name,
        "region": region,
        "edition": edition,
        "written_in": edition.language,
    }


@lru_cache(maxsize=16)
def _entries(edition: PublishedEdition) -> tuple[Entry, ...]:
    return tuple(map(_entry, edition.catalogue.muscles))


def _entry(muscle: Muscle) -> Entry:
    return Entry(
        name=muscle.name,
        plain=muscle.plain,
        region=muscle.region,
        article=muscle.article,
        url=reverse("muscle", args=[muscle.slug]),
        figure=drawing.thumbnail(muscle.slug),
        words=_searched(" ".join((muscle.name, muscle.plain, muscle.ta2))),
    )


def _searched(text: str) -> str:
    """The words of a text, each behind a space."""
    return "".join(f" {word}" for word in re.findall(r"\w+", text.casefold()))


def _fits(entry: Entry, name: str, region: str) -> bool:
    """Whether it is in the region and each word asked for begins one of its own."""
    asked = _searched(name).split()
    return region in ("", entry.region) and all(f" {word}" in entry.words for word in asked)


def _regions(entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """The regions that have muscles, from the neck down."""
    used = {entry.region for entry in entries}
    return tuple((value, str(label)) for value, label in Region.choices if value in used)


def _shelves(entries: tuple[Entry, ...]) -> Iterator[Shelf]:
    for value, name in _regions(entries):
        here = [entry for entry in entries if entry.region == value]
        yield Shelf(
            region=value,
            name=name,
            named=tuple(entry for entry in here if entry.article),
            parts=tuple(entry for entry in here if not entry.article),
        )


# One muscle


def muscle_page(edition: PublishedEdition, muscle: Muscle) -> Page:
    return _muscle_page(edition, muscle.slug, get_language())


@lru_cache(maxsize=256)
def _muscle_page(edition: PublishedEdition, slug: str, _language: str | None) -> Page:
    muscle = edition.muscles[slug]
    wholes = _wholes(edition, muscle)
    return {
        "muscle": muscle,
        "edition": edition,
        "written_in": edition.language,
        "kind": MuscleKind(muscle.kind).label,
        "region": Region(muscle.region).label,
        "sights": drawing.sights(muscle, id=slug, written_in=edition.language),
        "mentions": tuple(_mentions(edition, (muscle, *wholes))),
        "bodies": drawing.silhouettes(),
        "wholes": tuple(map(_entry, wholes)),
        "parts": tuple(map(_entry, _parts(edition, muscle))),
        "exercises": exercises_for_muscle(edition, slug, wholes),
        "codes": tuple(_codes(muscle)),
        "sources": sources(edition, muscle.sources),
    }


def _wholes(edition: PublishedEdition, muscle: Muscle) -> tuple[Muscle, ...]:
    """What it is a part of: its group, and the names of the article that it goes under."""
    return tuple(
        one
        for one in edition.catalogue.muscles
        if one.slug == muscle.group or muscle.slug in one.parts
    )


def _parts(edition: PublishedEdition, muscle: Muscle) -> tuple[Muscle, ...]:
    """The muscles under this name."""
    members = [one.slug for one in edition.catalogue.muscles if one.group == muscle.slug]
    slugs = dict.fromkeys((*muscle.parts, *members))
    return tuple(edition.muscles[slug] for slug in slugs if slug in edition.muscles)


def _mentions(edition: PublishedEdition, names: tuple[Muscle, ...]) -> Iterator[Mention]:
    """Which imbalances name it, or one of the names that it goes under."""
    for muscle in names:
        under = "" if muscle is names[0] else muscle.name
        for imbalance in edition.catalogue.imbalances:
            named = (one for one in imbalance.involvements if one.muscle == muscle.slug)
            yield from (_mention(imbalance, one, under) for one in named)


def _mention(imbalance: Imbalance, involvement: Involvement, under: str) -> Mention:
    return Mention(
        imbalance=imbalance.name,
        url=reverse("imbalance", args=[imbalance.slug]),
        role=involvement.role,
        side=side_in_words(involvement.side),
        under=under,
        note=involvement.note,
    )


def _codes(muscle: Muscle) -> Iterator[Code]:
    systems = {
        "FMA": muscle.fma,
        "UBERON": muscle.uberon,
        "SNOMED CT": muscle.snomed,
    }
    return (Code(system, code) for system, code in systems.items() if code)
