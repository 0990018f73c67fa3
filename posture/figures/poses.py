"""What each imbalance does to the body's angles, and how several add up on one body."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Any

from posture.figures.bend import Spine, frontal_bend, radians, side_bend, sinking
from posture.figures.body import DATA, Bend, FigureError, Group, Shape, Side, View, shapes
from posture.figures.geometry import Point

IMBALANCES = (
    "forward-head-and-neck",
    "forward-tipped-pelvis",
    "backward-tipped-pelvis",
    "high-hip",
)
SHARED = 0.35  # how much of a second bend in the same direction shows beside the larger one
STRAIGHT = ((0.0, 0.0), (1.1, 0.0))  # the body's axis seen from the front

_MIRROR: dict[Side, float] = {"left": 1.0, "right": -1.0, "": 0.0}


@dataclass(frozen=True, slots=True)
class Posture:
    """One imbalance on the body. Severity 1 is as drawn, 0 neutral, below 0 the other way.

    A high hip without a side stays level.
    """

    imbalance: str
    side: Side = ""
    severity: float = 1.0


@lru_cache(maxsize=1)
def poses() -> Mapping[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "poses.json").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=64)
def posed(view: View, postures: tuple[Posture, ...]) -> tuple[Shape, ...]:
    """All shapes of a view, bent by all postures at once."""
    bend = bend_of(view, postures)
    return tuple(shape.bent(bend) for shape in shapes(view))


def bend_of(view: View, postures: tuple[Posture, ...]) -> Bend:
    sagittal = _sagittal(postures)
    spine = Spine(_axis(), radians(sagittal), 0.0)
    if view == "side":
        return side_bend(spine, _shoulder_shift(postures))
    sink, tilt = sinking(spine), _tilt(view, postures)

    def bend(p: Point, group: Group) -> Point:
        return sink(tilt(p, group), group)

    return bend


def _pose(posture: Posture) -> Mapping[str, Any]:
    """What the data say of a posture: an imbalance, or one that only choice pictures need."""
    known: Mapping[str, Mapping[str, Any]] = poses()["poses"]
    if posture.imbalance not in known:
        raise FigureError(
            f"there is no pose '{posture.imbalance}'; the poses are {', '.join(known)}"
        )
    return known[posture.imbalance]


def _axis() -> tuple[Point, ...]:
    return tuple((v, u) for v, u in poses()["axis_u_of_v"])


def _together(a: float, b: float) -> float:
    """Bends that oppose cancel; of two that agree the larger shows and the smaller adds little."""
    if a * b <= 0:
        return a + b
    return max(a, b, key=abs) + SHARED * min(a, b, key=abs)


def _sagittal(postures: Sequence[Posture]) -> tuple[Point, ...]:
    """Forward angles of (v, degrees) at the shared knots."""
    knots: Sequence[float] = poses()["knots_v"]
    rows = [
        [d * p.severity for d in _pose(p).get("forward_deg", ())]
        for p in postures
        if "forward_deg" in _pose(p)
    ]
    none = [0.0] * len(knots)
    total = reduce(lambda one, two: list(map(_together, one, two)), rows, none)
    return tuple(zip(knots, total, strict=True))


def _shoulder_shift(postures: Sequence[Posture]) -> Point:
    shifts = [
        (u * p.severity, v * p.severity)
        for p in postures
        for u, v in [_pose(p).get("shoulder_shift", (0.0, 0.0))]
    ]
    return (
        reduce(_together, (u for u, _ in shifts), 0.0),
        reduce(_together, (v for _, v in shifts), 0.0),
    )


def _tilt(view: View, postures: Sequence[Posture]) -> Bend:
    """The frontal bend of a high hip; the identity where there is none."""
    for posture in postures:
        pose = _pose(posture)
        amount = posture.severity * _MIRROR[posture.side]
        if "obliquity_deg" in pose and amount:
            return frontal_bend(_frontal_spine(pose, amount if view == "front" else -amount))
    return lambda p, _: p


def _frontal_spine(pose: Mapping[str, Any], amount: float) -> Spine:
    drawn = amount * pose["exaggeration"]
    angle = pose["obliquity_deg"] * drawn
    table = tuple((v, part * angle) for v, part in pose["part_of_obliquity_at_v"])
    return Spine(STRAIGHT, radians(table), pose["hip_v"], pose["pelvis_shift_u"] * drawn)
