"""Bend the neutral body: one function per plane for outline, muscles and landmarks alike.

p -> P(s) + R(theta(s)) (p - A(s)): A is the body's axis, s the height along it, theta the angle at
that height, P the integral of R(theta) dA. Attachments stay joined because every shape shares it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from posture.figures.body import Bend, Group, landmark
from posture.figures.geometry import Monotone, Point, linear, rotate, smoothstep

STEP = 0.0025  # of stature, between the points where P is integrated
TOP = 1.1  # the axis goes on above the vertex, where a crown of the head may reach


@dataclass(frozen=True, slots=True)
class Spine:
    """A body axis of (v, u) bent by the angles theta (radians); the height `start` stays put."""

    axis: tuple[Point, ...]
    theta: Monotone
    start: float
    shift: float = 0.0
    _path: tuple[Point, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        path = [self.centre(0.0)]
        for i in range(round(TOP / STEP)):
            path.append(self._advance(path[-1], i * STEP, (i + 1) * STEP))
        object.__setattr__(self, "_path", tuple(path))
        kept, moved = self.centre(self.start), self.moved_centre(self.start)
        offset = (kept[0] + self.shift - moved[0], kept[1] - moved[1])
        shifted = tuple((x + offset[0], y + offset[1]) for x, y in path)
        object.__setattr__(self, "_path", shifted)

    def centre(self, s: float) -> Point:
        return (linear(self.axis, s), s)

    def moved_centre(self, s: float) -> Point:
        i = min(max(int(s / STEP), 0), len(self._path) - 1)
        return self._advance(self._path[i], i * STEP, s)

    def move(self, p: Point, s: float) -> Point:
        a, q = self.centre(s), self.moved_centre(s)
        d = rotate((p[0] - a[0], p[1] - a[1]), self.theta(s))
        return (q[0] + d[0], q[1] + d[1])

    def _advance(self, p: Point, low: float, high: float) -> Point:
        a, b = self.centre(low), self.centre(high)
        d = rotate((b[0] - a[0], b[1] - a[1]), self.theta((low + high) / 2))
        return (p[0] + d[0], p[1] + d[1])


def radians(table: Sequence[Point]) -> Monotone:
    """Knots of (v, degrees) as a curve in radians."""
    return Monotone(tuple(v for v, _ in table), tuple(math.radians(d) for _, d in table))


def skull_level(p: Point, axis_u: float) -> float:
    """Height along the spine; in front of the neck it slants up, so the jaw goes with the head."""
    return p[1] + 0.75 * max(0.0, axis_u - p[0]) * smoothstep(p[1], 0.835, 0.885)


def side_bend(spine: Spine, shoulder_shift: Point) -> Bend:
    """The sagittal plane. The arm is rigid and hangs from the moved shoulder."""
    shoulder = landmark("side", "shoulder_joint")
    hung = spine.move(shoulder, shoulder[1])
    arm = (hung[0] - shoulder[0] + shoulder_shift[0], hung[1] - shoulder[1] + shoulder_shift[1])

    def bend(p: Point, group: Group) -> Point:
        if group == "arm":
            return (p[0] + arm[0], p[1] + arm[1])
        return spine.move(p, skull_level(p, linear(spine.axis, p[1])))

    return bend


def sinking(spine: Spine) -> Bend:
    """What a sagittal bend looks like from the front or back: heights come down, widths stay."""
    shoulder = landmark("side", "shoulder_joint")[1]

    def fall(v: float) -> float:
        return spine.moved_centre(v)[1] - v

    def bend(p: Point, group: Group) -> Point:
        return (p[0], p[1] + fall(shoulder if group == "arm" else p[1]))

    return bend


def frontal_bend(spine: Spine) -> Bend:
    """High hip: the pelvis tilts, the spine counter-bends, each leg blends to a fixed foot."""
    hip, shoulder = landmark("front", "hip_joint"), landmark("front", "shoulder_joint")
    ankle = landmark("front", "ankle_joint")[1]
    lifts = [
        (moved[0] - joint[0], moved[1] - joint[1])
        for joint, moved in (
            (joint, spine.move(joint, joint[1])) for joint in (hip, (-hip[0], hip[1]))
        )
    ]
    lean = spine.move((0.0, 1.0), 1.0)[0]

    def leg(p: Point) -> Point:
        blend = min(max((p[1] - ankle) / (hip[1] - ankle), 0.0), 1.0)
        side = math.tanh(p[0] / 0.012)
        dx, dy = ((lifts[0][i] * (1 + side) + lifts[1][i] * (1 - side)) / 2 * blend for i in (0, 1))
        return (p[0] + dx, p[1] + dy)

    def trunk(p: Point) -> Point:
        """The spine's bend, with the head brought back over the base."""
        q = spine.move(p, p[1])
        return (q[0] - lean * smoothstep(p[1], 0.60, 0.92), q[1])

    def bend(p: Point, group: Group) -> Point:
        if group == "arm":
            joint = (math.copysign(shoulder[0], p[0]), shoulder[1])
            moved = trunk(joint)
            return (p[0] + moved[0] - joint[0], p[1] + moved[1] - joint[1])
        w = smoothstep(p[1], 0.43, 0.55)
        low, high = leg(p), trunk(p)
        return (low[0] + w * (high[0] - low[0]), low[1] + w * (high[1] - low[1]))

    return bend
