"""Pictures beside words that say what they show: postures, choices, the body map."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.drawing.marking import safe
from posture.catalogue.drawing.plates import DRAWN_HIGH
from posture.figures import Hit, Posture, View

CLOSE_UPS: Mapping[str, figures.Crop] = {
    "forward-head-and-neck": "head",
    "forward-tipped-pelvis": "pelvis-side",
    "backward-tipped-pelvis": "pelvis-side",
    "high-hip": "pelvis-front",
}


@dataclass(frozen=True, slots=True)
class MapView:
    """One side of the body map: its picture, and the labels that lie over it."""

    caption: str
    picture: SafeString
    hits: tuple[Hit, ...]


@lru_cache(maxsize=128)
def close_up(imbalance: str, view: View, *, id: str) -> SafeString:
    """What an imbalance changes, beside neutral, for a card whose words say what it is."""
    if imbalance not in figures.IMBALANCES:
        return SafeString("")
    bent = (Posture(imbalance, DRAWN_HIGH),)
    crop = CLOSE_UPS.get(imbalance, "full")
    return safe(figures.decoration(view, bent, id=id, crop=crop, ghost=True))


@lru_cache(maxsize=64)
def standing(imbalance: str | None, view: View, *, id: str, ghost: bool = False) -> SafeString:
    """A whole body in a posture or, where none is named, neutral; without its muscles."""
    if imbalance and imbalance not in figures.IMBALANCES:
        return SafeString("")
    bent = (Posture(imbalance, DRAWN_HIGH),) if imbalance else ()
    return safe(figures.decoration(view, bent, id=id, ghost=ghost))


@lru_cache(maxsize=128)
def choice_picture(name: str) -> SafeString:
    """The picture of a choice or of a self-test; nothing where none of that name is drawn."""
    if name not in figures.PICTURES:
        return SafeString("")
    return safe(figures.picture(name, id=f"pic-{name}"))


def body_map() -> tuple[MapView, ...]:
    """The body map from the back and from the front."""
    captions = {"back": _("Back"), "front": _("Front")}
    return tuple(
        MapView(captions[view], _map_picture(view), figures.body_map_hits(view))
        for view in figures.BODY_MAP_VIEWS
    )


@lru_cache(maxsize=4)
def _map_picture(view: View) -> SafeString:
    return safe(figures.body_map(view, id=f"map-{view}"))
