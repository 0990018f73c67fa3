"""Numbered badges and words in two columns beside the figure, with leaders that never cross."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise
from math import dist, inf

from posture.figures.body import Shape
from posture.figures.geometry import Box, Point, bounds, cross, edge_distance, inside
from posture.figures.layers import Marking, Role, marks
from posture.figures.marks import LEADING, Note
from posture.figures.svg import (
    canvas,
    circle,
    element,
    group,
    halved,
    number,
    numbers,
    straight,
    words,
)

# In canvas units.
RADIUS = 60.0  # of a badge
GAP = 160.0  # between the centres of two places in a column
NOTE_GAP = 30.0  # more than that between a note and its neighbours
HALF = 80.0  # from the middle of a place to its edge
AWAY = 110.0  # from the figure to a column
PORT = 80.0  # from a place to where its leader leaves the column
NAME_AWAY = 90.0  # from a place to the name outside it
NAME_LEADING = 68.0  # between the lines of a muscle's name
LETTER = 39.0  # the width of a letter of a note, on average and rather too much

NOTE_LETTERS = 9  # more than these are two lines
NAME_LETTERS = 11
ROOMY = 6  # a column of so many is not full
LOPSIDED = 1.5  # half the places that a full column may have more than the other
SLIVER = 0.003  # of stature: half the width of what one no longer sees of a covered muscle
GRID = 13  # points across a shape that are tried as the leader's end


@dataclass(frozen=True, slots=True)
class Callout:
    """What stands beside the figure at a place, and the point that its leader goes to.

    With a number it is the badge of a muscle, and `lines` are its name; without, a note in words.
    """

    lines: tuple[str, ...]
    anchor: Point
    number: int = 0
    role: Role = "shown"
    muscle: str = ""
    pull: int = 0
    place: Point = (0.0, 0.0)

    @property
    def outward(self) -> int:
        """-1 in the left column, 1 in the right one."""
        return -1 if self.place[0] < self.anchor[0] else 1

    @property
    def port(self) -> Point:
        """Where the leader leaves the column: beyond it no other place is in its way."""
        return (self.place[0] - self.outward * PORT, self.place[1])

    @property
    def box(self) -> Box:
        """The badge, or the words: they begin at the inner edge of the column and go outwards."""
        x, y = self.place
        if self.number:
            tip = RADIUS + 16 if self.role == "mixed" else RADIUS
            return Box(x - tip, y - tip, x + tip, y + tip)
        near = x - self.outward * RADIUS
        far = near + self.outward * LETTER * max(map(len, self.lines))
        half = LEADING * len(self.lines) / 2
        return Box(min(near, far), y - half, max(near, far), y + half)


def callouts(
    shapes: Sequence[Shape],
    markings: Sequence[Marking],
    notes: Sequence[Note],
    names: Mapping[str, str],
    body: Box,
    top: float,
) -> tuple[Callout, ...]:
    """Place a badge for each numbered marking that the view shows, and each note, below `top`."""
    found = [
        *_badges(shapes, markings, names, Counter(n.pull for n in notes)),
        *(Callout(halved(n.text, NOTE_LETTERS), n.anchor, pull=n.pull) for n in notes),
    ]
    columns = Box(body.left - AWAY, top, body.right + AWAY, body.bottom)
    return _untangled(min((_spread(found, columns) for found in _parted(found)), key=_reach))


def _badges(
    shapes: Sequence[Shape],
    markings: Sequence[Marking],
    names: Mapping[str, str],
    taken: Counter[int],
) -> Iterator[Callout]:
    """A muscle on one side keeps to it; one on both is pointed at where less is `taken` so far."""
    numbered = [(m, [s for s in shapes if marks(s, m)]) for m in markings if m.number]
    taken.update(_half(named[0]) for _, named in numbered if len(named) == 1)
    for marking, named in numbered:
        if not named:
            continue
        shape = min(named, key=lambda s: taken[_half(s)])
        if anchor := anchor_of(shape, _over(shape, shapes, markings)):
            taken[_half(shape)] += len(named) > 1
            lines = halved(names.get(marking.muscle, ""), NAME_LETTERS)
            yield Callout(lines, anchor, marking.number, marking.role, marking.muscle)


def _half(shape: Shape) -> int:
    """-1 where a shape lies at the left of the plumb line, 1 at its right."""
    return -1 if sum(x for x, _ in shape.points) < 0 else 1


def _over(shape: Shape, shapes: Sequence[Shape], markings: Sequence[Marking]) -> list[Shape]:
    """Marked shapes painted after this one, which may hide it."""
    later = shapes[list(shapes).index(shape) + 1 :]
    return [s for s in later if any(marks(s, m) for m in markings)]


def anchor_of(shape: Shape, over: Sequence[Shape]) -> Point | None:
    """The point of the shape furthest from its edge and from what covers it, on the canvas.

    Where they leave no more of it than a sliver, there is nothing to point at.
    """
    outline = shape.polygon(steps=2)
    covers = [cover for cover in (s.polygon(steps=2) for s in over) if _meet(outline, cover)]
    best, most = outline[0], -inf
    for free, p in sorted(((edge_distance(outline, p), p) for p in _grid(outline)), reverse=True):
        if free <= most:
            break  # what covers it leaves no point more room
        room = min([free, *(_outside(cover, p) for cover in covers)])
        if room > most:
            best, most = p, room
    if covers and most < SLIVER:
        return None
    x, y = canvas(best)
    return (round(x), round(y))


def _meet(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether the boxes of two outlines have a part in common."""
    a, b = bounds(one), bounds(other)
    across = a.left < b.right and b.left < a.right
    return across and a.top < b.bottom and b.top < a.bottom


def _outside(cover: Sequence[Point], p: Point) -> float:
    """How far a point is from what covers it; below nought inside."""
    gap = edge_distance(cover, p)
    return -gap if inside(cover, p) else gap


def _grid(outline: Sequence[Point]) -> list[Point]:
    box = bounds(outline)
    steps = [(k + 0.5) / GRID for k in range(GRID)]
    tried = [(box.left + box.width * i, box.top + box.height * j) for i in steps for j in steps]
    return [p for p in tried if inside(outline, p)]


# ---------------------------------------------------------------- places
def _parted(found: Sequence[Callout]) -> Iterator[tuple[Sequence[Callout], Sequence[Callout]]]:
    """The ways to part them from left to right into two columns, neither of them too full.

    What pulls to a column stands in it.
    """
    order = sorted(found, key=lambda x: (x.pull, x.anchor[0]))
    most = max(ROOMY, int(len(order) / 2 + LOPSIDED))
    first = max(sum(x.pull < 0 for x in order), len(order) - most)
    last = min(sum(x.pull <= 0 for x in order), most)
    return ((order[:cut], order[cut:]) for cut in range(first, last + 1))


def _spread(parted: tuple[Sequence[Callout], Sequence[Callout]], columns: Box) -> list[Callout]:
    left, right = parted
    return [*_column(left, columns.left, columns), *_column(right, columns.right, columns)]


def _column(found: Sequence[Callout], x: float, columns: Box) -> list[Callout]:
    """One column, each as near its muscle as the gaps between them allow."""
    mine = sorted(found, key=lambda one: one.anchor[1])
    down = list(accumulate((_gap(a, b) for a, b in pairwise(mine)), initial=0.0))
    level = _rising([one.anchor[1] - y for one, y in zip(mine, down, strict=False)])
    top = columns.top + HALF
    low = max(columns.bottom - RADIUS - down[-1], top)
    return [
        replace(one, place=(round(x), round(min(max(y, top), low) + below)))
        for one, y, below in zip(mine, level, down, strict=False)
    ]


def _reach(found: Sequence[Callout]) -> float:
    """How long the leaders are; a long one counts for more than several short ones."""
    return sum(dist(one.anchor, one.port) ** 2 for one in found)


def _gap(a: Callout, b: Callout) -> float:
    return GAP if a.number and b.number else GAP + NOTE_GAP


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


def _untangled(found: list[Callout]) -> tuple[Callout, ...]:
    """Let callouts whose leaders cross change places: in one column each change shortens them."""
    for _ in range(len(found) ** 2):
        pairs = combinations(range(len(found)), 2)
        crossed = next((pair for pair in pairs if _crossed(found, pair)), None)
        if not crossed:
            break
        i, j = crossed
        a, b = found[i], found[j]
        found[i], found[j] = replace(a, place=b.place), replace(b, place=a.place)
    return tuple(sorted(found, key=lambda x: x.number))


def _crossed(found: Sequence[Callout], pair: tuple[int, int]) -> bool:
    a, b = found[pair[0]], found[pair[1]]
    return cross(a.port, a.anchor, b.port, b.anchor)


def framed(found: Sequence[Callout], body: Box) -> Box:
    """The body's box, grown to hold what stands beside it, with the plumb line in its middle.

    Names of muscles may lie outside.
    """
    if not found:
        return body
    half = max(abs(x) for one in (body, *(c.box for c in found)) for x in (one.left, one.right))
    return Box(-half, body.top, half, body.bottom)


# ---------------------------------------------------------------- drawn
def drawn(callout: Callout) -> str:
    """The line, its end on the figure, and the badge with the muscle's name, or the words."""
    line = f"M{numbers(callout.anchor)}L{numbers(callout.port)}"
    if callout.number:
        line += f"H{number(callout.place[0])}"
    column = "lead-left" if callout.outward < 0 else "lead-right"
    return group(
        element("path", class_="lead-edge", d=line)
        + element("path", class_="lead-line", d=line)
        + (_badge(callout) if callout.number else _said(callout)),
        class_=f"lead {column} g-{callout.role}" if callout.number else f"note {column}",
        data_badge=callout.muscle,
        data_number=str(callout.number or ""),
    )


def _badge(callout: Callout) -> str:
    """Square for tight, round for weak, a diamond for mixed; what all have alike packs well."""
    x, y = callout.place
    figure = element("text", str(callout.number), y="26")
    named = (callout.outward * NAME_AWAY, 20)
    name = words(callout.lines, named, NAME_LEADING, class_="lead-name") if callout.lines[0] else ""
    return circle(callout.anchor, 10, class_="lead-dot") + group(
        group(_plate(callout.role) + figure, class_=f"badge badge-{callout.role}") + name,
        transform=f"translate({numbers((x, y))})",
    )


def _said(callout: Callout) -> str:
    x, y = callout.place
    return words(callout.lines, (x - callout.outward * RADIUS, y + 24), LEADING, class_="note-text")


def _plate(role: Role) -> str:
    if role == "weak":
        return element("circle", r=number(RADIUS))
    if role == "tight":
        size, corner = number(2 * RADIUS - 8), number(4 - RADIUS)
        return element("rect", width=size, height=size, rx="20", x=corner, y=corner)
    tip = RADIUS + 16
    return straight([(0, -tip), (tip, 0), (0, tip), (-tip, 0), (0, -tip)])
