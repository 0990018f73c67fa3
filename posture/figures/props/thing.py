"""One area or line of a prop, and the plain ones that most props are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from posture.figures.geometry import Point, bounds

BED = 0.25  # of stature: how high one lies
STEP = 0.07
CUSHION = 0.03  # height of a cushion to sit on, seen from the front
SOFT = 0.06  # of stature: a corner is rounded up to half as far along its edges


@dataclass(frozen=True, slots=True)
class Thing:
    """A closed area or an open line with straight edges; `over` is painted on top of the body."""

    class_: str
    points: tuple[Point, ...]
    closed: bool = True
    over: bool = False
    round: bool = False


def oblong(left: float, bottom: float, right: float, top: float) -> tuple[Point, ...]:
    """The corners of an upright rectangle."""
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def solid(left: float, bottom: float, right: float, top: float, *, over: bool = False) -> Thing:
    """Something hard."""
    return Thing("ex-prop", oblong(left, bottom, right, top), over=over)


def pad(left: float, bottom: float, right: float, top: float, *, over: bool = False) -> Thing:
    """Something soft, by its control points; an edge too short to be straight is round."""
    across = (left + SOFT, right - SOFT) if right - left > 2 * SOFT else ()
    up = (bottom + SOFT, top - SOFT) if top - bottom > 2 * SOFT else ()
    corners = (
        *((left, bottom), *((u, bottom) for u in across)),
        *((right, bottom), *((right, v) for v in up)),
        *((right, top), *((u, top) for u in reversed(across))),
        *((left, top), *((left, v) for v in reversed(up))),
    )
    return Thing("ex-soft", corners, over=over, round=True)


def across(points: Sequence[Point]) -> tuple[float, float]:
    """The first and the last u of points."""
    box = bounds(points)
    return box.left, box.right
