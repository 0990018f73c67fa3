"""Points, curves and areas in the plane; knows nothing of bodies or of SVG."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]
Piece = tuple[Point, Point, Point]  # start, control point and end of a quadratic Bezier


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
def pieces(controls: Sequence[Point], *, closed: bool) -> list[Piece]:
    """The quadratic B-spline of control points, as Bezier curves; a doubled point is a corner.

    The curve touches each side of the control polygon half-way. An open one begins at the first
    control point and ends at the last.
    """
    if closed:
        ring = (controls[-1], *controls, controls[0])
        joints = [middle(a, b) for a, b in pairwise(ring)]
        return list(zip(joints, controls, joints[1:], strict=False))
    inner = controls[1:-1] or [middle(controls[0], controls[-1])]
    joints = [controls[0], *(middle(a, b) for a, b in pairwise(inner)), controls[-1]]
    return list(zip(joints, inner, joints[1:], strict=False))


def polyline(controls: Sequence[Point], *, closed: bool, steps: int = 6) -> list[Point]:
    """Points along the curve of control points, `steps` to a piece."""
    found = pieces(controls, closed=closed)
    line = [_bezier(*piece, k / steps) for piece in found for k in range(steps)]
    return line if closed else [*line, controls[-1]]


def _bezier(a: Point, b: Point, c: Point, t: float) -> Point:
    w = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
    return (w[0] * a[0] + w[1] * b[0] + w[2] * c[0], w[0] * a[1] + w[1] * b[1] + w[2] * c[1])


def middle(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


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
