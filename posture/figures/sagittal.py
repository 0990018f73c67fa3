"""Pose the body as it is seen from the side, facing left."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from posture.figures.bend import Spine, radians, skull_level
from posture.figures.geometry import Point, linear, rotate
from posture.figures.kinematics import ARM, LEG, SHORTEST, Body, Chain, Frame, Layer, Move, Trunk
from posture.figures.limbs import authored, joints
from posture.figures.poses import poses
from posture.figures.stances import Arm, Leg, Stance

Near = Literal["near", "far"]

STRAIGHT = 30.0  # degrees: an elbow bent less goes on in the direction of the upper arm
CHEST = -0.8  # of the pelvis's turn in an arched back: how far the chest turns the other way


def sagittal_body(stance: Stance) -> Body:
    """The stance with its hip where it is in the standing body; a hidden far limb is left out."""
    trunk = _trunk(stance)
    arms = [_arm(stance, side, trunk) for side in _seen(stance.arm)]
    legs = [_leg(stance, side, trunk) for side in _seen(stance.leg)]
    return Body("side", trunk.move, tuple(arms), tuple(legs))


def _seen(limb: tuple[Arm, Arm] | tuple[Leg, Leg]) -> tuple[Near, ...]:
    return ("near",) if limb[0] == limb[1] else ("near", "far")


def _trunk(stance: Stance) -> Trunk:
    """From hip to shoulder the trunk leans as the stance says, and the neck on it.

    However the back is arched between, pelvis and chest turn against each other.
    """
    at, lean = joints("side"), math.radians(stance.trunk)
    pelvis, chest = stance.lumbar, CHEST * stance.lumbar
    arched = _bent(pelvis, chest, chest, chest)
    hip = arched(at.hip)
    turn = lean + _slant(at.hip, at.shoulder) - _slant(hip, arched(at.shoulder))
    neck = stance.neck - math.degrees(turn - lean)
    bent = _bent(pelvis, chest, neck, neck + stance.head)

    def move(p: Point) -> Point:
        q = bent(p)
        x, y = rotate((q[0] - hip[0], q[1] - hip[1]), turn)
        return (at.hip[0] + x, at.hip[1] + y)

    return Trunk(move, math.radians(pelvis) + turn, math.radians(chest) + turn)


@lru_cache(maxsize=256)
def _bent(pelvis: float, chest: float, neck: float, head: float) -> Move:
    """The trunk with its hip in place, turned by so many degrees at each level."""
    table = (
        (0.0, pelvis), (0.56, pelvis), (0.74, chest), (0.812, chest),
        (0.845, neck), (0.88, neck), (0.92, head), (1.1, head),
    )  # fmt: skip
    axis = tuple((v, u) for v, u in poses()["axis_u_of_v"])
    spine = Spine(axis, radians(table), joints("side").hip[1])
    return lambda p: spine.move(p, skull_level(p, linear(axis, p[1])))


def _slant(a: Point, b: Point) -> float:
    return math.atan2(b[1] - a[1], b[0] - a[0])


def _leg(stance: Stance, side: Near, trunk: Trunk) -> Chain:
    """The near leg looks shorter if it is led away from the body."""
    at, near = joints("side"), side == "near"
    hip, knee, ankle = (math.radians(angle) for angle in stance.leg[0 if near else 1])
    seen = math.cos(math.radians(stance.hip_abduction)) if near else 1.0
    lean = math.radians(stance.trunk)
    thigh = Frame(at.hip, at.knee, trunk.move(at.hip), lean - hip, seen)
    shin = Frame(at.knee, at.ankle, thigh.move(at.knee), thigh.angle + knee, seen)
    foot = Frame(at.ankle, at.toe, shin.move(at.ankle), shin.angle - ankle, seen)
    layer: Layer = "body" if near else "far"
    return Chain(LEG, side, (thigh, shin, foot), (layer, layer, layer), trunk.pelvis)


def _arm(stance: Stance, side: Near, trunk: Trunk) -> Chain:
    """An arm led away from the body looks shorter; a hand that carries lies flat."""
    at = joints("side")
    raised, bent = stance.arm[0 if side == "near" else 1]
    away, out = _foreshortened(stance.arm_abduction), _foreshortened(stance.forearm_rotation_out)
    straight = abs(bent) < STRAIGHT and not stance.forearm_hang
    up = math.radians(stance.trunk - raised)
    bend = math.radians(bent - authored()["side"]["elbow_bent"])
    upper = Frame(at.shoulder, at.elbow, trunk.move(at.shoulder), up, away)
    elbow = upper.move(at.elbow)
    fore = Frame(at.elbow, at.wrist, elbow, up - bend, away if straight else out)
    turn = fore.angle
    if "hand" in stance.contact or f"hand_{side}" in stance.contact:
        flat = math.pi - _slant(at.wrist, at.fingertip)
        turn += math.remainder(flat - turn, math.tau)
    hand = Frame(at.wrist, at.fingertip, fore.move(at.wrist), turn)
    return Chain(ARM, side, (upper, fore, hand), (side, side, side), trunk.chest)


def _foreshortened(degrees: float) -> float:
    return max(math.cos(math.radians(degrees)), SHORTEST)
