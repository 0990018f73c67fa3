"""The body map: back and front body with a region for each place that can hurt.

The picture only paints; the checkboxes are the truth. Transparent labels lie over it: a region has
one or more hit boxes, large enough for a finger, placed by generated classes (see styles.py). It
shows the body from the crown to the knees and leaves out the hands, for what can be tapped to be
large.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from posture.figures.body import DATA, FigureError, View, shapes
from posture.figures.fitting import fitted
from posture.figures.geometry import Box, Point
from posture.figures.layers import figure, hatch, idle
from posture.figures.svg import UNIT, curve, document, element

# What the picture shows, in parts of stature from the middle and from the crown down.
PICTURE = Box(-0.14 * UNIT, -0.015 * UNIT, 0.14 * UNIT, 0.79 * UNIT)
BODY_MAP_VIEWS: tuple[View, ...] = ("back", "front")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where one label lies over the picture of its view.

    `region` is unique, for the class `bm-hit-<region>`; `value` is the slug of the choice that the
    label ticks. The rest are parts of the picture's width and height, in percent.
    """

    region: str
    value: str
    view: View
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body map, by the slug of its choice; without hits it is only painted."""

    slug: str
    hits: tuple[Hit, ...]


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, Mapping[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((DATA / "regions.json").read_text("utf-8"))
    return loaded


def body_map(view: View, *, id: str) -> str:
    """One body, back or front, hidden from screen readers: the list beside it speaks."""
    if view not in BODY_MAP_VIEWS:
        raise FigureError(f"the body map has {' and '.join(BODY_MAP_VIEWS)}, not '{view}'")
    places = "".join(
        curve(outline, closed=True, class_="bm-reg", data_reg=slug, fill=f"url(#{id}-picked)")
        for slug, region in _regions().items()
        for outline in _both(region, region.get("shapes", {}).get(view, ()))
    )
    return document(
        element("defs", hatch(f"{id}-picked", "picked"))
        + figure(shapes(view), view, idle(shapes(view), view, id) + places, id),
        box=PICTURE,
        class_="fig bm-svg",
        aria_hidden="true",
        focusable="false",
    )


def body_map_regions() -> tuple[Region, ...]:
    """Every region with its hits, by and large from the head down."""
    return tuple(Region(slug, tuple(_hits(slug))) for slug in _regions())


def body_map_hits(view: View) -> tuple[Hit, ...]:
    """The labels that lie over one picture."""
    return tuple(hit for region in body_map_regions() for hit in region.hits if hit.view == view)


def body_map_rules() -> str:
    """Where the labels lie, and what shows while a box is pointed at, in focus or ticked.

    Its regions are painted; below the picture the name of a choice, `bm-name-<choice>`, is shown.
    """
    regions = body_map_regions()
    places = [
        f".bm-hit-{hit.region}{{inset-inline-start:{hit.left:.2f}%;inset-block-start:{hit.top:.2f}%;"
        f"inline-size:{hit.width:.2f}%;block-size:{hit.height:.2f}%}}"
        for region in regions
        for hit in region.hits
    ]
    named = [_while(region.slug, "checked", f".bm-name-{region.slug}") for region in regions]
    return "\n".join(
        (
            *places,
            f"@media (hover:hover){{{_painted('hover')}{{fill-opacity:.4}}}}",
            f"{_painted('focus-visible')}{{fill-opacity:.4}}",
            f"{_painted('checked')}{{fill-opacity:1;stroke-opacity:1;stroke-width:2px}}",
            ",\n".join(named) + "{display:inline-block}",
        )
    )


def _painted(state: str) -> str:
    """What a box paints in a state: its region, and both sides of the one that it is both of.

    A box is pointed at through its labels too, in the list and on the body.
    """
    return ",\n".join(
        _while(slug, state, f'[data-reg="{painted}"]')
        for slug, region in _regions().items()
        for painted in (slug, region.get("both_of"))
        if painted
    )


def _while(choice: str, state: str, shown: str) -> str:
    return f':where(form:has([value="{choice}"]:{state})) {shown}'


def _both(
    region: Mapping[str, Any], outlines: Sequence[Sequence[Sequence[float]]]
) -> Iterator[tuple[Point, ...]]:
    """Each outline, and its mirror image where the region is on both sides."""
    for outline in outlines:
        points = fitted([(u, v) for u, v in outline], closed=True).points
        yield points
        if region.get("mirrored"):
            yield tuple((-u, v) for u, v in points)


def _hits(slug: str) -> Iterator[Hit]:
    region = _regions()[slug]
    mirrored = region.get("mirrored", False)
    boxes = [
        (view, box)
        for view in BODY_MAP_VIEWS
        for raw in region.get("boxes", {}).get(view, ())
        for box in _beside(Box(*raw), mirrored=mirrored)
    ]
    for i, (view, box) in enumerate(boxes, start=1):
        yield Hit(f"{slug}-{i}" if len(boxes) > 1 else slug, slug, view, *_percent(box))


def _beside(box: Box, *, mirrored: bool) -> Iterator[Box]:
    """The box; its mirror image too, unless it already lies across the middle."""
    yield box
    if mirrored and box.left + box.right != 0:
        yield Box(-box.right, box.top, -box.left, box.bottom)


def _percent(box: Box) -> tuple[float, float, float, float]:
    """A box in figure units (its top is the lower v) as left, top, width, height of the picture."""
    left = (box.left * UNIT - PICTURE.left) / PICTURE.width
    top = ((1 - box.bottom) * UNIT - PICTURE.top) / PICTURE.height
    width, height = box.width * UNIT / PICTURE.width, box.height * UNIT / PICTURE.height
    return (100 * left, 100 * top, 100 * width, 100 * height)
