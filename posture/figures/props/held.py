"""Lines: bands and straps, the towel under an arm, and the line across a pelvis."""

from __future__ import annotations

from collections.abc import Iterator

from posture.figures.body import landmark
from posture.figures.geometry import Point
from posture.figures.placing import Placed, sagittal
from posture.figures.props.thing import Thing, pad

# A hand laid on a hip bone from the side, and its forearm: from where it lies, the right one.
HELPING = (
    (-0.010, 0.006), (-0.004, 0.014), (0.03, 0.018), (0.06, 0.017), (0.1, 0.0), (0.14, -0.02),
    (0.2, -0.05), (0.2, -0.05), (0.188, -0.085), (0.188, -0.085), (0.135, -0.056), (0.098, -0.032),
    (0.072, -0.028), (0.03, -0.03), (0.022, -0.022), (0.04, -0.014), (0.058, -0.005), (0.03, 0.0),
    (-0.002, -0.001),
)  # fmt: skip
TOWEL = 0.28  # how far from the elbow to the middle of the trunk it is held


def _line(*points: Point) -> Thing:
    return Thing("ex-band", points, closed=False, over=True)


def band(at: Placed, other: Placed) -> Iterator[Thing]:
    joint = at.body.joints()
    if sagittal(at.stance):
        x, y = joint["fingertip-near"]
        yield _line((x + 0.012, y + 0.03), (x + 0.012, y - 0.03))
    else:
        (a, v), (b, w) = joint["fingertip-left"], joint["fingertip-right"]
        middle = min(v, w) - 0.05
        hung = ((a, v), (a * 0.6, middle), (b * 0.6, middle), (b, w))
        yield Thing("ex-band", hung, closed=False)


def strap(at: Placed, other: Placed) -> Iterator[Thing]:
    hand, toe, ankle = map(at.joint, ("fingertip", "toe", "ankle"))
    ball = ((toe[0] * 3 + ankle[0]) / 4, (toe[1] * 3 + ankle[1]) / 4)
    yield _line(hand, ball)


def towel(at: Placed, other: Placed) -> Iterator[Thing]:
    """Rolled up between the elbow and the ribs."""
    (u, v), (x, y) = at.joint("elbow"), at.body.place(at.body.trunk((0.0, 0.66)))
    u, v = u + (x - u) * TOWEL, v + (y - v) * TOWEL
    yield pad(u - 0.022, v - 0.022, u + 0.022, v + 0.022, over=True)


def belt(at: Placed) -> Thing:
    """A line across the pelvis, which shows how it tilts."""
    ends = (at.body.place(at.body.trunk((u, 0.555))) for u in (-0.088, 0.088))
    return Thing("ex-belt", tuple(ends), closed=False, over=True)


def helping_hands(at: Placed, other: Placed) -> Iterator[Thing]:
    """The hands of a helper on the tops of the hip bones, level as the helper holds them."""
    u, v = landmark("front", "iliac_crest_top")
    for sign in (-1, 1):
        x, y = at.body.place(at.body.trunk((sign * u, v)))
        hand = tuple((x + sign * a, y + b) for a, b in HELPING)
        yield Thing("fig-limb", hand, over=True, round=True)
