"""The neutral body: named shapes through control points, in three views.

Units are parts of stature: v = 0 at the sole, 1 at the vertex; u = 0 is the plumb line. The
person's left is at u > 0 in front, at u < 0 from the back. The side view is the person's left side,
facing left, so u < 0 is ahead. Only the left half is authored; front and back are mirrored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from posture.figures.geometry import Point, polyline

View = Literal["front", "back", "side"]
Group = Literal["trunk", "arm"]
Side = Literal["left", "right", ""]
Kind = Literal["body", "arm", "muscle", "context", "line", "ear"]
Bend = Callable[[Point, Group], Point]

VIEWS: tuple[View, ...] = ("front", "back", "side")
DATA = Path(__file__).parent / "data"

# The article's muscles. Deep ones are painted over what hides them.
MUSCLES = (
    "anterior-deltoid",
    "pectoralis",
    "latissimus-dorsi",
    "middle-trapezius",
    "lower-trapezius",
    "infraspinatus",
    "teres-minor",
    "lumbar",
    "hip-flexors",
    "quadriceps",
    "abdominal",
    "gluteal",
    "hamstrings",
    "upper-abdominal",
    "thoracic-erector-spinae",
    "quadratus-lumborum",
    "psoas",
    "adductor",
)
DEEP = frozenset({"psoas", "quadratus-lumborum", "thoracic-erector-spinae", "hip-flexors"})

_OTHER: dict[Side, Side] = {"left": "right", "right": "left", "": ""}


class FigureError(ValueError):
    """A name that the figures do not know."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A named smooth curve; `groups` says which of its points hang from the shoulder."""

    name: str
    kind: Kind
    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    side: Side = ""
    closed: bool = True

    def bent(self, bend: Bend) -> Shape:
        moved = tuple(bend(p, g) for p, g in zip(self.points, self.groups, strict=True))
        return replace(self, points=moved)

    def mirrored(self) -> Shape:
        return replace(
            self,
            points=tuple((-u, v) for u, v in reversed(self.points)),
            groups=tuple(reversed(self.groups)),
            side=_OTHER[self.side],
        )

    def polygon(self, steps: int = 6) -> list[Point]:
        return polyline(self.points, closed=self.closed, steps=steps)


@lru_cache(maxsize=1)
def neutral() -> Mapping[str, Any]:
    """The shipped control points and landmarks."""
    loaded: dict[str, Any] = json.loads((DATA / "neutral.json").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=len(VIEWS))
def shapes(view: View) -> tuple[Shape, ...]:
    """Everything drawn in a view, back to front: body, context, muscles, lines, ears, arm."""
    raw = neutral()["views"][view]
    drawn = [_body(raw["body"], view)]
    for kind in ("context", "muscle", "line", "ear"):
        for name, points in raw[kind].items():
            drawn += _pair(_half(name, kind, points), view)
    if "arm" in raw:
        drawn.append(_half("arm", "arm", raw["arm"]))
    return tuple(drawn)


def landmark(view: View, name: str) -> Point:
    """Where a bony landmark (of the person's left) lies in the neutral body."""
    u, v = neutral()["landmarks"][view][name]
    return (u, v)


def _points(raw: Sequence[Sequence[float]]) -> tuple[Point, ...]:
    return tuple((p[0], p[1]) for p in raw)


def _half(name: str, kind: Kind, raw: Sequence[Sequence[float]]) -> Shape:
    group: Group = "arm" if kind == "arm" or name in neutral()["hang_from_shoulder"] else "trunk"
    points = _points(raw)
    return Shape(name, kind, points, (group,) * len(points), "left", kind != "line")


def _body(raw: Sequence[Sequence[Any]], view: View) -> Shape:
    """The outline; in front and back a half from the vertex to the crotch, closed by its mirror."""
    groups: tuple[Group, ...] = tuple("arm" if len(p) > 2 else "trunk" for p in raw)
    half = Shape("body", "body", _points(raw), groups)
    if view == "side":
        return half
    other = half.mirrored()
    return replace(
        half,
        points=half.points + other.points[1:-1],
        groups=half.groups + other.groups[1:-1],
    )


def _pair(shape: Shape, view: View) -> tuple[Shape, ...]:
    return (shape,) if view == "side" else (shape, shape.mirrored())
