"""Where a movement goes: the path of the joint that moves most, and arrows for a push."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from posture.figures.geometry import Point, bounds, edge_distance, inside, polyline, rotate
from posture.figures.kinematics import Body
from posture.figures.placing import SIDEWAYS, Placed, even, from_above, pair, sagittal
from posture.figures.stances import Stance

Ways = tuple[tuple[Point, ...], ...]  # lines to their tips, in stature

SAMPLES = 5
LEAST = 0.018  # of stature: a joint that moves less has no path
TILT = 0.06  # of stature: where nothing moves further, a tilt of the pelvis is what is shown
PUSH = 0.07  # of stature: how long the arrow of a push is
SHORT = 0.06  # of stature: a shorter path is drawn as a straight arrow of this length
LONGEST = 0.5  # of stature: of a longer path the last part is drawn
CLEAR = 0.02  # of stature: how far the path of a hip or a knee is drawn from the body
STEP = 0.02  # of stature: by how much it is moved along itself at a time, until it is that far
FURTHEST = 0.36  # of stature: how far it is moved at most
STRAIGHT = 0.98  # of its length: how far apart the ends of a straight path are
ALSO = 0.2  # of stature: an arm and a leg that both move further both have an arrow
ROUND = 0.13  # of stature: how far the arc of a tilt is from the hip
# How much the way of a joint counts that is followed unasked: hips and legs before hands and head.
WEIGHTS = {"wrist": 0.85, "ankle": 1.0, "knee": 1.0, "hip": 1.0, "crown": 0.75}
TUCK = (0.0, -55.0)  # degrees from straight behind the hip, where the tailbone goes in a tuck
LIFT = (215.0, 145.0)  # the same for the front of the pelvis, which is in sight of who lies
TURN = (25.0, 155.0)  # degrees of the ring about the waist that a turning chest is shown by


def ways(start: Stance, end: Stance, one: Placed, two: Placed) -> Ways:
    """The arrows of a movement, in the place of its end."""
    if end.press:
        return tuple(_pushes(end, two))
    turned = start.view != end.view
    if turned:
        start = replace(start, view=end.view, side_lying=end.side_lying)
        one, two = pair(start, end)
    followed = (end.follow,) if end.follow else ("knee",) if turned else tuple(WEIGHTS)
    far = _moved(one, two, followed)
    most = max(far, key=lambda name: far[name])
    if far[most] < TILT and start.lumbar != end.lumbar:
        span = LIFT if end.trunk < -SIDEWAYS else TUCK
        return (_tuck(two, span if end.lumbar < start.lumbar else span[::-1]),)
    return tuple(_paths(start, end, _both(most) if even(end) else (most, *_also(far, most, end))))


def _also(far: Mapping[str, float], most: str, end: Stance) -> Sequence[str]:
    """The ankle that moves furthest, if a wrist moves most and the ankle goes far as well."""
    ankles = [n for n in far if n.startswith("ankle") and far[n] > ALSO]
    if end.follow or not most.startswith("wrist") or not sagittal(end):
        return ()
    return ankles and (max(ankles, key=lambda name: far[name]),)


def _both(name: str) -> tuple[str, ...]:
    """A joint, and its like on the other side, if it has one."""
    kind, _, side = name.partition("-")
    return (f"{kind}-left", f"{kind}-right") if side else (name,)


def _paths(start: Stance, end: Stance, names: Sequence[str]) -> Iterator[tuple[Point, ...]]:
    body, low = pair(start, end)[1].body, -math.inf if from_above(end) else 0.0
    for name in names:
        way = [_at(start, end, k / SAMPLES, name) for k in range(SAMPLES + 1)]
        if math.dist(way[0], way[-1]) >= LEAST:
            long = _shortened(_lengthened(way))
            beside = name.startswith(("hip", "knee")) or (end.side_lying and _straight(long))
            yield _cleared(long, body, low) if beside else long


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


def _shortened(way: tuple[Point, ...]) -> tuple[Point, ...]:
    """The last of a way that is longer than need be."""
    kept = [way[-1]]
    left = LONGEST
    for p, q in pairwise(reversed(way)):
        part = min(1.0, left / math.dist(p, q))
        kept.append((p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part))
        left -= math.dist(p, q)
        if left <= 0:
            break
    return tuple(reversed(kept))


def _straight(way: tuple[Point, ...]) -> bool:
    """Whether it goes along the limb that makes it."""
    return math.dist(way[0], way[-1]) > STRAIGHT * sum(math.dist(*step) for step in pairwise(way))


def _cleared(way: tuple[Point, ...], body: Body, low: float) -> tuple[Point, ...]:
    """The way moved so that it is beside the body, and nowhere lower than `low`."""
    (a, b), (c, d) = way[0], way[-1]
    length = math.dist(way[0], way[-1])
    x, y = (c - a) / length, (d - b) / length
    skins = [polyline(part.points, closed=True, steps=2) for part in body.parts()]
    for right, up in _shifts(x, y):
        moved = tuple((u + right, v + up) for u, v in way)
        under = min(v for _, v in moved) < low
        if not under and not any(_near(p, skin) for p in moved for skin in skins):
            return moved
    return way


def _shifts(x: float, y: float) -> Iterator[Point]:
    """Further and further along a direction, on and back in turn; then up from it."""
    up = (-y, x) if x > 0 else (y, -x)
    for (u, v), ways in (((x, y), (1, -1)), (up, (1,))):
        for k in range(round(FURTHEST / STEP)):
            yield from ((way * k * STEP * u, way * k * STEP * v) for way in ways)


def _near(p: Point, skin: Sequence[Point]) -> bool:
    box = bounds(skin)
    beside = max(box.left - p[0], p[0] - box.right, box.top - p[1], p[1] - box.bottom)
    return beside < CLEAR and (inside(skin, p) or edge_distance(skin, p) < CLEAR)


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
    return tuple((hip[0] + ROUND * x, hip[1] + ROUND * y) for x, y in arc)


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
