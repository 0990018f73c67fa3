"""Pose the body as it is seen from the front or the back, upright or lying seen from above."""

from __future__ import annotations

import math

from posture.figures.bend import Spine, radians
from posture.figures.body import View
from posture.figures.geometry import Point
from posture.figures.kinematics import ARM, LEG, SHORTEST, Body, Bones, Chain, Layer, Trunk, chain
from posture.figures.limbs import authored, joints
from posture.figures.poses import STRAIGHT
from posture.figures.stances import Stance

Way = tuple[float, float, float]  # forward, up and away from the midline, along a bone; length 1
SIDES = ("left", "right")
HAND = 0.6  # a hand that points at the viewer keeps this part of its length
BENT = 30.0  # degrees: a knee bent more shows thigh and shin apart
PELVIS = 0.7  # how far a pelvis rolls, of how far the knees do
AWAY = (0.09, -0.02)  # of stature: how a shin is seen that points away
HEELS = 0.022  # of stature: how far heels that are together are from the midline
UPWARD = 45.0  # degrees: an arm led away further than this bends its elbow toward the head


def frontal_view(stance: Stance) -> View:
    """Which side of the body one sees; from above, of somebody who lies on the back, the front."""
    if stance.view == "top":
        return "front" if stance.trunk < 0 else "back"
    return "back" if stance.view == "back" else "front"


def frontal_body(stance: Stance) -> Body:
    """The stance with the middle of its hips where it is in the standing body, and its head up."""
    view = frontal_view(stance)
    trunk = _trunk(stance, view)
    arms = tuple(_arm(stance, i, trunk, view) for i in range(2))
    legs = tuple(_leg(stance, i, trunk, view) for i in range(2))
    return Body(view, trunk.move, arms, legs)


def _trunk(stance: Stance, view: View) -> Trunk:
    facing = _sign(0, view)
    pelvis, chest = -facing * stance.pelvis_lateral, -facing * stance.trunk_side
    table = ((0.0, pelvis), (0.54, pelvis), (0.62, chest * 0.45), (0.76, chest), (1.1, chest))
    spine = Spine(STRAIGHT, radians(table), joints(view).hip[1])
    return Trunk(lambda p: spine.move(p, p[1]), math.radians(pelvis), math.radians(chest))


def _sign(i: int, view: View) -> float:
    """On which side of the picture the left (0) or the right (1) of the body is."""
    return 1.0 if (i == 0) == (view == "front") else -1.0


# ---------------------------------------------------------------- legs
def _leg(stance: Stance, i: int, trunk: Trunk, view: View) -> Chain:
    at, sign = joints(view), _sign(i, view)
    rest = _rest((at.hip, at.knee, at.ankle, at.toe), sign)
    hip = _rolled_hip(stance, trunk.move(rest[0]))
    if stance.seated and "hip" in stance.contact:
        to = _folded(stance, hip, sign)
    elif stance.crossed and i == 0:
        to = _crossed(stance, hip, _leg(stance, 1, trunk, view).joints[1], sign)
    elif _kneels(stance, i):
        to = _kneeling(hip, math.dist(rest[0], rest[1]))
    else:
        thigh, shin = _leg_ways(stance, i)
        knee = _along(hip, thigh, math.dist(rest[0], rest[1]), sign)
        ankle = _along(knee, shin, math.dist(rest[1], rest[2]), sign)
        if stance.side_lying and stance.leg[i][1] > BENT:
            ankle = (sign * HEELS, ankle[1])
        to = (hip, knee, ankle, _toe(stance, knee, ankle, rest))
    layers = _leg_layers(stance, i)
    return chain(LEG, SIDES[i], rest, to, layers, trunk.pelvis, mirrored=sign < 0)


def _rolled_hip(stance: Stance, hip: Point) -> Point:
    """A pelvis that rolls along with the knees looks narrower."""
    return (hip[0] * math.cos(math.radians(stance.knees_roll) * PELVIS), hip[1])


def _leg_layers(stance: Stance, i: int) -> tuple[Layer, Layer, Layer]:
    """A shin that lies on the other leg is painted over it, a leg that lies below it under it."""
    if stance.seated:
        return ("near", "near", "near")
    if _kneels(stance, i):
        return ("body", "far", "far")
    if stance.crossed and i == 0:
        return ("body", "near", "near")
    lower = stance.knees_roll and (stance.knees_roll > 0) == (i == 0)
    return ("far", "far", "far") if lower else ("body", "body", "body")


def _leg_ways(stance: Stance, i: int) -> tuple[Way, Way]:
    hip, knee, _ = (90.0, 90.0, 0.0) if _on_chair(stance) else stance.leg[i]
    hip += _tipped(stance)
    away = (stance.leg_l_abd, stance.leg_r_abd)[i]
    away += stance.far_leg_abduction if i else stance.hip_abduction
    roll = stance.knees_roll * (1 if i == 0 else -1)
    if knee > BENT:
        return _rolled(hip, away + roll), _rolled(hip - knee, away + roll)
    way = _away(hip, away)
    bent = math.cos(math.radians(stance.knee_l / 2)) if i == 0 else 1.0
    way = (way[0], way[1] * bent, way[2] * bent)
    return way, way


def _on_chair(stance: Stance) -> bool:
    return stance.seated and "hip" not in stance.contact


def _tipped(stance: Stance) -> float:
    """Seen from above, what a trunk that is not quite level adds to the angles of the limbs."""
    return 90 - stance.trunk if stance.view == "top" and stance.trunk > 0 else 0.0


def _folded(stance: Stance, hip: Point, sign: float) -> Bones:
    """Sitting on the floor, soles together: knees out to the sides, feet before the body."""
    away = math.radians(stance.hip_abduction)
    knee = (hip[0] + sign * 0.21 * math.sin(away), hip[1] + 0.13 * math.cos(away))
    ankle = (sign * 0.055, hip[1] - 0.045)
    return (hip, knee, ankle, (sign * 0.018, hip[1] - 0.065))


def _crossed(stance: Stance, hip: Point, other: Point, sign: float) -> Bones:
    """The ankle lies on the other knee: the knee out, the shin across."""
    away = math.radians(stance.hip_abduction)
    ankle = (other[0] - sign * 0.01, other[1] + 0.055)
    knee = (hip[0] + sign * 0.17 * math.sin(away), ankle[1] + 0.02)
    return (hip, knee, ankle, (ankle[0] - sign * 0.075, ankle[1] - 0.02))


def _kneels(stance: Stance, i: int) -> bool:
    """Whether one sees from the front the bent knee of somebody who lies on the side."""
    return stance.side_lying and stance.view == "front" and stance.leg[i][1] > BENT


def _kneeling(hip: Point, thigh: float) -> Bones:
    """Straight down to the knee; the shin points away, and is seen a little from above."""
    knee = (hip[0], hip[1] - thigh)
    (u, v), (x, y) = knee, AWAY
    return (hip, knee, (u + x, v + y), (u + 1.4 * x, v + 1.4 * y))


def _toe(stance: Stance, knee: Point, ankle: Point, rest: Bones) -> Point:
    """Whoever stands or sits has the feet flat; else they go on with the shins."""
    down = (rest[3][0] - rest[2][0], rest[3][1] - rest[2][1])
    if stance.view != "top" and not stance.side_lying:
        return (ankle[0] + down[0], ankle[1] + down[1])
    if stance.side_lying:
        down = (0.0, -math.hypot(*down))
    turn = math.atan2(ankle[1] - knee[1], ankle[0] - knee[0]) + math.pi / 2
    c, s = math.cos(turn), math.sin(turn)
    return (ankle[0] + c * down[0] - s * down[1], ankle[1] + s * down[0] + c * down[1])


# ---------------------------------------------------------------- arms
def _arm(stance: Stance, i: int, trunk: Trunk, view: View) -> Chain:
    at, sign, turn = joints(view), _sign(i, view), trunk.chest
    rest = _rest((at.shoulder, at.elbow, at.wrist, at.fingertip), sign)
    upper, fore = arm_ways(stance, i)
    shoulder = trunk.move(rest[0])
    elbow = _along(shoulder, upper, math.dist(rest[0], rest[1]), sign, turn)
    wrist = _along(elbow, fore, math.dist(rest[1], rest[2]), sign, turn)
    tip = _along(wrist, fore, math.dist(rest[2], rest[3]), sign, turn, HAND)
    near = _depth(upper[0], view)
    last = near if near == "near" else _depth(fore[0], view)
    to = (shoulder, elbow, wrist, tip)
    return chain(ARM, SIDES[i], rest, to, (near, last, last), turn, mirrored=sign < 0)


def arm_ways(stance: Stance, i: int) -> tuple[Way, Way]:
    shoulder, elbow = stance.arm[i]
    if stance.side_lying and i != _working_arm(stance):
        return _propped_arm(stance) if i == 1 and stance.propped else _still_arm(i)
    shoulder += _tipped(stance)
    away = (stance.arm_l_abd, stance.arm_r_abd)[i] or stance.arm_abduction
    hang = authored()["front"]["arm_out"]
    away = hang if 0 <= away < hang else away
    upper = _away(shoulder, away)
    if elbow < 30:
        return upper, _away(shoulder + elbow, away)
    out = math.radians(stance.forearm_rotation_out)
    if stance.forearm_hang:
        return upper, (math.cos(out), math.sin(out), 0.0)
    if stance.side_lying and shoulder > UPWARD:
        return upper, (0.0, math.sin(out), -math.cos(out))
    if away > UPWARD:
        return upper, _away(0.0, away + elbow)
    bend = math.radians(elbow)
    return upper, (
        math.sin(bend) * math.cos(out),
        -math.cos(bend),
        math.sin(bend) * math.sin(out),
    )


def _working_arm(stance: Stance) -> int | None:
    """Who lies on the right side works with the right arm if it is raised, else with the left."""
    if stance.arm[0] == (0.0, 0.0):
        return None
    return 1 if stance.arm[0][0] > UPWARD else 0


def _still_arm(i: int) -> tuple[Way, Way]:
    """The lower arm lies below the head, the upper one along the body."""
    if i == 1:
        way = _away(0.0, 181.0)
        return way, way
    way = _away(0.0, authored()["front"]["arm_out"])
    return way, way


def _propped_arm(stance: Stance) -> tuple[Way, Way]:
    """The upper arm straight down to the ground, the forearm on it, toward the front."""
    return _away(0.0, 90.0 - stance.propped), (1.0, 0.0, 0.0)


# ---------------------------------------------------------------- directions
def _away(forward: float, away: float) -> Way:
    """A bone raised forward and led away from the midline, from hanging down; degrees."""
    f, a = math.radians(forward), math.radians(away)
    return (math.cos(a) * math.sin(f), -math.cos(a) * math.cos(f), math.sin(a))


def _rolled(forward: float, roll: float) -> Way:
    """A bone raised forward, then rolled outward about the body's long axis; degrees."""
    f, r = math.radians(forward), math.radians(roll)
    return (math.sin(f) * math.cos(r), -math.cos(f), math.sin(f) * math.sin(r))


def _along(
    start: Point, way: Way, length: float, sign: float, turn: float = 0.0, least: float = SHORTEST
) -> Point:
    """Where the viewer sees a bone end; one that points at the viewer still shows a little."""
    x, y = sign * way[2], way[1]
    seen = math.hypot(x, y)
    if seen < least:
        x, y = (x / seen * least, y / seen * least) if seen > 0.02 else (0.0, -least)
    c, s = math.cos(turn), math.sin(turn)
    return (start[0] + length * (c * x - s * y), start[1] + length * (s * x + c * y))


def _depth(forward: float, view: View) -> Layer:
    toward = forward if view == "front" else -forward
    if abs(toward) < 0.5:
        return "body"
    return "near" if toward > 0 else "far"


def _rest(bones: Bones, sign: float) -> Bones:
    a, b, c, d = ((sign * u, v) for u, v in bones)
    return (a, b, c, d)
