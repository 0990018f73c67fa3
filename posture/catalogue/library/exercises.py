"""The index of exercises with its filter, the page of one, and those of a muscle or imbalance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from posture.catalogue import drawing
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.forms import NOTHING, ExerciseFilter
from posture.catalogue.library import doses
from posture.catalogue.library.sides import side_in_words
from posture.catalogue.library.sources import sources
from posture.catalogue.models.sets import ExerciseKind, ExerciseLevel, Place, Role
from posture.catalogue.records import Exercise, Imbalance, Involvement, Muscle

Page = Mapping[str, object]
Option = tuple[str, str]

KINDS = {"tight": ExerciseKind.STRETCH, "weak": ExerciseKind.STRENGTHEN}  # for muscles that are so


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise in a list; `level` and `place` are words, `dose` is its numbers in a line."""

    slug: str
    name: str
    kind: str
    level: str
    place: str
    dose: str
    url: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The exercises for one muscle, or of one kind.

    `role` and `side` are those of the muscle where an imbalance names it; the side in words.
    """

    id: str
    name: str
    entries: tuple[Entry, ...]
    plain: str = ""
    role: str = ""
    side: str = ""


# Index


def exercise_index(edition: PublishedEdition, form: ExerciseFilter) -> Page:
    asked = form.asked
    found = tuple(one for one in edition.catalogue.exercises if _fits(one, asked))
    return {
        "form": form,
        "asked": asked,
        "shelves": tuple(_shelves(edition, found, asked["muscle"])),
        "count": len(found),
        "total": len(edition.catalogue.exercises),
        "edition": edition,
        "written_in": edition.language,
    }


def muscles_with_exercises(edition: PublishedEdition) -> tuple[Option, ...]:
    """The muscles that some exercise is for, in the order of the index."""
    targets = {slug for one in edition.catalogue.exercises for slug in one.targets}
    return tuple((one.slug, one.name) for one in edition.catalogue.muscles if one.slug in targets)


def _fits(exercise: Exercise, asked: Mapping[str, str]) -> bool:
    things = exercise.needs or (NOTHING,)
    return (
        asked["muscle"] in ("", *exercise.targets)
        and asked["kind"] in ("", exercise.kind)
        and asked["level"] in ("", exercise.level)
        and asked["place"] in ("", exercise.place, *exercise.elsewhere)
        and asked["needs"] in ("", *things)
    )


def _shelves(edition: PublishedEdition, found: tuple[Exercise, ...], only: str) -> Iterator[Shelf]:
    """A shelf for each muscle, or for the only one asked for; then what is for none."""
    for muscle in edition.catalogue.muscles:
        listed = [one for one in found if muscle.slug in one.targets]
        if listed and only in ("", muscle.slug):
            entries = _in_order(edition, listed)
            yield Shelf(muscle.slug, muscle.name, entries, plain=muscle.plain)
    if extras := [one for one in found if not one.targets]:
        entries = _in_order(edition, extras)
        yield Shelf("extras", _("Extras"), entries, plain=_("for no single muscle"))


def _in_order(edition: PublishedEdition, listed: Iterable[Exercise]) -> tuple[Entry, ...]:
    """Stretches first, then what is easy."""
    kinds, levels = ExerciseKind.values, ExerciseLevel.values
    ordered = sorted(listed, key=lambda one: (kinds.index(one.kind), levels.index(one.level)))
    return tuple(_entries(edition, get_language())[one.slug] for one in ordered)


@lru_cache(maxsize=8)
def _entries(edition: PublishedEdition, _language: str | None) -> Mapping[str, Entry]:
    return {one.slug: _made(edition, one) for one in edition.catalogue.exercises}


def _made(edition: PublishedEdition, exercise: Exercise) -> Entry:
    return Entry(
        slug=exercise.slug,
        name=exercise.name,
        kind=exercise.kind,
        level=str(ExerciseLevel(exercise.level).label),
        place=str(Place(exercise.place).label),
        dose=_in_a_line(edition, exercise),
        url=reverse("exercise", args=[exercise.slug]),
    )


def _in_a_line(edition: PublishedEdition, exercise: Exercise) -> str:
    dose = edition.doses.get(exercise.dose)
    return doses.in_a_line(dose, each_side=exercise.each_side) if dose else ""


# Of a muscle, of an imbalance


def exercises_for_muscle(
    edition: PublishedEdition, slug: str, wholes: tuple[Muscle, ...] = ()
) -> tuple[Shelf, ...]:
    """Its stretches, then its strengthening; of a kind it has none of, those of its `wholes`."""
    titles = {Role.TIGHT: _("To stretch it"), Role.WEAK: _("To strengthen it")}
    shelves: list[Shelf] = []
    for role, title in titles.items():
        own = Shelf(f"for-{role}", title, _entries_for(edition, slug, KINDS[role]))
        shelves += [own] if own.entries else [_of_whole(edition, one, role) for one in wholes]
    return tuple(shelf for shelf in shelves if shelf.entries)


def _of_whole(edition: PublishedEdition, muscle: Muscle, role: str) -> Shelf:
    entries = _entries_for(edition, muscle.slug, KINDS[role])
    return Shelf(f"for-{role}-{muscle.slug}", muscle.name, entries, role=role)


def exercises_for_imbalance(edition: PublishedEdition, imbalance: Imbalance) -> tuple[Shelf, ...]:
    """Stretches for its tight muscles, strengthening for its weak ones, then extras for it."""
    shelves = [_shelf_for(edition, one) for one in drawing.listed(imbalance)]
    extras = (one for one in edition.catalogue.exercises if imbalance.slug in one.extra_for)
    shelves.append(Shelf("for-more", _("Besides"), _in_order(edition, extras)))
    return tuple(shelf for shelf in shelves if shelf.entries)


def _shelf_for(edition: PublishedEdition, involvement: Involvement) -> Shelf:
    muscle = edition.muscles[involvement.muscle]
    return Shelf(
        id="-".join(filter(None, ("for", muscle.slug, involvement.side))),
        name=muscle.name,
        entries=_entries_for(edition, muscle.slug, KINDS[involvement.role]),
        plain=muscle.plain,
        role=involvement.role,
        side=side_in_words(involvement.side),
    )


def _entries_for(edition: PublishedEdition, muscle: str, kind: str) -> tuple[Entry, ...]:
    fitting = (
        one for one in edition.catalogue.exercises if muscle in one.targets and one.kind == kind
    )
    return _in_order(edition, fitting)


# One exercise


def exercise_page(edition: PublishedEdition, exercise: Exercise) -> Page:
    return _exercise_page(edition, exercise.slug, get_language())


@lru_cache(maxsize=256)
def _exercise_page(edition: PublishedEdition, slug: str, _language: str | None) -> Page:
    exercise = edition.exercises[slug]
    dose = edition.doses.get(exercise.dose)
    places = (exercise.place, *exercise.elsewhere)
    return {
        "exercise": exercise,
        "edition": edition,
        "written_in": edition.language,
        "level": ExerciseLevel(exercise.level).label,
        "places": tuple(str(Place(place).label) for place in places),
        "amounts": doses.amounts(dose) if dose else (),
        "details": doses.details(dose, each_side=exercise.each_side) if dose else (),
        "picture": drawing.exercise_picture(edition, exercise, id=f"exercise-{slug}"),
        "caption": drawing.exercise_caption(exercise),
        "targets": tuple(edition.muscles[one] for one in exercise.targets),
        "also": tuple(edition.muscles[one] for one in exercise.also),
        "extra_for": tuple(edition.imbalances[one] for one in exercise.extra_for),
        "movements": tuple(edition.filters[one].text for one in exercise.avoid),
        "others": tuple(_others(edition, exercise)),
        "sources": sources(edition, exercise.sources, dose.sources if dose else ()),
    }


def _others(edition: PublishedEdition, exercise: Exercise) -> Iterator[Shelf]:
    """The other exercises of its kind for each of its targets."""
    for slug in exercise.targets:
        entries = _entries_for(edition, slug, exercise.kind)
        others = tuple(one for one in entries if one.slug != exercise.slug)
        if others:
            yield Shelf(f"more-{slug}", edition.muscles[slug].name, others)
