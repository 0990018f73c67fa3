"""Chairs, beds, counters and steps, where the body needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from posture.figures.geometry import bounds
from posture.figures.placing import Placed, from_above, outline, sagittal
from posture.figures.props.thing import BED, STEP, Thing, across, pad, solid

THICK = 0.024  # of stature: a seat, a table top
BOOK = 0.008  # of stature: about as thick as a thin book
SEAT = 0.215  # of stature: how high one is that nobody sits on
BACKREST = 0.26  # of a chair above its seat
AWAY = 0.09  # how far a backrest is behind somebody who sits on the front half of a chair


def _seated(at: Placed, other: Placed) -> Placed:
    """The end of the movement in which somebody sits."""
    return at if "hip_seat" in at.stance.contact or at.stance.seated else other


def chair(at: Placed, other: Placed) -> Iterator[Thing]:
    sitting = _seated(at, other)
    top = sitting.lowest("hip")
    if not sagittal(at.stance):
        yield solid(-0.135, top + 0.1, 0.135, top + 0.4)
        yield solid(-0.15, top - THICK, 0.15, top)
        for x in (-0.14, 0.122):
            yield solid(x, 0.0, x + 0.018, top - THICK)
        return
    yield from _side_chair(_back(sitting, top) + 0.004, top, -1.0)


def _back(sitting: Placed, top: float) -> float:
    """How far back the trunk reaches that leans on a backrest."""
    trunk = next(part for part in sitting.body.parts() if part.name == "trunk")
    return max(u for u, v in trunk.points if top + 0.02 < v < top + BACKREST)


def _side_chair(back: float, top: float, way: float, deep: float = 0.24) -> Iterator[Thing]:
    """A chair whose back stands at `back`; its seat reaches `way` from there."""

    def span(a: float, b: float, low: float, high: float) -> Thing:
        left, right = sorted((back + way * a, back + way * b))
        return solid(left, low, right, high)

    yield span(-0.022, 0.0, 0.0, top + BACKREST)
    yield span(deep - 0.04, deep - 0.018, 0.0, top - THICK)
    yield span(0.0, deep, top - THICK, top)


def chair_behind(at: Placed, other: Placed) -> Iterator[Thing]:
    foot = [*at.skin("heel_near"), *at.skin("toe_near")]
    yield from _side_chair(across(foot)[0] + 0.27, min(v for _, v in foot), -1.0)


def chair_beside(at: Placed, other: Placed) -> Iterator[Thing]:
    """On the far side of the body, its back below the hand that is furthest ahead."""
    joints = [joint for end in (at, other) for joint in end.body.joints().items()]
    ahead = min(u for name, (u, _) in joints if name.startswith("wrist"))
    yield from _side_chair(ahead, SEAT, -1.0)


def chair_edge(at: Placed, other: Placed) -> Iterator[Thing]:
    """Somebody sits on its front half, away from the backrest."""
    sitting = _seated(at, other)
    top = sitting.lowest("hip")
    yield from _side_chair(_back(sitting, top) + AWAY, top, -1.0)


def chair_front(at: Placed, other: Placed) -> Iterator[Thing]:
    """A seat that carries the calves of somebody who lies."""
    carried = max((at, other), key=lambda end: end.joint("ankle")[1])
    ankle, knee = (carried.joint(name)[0] for name in ("ankle", "knee"))
    shin = [p for part in carried.body.parts() if part.name == "shin" for p in part.points]
    top = min(v for u, v in shin if u <= max(knee - 0.05, across(shin)[0]))
    yield from _side_chair(ankle - 0.05, top, 1.0, 0.25)


def chair_sideways(at: Placed, other: Placed) -> Iterator[Thing]:
    """Its seat reaches to the hand behind the body; its back is on the far side."""
    top, edge = at.lowest("hip"), max(end.joint("wrist")[0] for end in (at, other)) + 0.02
    left = edge - 0.28
    yield solid(left + 0.015, top + 0.09, edge - 0.015, top + BACKREST)
    for x in (left + 0.015, edge - 0.033):
        yield solid(x, 0.0, x + 0.018, top + BACKREST)
    yield solid(left, top - THICK, edge, top)


def bed(at: Placed, other: Placed) -> Iterator[Thing]:
    if from_above(at.stance):
        yield _bed_from_above(at)
        return
    hanging = other if at.stance.trunk < 0 else at
    edge = across(hanging.skin("hip"))[0] + 0.035
    yield from _bed(at, edge if at.stance.trunk < 0 else bounds(outline(at.body)).left - 0.06)


def bed_edge(at: Placed, other: Placed) -> Iterator[Thing]:
    """It carries half of the thigh of a leg that hangs over its edge."""
    yield from _bed(at, (other.joint("hip")[0] + other.joint("knee")[0]) / 2)


def _bed(at: Placed, left: float) -> Iterator[Thing]:
    right = bounds(outline(at.body)).right + 0.06
    yield solid(left + 0.02, -BED, left + 0.05, -0.1)
    yield solid(right - 0.05, -BED, right - 0.02, -0.1)
    yield pad(left, -0.1, right, 0.0)


def _bed_from_above(at: Placed) -> Thing:
    """Its edge is at the elbow of the arm that hangs down."""
    box, (_, elbow) = bounds(outline(at.body)), at.joint("elbow")
    low, high = sorted((elbow, -elbow))
    return replace(pad(box.left - 0.06, low, box.right + 0.06, high), class_="ex-mat")


def counter(at: Placed, other: Placed) -> Iterator[Thing]:
    hands = at.skin("hand")
    top, edge = min(v for _, v in hands), max(u for u, _ in hands) + 0.02
    yield solid(edge - 0.22, 0.0, edge - 0.03, top - THICK)
    yield solid(edge - 0.24, top - THICK, edge, top)


def rail(at: Placed, other: Placed) -> Iterator[Thing]:
    """A post with the end of a bar on it, which the hands hold."""
    u, v = at.joint("fingertip")
    yield solid(u - 0.008, 0.0, u + 0.008, v)
    yield solid(u - 0.03, v - THICK, u + 0.03, v)


def step(at: Placed, other: Placed) -> Iterator[Thing]:
    if sagittal(at.stance):
        left, right = across(at.skin("heel_near"))
        yield solid(left - 0.09, 0.0, right + 0.02, at.lowest("heel_near"))
    else:
        left, right = across(at.skin("heel_near"))
        yield solid(left - 0.05, -STEP, right + 0.025, 0.0)


def books(at: Placed, other: Placed) -> Iterator[Thing]:
    """A pile under the left foot, as high as that is above the floor."""
    left, right = across(at.skin("heel_near"))
    high = at.lowest("heel_near")
    pile = round(high / BOOK)
    for k in range(pile):
        beyond = 0.022 - 0.008 * (k % 2)
        book = solid(left - beyond, high * k / pile, right + beyond, high * (k + 1) / pile)
        yield replace(book, class_="ex-book")
