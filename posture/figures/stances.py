"""Read and check the poses of an exercise: joint angles in degrees, and what touches its support.

A person of the side view faces left. `trunk` leans forward from the upright (90 = on the front,
-90 = on the back), `neck` is bent forward on it, `head` is chin down on the neck, `lumbar` is
arched (+) or round (-), `arm` = (shoulder, elbow), `leg` = (hip, knee, ankle): all 0 in a straight
stand, more is more bent. The frontal views take angles away from the midline besides. `press` asks
for arrows of a push, a turn or a lift, and `follow` for the path of one joint, where the joint that
moves most would not show what matters. With `crossed` the left ankle lies on the other knee. A
trunk that leans far forward is seen from the head by the view of the front (who lies on the front)
and from behind by that of the back (who bends down). Who lies on the side and is `propped` has the
body raised by that angle, on the lower elbow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from posture.figures.body import FigureError

Sight = Literal["side", "front", "back", "top"]
Prop = Literal[
    "band",
    "bed",
    "bed-edge",
    "books",
    "chair",
    "chair-behind",
    "chair-beside",
    "chair-edge",
    "chair-front",
    "chair-sideways",
    "counter",
    "cushion",
    "door-frame",
    "helping-hands",
    "pillow",
    "rail",
    "roll",
    "slider",
    "step",
    "strap",
    "towel",
    "wall-behind",
    "wall-front",
    "wall-side",
]
Contact = Literal[
    "shoulder", "hip", "hip_seat", "knee", "heel", "toe", "hand", "elbow",
    "knee_near", "knee_far", "heel_near", "heel_far", "toe_near", "toe_far",
    "hand_near", "hand_far", "elbow_near", "elbow_far",
]  # fmt: skip
Arm = tuple[float, float]
Leg = tuple[float, float, float]

PROPS: tuple[Prop, ...] = get_args(Prop)
SIGHTS: tuple[Sight, ...] = get_args(Sight)
CONTACTS: tuple[Contact, ...] = get_args(Contact)

# The least and the most of each angle, in degrees.
RANGES: Mapping[str, tuple[float, float]] = {
    "trunk": (-130, 130),
    "neck": (-45, 45),
    "head": (-45, 45),
    "lumbar": (-30, 30),
    "arm_abduction": (0, 180),
    "arm_l_abd": (-30, 180),
    "arm_r_abd": (-30, 180),
    "leg_l_abd": (-30, 70),
    "leg_r_abd": (-30, 70),
    "far_leg_abduction": (0, 80),
    "hip_abduction": (0, 70),
    "forearm_rotation_out": (-60, 90),
    "knees_roll": (-60, 60),
    "pelvis_lateral": (-20, 20),
    "propped": (0, 40),
    "trunk_side": (-40, 40),
    "knee_l": (0, 90),
}
ARM = ((-90, 200), (-10, 155))
LEG = ((-45, 155), (-10, 160), (-90, 40))
FLAGS = ("crossed", "forearm_hang", "seated", "side_lying")
FOLLOWED = ("wrist", "ankle", "knee", "hip", "crown", "chin", "elbow")
WORDS: Mapping[str, tuple[str, ...]] = {
    "view": SIGHTS,
    "follow": FOLLOWED,
    "press": ("down", "outward", "up", "turn"),
    "pelvis_shift": ("left", "right"),
}


@dataclass(frozen=True, slots=True)
class Stance:
    """One pose. Arms and legs are (near, far) from the side, (left, right) from elsewhere."""

    view: Sight = "side"
    trunk: float = 0.0
    neck: float = 0.0
    head: float = 0.0
    lumbar: float = 0.0
    arm: tuple[Arm, Arm] = ((0.0, 0.0), (0.0, 0.0))
    leg: tuple[Leg, Leg] = ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    arm_abduction: float = 0.0
    arm_l_abd: float = 0.0
    arm_r_abd: float = 0.0
    leg_l_abd: float = 0.0
    leg_r_abd: float = 0.0
    far_leg_abduction: float = 0.0
    hip_abduction: float = 0.0
    forearm_rotation_out: float = 0.0
    knees_roll: float = 0.0
    knee_l: float = 0.0
    pelvis_lateral: float = 0.0
    propped: float = 0.0
    trunk_side: float = 0.0
    crossed: bool = False
    forearm_hang: bool = False
    seated: bool = False
    side_lying: bool = False
    press: str = ""
    follow: str = ""
    pelvis_shift: str = ""
    contact: tuple[Contact, ...] = ()


KEYS = frozenset(field.name for field in fields(Stance))


@dataclass(frozen=True, slots=True)
class Poses:
    """The two ends of an exercise, and what stands beside the body."""

    start: Stance
    end: Stance
    props: tuple[Prop, ...] = ()

    @property
    def still(self) -> bool:
        """Whether nothing moves: at most it is pushed."""
        return self.start == replace(self.end, press=self.start.press)


def checked_poses(poses: Mapping[str, Any]) -> None:
    """Raise FigureError with one sentence where poses cannot be drawn."""
    poses_of(poses)


def exercise_views(poses: Mapping[str, Any]) -> tuple[Sight, ...]:
    """From where the pictures of an exercise are seen: of start and end, or of the only one."""
    read = poses_of(poses)
    return (read.end.view,) if read.still else (read.start.view, read.end.view)


def poses_of(raw: Mapping[str, Any]) -> Poses:
    if not isinstance(raw, Mapping):
        raise FigureError(f"poses are a table, not {raw!r}")
    for key in raw:
        if key not in ("start", "end", "props"):
            raise FigureError(f"poses have start, end and props, not '{key}'")
    for key in ("start", "end"):
        if not isinstance(raw.get(key), Mapping):
            raise FigureError(f"poses need a table '{key}'")
    return Poses(
        _stance(raw["start"], "start"),
        _stance(raw["end"], "end"),
        tuple(_names(raw.get("props", ()), "props", PROPS)),
    )


def _stance(raw: Mapping[str, Any], where: str) -> Stance:
    for key in raw:
        if key not in KEYS:
            raise FigureError(f"{where} has no key '{key}'; it may have {', '.join(sorted(KEYS))}")
    return Stance(**{key: _value(key, value, where) for key, value in raw.items()})


def _value(key: str, value: Any, where: str) -> Any:
    if key in RANGES:
        return _angle(value, RANGES[key], f"{where}.{key}")
    if key in ("arm", "leg"):
        return _limbs(value, ARM if key == "arm" else LEG, f"{where}.{key}")
    if key == "contact":
        return tuple(_names(value, f"{where}.{key}", CONTACTS))
    if key in FLAGS:
        if not isinstance(value, bool):
            raise FigureError(f"{where}.{key} is true or false, not {value!r}")
        return value
    return _names((value,), f"{where}.{key}", WORDS[key])[0]


def _names(values: Any, where: str, known: Sequence[str]) -> Any:
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise FigureError(f"{where} is a list, not {values!r}")
    for value in values:
        if value not in known:
            raise FigureError(f"{where} is of {', '.join(known)}, not {value!r}")
    return values


def _limbs(
    value: Any, ranges: tuple[tuple[float, float], ...], where: str
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """A limb's angles for both sides, or a table of near and far."""
    if not isinstance(value, Mapping):
        both = _limb(value, ranges, where)
        return (both, both)
    if set(value) != {"near", "far"}:
        raise FigureError(f"{where} has near and far, not {', '.join(map(str, value))}")
    return (
        _limb(value["near"], ranges, f"{where}.near"),
        _limb(value["far"], ranges, f"{where}.far"),
    )


def _limb(value: Any, ranges: tuple[tuple[float, float], ...], where: str) -> tuple[float, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) != len(ranges):
        raise FigureError(f"{where} is a list of {len(ranges)} angles, not {value!r}")
    return tuple(_angle(v, r, where) for v, r in zip(value, ranges, strict=True))


def _angle(value: Any, span: tuple[float, float], where: str) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not span[0] <= value <= span[1]:
        raise FigureError(f"{where} is an angle from {span[0]} to {span[1]} degrees, not {value!r}")
    return float(value)
