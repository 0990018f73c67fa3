"""Cut the standing body at its joints into trunk and limbs that can be turned about them.

A limb's part keeps the body's own edges between its two joints and is rounded about each, so that
neighbours overlap and the joint stays whole at any bend. Together the parts are the standing body.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal

from posture.figures.body import DATA, View, landmark, shapes
from posture.figures.geometry import Point

PartName = Literal["trunk", "upper-arm", "forearm", "hand", "thigh", "shin", "foot"]
NEAR = 0.004  # of stature: a point nearer to another than this is not needed
ROUND = 5  # points of an arc about a joint, between its ends
# How round a part is about a joint where the edges of the body are further away from it.
HIP, SHOULDER, ANKLE, WRIST = 0.056, 0.023, 0.026, 0.017


@dataclass(frozen=True, slots=True)
class Joints:
    """Where the joints of the left side lie in the neutral body."""

    hip: Point
    knee: Point
    ankle: Point
    toe: Point
    shoulder: Point
    elbow: Point
    wrist: Point
    fingertip: Point


@lru_cache(maxsize=1)
def authored() -> Mapping[str, Any]:
    """What limbs.toml says besides the body's own shapes."""
    return tomllib.loads((DATA / "limbs.toml").read_text("utf-8"))


def plane(view: View) -> Literal["side", "front"]:
    """Front and back are cut alike: their outlines are each other's mirror."""
    return "side" if view == "side" else "front"


@lru_cache(maxsize=3)
def joints(view: View) -> Joints:
    seen = plane(view)
    own = {name: (u, v) for name, (u, v) in authored()[seen]["joints"].items()}
    bones = {n: landmark(seen, f"{n}_joint") for n in ("hip", "knee", "ankle", "shoulder")}
    return Joints(**own, **bones)


@lru_cache(maxsize=3)
def parts(view: View) -> Mapping[PartName, tuple[Point, ...]]:
    """The closed edge of each part; of the limbs the near one, or the left one of the front."""
    return _side() if view == "side" else _front()


# ---------------------------------------------------------------- from the side
def _side() -> Mapping[PartName, tuple[Point, ...]]:
    at = joints("side")
    outline = list(shapes("side")[0].points)
    toe = min(range(len(outline)), key=lambda i: outline[i][0])
    ahead, behind = outline[: toe + 1], outline[toe + 1 :]
    arm = next(s.points for s in shapes("side") if s.kind == "arm")
    tip = _lowest(arm)
    trunk_ahead, trunk_behind = _above(ahead, at.hip[1]), _above(behind, 0.475)
    trunk = trunk_ahead + arc(at.hip, trunk_ahead[-1], trunk_behind[0], HIP) + trunk_behind
    return {
        "trunk": tuple(trunk),
        **_limb(
            ("thigh", "shin", "foot"),
            (at.hip, at.knee, at.ankle),
            ahead,
            behind,
            (0.0, 0.22),
            (0.0, ANKLE),
        ),
        **_limb(
            ("upper-arm", "forearm", "hand"),
            (at.shoulder, at.elbow, at.wrist),
            arm[: tip + 1],
            arm[tip + 1 :],
            (-0.2, -0.2),
            (0.0, WRIST),
        ),
    }


# ---------------------------------------------------------------- from the front and the back
def _front() -> Mapping[PartName, tuple[Point, ...]]:
    """The whole trunk and the left limbs; cut from the mirror, where edges run as in the side."""
    at, own = joints("front"), authored()["front"]
    body = shapes("front")[0]
    half = len(body.points) // 2
    points, groups = _mirrored(body.points[:half]), body.groups[:half]
    first, after = groups.index("arm"), half - groups[::-1].index("arm")
    arm, leg = points[first:after], points[after:]
    tip, sole = _lowest(arm), _lowest(leg)
    bones = {name: (-u, v) for name, (u, v) in _named(at).items()}
    right = (
        points[:first]
        + _mirrored(own["shoulder"])
        + _above(leg[:sole], at.hip[1])
        + _mirrored(own["groin"])
        + points[-1:]
    )
    limbs = {
        **_limb(
            ("thigh", "shin", "foot"),
            (bones["hip"], bones["knee"], bones["ankle"]),
            leg[: sole + 1],
            leg[sole + 1 :],
            (0.0, 0.3),
            (0.0, ANKLE),
        ),
        **_limb(
            ("upper-arm", "forearm", "hand"),
            (bones["shoulder"], bones["elbow"], bones["wrist"]),
            arm[: tip + 1],
            arm[tip + 1 :] + _mirrored(own["armpit"]),
            (0.02, 0.02),
            (SHOULDER, WRIST),
        ),
    }
    trunk = right + _mirrored(right[::-1])
    return {"trunk": tuple(trunk), **{name: tuple(_mirrored(p)) for name, p in limbs.items()}}


def _named(at: Joints) -> Mapping[str, Point]:
    return {field.name: getattr(at, field.name) for field in fields(at)}


def _mirrored(raw: Sequence[Sequence[float]]) -> list[Point]:
    return [(-p[0], p[1]) for p in raw]


def _lowest(points: Sequence[Point]) -> int:
    return min(range(len(points)), key=lambda i: points[i][1])


# ---------------------------------------------------------------- cutting
def _limb(
    names: tuple[PartName, PartName, PartName],
    at: tuple[Point, Point, Point],
    down: Sequence[Point],
    up: Sequence[Point],
    top: tuple[float, float],
    least: tuple[float, float],
) -> Mapping[PartName, tuple[Point, ...]]:
    """Three parts between edges that run down one side and up the other.

    `top` is where the edges of the first part begin, measured along its bone: 0 at its upper joint
    and 1 at its lower. `least` is the radius about the first joint and about the third.
    """
    first, second, third = at
    beyond = (third[0] * 2 - second[0], third[1] * 2 - second[1])
    one, two = _cut(down, first, second, top[0], 1.0), _cut(up, first, second, top[1], 1.0)
    upper = one + arc(second, one[-1], two[0]) + two + arc(first, two[-1], one[0], least[0])
    one, two = _cut(down, second, third, 0.0, 1.0), _cut(up, second, third, 0.0, 1.0)
    lower = one + arc(third, one[-1], two[0], least[1]) + two + arc(second, two[-1], one[0])
    one, two = _cut(down, third, beyond, 0.0, 9.0), _cut(up, third, beyond, 0.0, 9.0)
    end = one + two + arc(third, two[-1], one[0], least[1])
    return {names[0]: tuple(upper), names[1]: tuple(lower), names[2]: tuple(end)}


def _along(p: Point, a: Point, b: Point) -> float:
    """How far along the bone from a to b a point lies: 0 at a, 1 at b."""
    d = (b[0] - a[0], b[1] - a[1])
    return ((p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1]) / (d[0] ** 2 + d[1] ** 2)


def _cut(edge: Sequence[Point], a: Point, b: Point, low: float, high: float) -> list[Point]:
    """The stretch of an edge beside a bone, with the points where it crosses the two cuts."""
    kept: list[Point] = []
    before: tuple[Point, float] | None = None
    for p in edge:
        t = _along(p, a, b)
        if before:
            kept += _crossings(*before, p, t, (low, high))
        if low <= t <= high:
            kept.append(p)
        before = (p, t)
    return kept


def _crossings(p: Point, s: float, q: Point, t: float, levels: tuple[float, float]) -> list[Point]:
    """Where the step from p to q crosses a cut, unless that is all but where it is kept anyway."""
    kept = [r for r, level in ((p, s), (q, t)) if levels[0] <= level <= levels[1]]
    parts = sorted((level - s) / (t - s) for level in levels if (s - level) * (t - level) < 0)
    found = [(p[0] + (q[0] - p[0]) * x, p[1] + (q[1] - p[1]) * x) for x in parts]
    return [r for r in found if all(math.dist(r, k) > NEAR for k in kept)]


def _above(edge: Sequence[Point], v: float) -> list[Point]:
    return _cut(edge, (0.0, v), (0.0, v + 1), 0.0, 9.0)


def arc(centre: Point, start: Point, end: Point, least: float = 0.0) -> list[Point]:
    """Points counter-clockwise about a joint from start to end, without them.

    The radius goes evenly from one to the other, or with `least` falls to that on the way.
    """
    a, b = (math.atan2(p[1] - centre[1], p[0] - centre[0]) for p in (start, end))
    turn = (b - a) % math.tau
    r0, r1 = math.dist(centre, start), math.dist(centre, end)
    found = []
    for k in range(1, ROUND + 1):
        t = k / (ROUND + 1)
        r = r0 + (r1 - r0) * t
        r = r - (r - least) * 4 * t * (1 - t) * 0.8 if least else r
        found.append(
            (centre[0] + r * math.cos(a + turn * t), centre[1] + r * math.sin(a + turn * t))
        )
    return found


def area(points: Sequence[Point]) -> float:
    """Signed: positive where the edge runs counter-clockwise."""
    ring = (*points, points[0])
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in pairwise(ring)) / 2
