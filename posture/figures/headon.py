"""Pose a body that lies on its front as it is seen from its head: the arms out, the legs behind."""

from __future__ import annotations

import math

from posture.figures.frontal import SIDES, arm_ways
from posture.figures.geometry import Point, linear
from posture.figures.kinematics import ARM, LEG, Body, Bones, Chain, chain
from posture.figures.limbs import joints, parts
from posture.figures.stances import Stance

# How high what is at a height of the standing body is above the floor; both in stature.
HEIGHTS = ((0.45, 0.0), (0.7, 0.03), (0.78, 0.05), (0.85, 0.115))
NECK = 0.872  # what is higher is the head
DOWN = 0.87  # of stature: how far the head is below its place in the standing body
HIDDEN = 0.004  # of stature: how long a bone is drawn that points away, behind the trunk


def headon_body(stance: Stance) -> Body:
    """The arms as the stance says; the head is before the trunk, its top toward the viewer."""
    arms = tuple(_arm(stance, i) for i in range(2))
    legs = tuple(_leg(i) for i in range(2))
    head = tuple((u, v - DOWN) for u, v in parts("back")["trunk"] if v > NECK)
    return Body("back", _move, arms, legs, nearest=head)


def _move(p: Point) -> Point:
    return (p[0], linear(HEIGHTS, p[1]))


def _arm(stance: Stance, i: int) -> Chain:
    at, sign = joints("back"), (-1.0, 1.0)[i]
    rest = _rest((at.shoulder, at.elbow, at.wrist, at.fingertip), sign)
    upper, fore = arm_ways(stance, i)
    places = [_move(rest[0])]
    for (forward, _, away), a, b in zip((upper, fore, fore), rest, rest[1:], strict=False):
        (u, v), length = places[-1], math.dist(a, b)
        places.append((u + sign * away * length, v - forward * length - 1e-6))
    to = (places[0], places[1], places[2], places[3])
    return chain(ARM, SIDES[i], rest, to, ("body", "body", "body"), 0.0, mirrored=sign < 0)


def _leg(i: int) -> Chain:
    at, sign = joints("back"), (-1.0, 1.0)[i]
    rest = _rest((at.hip, at.knee, at.ankle, at.toe), sign)
    u, v = sign * 0.04, 0.05
    to = ((u, v), (u, v - HIDDEN), (u, v - 2 * HIDDEN), (u, v - 3 * HIDDEN))
    return chain(LEG, SIDES[i], rest, to, ("far", "far", "far"), 0.0, mirrored=sign < 0)


def _rest(bones: Bones, sign: float) -> Bones:
    a, b, c, d = ((sign * u, v) for u, v in bones)
    return (a, b, c, d)
