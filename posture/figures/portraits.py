"""Single muscles: a portrait from each side, a small body that says where it is, a thumbnail."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from posture.figures.body import MUSCLES, VIEWS, FigureError, Layer, Shape, View, shapes
from posture.figures.figure import spoken
from posture.figures.geometry import Box, Point, bounds
from posture.figures.layers import figure, idle
from posture.figures.svg import UNIT, canvas, curve, document, element, group, number, straight

# In canvas units.
LEAST = 620.0  # side of a portrait's square: so much of a body one knows again
LEAST_THUMB = 420.0
ROUND = 90.0  # what is seen of the body round the muscle, at each side
AROUND = 60.0  # at most so much of the square lies above the head or below the feet
WHOLE = Box(-440, -40, 440, 2040)

FRONT = 1.4  # people know a body best from the front: another view must show so much more
STEPS = 3  # points of an edge for each of its control points
LAYERS: tuple[Layer, ...] = ("surface", "deep", "hidden")  # the best to be seen first


def portrait(
    view: View, muscle: str, *, id: str, title: str, description: str, lang: str = ""
) -> str:
    """A muscle close up on the neutral body, with where it begins and where it ends.

    Both sides are drawn, the attachments on the person's left. A deep or hidden muscle is drawn
    through what lies over it.
    """
    own = _own(view, muscle)
    square = frame(view, muscle)
    near = [one for one in shapes(view) if one.kind in ("body", "line") or _meets(one, square)]
    shown = group("".join([*map(_sheets, own), *map(_shown, own)]), id=f"{id}-muscle")
    return document(
        spoken(id, title, description, lang)
        + figure(near, view, idle(near, view, id) + shown, id)
        + "".join(map(_ends, own)),
        box=square,
        class_="fig fig-portrait",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        data_view=view,
    )


def locator(view: View, muscle: str, *, id: str) -> str:
    """The whole body with the square of the portrait of this id, which is on the same page."""
    square = frame(view, muscle)
    outline = element(
        "rect",
        class_="fig-square",
        x=number(square.left),
        y=number(square.top),
        width=number(square.width),
        height=number(square.height),
    )
    used = (
        element("use", class_="fig-small", href=f"#{id}-body"),
        element("use", href=f"#{id}-muscle"),
    )
    return document(
        "".join((*used, outline)),
        box=WHOLE,
        class_="fig fig-locator",
        aria_hidden="true",
        focusable="false",
    )


def layer(view: View, muscle: str) -> Layer:
    """Whether a view shows a muscle at the surface, through what covers it, or through the body."""
    return _own(view, muscle)[0].layer


def views_by_sight(muscle: str) -> tuple[View, ...]:
    """All views, those first that show the muscle best: nearer the surface, then more of it."""
    return tuple(sorted(VIEWS, key=lambda view: _sight(view, _own(view, muscle))))


def _sight(view: View, own: Sequence[Shape]) -> tuple[int, float]:
    edge = own[0].points
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*edge, edge[0]])))
    weight = FRONT if view == "front" else 1.0
    return (LAYERS.index(own[0].layer), -weight * area * len(own))


@lru_cache(maxsize=512)
def frame(view: View, muscle: str) -> Box:
    """The square of a portrait: as large, and as high on the body, in all views of the muscle."""
    boxes = {one: bounds(_points(_own(one, muscle))) for one in VIEWS}
    top = min(box.top for box in boxes.values())
    bottom = max(box.bottom for box in boxes.values())
    widest = max(box.width for box in boxes.values())
    size = max(LEAST, widest + 2 * ROUND, bottom - top + 2 * ROUND)
    across = (boxes[view].left + boxes[view].right) / 2 if view == "side" else 0
    return _square(across, (top + bottom) / 2, size)


def _square(x: float, y: float, size: float) -> Box:
    top = max(min(y - size / 2, UNIT + AROUND - size), -AROUND)
    left = x - size / 2
    side = round(size / 2) * 2
    return Box(round(left), round(top), round(left) + side, round(top) + side)


def _own(view: View, muscle: str) -> list[Shape]:
    if view not in VIEWS:
        raise FigureError(f"a figure is seen from {', '.join(VIEWS)}, not from '{view}'")
    if muscle not in MUSCLES:
        raise FigureError(f"there is no muscle '{muscle}'; see MUSCLES for the names")
    return [one for one in shapes(view) if one.kind == "muscle" and one.name == muscle]


def _points(own: Sequence[Shape]) -> list[Point]:
    return [canvas(p) for one in own for p in (*one.points, *one.origin, *one.insertion)]


def _meets(shape: Shape, square: Box) -> bool:
    box = bounds([canvas(p) for p in shape.points])
    beside = box.right < square.left or square.right < box.left
    above = box.bottom < square.top or square.bottom < box.top
    return not (beside or above)


def _shown(shape: Shape) -> str:
    through = "" if shape.layer == "surface" else f" mus-{shape.layer}"
    name = f"mus-shown{through}"
    return curve(shape.points, closed=True, class_=name, data_muscle=shape.name)


# ---------------------------------------------------------------- origin and insertion
ENDS: Mapping[str, tuple[str, ...]] = {  # the strokes of their lines, the upper ones last
    "origin": ("edge", "origin"),
    "insertion": ("edge", "insertion", "hollow"),
}


def _sheets(shape: Shape) -> str:
    """The sheets of tendon by which a muscle reaches a bone, or a seam, away from its flesh."""
    return "".join(
        straight([canvas(p) for p in (*ends, *reversed(_border(shape, ends)))], class_="mus-sheet")
        for ends in (shape.origin, shape.insertion)
        if _away(ends)
    )


def _away(ends: Sequence[Point]) -> bool:
    """Whether they are a line of its own, and not the two ends of a stretch of the edge."""
    return len(ends) > 2


def _ends(shape: Shape) -> str:
    """Where the left one begins and ends; its right twin does the same."""
    if shape.side != "left":
        return ""
    return _end(shape, shape.origin, "origin") + _end(shape, shape.insertion, "insertion")


def _end(shape: Shape, ends: Sequence[Point], name: str) -> str:
    """A line along the bone: filled where the muscle begins, hollow where it ends."""
    along = list(ends) if _away(ends) else _border(shape, ends)
    along = along if len(along) > 1 else along * 2
    return "".join(curve(along, class_=f"end-{stroke}") for stroke in ENDS[name])


def _border(shape: Shape, ends: Sequence[Point]) -> list[Point]:
    """The stretch of a muscle's edge along an attachment, the short way from its first end."""
    edge = shape.polygon(STEPS)
    i, j = (_nearest(edge, p) for p in (ends[0], ends[-1]))
    n = len(edge)
    there = [edge[k % n] for k in range(i, i + (j - i) % n + 1)]
    back = [edge[k % n] for k in range(i, i - (i - j) % n - 1, -1)]
    return min(there, back, key=_length)


def _nearest(edge: Sequence[Point], p: Point) -> int:
    return min(range(len(edge)), key=lambda k: math.dist(edge[k], p))


def _length(points: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


# ---------------------------------------------------------------- thumbnails
def silhouettes(*, id: str) -> str:
    """The bodies behind all thumbnails of a page, once on it and before them; not seen itself."""
    return document(
        element("defs", "".join(_silhouette(view, f"{id}-{view}") for view in VIEWS)),
        box=WHOLE,
        class_="fig-silhouettes",
        aria_hidden="true",
        focusable="false",
    )


def _silhouette(view: View, id: str) -> str:
    outlines = (one for one in shapes(view) if one.kind in ("body", "arm"))
    return group(
        "".join(curve(one.points, closed=True, class_="fig-small") for one in outlines), id=id
    )


def thumbnail(muscle: str, *, bodies: str) -> str:
    """A muscle on the side that shows it best, small; `bodies` is the id of the silhouettes."""
    view = views_by_sight(muscle)[0]
    own = _own(view, muscle)
    square = _thumb_square(own)
    seen = (curve(one.points, closed=True) for one in own if _meets(one, square))
    return document(
        element("use", href=f"#{bodies}-{view}") + "".join(seen),
        box=square,
        class_="fig fig-thumb",
        aria_hidden="true",
        focusable="false",
    )


def _thumb_square(own: Sequence[Shape]) -> Box:
    """Round both sides of the body where they lie near each other, else round the left one."""
    one, both = (
        bounds([canvas(p) for each in some for p in each.points]) for some in (own[:1], own)
    )
    size = max(LEAST_THUMB, max(one.width, one.height) + ROUND)
    if both.width + ROUND < 1.4 * size:
        one, size = both, max(size, both.width + ROUND)
    return _square((one.left + one.right) / 2, (one.top + one.bottom) / 2, size)
