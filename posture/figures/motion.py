"""Where a movement goes: the path of the joint that moves most, and arrows for a push."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from posture.figures.geometry import Point, rotate
from posture.figures.placing import Placed, even, from_above, pair
from posture.figures.stances import Stance

Ways = tuple[tuple[Point, ...], ...]  # lines to their tips, in stature

SAMPLES = 5
LEAST = 0.018  # of stature: a joint that moves less has no path
TILT = 0.06  # of stature: where nothing moves further, a tilt of the pelvis is what is shown
PUSH = 0.07  # of stature: how long the arrow of a push is
SHORT = 0.06  # of stature: a shorter path is drawn as a straight arrow of this length
AHEAD = 0.08  # of stature: how far the path of a hip is drawn before it, off the muscles
# How much the way of a joint counts that is followed unasked: hips and legs before hands and head.
WEIGHTS = {"wrist": 0.85, "ankle": 1.0, "knee": 1.0, "hip": 1.0, "crown": 0.75}
TUCK = (0.0, -75.0)  # degrees from straight behind the hip, where the tailbone goes in a tuck
TURN = (25.0, 155.0)  # degrees of the ring about the waist that a turning chest is shown by


def ways(start: Stance, end: Stance, one: Placed, two: Placed) -> Ways:
    """The arrows of a movement, in the place of its end."""
    if end.press:
        return tuple(_pushes(end, two))
    turned = start.view != end.view
    if turned:
        start = replace(start, view=end.view)
        one, two = pair(start, end)
    followed = (end.follow,) if end.follow else ("knee",) if turned else tuple(WEIGHTS)
    far = _moved(one, two, followed)
    most = max(far, key=lambda name: far[name])
    if far[most] < TILT and start.lumbar != end.lumbar:
        return (_tuck(two, TUCK if end.lumbar < start.lumbar else TUCK[::-1]),)
    return tuple(_paths(start, end, _both(most) if even(end) else (most,)))


def _both(name: str) -> tuple[str, ...]:
    """A joint, and its like on the other side, if it has one."""
    kind, _, side = name.partition("-")
    return (f"{kind}-left", f"{kind}-right") if side else (name,)


def _paths(start: Stance, end: Stance, names: Sequence[str]) -> Iterator[tuple[Point, ...]]:
    for name in names:
        way = [_at(start, end, k / SAMPLES, name) for k in range(SAMPLES + 1)]
        if math.dist(way[0], way[-1]) >= LEAST:
            long = _lengthened(way)
            yield _ahead(long) if name.startswith("hip") else long


def _moved(one: Placed, two: Placed, followed: Sequence[str]) -> Mapping[str, float]:
    """How far each joint is moved, by what its way counts."""
    before, after = one.body.joints(), two.body.joints()
    return {
        name: math.dist(before.get(name, before.get(_other(name), p)), p) * WEIGHTS.get(kind, 1.0)
        for name, p in after.items()
        if (kind := name.split("-")[0]) in followed
    }


def _lengthened(way: list[Point]) -> tuple[Point, ...]:
    """A way long enough to be seen as an arrow."""
    first, last = way[0], way[-1]
    far = math.dist(first, last)
    if far >= SHORT:
        return tuple(way)
    part = SHORT / far
    return ((last[0] + (first[0] - last[0]) * part, last[1] + (first[1] - last[1]) * part), last)


def _ahead(way: tuple[Point, ...]) -> tuple[Point, ...]:
    """The way moved on along itself, so that it is beside the body and not on it."""
    (a, b), (c, d) = way[0], way[-1]
    part = AHEAD / math.dist(way[0], way[-1])
    return tuple((u + (c - a) * part, v + (d - b) * part) for u, v in way)


def _pushes(end: Stance, at: Placed) -> Iterator[tuple[Point, ...]]:
    """Short arrows where the body pushes: into the floor, off it, or outward with a raised arm."""
    joint = at.body.joints()
    if end.press == "down":
        for u, v in (at.joint("shoulder"), at.joint("wrist")):
            yield ((u, v + PUSH + 0.03), (u, v + 0.015))
    elif end.press == "turn":
        u, v = joint["crown"]
        yield tuple((u + 0.15 * x, v - 0.36 - 0.035 * y) for x, y in _turned(TURN))
    elif end.press == "up":
        above = from_above(end)
        first, last = ((0.08, -0.055), (-0.05, 0.035)) if above else ((0.04, -0.01), (-0.06, 0.075))
        hand = "wrist" if above else "fingertip"
        for u, v in (p for name, p in joint.items() if name.startswith(hand)):
            yield ((u + first[0], v + first[1]), (u + last[0], v + last[1]))
    else:
        wrists = [p for name, p in joint.items() if name.startswith("wrist")]
        for (u, v), arm in zip(wrists, end.arm, strict=False):
            way = math.copysign(1.0, u)
            if arm != (0.0, 0.0) or end.arm_abduction:
                yield ((u - way * PUSH, v + 0.05), (u + way * 0.03, v + 0.05))


def _tuck(at: Placed, span: tuple[float, float]) -> tuple[Point, ...]:
    """An arc below the buttock: the tailbone goes under, or back."""
    hip, shoulder = at.joint("hip"), at.joint("shoulder")
    lean = math.atan2(shoulder[1] - hip[1], shoulder[0] - hip[0]) - math.pi / 2
    arc = (rotate(p, lean) for p in _turned(span))
    return tuple((hip[0] + 0.105 * x, hip[1] + 0.105 * y) for x, y in arc)


def _turned(span: tuple[float, float]) -> Iterator[Point]:
    """Points of the unit circle from one angle to another, in degrees."""
    first, last = map(math.radians, span)
    for k in range(SAMPLES + 1):
        turn = first + (last - first) * k / SAMPLES
        yield (math.cos(turn), math.sin(turn))


def _at(start: Stance, end: Stance, part: float, name: str) -> Point:
    joints = pair(start, between(start, end, part))[1].body.joints()
    return joints.get(name, joints.get(_other(name), joints["crown"]))


def _other(name: str) -> str:
    """The hidden far limb lies where the near one is."""
    return name.replace("-far", "-near")


def between(start: Stance, end: Stance, part: float) -> Stance:
    """A stance on the way, standing on what the end stands on."""
    return replace(
        end,
        **{
            f.name: _mixed(getattr(start, f.name), getattr(end, f.name), part)
            for f in fields(end)
            if f.name != "contact"
        },
    )


def _mixed(a: Any, b: Any, part: float) -> Any:
    if isinstance(b, float):
        return a + (b - a) * part
    if isinstance(b, tuple):
        return tuple(_mixed(x, y, part) for x, y in zip(a, b, strict=True))
    return b
