"""What is drawn on a figure to read it by: plumb line, joint dots, tilt of the pelvis, ear gap."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from posture.figures.body import Bend, View, landmark
from posture.figures.geometry import Point
from posture.figures.poses import Posture
from posture.figures.svg import canvas, circle, element, numbers, straight, words

TOP, FLOOR = -64.0, 2030.0  # canvas heights of the plumb line's ends
BOB = ((0.0, 88.0), (-20.0, 24.0), (-10.0, 0.0), (10.0, 0.0), (20.0, 24.0))  # below the line's end
REACH = 0.3  # of the pelvis line beyond its two points, as a part of their distance
BESIDE = (330.0, 62.0)  # where the words for left and right stand, from the plumb line and the top
BELOW = 80.0  # from the top to what stands below these words
LEADING = 80.0  # canvas units from one line of words to the next

DOTS = ("tragus", "acromion_lateral", "hip_joint", "knee_joint", "lateral_malleolus")
TILTS: Mapping[View, tuple[str, ...]] = {
    "side": ("forward-tipped-pelvis", "backward-tipped-pelvis"),
    "front": ("high-hip",),
    "back": ("high-hip",),
}
HEAD = "forward-head-and-neck"


@dataclass(frozen=True, slots=True)
class Words:
    """What a figure says of its marks, in the reader's language; "" says nothing."""

    forward: str = ""  # the pelvis tips forward
    backward: str = ""
    left_high: str = ""  # the left hip is the higher one
    right_high: str = ""
    ear: str = ""  # the ear is ahead of the shoulder
    left: str = ""  # which side is the person's left
    right: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside the figure, and the point on the canvas that they are about.

    `pull` is the column where they stand: -1 at the left of the figure, 1 at its right.
    """

    text: str
    anchor: Point
    pull: int


def marks(view: View, postures: Sequence[Posture], bend: Bend) -> str:
    """What the postures change in this view, as lines."""
    tipping = tipping_in(view, postures)
    tilt = arc(view, tipping, bend) + pelvis_line(view, bend) if tipping else ""
    return tilt + (ear_gap(bend) if moves_head(view, postures) else "")


def notes(view: View, postures: Sequence[Posture], bend: Bend, said: Words) -> Iterator[Note]:
    """The same in words, as far as there are words for it."""
    tipping = tipping_in(view, postures)
    if tipping and (text := _tilt_in_words(tipping, said)):
        _, level, tip = _angle(view, tipping, bend)
        yield Note(text, _between(level, tip), 1 if tip[0] > 0 else -1)
    if moves_head(view, postures) and said.ear:
        yield Note(said.ear, _gap(bend)[1], 1)


def _tilt_in_words(tipping: Posture, said: Words) -> str:
    if tipping.imbalance == "high-hip":
        return said.left_high if tipping.side == "left" else said.right_high
    return said.forward if tipping.imbalance == "forward-tipped-pelvis" else said.backward


# ---------------------------------------------------------------- plumb line, joints, sides
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


def sides(view: View, said: Words) -> str:
    """Which half of the figure is the person's left, on both sides of the head."""
    at_left, at_right = {
        "front": (said.right, said.left),
        "back": (said.left, said.right),
        "side": ("", ""),
    }[view]
    placed = ((at_left, -BESIDE[0]), (at_right, BESIDE[0]))
    return "".join(
        words((text,), (x, BESIDE[1]), LEADING, class_="fig-side") for text, x in placed if text
    )


# ---------------------------------------------------------------- pelvis
def tipping_in(view: View, postures: Sequence[Posture]) -> Posture | None:
    """The posture whose tilt of the pelvis the view shows; a high hip without a side is level."""
    shown = (p for p in postures if p.imbalance in TILTS[view])
    return next((p for p in shown if view == "side" or p.side), None)


def pelvis_line(view: View, bend: Bend) -> str:
    """Through the tops of the hip bones, or from the front of the pelvis to its back."""
    a, b = (canvas(bend(p, "trunk")) for p in _pelvis(view))
    ends = (_along(b, a, 1 + REACH), _along(a, b, 1 + REACH))
    line = straight(ends, class_="fig-pelvis-edge") + straight(ends, class_="fig-pelvis")
    return line + dot(a) + dot(b)


def _pelvis(view: View) -> tuple[Point, Point]:
    """The front and the back of the pelvis, or the hip bones of the person's left and right."""
    if view == "side":
        return (landmark(view, "ASIS"), landmark(view, "PSIS"))
    u, v = landmark(view, "iliac_crest_widest")
    return ((u, v), (-u, v))


def arc(view: View, tipping: Posture, bend: Bend) -> str:
    """A level line from the pivot of the tilt, and the arc from it to the end of the pelvis line.

    The arc is one quadratic curve, so that it has the same commands at any angle.
    """
    pivot, level, tip = _angle(view, tipping, bend)
    middle = _between(level, tip)
    bow = _along(pivot, middle, (math.dist(pivot, tip) / math.dist(pivot, middle)) ** 2)
    curved = f"M{numbers(level)}Q{numbers((*bow, *tip))}"
    return straight((pivot, level), class_="fig-level") + element(
        "path", class_="fig-angle", d=curved
    )


def _angle(view: View, tipping: Posture, bend: Bend) -> tuple[Point, Point, Point]:
    """The pivot, the end of the level line and the end of the pelvis line, on the canvas."""
    pivot, other = (canvas(bend(p, "trunk")) for p in _pelvis(view))
    if tipping.side == "left":
        pivot, other = other, pivot
    tip = _along(pivot, other, 1 + REACH)
    level = pivot[0] + math.copysign(math.dist(pivot, tip), other[0] - pivot[0])
    return pivot, (level, pivot[1]), tip


def _along(a: Point, b: Point, part: float) -> Point:
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _between(a: Point, b: Point) -> Point:
    return _along(a, b, 0.5)


# ---------------------------------------------------------------- head
def moves_head(view: View, postures: Sequence[Posture]) -> bool:
    """Whether the view shows how far a posture brings the head forward."""
    return view == "side" and any(p.imbalance == HEAD for p in postures)


def ear_gap(bend: Bend) -> str:
    """How far the ear is ahead of the shoulder: a level line from it to above the shoulder."""
    ear, above, shoulder = _gap(bend)
    upright = straight((shoulder, above), class_="fig-level")
    return upright + straight((ear, above), class_="fig-gap") + dot(ear)


def _gap(bend: Bend) -> tuple[Point, Point, Point]:
    """The ear, the point above the shoulder at its height, and the shoulder, on the canvas."""
    ear, shoulder = (bend(landmark("side", n), "trunk") for n in ("tragus", "acromion_lateral"))
    return canvas(ear), canvas((shoulder[0], ear[1])), canvas(shoulder)
