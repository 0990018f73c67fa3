"""What is drawn on a figure to read it by: plumb line, joint dots, pelvis line, ear gap."""

from __future__ import annotations

from collections.abc import Sequence

from posture.figures.body import Bend, View, landmark
from posture.figures.geometry import Point
from posture.figures.poses import Posture
from posture.figures.svg import canvas, circle, element, numbers, straight

TOP, FLOOR = -64.0, 2030.0  # canvas heights of the plumb line's ends
BOB = ((0.0, 88.0), (-20.0, 24.0), (-10.0, 0.0), (10.0, 0.0), (20.0, 24.0))  # below the line's end

DOTS = ("tragus", "acromion_lateral", "hip_joint", "knee_joint", "lateral_malleolus")
PELVIS = frozenset({"forward-tipped-pelvis", "backward-tipped-pelvis", "high-hip"})


def plumb_line() -> str:
    bob = "L".join(numbers((x, FLOOR + y)) for x, y in BOB)
    return straight(((0, TOP), (0, FLOOR)), class_="fig-plumb") + element(
        "path", class_="fig-bob", d=f"M{bob}z"
    )


def joint_dots(view: View, bend: Bend) -> str:
    """Ear, shoulder, hip, knee and ankle, which the plumb line would meet."""
    names = DOTS if view == "side" else ()
    return "".join(dot(canvas(bend(landmark(view, name), "trunk"))) for name in names)


def dot(at: Point) -> str:
    """A small ring round a point on the canvas."""
    return circle(at, 14, class_="fig-dot")


def pelvis_line(view: View, bend: Bend, reach: float = 0.3) -> str:
    """Through the tops of the hip bones, or from the front of the pelvis to its back.

    `reach` is how far the line goes on beyond the two points, as a part of their distance.
    """
    a, b = (bend(p, "trunk") for p in _pelvis(view))
    dx, dy = (b[0] - a[0]) * reach, (b[1] - a[1]) * reach
    ends = [canvas((a[0] - dx, a[1] - dy)), canvas((b[0] + dx, b[1] + dy))]
    line = straight(ends, class_="fig-pelvis-edge") + straight(ends, class_="fig-pelvis")
    return line + dot(canvas(a)) + dot(canvas(b))


def _pelvis(view: View) -> tuple[Point, Point]:
    if view == "side":
        return (landmark(view, "ASIS"), landmark(view, "PSIS"))
    u, v = landmark(view, "iliac_crest_widest")
    return ((u, v), (-u, v))


def ear_gap(bend: Bend) -> str:
    """How far the ear is ahead of the shoulder, as a level line at the ear."""
    ear, shoulder = (bend(landmark("side", n), "trunk") for n in ("tragus", "acromion_lateral"))
    ends = [canvas(ear), canvas((shoulder[0], ear[1]))]
    return straight(ends, class_="fig-gap") + dot(ends[0])


def tips_pelvis(postures: Sequence[Posture], view: View) -> bool:
    """Whether the view shows a bend of the pelvis."""
    shown = PELVIS - {"high-hip"} if view == "side" else frozenset({"high-hip"})
    return any(p.imbalance in shown for p in postures)


def moves_head(postures: Sequence[Posture], view: View) -> bool:
    """Whether the view shows how far a posture brings the head forward."""
    return view == "side" and any(p.imbalance == "forward-head-and-neck" for p in postures)
