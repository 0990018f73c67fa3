"""Bring a posed body to its support: turned to lie, its contact points on floor, chair or bed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from posture.figures.body import Side
from posture.figures.bowed import bowed_body
from posture.figures.frontal import frontal_body
from posture.figures.geometry import Point, polyline, rotate
from posture.figures.headon import headon_body
from posture.figures.kinematics import Body, Move
from posture.figures.limbs import PartName, joints, parts
from posture.figures.sagittal import sagittal_body
from posture.figures.stances import Stance

Picks = Callable[[Point], bool]
SIDEWAYS = 45.0  # degrees: from above, who leans less than this lies on the side

# What stays in place in a movement: the first of these that touches its support at both ends.
ANCHORS = ("shoulder", "heel", "heel_near", "heel_far", "knee", "knee_near", "hand", "elbow", "toe")


@dataclass(frozen=True, slots=True)
class Placed:
    """A stance on its support: v = 0 is the floor, or the top of the bed."""

    stance: Stance
    body: Body

    def joint(self, name: str) -> Point:
        """Where a joint of the near side is, or of the left one of the front or the back."""
        side = "near" if sagittal(self.stance) else "left"
        return self.body.joints()[f"{name}-{side}"]

    def skin(self, contact: str) -> list[Point]:
        """The points of the skin that may touch a support."""
        return list(_skin(self.body, contact))

    def lowest(self, contact: str) -> float:
        return min(v for _, v in self.skin(contact))

    def moved(self, shift: Point) -> Placed:
        return Placed(self.stance, self.body.placed(_shifted(shift)))


def worked_side(stance: Stance) -> Side:
    """The side that an uneven stance of the front or the back is for; "" where it is even."""
    if sagittal(stance):
        return ""
    right = (
        stance.trunk_side > 0
        or stance.pelvis_shift == "left"
        or stance.far_leg_abduction > 0
        or (stance.side_lying and stance.arm[0][0] > SIDEWAYS)
    )
    led = stance.hip_abduction > 0 and not stance.seated
    one_arm = stance.arm[0] != stance.arm[1]
    left = stance.side_lying or stance.pelvis_lateral != 0 or led or one_arm
    return "right" if right else "left" if left else ""


def even(stance: Stance) -> bool:
    """Whether both sides of the body are seen to do the same."""
    alike = stance.arm[0] == stance.arm[1] and stance.leg[0] == stance.leg[1]
    led = stance.arm_l_abd == stance.arm_r_abd and stance.leg_l_abd == stance.leg_r_abd
    turned = worked_side(stance) or stance.knees_roll
    return not sagittal(stance) and not turned and alike and led


def from_above(stance: Stance) -> bool:
    return stance.view == "top"


def sagittal(stance: Stance) -> bool:
    """Whether the outline of the side view is drawn."""
    lying = from_above(stance) and abs(stance.trunk) < SIDEWAYS
    return stance.view == "side" or lying


@lru_cache(maxsize=256)
def placed(stance: Stance) -> Placed:
    """The stance with what touches its support at v = 0; where nothing does, its lowest point.

    From above there is no floor to see: v = 0 is the middle of the chest.
    """
    body = _body(stance)
    turn = _turn(stance, body)
    lying = Placed(stance, body.placed(lambda p: rotate(p, turn)) if turn else body)
    if from_above(stance):
        chest = list(_chest(lying.body))
        return lying.moved((0.0, -sum(v for _, v in chest) / len(chest)))
    floor = [c for c in stance.contact if c != "hip_seat"]
    touching = [lying.lowest(c) for c in floor] or [v for _, v in outline(lying.body)]
    return lying.moved((0.0, -min(touching)))


def _body(stance: Stance) -> Body:
    if sagittal(stance):
        return sagittal_body(stance)
    if stance.trunk > SIDEWAYS and stance.view == "front":
        return headon_body(stance)
    if stance.trunk > SIDEWAYS and stance.view == "back":
        return bowed_body()
    return frontal_body(stance)


def pair(start: Stance, end: Stance) -> tuple[Placed, Placed]:
    """Both ends of a movement, with what stays on its support at the same place."""
    one, two = placed(start), placed(end)
    if sagittal(start) != sagittal(end) or start.view != end.view:
        return one, two
    kept = next((a for a in ANCHORS if a in start.contact and a in end.contact), "")
    here, there = (_anchor(p, kept) for p in (one, two))
    return one, two.moved((here - there, 0.0))


def _anchor(at: Placed, contact: str) -> float:
    """Where what stays in place is; without a contact the chest of who lies, and else the feet."""
    lies = at.stance.side_lying or (from_above(at.stance) and at.stance.trunk < SIDEWAYS)
    points = at.skin(contact or ("shoulder" if lies else "heel"))
    return sum(u for u, _ in points) / len(points)


def outline(body: Body) -> Iterator[Point]:
    for part in body.parts():
        yield from polyline(part.points, closed=True, steps=2)


def _turn(stance: Stance, body: Body) -> float:
    """Who lies on the back has the head at the right, who lies on the front has it at the left.

    Seen from above, who lies on the side has it on top, so as not to seem to lie on the back.
    """
    if from_above(stance) and not sagittal(stance):
        prone = stance.trunk > SIDEWAYS
        return math.pi / 2 if prone else -math.pi / 2
    if stance.side_lying:
        lying = math.pi / 2 - math.radians(stance.propped)
        return lying if body.view == "front" else -lying
    return 0.0


def _shifted(shift: Point) -> Move:
    return lambda p: (p[0] + shift[0], p[1] + shift[1])


# ---------------------------------------------------------------- contact
def _skin(body: Body, contact: str) -> Iterator[Point]:
    name, _, side = contact.partition("_")
    sides = {"": None, "seat": None, "near": ("near", "left"), "far": ("far", "right")}[side]
    at = joints(body.view)
    if name in ("hip", "shoulder"):
        yield from _trunk(body, _near(at.hip, 0.1)) if name == "hip" else _chest(body)
    if name == "hip":
        yield from _limb(body, sides, ("thigh",), _near(at.hip, 0.09))
    elif name == "knee":
        yield from _limb(body, sides, ("thigh", "shin"), _near(at.knee, 0.06))
    elif name == "elbow":
        yield from _limb(body, sides, ("upper-arm", "forearm"), _near(at.elbow, 0.04))
    elif name == "hand":
        yield from _limb(body, sides, ("hand",), lambda p: True)
    elif name == "heel":
        yield from _limb(body, sides, ("foot",), lambda p: p[0] > -0.03)
    elif name == "toe":
        front = -0.085 if body.view == "side" else math.inf
        yield from _limb(body, sides, ("foot",), lambda p: p[0] < front)


def _chest(body: Body) -> Iterator[Point]:
    return _trunk(body, lambda p: 0.7 < p[1] < 0.84)


def _near(joint: Point, reach: float) -> Picks:
    return lambda p: math.dist(p, joint) < reach


def _trunk(body: Body, wanted: Picks) -> Iterator[Point]:
    cut = parts(body.view)["trunk"]
    return (body.place(body.trunk(p)) for p in cut if wanted(p))


def _limb(
    body: Body, sides: Sequence[str] | None, names: Sequence[PartName], wanted: Picks
) -> Iterator[Point]:
    """Of both limbs, or of one; a far limb that the near one hides is where that is."""
    cut = parts(body.view)
    chains = [c for c in (*body.legs, *body.arms) if set(names) & set(c.names)]
    for chain in [c for c in chains if sides is None or c.side in sides] or chains:
        for name, frame in zip(chain.names, chain.frames, strict=True):
            if name in names:
                for u, v in cut[name]:
                    if wanted((u, v)):
                        yield body.place(frame.move((-u if chain.mirrored else u, v)))
