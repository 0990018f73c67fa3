"""Find the control points of an authored curve: of the smooth cubic through its points.

Figures are drawn as quadratic B-splines (see geometry.py), written with two numbers a point where
cubics need four. A spline has a control point at least each `SPAN` of length and `TURN` of bend,
and as many more as it takes to keep within `WITHIN` of the authored curve.
"""

from __future__ import annotations

import cmath
import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from posture.figures.geometry import Point

WITHIN = 0.0012  # of stature
SPAN, TURN = 0.06, 1.4  # of stature, radians
CLOSER = 1.2  # so much denser are control points where the curve was missed
REACH = 0.45  # a handle is at most this part of the shorter neighbouring gap
FINE = 8  # steps of an authored curve from point to point
LEAST = 4  # control points of a closed curve
BLUR = 3  # passes that even out the spacing
PASSES = 12  # each leaves at most half of what is missing
DENSEST = 0.5  # control points to a step of an authored curve
CHORDS = 4  # in a piece
SAME = 1e-9  # of stature: points nearer to each other than this are one point, given twice


@dataclass(frozen=True, slots=True)
class Fitted:
    """Control points, and for each the index of an authored point that it stands for."""

    points: tuple[Point, ...]
    sources: tuple[int, ...]


Run = tuple[list[complex], list[int]]  # control points, and the steps of a line they are beside


@dataclass(frozen=True, slots=True)
class Line:
    """The authored curve between two corners in fine steps, or a whole one back to its start.

    A symmetric one starts on its axis; its control points are in pairs.
    """

    places: tuple[complex, ...]
    closed: bool
    symmetric: bool = False
    steps: tuple[complex, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", tuple(b - a for a, b in pairwise(self.places)))

    def between(self, values: Sequence[float]) -> list[tuple[float, float]]:
        """Of the values of all steps, the neighbours of each."""
        first, last = (values[-1], values[0]) if self.closed else (values[0], values[-1])
        return list(zip((first, *values[:-1]), (*values[1:], last), strict=True))


def fitted(points: Sequence[Point], *, closed: bool, symmetric: bool = False) -> Fitted:
    """The control points of the smooth curve through points; one given twice is a corner."""
    n = len(points)
    corners = [i for i in range(n) if math.dist(points[i - 1], points[i]) < SAME and (i or closed)]
    if not corners:
        return _joined([_line(points, closed=closed, symmetric=symmetric)], 0, n)
    first = corners[0] if closed else 0
    ring = [points[(first + i) % n] for i in range(n)]
    cuts = [0, *((i - first) % n for i in corners if i != first), n]
    runs = [_line(ring[a:b], closed=False) for a, b in pairwise(cuts)]
    return _joined(runs, first, n)


def _joined(lines: Sequence[Line], first: int, n: int) -> Fitted:
    points: list[Point] = []
    sources: list[int] = []
    for line in lines:
        found, steps = _controls(line)
        points += ((z.real, z.imag) for z in found)
        sources += ((first + round(step / FINE)) % n for step in steps)
        first += len(line.places) // FINE + 1
    return Fitted(tuple(points), tuple(sources))


# ---------------------------------------------------------------- the authored curve
def handle(before: Point, at: Point, after: Point) -> Point:
    """The arm of the authored curve at a point, the same on both sides of it.

    The direction weighs the nearer neighbour more; the length keeps to the shorter gap, so that
    uneven points do not overshoot.
    """
    near, far = math.dist(before, at), math.dist(at, after)
    if min(near, far) < SAME:
        return (0.0, 0.0)
    x, y = ((at[i] - before[i]) / near * far + (after[i] - at[i]) / far * near for i in (0, 1))
    length = math.hypot(x, y)
    if length < SAME:
        return (0.0, 0.0)
    reach = min(REACH * min(near, far), (near + far) / 6)
    return (x / length * reach, y / length * reach)


def _line(points: Sequence[Point], *, closed: bool, symmetric: bool = False) -> Line:
    """An open curve leaves and ends straight."""
    n = len(points)
    ring = [complex(*p) for p in (*points, points[0])][: n + closed]
    arms = [complex(*handle(points[i - 1], points[i], points[(i + 1) % n])) for i in range(n)]
    if closed:
        arms.append(arms[0])
    else:
        arms[0], arms[-1] = (ring[1] - ring[0]) / 3, (ring[-1] - ring[-2]) / 3
    places = [ring[0]]
    for (a, b), (i, j) in zip(pairwise(ring), pairwise(arms), strict=True):
        places += (_bezier(a, a + i, b - j, b, k / FINE) for k in range(1, FINE + 1))
    return Line(tuple(places), closed, symmetric)


def _bezier(a: complex, b: complex, c: complex, d: complex, t: float) -> complex:
    s = 1 - t
    return s**3 * a + 3 * t * s**2 * b + 3 * t * t * s * c + t**3 * d


# ---------------------------------------------------------------- its control points
def _controls(line: Line) -> Run:
    """As many as it takes: where the curve strays, they come closer together."""
    if len(line.places) == FINE + 1:  # from one authored point to the next: straight
        return [line.places[0], line.places[-1]], [0, FINE]
    density = _needed(line)
    while True:
        sums = [0.0, *accumulate(_blurred(line, density))]
        count = _count(line, sums[-1])
        owners = [min(int(count * x / sums[-1]), count - 1) for x in sums]
        steps = [bisect_right(sums, sums[-1] * (i + 0.5) / count) - 1 for i in range(count)]
        inner = _solved(line, steps)
        strayed = _strayed(line, inner, owners)
        before, density = density, _closer(density, owners, strayed)
        if density == before:
            break
    if line.closed:
        return inner, steps
    return [line.places[0], *inner, line.places[-1]], [0, *steps, len(density)]


def _closer(density: list[float], owners: Sequence[int], strayed: set[int]) -> list[float]:
    """More control points where the curve strays, up to `DENSEST`."""
    return [
        min(d * CLOSER, DENSEST) if {a, b} & strayed else d
        for d, (a, b) in zip(density, pairwise(owners), strict=True)
    ]


def _needed(line: Line) -> list[float]:
    """Control points to each step, by its length and by how much the line bends there."""
    ways = [cmath.phase(step) for step in line.steps]
    return [
        min(abs(step) / SPAN + abs(math.remainder(b - a, math.tau)) / 2 / TURN, DENSEST)
        for step, (a, b) in zip(line.steps, line.between(ways), strict=True)
    ]


def _blurred(line: Line, density: Sequence[float]) -> Sequence[float]:
    """Control points come closer together little by little."""
    for _ in range(BLUR):
        around = line.between(density)
        density = [(a + 2 * d + b) / 4 for d, (a, b) in zip(density, around, strict=True)]
    return density


def _count(line: Line, wanted: float) -> int:
    count = max(math.ceil(wanted), LEAST if line.closed else 1)
    return count + count % 2 if line.symmetric else count


def _solved(line: Line, steps: Sequence[int]) -> list[complex]:
    """Control points whose pieces touch the line half-way; they move across it, never along it."""
    aims = [(line.places[i] + line.places[i + 1]) / 2 for i in steps]
    across = [1j * line.steps[i] / abs(line.steps[i]) for i in steps]
    found = aims
    for _ in range(PASSES):
        joints = _joints(line, found)
        found = [
            c + n * ((aim - (a + 2 * c + b) / 4) * n.conjugate()).real
            for c, n, aim, (a, b) in zip(found, across, aims, pairwise(joints), strict=True)
        ]
    return found


def _joints(line: Line, inner: Sequence[complex]) -> list[complex]:
    """Where a piece ends and the next begins: between two control points."""
    between = [(a + b) / 2 for a, b in pairwise(inner)]
    if line.closed:
        join = (inner[-1] + inner[0]) / 2
        return [join, *between, join]
    return [line.places[0], *between, line.places[-1]]


def _strayed(line: Line, inner: Sequence[complex], owners: Sequence[int]) -> set[int]:
    """The pieces that the line is further from than it may be."""
    drawn = [
        _chords(a, c, b) for c, (a, b) in zip(inner, pairwise(_joints(line, inner)), strict=True)
    ]
    n = len(drawn)
    strayed = set()
    for place, i in zip(line.places, owners, strict=True):
        near = (drawn[i], drawn[(i + 1) % n], drawn[i - 1])
        if all(_distance(place, a, b) > WITHIN for chords in near for a, b in chords):
            strayed.add(i)
    return strayed


def _chords(a: complex, b: complex, c: complex) -> list[tuple[complex, complex]]:
    """Straight pieces of a quadratic one."""
    parts = (k / CHORDS for k in range(CHORDS + 1))
    return list(pairwise((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for t in parts))


def _distance(p: complex, a: complex, b: complex) -> float:
    way, off = b - a, p - a
    square = abs(way) ** 2
    along = (off * way.conjugate()).real / square if square else 0.0
    return abs(off - way * min(max(along, 0.0), 1.0))
