"""Points, curves and areas in the plane; knows nothing of bodies or of SVG."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[Point, Point, Point]  # first handle, second handle, end of a cubic Bezier

REACH = 0.45  # a handle is at most this part of the shorter neighbouring gap


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; its `bottom` is the larger second coordinate."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def bounds(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def smoothstep(x: float, low: float, high: float) -> float:
    t = min(max((x - low) / (high - low), 0.0), 1.0)
    return t * t * (3 - 2 * t)


def rotate(p: Point, angle: float) -> Point:
    c, s = math.cos(angle), math.sin(angle)
    return (c * p[0] - s * p[1], s * p[0] + c * p[1])


def linear(table: Sequence[Point], x: float) -> float:
    """The y at x on the polyline `table` of (x, y); its ends go on unchanged."""
    for (x0, y0), (x1, y1) in pairwise(table):
        if x <= x1:
            return y0 + (y1 - y0) * min(max((x - x0) / (x1 - x0), 0.0), 1.0)
    return table[-1][1]


@dataclass(frozen=True, slots=True)
class Monotone:
    """A monotone cubic through knots (Fritsch and Carlson 1980); constant outside them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slopes: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        gaps = [b - a for a, b in pairwise(self.xs)]
        rises = [(b - a) / w for (a, b), w in zip(pairwise(self.ys), gaps, strict=True)]
        inner = [
            _slope(*pair, *rise) for pair, rise in zip(pairwise(gaps), pairwise(rises), strict=True)
        ]
        object.__setattr__(self, "slopes", (0.0, *inner, 0.0))

    def __call__(self, x: float) -> float:
        if x <= self.xs[0]:
            return self.ys[0]
        if x >= self.xs[-1]:
            return self.ys[-1]
        i = bisect_right(self.xs, x) - 1
        gap = self.xs[i + 1] - self.xs[i]
        t = (x - self.xs[i]) / gap
        return (
            (1 + 2 * t) * (1 - t) ** 2 * self.ys[i]
            + t * (1 - t) ** 2 * gap * self.slopes[i]
            + t * t * (3 - 2 * t) * self.ys[i + 1]
            + t * t * (t - 1) * gap * self.slopes[i + 1]
        )


def _slope(gap0: float, gap1: float, rise0: float, rise1: float) -> float:
    if rise0 * rise1 <= 0:
        return 0.0
    w0, w1 = 2 * gap1 + gap0, gap1 + 2 * gap0
    return (w0 + w1) / (w0 / rise0 + w1 / rise1)


# ---------------------------------------------------------------- curves
def handle(before: Point, at: Point, after: Point) -> Point:
    """The arm of the smooth curve at a point, the same on both sides of it.

    Equal arms let a path use SVG's short `s` command. The direction weighs the nearer neighbour
    more; the length keeps to the shorter gap, so that uneven points do not overshoot.
    """
    near, far = math.dist(before, at), math.dist(at, after)
    if min(near, far) < 1e-9:
        return (0.0, 0.0)
    x, y = ((at[i] - before[i]) / near * far + (after[i] - at[i]) / far * near for i in (0, 1))
    length = math.hypot(x, y)
    if length < 1e-9:
        return (0.0, 0.0)
    reach = min(REACH * min(near, far), (near + far) / 6)
    return (x / length * reach, y / length * reach)


def handles(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """One arm per point; an open curve leaves and ends straight."""
    n = len(points)
    if closed:
        return [handle(points[i - 1], points[i], points[(i + 1) % n]) for i in range(n)]
    inner = [handle(points[i - 1], points[i], points[i + 1]) for i in range(1, n - 1)]
    return [_third(points[0], points[1]), *inner, _third(points[-2], points[-1])]


def _third(a: Point, b: Point) -> Point:
    return ((b[0] - a[0]) / 3, (b[1] - a[1]) / 3)


def segments(points: Sequence[Point], *, closed: bool) -> list[Segment]:
    """The smooth curve through the points, as cubic Beziers from the first point on."""
    arms = handles(points, closed=closed)
    n = len(points)
    return [
        (_plus(points[i], arms[i]), _minus(points[j], arms[j]), points[j])
        for i, j in ((i, (i + 1) % n) for i in range(n if closed else n - 1))
    ]


def polyline(points: Sequence[Point], *, closed: bool, steps: int = 6) -> list[Point]:
    """Points along the smooth curve, `steps` to a segment."""
    line = [points[0]]
    for a, b, c in segments(points, closed=closed):
        start = line[-1]
        line += [_bezier(start, a, b, c, k / steps) for k in range(1, steps + 1)]
    return line[:-1] if closed else line


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
        w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
    )


def _plus(a: Point, b: Point) -> Point:
    return (a[0] + b[0], a[1] + b[1])


def _minus(a: Point, b: Point) -> Point:
    return (a[0] - b[0], a[1] - b[1])


# ---------------------------------------------------------------- areas
def inside(polygon: Sequence[Point], p: Point) -> bool:
    """Even-odd rule."""
    odd = False
    for (x0, y0), (x1, y1) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y0 <= p[1]) != (y1 <= p[1]) and p[0] < x0 + (p[1] - y0) / (y1 - y0) * (x1 - x0):
            odd = not odd
    return odd


def edge_distance(polygon: Sequence[Point], p: Point) -> float:
    """How far `p` is from the polygon's edge, inside or outside."""
    return min(
        _to_segment(p, a, b) for a, b in zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    )


def _to_segment(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square if square else 0.0
    t = min(max(t, 0.0), 1.0)
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments ab and cd cross properly."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
