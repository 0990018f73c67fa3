"""Cushions, pillows, rolls and mats: what is soft, and what slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.figures.geometry import bounds
from posture.figures.kinematics import ARM
from posture.figures.placing import Placed, from_above, outline, sagittal
from posture.figures.props.thing import CUSHION, Thing, across, pad

SHADE = (0.075, -0.05)  # how far the shadow of a lifted arm is from it, seen from above


def cushion(at: Placed, other: Placed) -> Iterator[Thing]:
    kneeling = "knee_near" in at.stance.contact
    if at.stance.seated:
        yield pad(-0.1, -CUSHION, 0.1, 0.0)
        return
    left, right = across(at.skin("knee_near" if kneeling else "hip"))
    yield pad(left - 0.02, 0.0, right + 0.02, 0.025, over=kneeling)


def pillow(at: Placed, other: Placed) -> Iterator[Thing]:
    crown = at.body.joints()["crown"]
    if from_above(other.stance) and not from_above(at.stance):
        return
    if from_above(at.stance):
        head = sagittal(at.stance)
        x, y = at.joint("knee") if at.stance.hip_abduction else crown
        size = 0.11 if head else 0.065
        yield pad(x - size, y - size, x + size, y + size * (0.3 if head else 1.0))
    elif at.stance.trunk > 0:
        left, right = across(at.skin("hip"))
        yield pad(left - 0.05, 0.0, right - 0.05, 0.03, over=True)
    else:
        way = -1 if crown[0] > 0 else 1
        x = crown[0] + way * 0.055
        yield pad(x - 0.09, 0.0, x + 0.09, max(0.028, crown[1] - 0.06))


def roll(at: Placed, other: Placed) -> Iterator[Thing]:
    if from_above(at.stance):
        left, right = across(at.skin("shoulder"))
        yield replace(pad(left - 0.06, -0.022, right + 0.02, 0.022, over=True), class_="ex-under")
        return
    x = sum(u for u, _ in at.skin("shoulder")) / len(at.skin("shoulder")) - 0.03
    yield pad(x - 0.024, 0.0, x + 0.024, 0.034, over=True)


def slider(at: Placed, other: Placed) -> Iterator[Thing]:
    left, right = across(at.skin("heel"))
    yield pad(left - 0.05, -0.004, right + 0.03, 0.012, over=True)


def mat(at: Placed) -> Iterator[Thing]:
    """What somebody lies on who is seen from above, and the shadows of arms that are lifted."""
    box = bounds(outline(at.body))
    soft = pad(box.left - 0.06, box.top - 0.05, box.right + 0.06, box.bottom + 0.05)
    yield replace(soft, class_="ex-mat")
    if at.stance.press == "up":
        for part in at.moved(SHADE).body.parts():
            if part.name in ARM:
                yield Thing("ex-shade", part.points, round=True)
