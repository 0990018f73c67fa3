"""Plates of a whole body: postures, their muscles numbered, and the words to them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import cast

from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.drawing import words
from posture.catalogue.drawing.marking import safe
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.records import Imbalance, Involvement
from posture.figures import Marking, Posture, Side, View
from posture.reasoning.findings import Finding, Word
from posture.reasoning.findings.muscles import muscles as muscle_states

PLATES_IN_MEMORY = 256
FILMS_IN_MEMORY = 32  # each is as large as five plates
SIDE_FIRST: tuple[View, ...] = ("side", "front", "back")
DRAWN_HIGH: Side = "left"  # of a sided imbalance whose side is not known


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure of one or more views, the sentence below it, and in words what it shows.

    `deep`: it shows muscles through what covers them. `film`: it moves.
    """

    figure: SafeString
    caption: str
    description: str
    deep: bool
    film: bool


def plate(
    edition: PublishedEdition,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
    *,
    id: str,
    film: bool = False,
    muscles: figures.Muscles = "surface",
) -> Drawn:
    """The anatomy plate of a body: the views that show its imbalances best, muscles numbered.

    A sided imbalance without a side is drawn with `DRAWN_HIGH`. As a film the body is led to
    neutral and back.
    """
    draw = _film if film else _plate
    sided = _sided(edition, postures)
    return draw(edition, get_language() or "", sided, markings, id, muscles)


def drafted(
    edition: PublishedEdition,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
    *,
    id: str,
) -> Drawn:
    """The plate of an edition that is only tried out, of which nothing is remembered."""
    language = get_language() or ""
    return _drawn(figures.plate, edition, language, _sided(edition, postures), markings, id)


def _drawn(
    draw: Callable[..., str],
    edition: PublishedEdition,
    language: str,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
    id: str,
    muscles: figures.Muscles = "surface",
) -> Drawn:
    shown = tuple(mark for mark in markings if mark.muscle in figures.MUSCLES)
    bent = tuple(one for one in postures if one.imbalance in figures.IMBALANCES)
    views = _views(edition, bent)
    with override(edition.language or language):  # one language for the words of one element
        titles = {view: words.title(edition, view, postures) for view in views}
        looks = {view: words.looks(edition, view, postures) for view in views}
        listed = " ".join(words.sentences(edition, markings))
        description = "\n\n".join(filter(None, [*map(words.seen, views, looks.values()), listed]))
        told = {view: words.description(edition, view, postures, markings) for view in views}
    svg = "".join(
        draw(
            view,
            bent,
            shown,
            id=f"{id}-{view}",
            title=titles[view],
            description=told[view],
            lang=edition.language if edition.language != language else "",
            words=words.marks(),
            names={mark.muscle: edition.muscles[mark.muscle].name for mark in shown},
            muscles=muscles,
        )
        for view in views
    )
    deep = any(figures.layer(view, mark.muscle) == "deep" for view in views for mark in shown)
    return Drawn(safe(svg), words.caption(views), description, deep, draw is figures.film)


_plate = lru_cache(PLATES_IN_MEMORY)(partial(_drawn, figures.plate))
_film = lru_cache(FILMS_IN_MEMORY)(partial(_drawn, figures.film))


def _views(edition: PublishedEdition, postures: tuple[Posture, ...]) -> tuple[View, ...]:
    """The views that the imbalances ask for, the side view first; of a neutral body the side."""
    return _ordered({v for one in postures for v in edition.imbalances[one.imbalance].views})


def _ordered(views: Collection[str]) -> tuple[View, ...]:
    return tuple(view for view in SIDE_FIRST if view in views) or ("side",)


def _sided(edition: PublishedEdition, postures: tuple[Posture, ...]) -> tuple[Posture, ...]:
    return tuple(
        Posture(one.imbalance, DRAWN_HIGH, one.severity)
        if edition.imbalances[one.imbalance].sided and not one.side
        else one
        for one in postures
    )


def best_view(imbalance: Imbalance) -> View:
    """The first of the views that show an imbalance best."""
    return _ordered(imbalance.views)[0]


def file(
    edition: PublishedEdition,
    imbalances: tuple[str, ...],
    *,
    view: View | None = None,
    side: Side = DRAWN_HIGH,
    muscles: figures.Muscles = "surface",
) -> str:
    """A figure as a file of its own: imbalances, sided ones with this side high, or neutral.

    Without a view it is the one that shows them best. Its words are in the edition's language.
    """
    postures = tuple(Posture(one, side) for one in imbalances)
    bent = tuple(one for one in postures if one.imbalance in figures.IMBALANCES)
    markings = together(edition, imbalances, side)
    shown = tuple(mark for mark in markings if mark.muscle in figures.MUSCLES)
    seen = view or _views(edition, bent)[0]
    names = {mark.muscle: edition.muscles[mark.muscle].name for mark in shown}
    with override(edition.language):
        drawn = figures.plate(
            seen,
            bent,
            shown,
            id="figure",
            title=words.title(edition, seen, postures),
            description=words.description(edition, seen, postures, markings),
            words=words.marks(),
            names=names,
            muscles=muscles,
        )
        key = _key(drawn, id="figure")
    return figures.standalone(drawn, names=names.values(), key=key)


def _key(svg: str, *, id: str) -> Mapping[str, str]:
    """What the patterns of a figure mean, by their ids in it."""
    meanings = {"tight": _("Tight"), "weak": _("Weak"), "mixed": _("Pulled both ways")}
    patterns = {f"{id}-{role}": word for role, word in meanings.items()}
    return {pattern: word for pattern, word in patterns.items() if f'id="{pattern}"' in svg}


def together(
    edition: PublishedEdition, imbalances: tuple[str, ...], high: Side
) -> tuple[Marking, ...]:
    """The muscles of imbalances found together, as in a result, numbered through."""
    found = [
        Finding(one, high, Word.STRONG, 1.0, (), (), (), disagrees=False) for one in imbalances
    ]
    sides: dict[tuple[str, figures.Role], Side] = {}
    for state in muscle_states(edition.knowledge, {}, found):
        same = (state.muscle, state.role)
        sides[same] = "" if same in sides else state.side
    ranked = sorted(sides, key=lambda one: figures.ROLES.index(one[1]))
    return tuple(
        Marking(muscle, role, sides[muscle, role], number)
        for number, (muscle, role) in enumerate(ranked, start=1)
    )


def involved(imbalance: Imbalance, high: Side) -> tuple[Marking, ...]:
    """The muscles of an imbalance with this side high, numbered through."""
    sides: Mapping[str, Side] = {"high": high, "low": _OTHER[high], "": ""}
    return tuple(
        Marking(one.muscle, cast("figures.Role", one.role), sides[one.side], number)
        for number, one in enumerate(listed(imbalance), start=1)
    )


def listed(imbalance: Imbalance) -> tuple[Involvement, ...]:
    """The muscles of an imbalance in the order of lists and numbers: the tight ones first."""
    return tuple(sorted(imbalance.involvements, key=lambda one: one.role != "tight"))


_OTHER: Mapping[Side, Side] = {"left": "right", "right": "left", "": ""}
