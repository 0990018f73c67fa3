"""The measured anatomy, and how a drawn shape is held against it."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def measured():
    return json.loads((Path(__file__).parent / "data/measured.json").read_text("utf-8"))


def ribbon(muscle):
    """The measured muscle as a polygon.

    The meshes themselves are not shipped: what is known of a muscle are nine stations along its
    long axis, each a centre and a half-width, from the mesh seen in that view. The polygon joins
    them across the long axis and tapers beyond the last stations to where the mesh ends (0.68 of
    the station gap further on, 0.34 of the half-width).
    """
    stations = muscle["stations"]
    angle = math.radians(muscle["axis_deg"])
    along = (math.sin(angle), math.cos(angle))
    rise = sum((b - a) * k for a, b, k in zip(stations[0], stations[-1], along, strict=False))
    if rise < 0:
        along = (-along[0], -along[1])
    gap = abs(rise) / (len(stations) - 1)
    across = (along[1], -along[0])

    def at(u, v, half, ahead=0.0):
        u, v = u + along[0] * ahead, v + along[1] * ahead
        return (u + across[0] * half, v + across[1] * half)

    (u0, v0, h0), (u1, v1, h1) = stations[0], stations[-1]
    near = [at(u, v, h) for u, v, h in stations]
    far = [at(u, v, -h) for u, v, h in reversed(stations)]
    top = [at(u1, v1, 0.34 * h1, 0.68 * gap), at(u1, v1, -0.34 * h1, 0.68 * gap)]
    end = [at(u0, v0, -0.34 * h0, -0.68 * gap), at(u0, v0, 0.34 * h0, -0.68 * gap)]
    return [*near, *top, *far, *end]


def across(polygon, muscle):
    """How much wider the drawn muscle is than the measured one at each of its nine stations."""
    angle = math.radians(muscle["axis_deg"])
    c, d = math.cos(angle), math.sin(angle)
    upright = [(u * c - v * d, u * d + v * c) for u, v in polygon]
    return [length(runs(upright, u * d + v * c)) - 2 * h for u, v, h in muscle["stations"]]


def long_axis(polygon, lines=120):
    """Degrees from the vertical of the axis about which the area turns most easily."""
    low, high = min(v for _, v in polygon), max(v for _, v in polygon)
    area = u1 = v1 = uu = vv = uv = 0.0
    for k in range(lines):
        v = low + (k + 0.5) * (high - low) / lines
        for a, b in runs(polygon, v):
            area, u1, v1 = area + b - a, u1 + (b * b - a * a) / 2, v1 + (b - a) * v
            uu, vv = uu + (b**3 - a**3) / 3, vv + (b - a) * v * v
            uv += v * (b * b - a * a) / 2
    u, v = u1 / area, v1 / area
    twice, difference = 2 * (uv / area - u * v), vv / area - v * v - uu / area + u * u
    return math.degrees(math.atan2(twice, difference)) / 2


def overlap(one, two, lines=160):
    """Intersection over union of two polygons, by horizontal lines."""
    low = min(v for _, v in (*one, *two))
    high = max(v for _, v in (*one, *two))
    both = either = 0.0
    for k in range(lines):
        v = low + (k + 0.5) * (high - low) / lines
        a, b = runs(one, v), runs(two, v)
        shared = common(a, b)
        both += shared
        either += length(a) + length(b) - shared
    return both / either


def contained(inner, outer, lines=120):
    """The part of `inner` that lies inside `outer`."""
    low, high = min(v for _, v in inner), max(v for _, v in inner)
    levels = [low + (k + 0.5) * (high - low) / lines for k in range(lines)]
    shared = sum(common(runs(inner, v), runs(outer, v)) for v in levels)
    return shared / sum(length(runs(inner, v)) for v in levels)


def runs(polygon, v):
    """Where the level v runs inside the polygon."""
    crossings = sorted(
        u0 + (v - v0) / (v1 - v0) * (u1 - u0)
        for (u0, v0), (u1, v1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True)
        if (v0 <= v) != (v1 <= v)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def length(some):
    return sum(b - a for a, b in some)


def common(some, others):
    return sum(max(0.0, min(b, d) - max(a, c)) for a, b in some for c, d in others)


def centroid(polygon):
    pairs = list(zip(polygon, [*polygon[1:], polygon[0]], strict=True))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)
    return tuple(
        sum((a[i] + b[i]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (3 * twice)
        for i in (0, 1)
    )
