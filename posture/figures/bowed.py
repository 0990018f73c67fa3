"""Pose a body that bends forward as it is seen from behind: the back is a dome above the buttocks.

The viewer looks along a back that is level. What is higher than the shoulders hangs out of sight.
"""

from __future__ import annotations

import math

from posture.figures.frontal import SIDES
from posture.figures.geometry import Point, linear, smoothstep
from posture.figures.kinematics import ARM, LEG, Body, Bones, Chain, chain
from posture.figures.limbs import joints, parts

# At a height of the standing body: how high the flank is, and how far from the midline.
HEIGHTS = ((0.0, 0.0), (0.55, 0.55), (0.62, 0.562), (0.83, 0.568))
WIDTHS = ((0.5, 0.0955), (0.63, 0.08), (0.75, 0.104), (0.82, 0.117))
SHOULDERS = 0.83  # what is higher is out of sight: its edge is that of the dome
LOINS = (0.57, 0.7)  # between these heights of the standing body the back becomes round
DOME = 0.062  # of stature: how high the back is above the flanks
BUTTOCKS = 0.575  # what is lower is nearest to the viewer, with the back of the pelvis above it
SACRUM = ((0.05, 0.59), (-0.05, 0.59))
# The arm of the left side, palms together: from shoulder to fingertip.
HANGING = ((0.097, 0.553), (0.068, 0.4), (0.021, 0.264), (0.007, 0.204))


def bowed_body() -> Body:
    """As far as the back is level; the legs are those of the standing body."""
    buttocks = tuple(p for p in parts("back")["trunk"] if p[1] < BUTTOCKS)
    arms = tuple(_arm(i) for i in range(2))
    legs = tuple(_leg(i) for i in range(2))
    return Body("back", _move, arms, legs, nearest=(*buttocks, *SACRUM))


def _move(p: Point) -> Point:
    """A point of the back; of the head and the neck one at the edge of the dome."""
    u, v = p
    flank, wide = linear(HEIGHTS, v), linear(WIDTHS, v)
    if v > SHOULDERS:
        turn = (v - SHOULDERS) / (1 - SHOULDERS) * math.pi / 2
        return (math.copysign(wide * math.cos(turn), u), flank + DOME * math.sin(turn))
    high = math.sqrt(max(0.0, 1 - (u / wide) ** 2)) * smoothstep(v, *LOINS)
    return (u, flank + DOME * high)


def _arm(i: int) -> Chain:
    at, sign = joints("back"), (-1.0, 1.0)[i]
    rest = _rest((at.shoulder, at.elbow, at.wrist, at.fingertip), sign)
    to = _rest(HANGING, sign)
    return chain(ARM, SIDES[i], rest, to, ("far", "far", "far"), 0.0, mirrored=sign < 0)


def _leg(i: int) -> Chain:
    at, sign = joints("back"), (-1.0, 1.0)[i]
    rest = _rest((at.hip, at.knee, at.ankle, at.toe), sign)
    return chain(LEG, SIDES[i], rest, rest, ("near", "near", "near"), 0.0, mirrored=sign < 0)


def _rest(bones: Bones, sign: float) -> Bones:
    a, b, c, d = ((sign * u, v) for u, v in bones)
    return (a, b, c, d)
