"""Numbered badges in two columns beside the figure, with leaders that never cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from posture.figures.body import Shape
from posture.figures.geometry import Box, Point, bounds, cross, edge_distance, inside
from posture.figures.layers import Marking, Role, marks
from posture.figures.svg import canvas, circle, element, group, number, straight

RADIUS = 60.0  # canvas units
GAP = 150.0  # between the centres of two badges in a column
AWAY = 120.0  # from the figure to a column of badges
LOPSIDED = 2.5  # half the badges that one column may have more than the other
GRID = 13  # points across a shape that are tried as the leader's end


@dataclass(frozen=True, slots=True)
class Leader:
    """A badge on the canvas and the point of the muscle it names."""

    number: int
    role: Role
    muscle: str
    anchor: Point
    badge: Point


def leaders(shapes: Sequence[Shape], markings: Sequence[Marking], body: Box) -> tuple[Leader, ...]:
    """Place a badge for each numbered marking that the view shows."""
    found: list[Leader] = []
    for marking in markings:
        named = [s for s in shapes if marks(s, marking)] if marking.number else []
        if named:
            shape = named[len(found) % len(named)]
            anchor = anchor_of(shape, _over(shape, shapes, markings))
            found.append(Leader(marking.number, marking.role, marking.muscle, anchor, anchor))
    left, right = _sides(found, (body.left + body.right) / 2)
    return _untangled(
        [*_spread(left, body.left - AWAY, body), *_spread(right, body.right + AWAY, body)]
    )


def _sides(found: Sequence[Leader], middle: float) -> tuple[list[Leader], list[Leader]]:
    """Each badge on its muscle's side; those nearest the middle change over from a full column."""
    order = sorted(found, key=lambda x: x.anchor[0])
    cut = sum(x.anchor[0] < middle for x in order)
    half = len(order) / 2
    cut = round(min(max(cut, half - LOPSIDED), half + LOPSIDED))
    return order[:cut], order[cut:]


def _over(shape: Shape, shapes: Sequence[Shape], markings: Sequence[Marking]) -> list[Shape]:
    """Marked shapes painted after this one, which may hide it."""
    later = shapes[list(shapes).index(shape) + 1 :]
    return [s for s in later if any(marks(s, m) for m in markings)]


def anchor_of(shape: Shape, over: Sequence[Shape]) -> Point:
    """The point of the shape furthest from its edge and from what covers it, on the canvas."""
    outline = shape.polygon(steps=2)
    covers = [s.polygon(steps=2) for s in over]

    def room(p: Point) -> float:
        free = edge_distance(outline, p)
        for cover in covers:
            gap = edge_distance(cover, p)
            free = min(free, -gap if inside(cover, p) else gap)
        return free

    return canvas(max(_grid(outline), key=room))


def _grid(outline: Sequence[Point]) -> list[Point]:
    box = bounds(outline)
    steps = [(k + 0.5) / GRID for k in range(GRID)]
    tried = [(box.left + box.width * i, box.top + box.height * j) for i in steps for j in steps]
    return [p for p in tried if inside(outline, p)]


def _spread(found: Sequence[Leader], column: float, body: Box) -> list[Leader]:
    """One column's badges, near their muscles and at least a gap apart."""
    mine = sorted(found, key=lambda x: x.anchor[1])
    wanted = [x.anchor[1] - i * GAP for i, x in enumerate(mine)]
    level = _rising(wanted)
    top = body.top + RADIUS
    low = body.bottom - RADIUS - GAP * (len(mine) - 1)
    return [
        replace(x, badge=(column, min(max(y, top), max(low, top)) + i * GAP))
        for i, (x, y) in enumerate(zip(mine, level, strict=True))
    ]


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest sequence that never falls (pooled neighbours, least squares)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]


def _untangled(found: list[Leader]) -> tuple[Leader, ...]:
    """Swap the badges of crossing leaders; each swap shortens them, so this ends."""
    while pair := next((p for p in combinations(range(len(found)), 2) if _crossed(found, p)), None):
        i, j = pair
        a, b = found[i], found[j]
        found[i], found[j] = replace(a, badge=b.badge), replace(b, badge=a.badge)
    return tuple(sorted(found, key=lambda x: x.number))


def _crossed(found: Sequence[Leader], pair: tuple[int, int]) -> bool:
    a, b = found[pair[0]], found[pair[1]]
    return cross(a.badge, a.anchor, b.badge, b.anchor)


def drawn(leader: Leader) -> str:
    """The line, its end on the muscle, and the badge: square tight, round weak, diamond mixed."""
    x, y = leader.badge
    text = element("text", str(leader.number), x=number(x), y=number(y + 27), text_anchor="middle")
    return group(
        straight((leader.badge, leader.anchor), class_="lead-edge")
        + straight((leader.badge, leader.anchor), class_="lead-line")
        + circle(leader.anchor, 10, class_="lead-dot")
        + group(_plate(leader.role, leader.badge) + text, class_=f"badge badge-{leader.role}"),
        class_=f"lead g-{leader.role}",
        data_badge=leader.muscle,
    )


def _plate(role: Role, at: Point) -> str:
    x, y = at
    if role == "weak":
        return circle(at, RADIUS)
    if role == "tight":
        size = number(2 * RADIUS - 8)
        left, top = number(x - RADIUS + 4), number(y - RADIUS + 4)
        return element("rect", x=left, y=top, width=size, height=size, rx="20")
    tip = RADIUS + 16
    corners = [(x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y)]
    return straight([*corners, corners[0]])


def framed(found: Sequence[Leader], body: Box) -> Box:
    """The body's box, grown to hold the badges."""
    reach = [x.badge[0] + s * (RADIUS + 20) for x in found for s in (-1, 1)]
    return Box(min([body.left, *reach]), body.top, max([body.right, *reach]), body.bottom)
