"""Walls and door frames, at one place for both ends of a movement."""

from __future__ import annotations

from collections.abc import Iterator

from posture.figures.geometry import bounds
from posture.figures.placing import Placed, outline, sagittal
from posture.figures.props.thing import Thing, across, oblong

TALL = 1.12  # height of a wall


def _wall(edge: float, way: float, *ends: Placed) -> Thing:
    """A wall stands at the same place, and is as high, at both ends of a movement."""
    left, right = sorted((edge, edge + way * 0.035))
    top = max(TALL, *(bounds(outline(at.body)).bottom + 0.04 for at in ends))
    return Thing("ex-wall", oblong(left, 0.0, right, top))


def wall_front(at: Placed, other: Placed) -> Iterator[Thing]:
    """Where the hand is that reaches ahead, at one end or at both."""
    yield _wall(min(across(end.skin("hand"))[0] for end in (at, other)), -1.0, at, other)


def wall_behind(at: Placed, other: Placed) -> Iterator[Thing]:
    if not sagittal(at.stance):
        boxes = [bounds(outline(end.body)) for end in (at, other)]
        left, right = min(b.left for b in boxes), max(b.right for b in boxes)
        top = max(b.bottom for b in boxes)
        yield Thing("ex-wall", oblong(left - 0.05, 0.0, right + 0.05, top + 0.05))
        return
    back = [p for end in (at, other) for c in ("shoulder", "hip") for p in end.skin(c)]
    yield _wall(across(back)[1], 1.0, at, other)


def wall_side(at: Placed, other: Placed) -> Iterator[Thing]:
    touch = [p for end in (at, other) for c in ("hand_near", "elbow_near") for p in end.skin(c)]
    left, right = across(touch)
    back = at.body.view == "back"
    yield _wall(left, -1.0, at, other) if back else _wall(right, 1.0, at, other)


def door_frame(at: Placed, other: Placed) -> Iterator[Thing]:
    x = max(end.joint("elbow")[0] for end in (at, other))
    yield Thing("ex-wall", oblong(x - 0.01, 0.0, x + 0.045, TALL))
