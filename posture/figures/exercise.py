"""The picture of an exercise: its start, pale, and its end with the marked muscles and an arrow."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from posture.figures.body import Shape, Side, View, shapes
from posture.figures.geometry import Point, bounds
from posture.figures.kinematics import LAYERS, Layer, Part
from posture.figures.layers import Marking, checked, muscle, patterns
from posture.figures.panels import Panel, Sheet, sheet
from posture.figures.placing import from_above, worked_side
from posture.figures.props import Thing
from posture.figures.stances import poses_of
from posture.figures.svg import canvas, curve, document, element, group, straight

SMALL = 0.09  # of stature: where no marked muscle is larger, each has a ring round it
ROOM = 0.012  # of stature: between a muscle and its ring
ROUND = 12  # points of a ring

# What is drawn of the body besides its skin and the marked muscles.
LINES = frozenset(
    (
        *("ear", "jaw", "navel", "cleft", "patella", "ankle", "toes"),
        *("thumb", "fingers", "finger-1", "finger-2", "finger-3"),
    )
)


def exercise(
    poses: Mapping[str, Any],
    markings: Sequence[Marking],
    *,
    id: str,
    title: str,
    description: str,
) -> str:
    """The figure of a pair of poses; without a title it decorates words that say the same."""
    checked(markings)
    drawn = sheet(poses_of(poses))
    content = scene(drawn, markings, id=id)
    if not title:
        return document(
            content,
            box=drawn.frame,
            class_="fig fig-exercise",
            aria_hidden="true",
            focusable="false",
        )
    words = element("title", escape(title, quote=False), id=f"{id}-title") + element(
        "desc", escape(description, quote=False), id=f"{id}-desc"
    )
    return document(
        words + content,
        box=drawn.frame,
        class_="fig fig-exercise",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
    )


def scene(drawn: Sheet, markings: Sequence[Marking] = (), *, id: str) -> str:
    """Both ends with what stands beside them, the marked muscles and the arrows of the movement."""
    tiles = patterns(id, [m.role for m in markings])
    end = _panel(drawn.end, markings, f"{id}-e", id) + "".join(map(_arrow, drawn.end.ways))
    before = _start(drawn.start, drawn.sign, f"{id}-s") if drawn.start else ""
    return element("defs", tiles) * bool(tiles) + before + group(end, class_="ex-end")


def _start(panel: Panel, sign: Sequence[Point], id: str) -> str:
    return group(_panel(panel, (), id), class_="ex-start") + straight(sign, class_="ex-next")


def _panel(panel: Panel, markings: Sequence[Marking], id: str, tiles: str = "") -> str:
    body = panel.at.body
    parts = list(body.parts())
    side = worked_side(panel.at.stance)
    marked = {s: m for s in shapes(body.view) if (m := _marking(s, markings, side))}
    drawn = [s for s in shapes(body.view) if s in marked or s.name in LINES]
    soft = [(*body.soft(s), marked.get(s)) for s in drawn]
    painted = "".join(
        _layer(layer, [p for p in parts if p.layer == layer], soft, body.view, id, tiles)
        for layer in LAYERS
    )
    through = "".join(
        element("use", class_="ex-through", href=f"#{id}-{layer}-marked")
        for layer in LAYERS[:-1]
        if any(marking and where == layer for _, where, marking in soft)
    )
    under = "".join(_thing(t) for t in panel.things if not t.over)
    over = "".join(_thing(t) for t in panel.things if t.over)
    small = [s for s, _, marking in soft if marking and _size(s) < SMALL]
    found = len(small) < sum(marking is not None for _, _, marking in soft)
    rings = "" if found else "".join(map(_ring, small))
    return _ground(panel) + under + painted + through + over + rings


def _size(shape: Shape) -> float:
    box = bounds(shape.points)
    return math.hypot(box.width, box.height)


def _ring(shape: Shape) -> str:
    """Round a muscle that would not be found at once."""
    box, r = bounds(shape.points), _size(shape) / 2 + ROOM
    u, v = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    turns = (math.tau * k / ROUND for k in range(ROUND))
    points = [(u + r * math.cos(turn), v + r * math.sin(turn)) for turn in turns]
    return curve(points, closed=True, class_="ex-belt")


def _marking(shape: Shape, markings: Sequence[Marking], side: Side) -> Marking | None:
    """How a muscle is marked; one that others cover is drawn through them."""
    if shape.kind != "muscle" or (side and shape.side != side):
        return None
    return next(
        (m for m in markings if m.muscle == shape.name and m.side in ("", shape.side)), None
    )


def _layer(
    layer: Layer,
    parts: Sequence[Part],
    soft: Sequence[tuple[Shape, Layer, Marking | None]],
    view: View,
    id: str,
    tiles: str,
) -> str:
    """Parts of one skin: their edges below, so that no seam shows where they overlap."""
    if not parts:
        return ""
    own = f"{id}-{layer}"
    skin = "".join(curve(p.points, closed=True, id=f"{own}-{k}") for k, p in enumerate(parts))
    inside = [(s, marking) for s, where, marking in soft if where == layer]
    marked = "".join(muscle(s, view, marking, tiles) for s, marking in inside if marking)
    drawn = "".join(
        curve(s.points, closed=s.closed, class_="fig-ear" if s.kind == "ear" else "fig-line")
        for s, marking in inside
        if not marking
    )
    clip = element(
        "clipPath",
        "".join(element("use", href=f"#{own}-{k}") for k in range(len(parts))),
        id=f"{own}-clip",
    ) * bool(marked)
    return group(
        element("use", class_="ex-edge", href=f"#{own}")
        + group(skin, id=own, class_="ex-skin")
        + clip
        + group(marked, clip_path=f"url(#{own}-clip)", id=f"{own}-marked")
        + drawn,
        class_=f"ex-{layer}",
    )


def _ground(panel: Panel) -> str:
    if from_above(panel.at.stance):
        return ""
    _, y = canvas((0.0, panel.floor))
    return straight(((panel.room.left, y), (panel.room.right, y)), class_="ex-floor")


def _thing(thing: Thing) -> str:
    if thing.round:
        return curve(thing.points, closed=True, class_=thing.class_)
    points = [canvas(p) for p in thing.points]
    return straight([*points, points[0]] if thing.closed else points, class_=thing.class_)


def _arrow(way: Sequence[Point]) -> str:
    """A curve with a head at its end, on an edge that parts it from the body."""
    tip, before = way[-1], way[-2]
    length = math.dist(tip, before) or 1.0
    d = ((tip[0] - before[0]) / length, (tip[1] - before[1]) / length)
    wings = [
        (tip[0] - 0.03 * d[0] - s * 0.022 * d[1], tip[1] - 0.03 * d[1] + s * 0.022 * d[0])
        for s in (1, -1)
    ]
    head = [canvas(p) for p in (wings[0], tip, wings[1])]
    return "".join(
        curve(way, class_=class_) + straight(head, class_=class_)
        for class_ in ("ex-way-edge", "ex-way")
    )
