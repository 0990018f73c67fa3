"""The neutral body: named shapes through authored points, in three views.

Units are parts of stature: v = 0 at the sole, 1 at the vertex; u = 0 is the plumb line. The
person's left is at u > 0 in front, at u < 0 from the back. The side view is the person's left side,
facing left, so u < 0 is ahead. Only the left half is authored; front and back are mirrored.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from posture.figures.fitting import Fitted, fitted
from posture.figures.geometry import Point, polyline

View = Literal["front", "back", "side"]
Group = Literal["trunk", "arm"]
Side = Literal["left", "right", ""]
Kind = Literal["body", "arm", "muscle", "flesh", "skin", "line", "ear"]
Layer = Literal["surface", "deep", "hidden"]
Bend = Callable[[Point, Group], Point]

VIEWS: tuple[View, ...] = ("front", "back", "side")
DATA = Path(__file__).parent / "data"

_OTHER: dict[Side, Side] = {"left": "right", "right": "left", "": ""}


class FigureError(ValueError):
    """A name that the figures do not know."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A named smooth curve by its control points; `groups` says which hang from the shoulder.

    A muscle is at the surface of its view, deep (drawn through what covers it when it is marked) or
    hidden behind the body. `origin` and `insertion` are the ends of its attachments to the bones.
    """

    name: str
    kind: Kind
    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    side: Side = ""
    closed: bool = True
    layer: Layer = "surface"
    origin: tuple[Point, ...] = ()
    insertion: tuple[Point, ...] = ()

    def bent(self, bend: Bend) -> Shape:
        moved = tuple(bend(p, g) for p, g in zip(self.points, self.groups, strict=True))
        return replace(
            self,
            points=moved,
            origin=tuple(bend(p, self.groups[0]) for p in self.origin),
            insertion=tuple(bend(p, self.groups[0]) for p in self.insertion),
        )

    def mirrored(self) -> Shape:
        return replace(
            self,
            points=_mirror(self.points),
            groups=tuple(reversed(self.groups)),
            side=_OTHER[self.side],
            origin=_mirror(self.origin),
            insertion=_mirror(self.insertion),
        )

    def polygon(self, steps: int = 6) -> list[Point]:
        return polyline(self.points, closed=self.closed, steps=steps)


@lru_cache(maxsize=len(VIEWS))
def drawn(view: View) -> Mapping[str, Any]:
    """The points of a view, as they are written in its file."""
    return tomllib.loads((DATA / f"{view}.toml").read_text("utf-8"))


@lru_cache(maxsize=len(VIEWS))
def shapes(view: View) -> tuple[Shape, ...]:
    """All of a view, back to front: body, muscles, what is between them, lines, ears, arm."""
    data = drawn(view)
    halves = [
        *(_muscle(view, name) for name in data["muscles"]),
        *(_context(view, name) for name in data.get("context", ())),
        *(_half(view, name, "line", points) for name, points in data["lines"].items()),
        _half(view, "ear", "ear", data["outlines"]["ear"]),
    ]
    arm = [_half(view, "arm", "arm", data["outlines"]["arm"])] if view == "side" else []
    return (
        outlined(view, data["outlines"]["body"]),
        *(one for half in halves for one in _pair(half, view)),
        *arm,
    )


MUSCLES = tuple(drawn("side")["muscles"])  # every view has them all


def prepare() -> None:
    """Read and fit all shapes, which takes about a second, before anybody waits for a figure."""
    for view in VIEWS:
        shapes(view)


def landmark(view: View, name: str) -> Point:
    """Where a bony landmark (of the person's left) lies in the neutral body."""
    u, v = drawn(view)["landmarks"][name]
    return (u, v)


def _muscle(view: View, name: str) -> Shape:
    data = drawn(view)["muscles"]
    raw = data[data[name].get("like", name)]
    return replace(
        _half(view, name, "muscle", raw["edge"]),
        layer=raw["layer"],
        origin=_points(raw.get("origin", ())),
        insertion=_points(raw.get("insertion", ())),
    )


def _context(view: View, name: str) -> Shape:
    """What lies between the muscles: flesh that has no name here, or skin and bone."""
    raw = drawn(view)["context"][name]
    return _half(view, name, "skin" if raw.get("skin") else "flesh", raw["edge"])


def _points(raw: Sequence[Sequence[float]]) -> tuple[Point, ...]:
    return tuple((p[0], p[1]) for p in raw)


def _mirror(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple((-u, v) for u, v in reversed(points))


def _half(view: View, name: str, kind: Kind, raw: Sequence[Sequence[Any]]) -> Shape:
    group: Group = "arm" if kind == "arm" or name in drawn(view)["arm"] else "trunk"
    closed = kind != "line"
    found = fitted(_points(raw), closed=closed)
    return Shape(name, kind, found.points, _groups(raw, found, group), "left", closed)


def _groups(raw: Sequence[Sequence[Any]], found: Fitted, group: Group) -> tuple[Group, ...]:
    """Control points hang from the shoulder where the authored ones near them do."""
    return tuple("arm" if "arm" in raw[i] else group for i in found.sources)


def outlined(view: View, raw: Sequence[Sequence[Any]]) -> Shape:
    """The body; in front and back a half from the vertex to the crotch, closed by its mirror."""
    if view == "side":
        found = fitted(_points(raw), closed=True)
        return Shape("body", "body", found.points, _groups(raw, found, "trunk"))
    points = _points(raw)
    whole = fitted((*points, *_mirror(points)[1:-1]), closed=True, symmetric=True)
    n = len(whole.points) // 2
    found = Fitted(whole.points[:n], whole.sources[:n])
    half = Shape("body", "body", found.points, _groups(raw, found, "trunk"))
    other = half.mirrored()
    return replace(half, points=half.points + other.points, groups=half.groups + other.groups)


def _pair(shape: Shape, view: View) -> tuple[Shape, ...]:
    return (shape,) if view == "side" else (shape, shape.mirrored())
