"""The body map: back and front body with a region for each place that can hurt.

The picture only paints; the checkboxes are the truth. Transparent labels lie over it: a region has
one or more hit boxes, large enough for a finger, placed by generated classes (see styles.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from posture.figures.body import DATA, View, shapes
from posture.figures.geometry import Box, Point
from posture.figures.layers import figure
from posture.figures.svg import UNIT, curve, document, element, group

HALF = 0.21  # of stature: half the width that one body takes in the picture
BODIES: tuple[tuple[View, float], ...] = (("back", -HALF), ("front", HALF))  # and where each stands
PICTURE = Box(-2 * HALF * UNIT, -0.02 * UNIT, 2 * HALF * UNIT, 1.02 * UNIT)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where one label lies over the picture: class name, and parts of the picture in percent."""

    name: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body map, by the slug of its choice."""

    slug: str
    hits: tuple[Hit, ...]


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, Mapping[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((DATA / "regions.json").read_text("utf-8"))
    return loaded


def body_map(*, id: str) -> str:
    """Back and front side by side, hidden from screen readers because the list beside it speaks."""
    selected = element(
        "pattern",
        element("rect", class_="pat-base", width="24", height="24")
        + element("path", class_="pat-mark", d="M-6 30L30 -6M-6 6L6 -6M18 30L30 18"),
        id=f"{id}-picked",
        class_="pat-picked",
        width="24",
        height="24",
        patternUnits="userSpaceOnUse",
    )
    bodies = "".join(_body(view, at, id) for view, at in BODIES)
    return document(
        element("defs", selected) + bodies,
        box=PICTURE,
        class_="fig fig-map",
        aria_hidden="true",
        focusable="false",
    )


def body_map_regions() -> tuple[Region, ...]:
    """Every region with its hit boxes, in the order of the picture from the head down."""
    return tuple(Region(slug, tuple(_hits(slug))) for slug in _regions())


def _body(view: View, at: float, id: str) -> str:
    places = "".join(
        curve(
            outline,
            closed=True,
            class_="bm-reg",
            data_reg=slug,
            fill=f"url(#{id}-picked)",
        )
        for slug, region in _regions().items()
        for outline in _both(region, region["shapes"].get(view, ()))
    )
    inner = figure(shapes(view), view, places, f"{id}-{view}")
    return group(inner, transform=f"translate({at * UNIT:.0f})", data_view=view)


def _both(
    region: Mapping[str, Any], outlines: Sequence[Sequence[Sequence[float]]]
) -> Iterator[list[Point]]:
    """Each outline, and its mirror image where the region is on both sides."""
    for outline in outlines:
        yield [(u, v) for u, v in outline]
        if region.get("mirrored"):
            yield [(-u, v) for u, v in outline]


def _hits(slug: str) -> Iterator[Hit]:
    region = _regions()[slug]
    boxes = [
        box
        for view, at in BODIES
        for raw in region["boxes"].get(view, ())
        for box in _shifted(raw, at, mirrored=region.get("mirrored", False))
    ]
    for i, box in enumerate(boxes, start=1):
        name = f"bm-hit-{slug}" + (f"-{i}" if len(boxes) > 1 else "")
        yield Hit(
            name,
            round((box.left * UNIT - PICTURE.left) / PICTURE.width * 100, 2),
            round(((1 - box.bottom) * UNIT - PICTURE.top) / PICTURE.height * 100, 2),
            round(box.width * UNIT / PICTURE.width * 100, 2),
            round(box.height * UNIT / PICTURE.height * 100, 2),
        )


def _shifted(raw: Sequence[float], at: float, *, mirrored: bool) -> Iterator[Box]:
    """The box beside its body; its mirror image too unless it already lies across the middle."""
    u0, v0, u1, v1 = raw
    yield Box(at + u0, v0, at + u1, v1)
    if mirrored and u0 + u1 != 0:
        yield Box(at - u1, v0, at - u0, v1)
