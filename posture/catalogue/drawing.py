"""The catalogue's names as figures: safe SVG text with words, cached by what it shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.records import Imbalance, Involvement
from posture.figures import Hit, Marking, Posture, Side, View

PLATES_IN_MEMORY = 256
SIDE_FIRST: tuple[View, ...] = ("side", "front", "back")
DRAWN_HIGH: Side = "left"  # of a sided imbalance whose side is not known


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure of one or more views, and the sentence below it."""

    figure: SafeString
    caption: str


@dataclass(frozen=True, slots=True)
class Sight:
    """A figure from one side, and which side that is."""

    caption: str
    figure: SafeString


@dataclass(frozen=True, slots=True)
class MapView:
    """One side of the body map: its picture, and the labels that lie over it."""

    caption: str
    picture: SafeString
    hits: tuple[Hit, ...]


def plate(
    edition: PublishedEdition,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
    *,
    id: str,
) -> Drawn:
    """The anatomy plate of a body: the views that show its imbalances best, muscles numbered.

    A sided imbalance without a side is drawn with `DRAWN_HIGH`.
    """
    return _plate(edition, get_language() or "", _sided(edition, postures), markings, id)


@lru_cache(maxsize=PLATES_IN_MEMORY)
def _plate(
    edition: PublishedEdition,
    _language: str,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
    id: str,
) -> Drawn:
    shown = tuple(mark for mark in markings if mark.muscle in figures.MUSCLES)
    bent = tuple(one for one in postures if one.imbalance in figures.IMBALANCES)
    views = _views(edition, bent)
    drawn = (
        figures.plate(
            view,
            bent,
            shown,
            id=f"{id}-{view}",
            title=_title(edition, view, postures),
            description=_description(edition, view, postures, markings),
        )
        for view in views
    )
    return Drawn(_safe("".join(drawn)), _caption(views))


def _views(edition: PublishedEdition, postures: tuple[Posture, ...]) -> tuple[View, ...]:
    """The views that the imbalances ask for, the side view first; of a neutral body the side."""
    wanted = {view for one in postures for view in edition.imbalances[one.imbalance].views}
    return tuple(view for view in SIDE_FIRST if view in wanted) or ("side",)


def _sided(edition: PublishedEdition, postures: tuple[Posture, ...]) -> tuple[Posture, ...]:
    return tuple(
        Posture(one.imbalance, DRAWN_HIGH, one.severity)
        if edition.imbalances[one.imbalance].sided and not one.side
        else one
        for one in postures
    )


CLOSE_UPS: Mapping[str, figures.Crop] = {
    "forward-head-and-neck": "head",
    "forward-tipped-pelvis": "pelvis-side",
    "backward-tipped-pelvis": "pelvis-side",
    "high-hip": "pelvis-front",
}


@lru_cache(maxsize=128)
def pattern_picture(imbalance: str, *, id: str) -> SafeString:
    """What a posture changes, close up beside neutral, for a card whose words say what it is."""
    if imbalance not in figures.IMBALANCES:
        return SafeString("")
    view = figures.views_of([imbalance])[0]
    crop = CLOSE_UPS.get(imbalance, "full")
    bent = (Posture(imbalance, DRAWN_HIGH),)
    return _safe(figures.decoration(view, bent, id=id, crop=crop, ghost=True))


@lru_cache(maxsize=32)
def standing_picture(imbalance: str, markings: tuple[Marking, ...], *, id: str) -> SafeString:
    """A whole posture with its muscles and no numbers, for a page whose words say what it is."""
    if imbalance not in figures.IMBALANCES:
        return SafeString("")
    view = figures.views_of([imbalance])[-1 if imbalance == "high-hip" else 0]
    shown = tuple(mark for mark in markings if mark.muscle in figures.MUSCLES)
    return _safe(figures.decoration(view, (Posture(imbalance, DRAWN_HIGH),), shown, id=id))


def muscle_sights(muscle: str) -> tuple[Sight, ...]:
    """A muscle on a neutral body from each side where it can be seen, each with its caption."""
    return _muscle_sights(muscle, get_language() or "")


@lru_cache(maxsize=128)
def _muscle_sights(muscle: str, _language: str) -> tuple[Sight, ...]:
    captions = {
        "front": _("From the front"),
        "back": _("From the back"),
        "side": _("From the left"),
    }
    return tuple(
        Sight(captions[view], _muscle_view(muscle, view, id=f"{muscle}-{view}"))
        for view in _views_of_muscle(muscle)
    )


@lru_cache(maxsize=256)
def muscle_picture(muscle: str, *, id: str) -> SafeString:
    """A muscle on a neutral body from all sides, for a page whose words say where it is."""
    drawn = (_muscle_view(muscle, view, id=f"{id}-{view}") for view in _views_of_muscle(muscle))
    return _safe("".join(drawn))


def _views_of_muscle(muscle: str) -> tuple[View, ...]:
    return figures.views_of_muscle(muscle) if muscle in figures.MUSCLES else ()


def _muscle_view(muscle: str, view: View, *, id: str) -> SafeString:
    mark = (Marking(muscle, "shown"),)
    return _safe(figures.decoration(view, (), mark, id=id, plumb=False, muscles="surface"))


@lru_cache(maxsize=128)
def choice_picture(name: str) -> SafeString:
    """The picture of a choice or of a self-test; nothing where none of that name is drawn."""
    if name not in figures.PICTURES:
        return SafeString("")
    return _safe(figures.picture(name, id=f"pic-{name}"))


def body_map() -> tuple[MapView, ...]:
    """The body map from the back and from the front."""
    captions = {"back": _("Back"), "front": _("Front")}
    return tuple(
        MapView(captions[view], _map_picture(view), figures.body_map_hits(view))
        for view in figures.BODY_MAP_VIEWS
    )


@lru_cache(maxsize=4)
def _map_picture(view: View) -> SafeString:
    return _safe(figures.body_map(view, id=f"map-{view}"))


def file(
    edition: PublishedEdition,
    imbalance: str | None,
    *,
    view: View,
    side: Side,
    muscles: figures.Muscles,
) -> str:
    """A figure as a file of its own: an imbalance, sided ones with this side high, or neutral."""
    bent = (Posture(imbalance, side),) if imbalance else ()
    markings = involved(edition.imbalances[imbalance], side) if imbalance else ()
    drawn = figures.plate(
        view,
        tuple(one for one in bent if one.imbalance in figures.IMBALANCES),
        tuple(mark for mark in markings if mark.muscle in figures.MUSCLES),
        id="figure",
        title=_title(edition, view, bent),
        description=_description(edition, view, bent, markings),
        badges=False,
        muscles=muscles,
    )
    return figures.standalone(drawn)


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


# Words


def _caption(views: tuple[View, ...]) -> str:
    names = {"side": _("from the left"), "front": _("from the front"), "back": _("from the back")}
    shown = get_text_list([names[view] for view in views], _("and"))
    seen = _("Seen %(views)s. The numbers match the lists.") % {"views": shown}
    if "front" not in views:
        return seen
    return " ".join([seen, _("From the front, the left side of the body is at the right.")])


def _title(edition: PublishedEdition, view: View, postures: tuple[Posture, ...]) -> str:
    names = [edition.imbalances[one.imbalance].name for one in postures] or [_("Neutral posture")]
    facts = {"names": get_text_list(names, _("and"))}
    titles = {
        "side": _("%(names)s, seen from the left side") % facts,
        "front": _("%(names)s, seen from the front") % facts,
        "back": _("%(names)s, seen from the back") % facts,
    }
    return titles[view]


def _description(
    edition: PublishedEdition,
    view: View,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
) -> str:
    """What the figure shows, for a reader who does not see it."""
    looks = [_looks(edition.imbalances[one.imbalance], view) for one in postures]
    return " ".join([*filter(None, looks), *_muscle_sentences(edition, markings)])


def _looks(imbalance: Imbalance, view: View) -> str:
    seen = {
        "side": imbalance.looks_side,
        "front": imbalance.looks_front,
        "back": imbalance.looks_back,
    }
    return seen[view]


def _muscle_sentences(edition: PublishedEdition, markings: tuple[Marking, ...]) -> Iterator[str]:
    sentences = {
        "tight": _("Tight: %(names)s."),
        "weak": _("Weak: %(names)s."),
        "mixed": _("Pulled both ways: %(names)s."),
    }
    for role, sentence in sentences.items():
        names = [_muscle(edition, mark) for mark in markings if mark.role == role]
        if names:
            yield sentence % {"names": ", ".join(names)}


def _muscle(edition: PublishedEdition, mark: Marking) -> str:
    name = edition.muscles[mark.muscle].name.lower()
    if mark.side == "left":
        return _("%(name)s on the left") % {"name": name}
    if mark.side == "right":
        return _("%(name)s on the right") % {"name": name}
    return name


def _safe(svg: str) -> SafeString:
    """Figures are made of our own shapes, and escape the words that they are given."""
    return mark_safe(svg)  # noqa: S308
