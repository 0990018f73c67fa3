"""Pictures of choices and self-tests: the same body, bent and cropped or posed as is asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from posture.figures import marks
from posture.figures.body import (
    DATA,
    Bend,
    FigureError,
    Group,
    Shape,
    View,
    drawn,
    landmark,
    outlined,
)
from posture.figures.fitting import fitted
from posture.figures.geometry import Box, Point
from posture.figures.layers import figure
from posture.figures.poses import Posture, bend_of, posed
from posture.figures.selftests import self_test, self_tests
from posture.figures.svg import UNIT, canvas, curve, document, element, straight

Extra = Callable[[View, Bend, Box], str]

# Crops in canvas units, 2000 to a stature; y = 0 is the vertex.
HEAD = Box(-270, -50, 210, 430)
TRUNK = Box(-330, 250, 330, 910)
LOW_BACK = Box(-290, 500, 290, 1080)
WHOLE_SIDE = Box(-560, -60, 560, 2060)
WHOLE_FRONT = Box(-560, -60, 560, 2060)
HIPS = Box(-330, 620, 330, 1280)
HANDS = Box(-400, 620, 400, 1220)
WAIST = Box(-330, 500, 330, 1160)
WALL_HEAD = Box(-290, -60, 230, 460)
WALL_BACK = Box(-330, 420, 250, 1000)

WALL_U = 0.0625  # where a wall touches the back of the neutral body


@dataclass(frozen=True, slots=True)
class Picture:
    view: View
    crop: Box
    postures: tuple[Posture, ...] = ()
    extras: tuple[Extra, ...] = ()
    hands: str = ""  # what of the hands faces forward, where it is not the palm


# ---------------------------------------------------------------- what is drawn beside the body
def ear_over_shoulder(_: View, bend: Bend, crop: Box) -> str:
    """An upright through the tip of the shoulder, and how far the ear is ahead of it."""
    ear = canvas(bend(landmark("side", "ear_centroid"), "trunk"))
    shoulder = canvas(bend(landmark("side", "acromion_lateral"), "trunk"))
    return (
        straight(((shoulder[0], crop.top), shoulder), class_="fig-plumb")
        + straight((ear, (shoulder[0], ear[1])), class_="fig-gap")
        + marks.dot(ear)
        + marks.dot(shoulder)
    )


def plumb(_: View, __: Bend, ___: Box) -> str:
    return marks.plumb_line()


def pelvis(view: View, bend: Bend, _: Box) -> str:
    return marks.pelvis_line(view, bend)


def ankle_line(_: View, bend: Bend, crop: Box) -> str:
    """An upright through the ankle, with the hip and the shoulder marked beside it."""
    names = ("lateral_malleolus", "hip_joint", "acromion_lateral")
    ankle, *others = (canvas(bend(landmark("side", n), "trunk")) for n in names)
    line = straight(((ankle[0], crop.top), ankle), class_="fig-plumb")
    return line + "".join(map(marks.dot, (ankle, *others)))


def belt(_: View, bend: Bend, __: Box) -> str:
    """A belt on the hip bones."""
    front, back = (bend((u, v), "trunk") for u, v in _drawn("belt_side"))
    ends = (canvas(front), canvas(back))
    return straight(ends, class_="fig-belt-edge") + straight(ends, class_="fig-belt")


def accent(name: str) -> Extra:
    """A part of the back's outline, drawn strong."""

    def drawn(_: View, bend: Bend, __: Box) -> str:
        return curve(_fitted(_drawn(name), bend), class_="fig-accent")

    return drawn


def crease(side: float) -> Extra:
    """A deeper fold of the waist on one side; +1 is the person's left."""

    def drawn(_: View, bend: Bend, __: Box) -> str:
        folds = _drawn("waist_crease")
        points = [_fitted([(side * u, v) for u, v in fold], bend) for fold in folds]
        return "".join(curve(line, class_="fig-accent") for line in points)

    return drawn


def blades(_: View, bend: Bend, __: Box) -> str:
    """Both shoulder blades under the skin, their inner edge and lower tip drawn strong."""
    strong = ((_drawn("blade_edge"), "fig-accent"),)
    faint = ((line, "fig-line") for line in _drawn("blade_lines"))
    return "".join(
        curve(_fitted([(side * u, v) for u, v in line], bend), class_=class_)
        for line, class_ in (*faint, *strong)
        for side in (-1.0, 1.0)
    )


def wall(_: View, __: Bend, crop: Box) -> str:
    left = WALL_U * UNIT
    return element(
        "rect",
        class_="fig-wall",
        x=f"{left:.0f}",
        y=f"{crop.top:.0f}",
        width=f"{crop.right - left:.0f}",
        height=f"{crop.height:.0f}",
    )


def head_gap(_: View, bend: Bend, __: Box) -> str:
    """From the back of the head to the wall."""
    head = canvas(bend(landmark("side", "occiput_back"), "trunk"))
    return straight((head, (WALL_U * UNIT, head[1])), class_="fig-gap") + marks.dot(head)


def hand_behind_back(_: View, bend: Bend, __: Box) -> str:
    limb = _fitted(_drawn("hand_behind_back"), bend, closed=True)
    return curve(limb, closed=True, class_="fig-limb")


def _fitted(raw: Sequence[Sequence[float]], bend: Bend, *, closed: bool = False) -> list[Point]:
    """The control points of an authored curve of the trunk, bent along with it."""
    return [bend(p, "trunk") for p in fitted([(u, v) for u, v in raw], closed=closed).points]


# ---------------------------------------------------------------- the pictures
def _head(severity: float) -> tuple[Posture, ...]:
    return (Posture("forward-head-and-neck", "", severity),)


def _round(severity: float) -> tuple[Posture, ...]:
    return (Posture("round-upper-back", "", severity),)


FORWARD = (Posture("forward-tipped-pelvis", "", 1.5),)
BACKWARD = (Posture("backward-tipped-pelvis", "", 1.3),)
SWAY = (Posture("sway"),)
HIGH_LEFT = (Posture("high-hip", "left", 1.0),)
HIGH_RIGHT = (Posture("high-hip", "right", 1.0),)

STANDING: Mapping[str, Picture] = {
    "ear-over": Picture("side", HEAD, _head(-0.7), (ear_over_shoulder,)),
    "ear-little": Picture("side", HEAD, _head(0.3), (ear_over_shoulder,)),
    "ear-much": Picture("side", HEAD, _head(1.4), (ear_over_shoulder,)),
    "back-flat": Picture("side", TRUNK, _round(-0.8), (accent("spine_line"),)),
    "back-gentle": Picture("side", TRUNK, (), (accent("spine_line"),)),
    "back-round": Picture("side", TRUNK, _round(1.2), (accent("spine_line"),)),
    "hollow-deep": Picture("side", LOW_BACK, FORWARD, (accent("back_line"),)),
    "hollow-gentle": Picture("side", LOW_BACK, (), (accent("back_line"),)),
    "hollow-flat": Picture("side", LOW_BACK, BACKWARD, (accent("back_line"),)),
    "belt-front": Picture("side", LOW_BACK, FORWARD, (belt,)),
    "belt-level": Picture("side", LOW_BACK, (), (belt,)),
    "belt-back": Picture("side", LOW_BACK, BACKWARD, (belt,)),
    "sway-no": Picture("side", WHOLE_SIDE, (), (ankle_line,)),
    "sway-yes": Picture("side", WHOLE_SIDE, SWAY, (ankle_line,)),
    "stand-even": Picture("front", WHOLE_FRONT, (), (plumb,)),
    "stand-one-leg": Picture("front", WHOLE_FRONT, (Posture("one-leg", "left"),), (plumb,)),
    "stand-hips-forward": Picture("side", WHOLE_SIDE, SWAY, (plumb,)),
    "stand-belly-forward": Picture("side", WHOLE_SIDE, FORWARD, (plumb,)),
    "stand-knees-back": Picture("side", WHOLE_SIDE, (Posture("knees-back"),), (plumb,)),
    "hands-thumbs": Picture("front", HANDS, hands="thumb"),
    "hands-mixed": Picture("front", HANDS, hands="half"),
    "hands-backs": Picture("front", HANDS, hands="back"),
    # As in a mirror, where the left side is at the left: the other side high, seen from the front.
    "mirror-level": Picture("front", HIPS, (), (pelvis,)),
    "mirror-left-high": Picture("front", HIPS, HIGH_RIGHT, (pelvis,)),
    "mirror-right-high": Picture("front", HIPS, HIGH_LEFT, (pelvis,)),
    "waist-none": Picture("front", WAIST),
    "waist-left": Picture("front", WAIST, HIGH_RIGHT, (crease(-1.0),)),
    "waist-right": Picture("front", WAIST, HIGH_LEFT, (crease(1.0),)),
    "behind-level": Picture("back", HIPS, (), (pelvis,)),
    "behind-left-high": Picture("back", HIPS, HIGH_LEFT, (pelvis,)),
    "behind-right-high": Picture("back", HIPS, HIGH_RIGHT, (pelvis,)),
    "shoulder-blades": Picture("back", TRUNK, (), (blades,)),
    "wall-head": Picture("side", WALL_HEAD, _head(0.6), (wall, head_gap)),
    "wall-gap": Picture("side", WALL_BACK, (), (wall, hand_behind_back)),
}
PICTURES = (*STANDING, *self_tests())


def picture(name: str, *, id: str) -> str:
    """A picture of a choice or of a self-test, hidden from screen readers: words go with it."""
    if name not in PICTURES:
        raise FigureError(f"there is no picture '{name}'; they are {', '.join(PICTURES)}")
    return _standing(STANDING[name], id) if name in STANDING else self_test(name, id=id)


def _standing(wanted: Picture, id: str) -> str:
    bend = bend_of(wanted.view, wanted.postures)
    body = posed(wanted.view, wanted.postures)
    if wanted.hands:
        body = tuple(_handed(body, wanted.hands, bend))
    beside = "".join(extra(wanted.view, bend, wanted.crop) for extra in wanted.extras)
    return document(
        figure(body, wanted.view, "", id) + beside,
        box=wanted.crop,
        class_="fig fig-picture",
        aria_hidden="true",
        focusable="false",
        data_view=wanted.view,
    )


def _handed(shapes: Sequence[Shape], kind: str, bend: Bend) -> Iterator[Shape]:
    """The shapes with other hands: the outline between the wrists, and the lines of the fingers."""
    hand = _drawn("hands")[kind]
    for shape in shapes:
        if shape.kind == "body":
            yield _with_hands(hand["outline"]).bent(bend)
        elif not shape.name.startswith("finger"):
            yield shape
    for line in hand["lines"]:
        points = fitted([(u, v) for u, v in line], closed=False).points
        hung: tuple[Group, ...] = tuple("arm" for _ in points)
        left = Shape("finger", "line", points, hung, closed=False)
        yield from (left.bent(bend), left.mirrored().bent(bend))


def _with_hands(outline: Sequence[Sequence[float]]) -> Shape:
    """The body with another hand between two of its authored points."""
    whole = drawn("front")["outlines"]["body"]
    first, last = _drawn("hand")["from"], _drawn("hand")["to"]
    hand = [(u, v, "arm") for u, v in outline]
    return outlined("front", [*whole[:first], *hand, *whole[last + 1 :]])


@lru_cache(maxsize=1)
def _pictures() -> Mapping[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "pictures.json").read_text("utf-8"))
    return loaded


def _drawn(name: str) -> Any:
    return _pictures()[name]
