"""What stands beside the body in an exercise: chair, bed, wall, band and so on, drawn simply.

Every prop is put where the body needs it: the seat is under the hips, the wall where the hand is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from posture.figures.geometry import Point, bounds
from posture.figures.kinematics import ARM
from posture.figures.placing import Placed, from_above, outline, sagittal
from posture.figures.stances import Prop

THICK = 0.024  # of stature: a seat, a table top
BED = 0.25  # height of a bed
TALL = 1.12  # height of a wall
STEP = 0.07
CUSHION = 0.03  # height of a cushion to sit on, seen from the front
SOFT = 0.06  # of stature: a corner is rounded up to half as far along its edges
SHADE = (0.075, -0.05)  # how far the shadow of a lifted arm is from it, seen from above
TOWEL = 0.28  # how far from the elbow to the middle of the trunk it is held
BACKREST = 0.26  # of a chair above its seat


@dataclass(frozen=True, slots=True)
class Thing:
    """A closed area or an open line with straight edges; `over` is painted on top of the body."""

    class_: str
    points: tuple[Point, ...]
    closed: bool = True
    over: bool = False
    round: bool = False


Draw = Callable[[Placed, Placed], Iterator[Thing]]


def things(at: Placed, other: Placed, props: Sequence[Prop]) -> tuple[Thing, ...]:
    """The props of one end of a movement; `other` is its other end, where it may show better."""
    ground = floor(at, props)
    found = (thing for prop in props for thing in DRAWN[prop](at, other))
    return tuple(
        _grounded(thing, ground) if thing.class_ == "ex-wall" else thing for thing in found
    )


def _grounded(wall: Thing, ground: float) -> Thing:
    """A wall goes down to the floor, also where the body stands above that."""
    return replace(wall, points=tuple((u, v or ground) for u, v in wall.points))


def floor(at: Placed, props: Sequence[Prop]) -> float:
    """How high the floor is: below the bed, the step or the cushion on which the body is placed."""
    if "bed" in props:
        return -BED
    if "cushion" in props and at.stance.seated:
        return -CUSHION
    return -STEP if "step" in props and at.stance.view == "back" else 0.0


def _box(left: float, bottom: float, right: float, top: float) -> tuple[Point, ...]:
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def _solid(left: float, bottom: float, right: float, top: float, *, over: bool = False) -> Thing:
    return Thing("ex-prop", _box(left, bottom, right, top), over=over)


def _pad(left: float, bottom: float, right: float, top: float, *, over: bool = False) -> Thing:
    """Something soft, by its control points; an edge too short to be straight is round."""
    across = (left + SOFT, right - SOFT) if right - left > 2 * SOFT else ()
    up = (bottom + SOFT, top - SOFT) if top - bottom > 2 * SOFT else ()
    corners = (
        *((left, bottom), *((u, bottom) for u in across)),
        *((right, bottom), *((right, v) for v in up)),
        *((right, top), *((u, top) for u in reversed(across))),
        *((left, top), *((left, v) for v in reversed(up))),
    )
    return Thing("ex-soft", corners, over=over, round=True)


def _x(points: Sequence[Point]) -> tuple[float, float]:
    box = bounds(points)
    return box.left, box.right


# ---------------------------------------------------------------- furniture
def _seated(at: Placed, other: Placed) -> Placed:
    """The end of the movement in which somebody sits."""
    return at if "hip_seat" in at.stance.contact or at.stance.seated else other


def _chair(at: Placed, other: Placed) -> Iterator[Thing]:
    sitting = _seated(at, other)
    top = sitting.lowest("hip")
    if not sagittal(at.stance):
        yield _solid(-0.135, top + 0.1, 0.135, top + 0.4)
        yield _solid(-0.15, top - THICK, 0.15, top)
        for x in (-0.14, 0.122):
            yield _solid(x, 0.0, x + 0.018, top - THICK)
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
        return _solid(left, low, right, high)

    yield span(-0.022, 0.0, 0.0, top + BACKREST)
    yield span(deep - 0.04, deep - 0.018, 0.0, top - THICK)
    yield span(0.0, deep, top - THICK, top)


def _chair_behind(at: Placed, other: Placed) -> Iterator[Thing]:
    foot = [*at.skin("heel_near"), *at.skin("toe_near")]
    yield from _side_chair(_x(foot)[0] + 0.27, min(v for _, v in foot), -1.0)


def _chair_front(at: Placed, other: Placed) -> Iterator[Thing]:
    """A seat that carries the calves of somebody who lies."""
    carried = max((at, other), key=lambda end: end.joint("ankle")[1])
    ankle, knee = (carried.joint(name)[0] for name in ("ankle", "knee"))
    shin = [p for part in carried.body.parts() if part.name == "shin" for p in part.points]
    top = min(v for u, v in shin if u <= max(knee - 0.05, _x(shin)[0]))
    yield from _side_chair(ankle - 0.05, top, 1.0, 0.25)


def _bed(at: Placed, other: Placed) -> Iterator[Thing]:
    if from_above(at.stance):
        yield _bed_from_above(at)
        return
    hanging = other if at.stance.trunk < 0 else at
    edge = _x(hanging.skin("hip"))[0] + 0.035
    left = edge if at.stance.trunk < 0 else bounds(outline(at.body)).left - 0.06
    right = bounds(outline(at.body)).right + 0.06
    yield _solid(left + 0.02, -BED, left + 0.05, -0.1)
    yield _solid(right - 0.05, -BED, right - 0.02, -0.1)
    yield _pad(left, -0.1, right, 0.0)


def _bed_from_above(at: Placed) -> Thing:
    """Its edge is at the elbow of the arm that hangs down."""
    box, (_, elbow) = bounds(outline(at.body)), at.joint("elbow")
    low, high = sorted((elbow, -elbow))
    return replace(_pad(box.left - 0.06, low, box.right + 0.06, high), class_="ex-mat")


def _counter(at: Placed, other: Placed) -> Iterator[Thing]:
    hands = at.skin("hand")
    top, edge = min(v for _, v in hands), max(u for u, _ in hands) + 0.02
    yield _solid(edge - 0.22, 0.0, edge - 0.03, top - THICK)
    yield _solid(edge - 0.24, top - THICK, edge, top)


def _step(at: Placed, other: Placed) -> Iterator[Thing]:
    if sagittal(at.stance):
        left, right = _x(at.skin("heel_near"))
        yield _solid(left - 0.09, 0.0, right + 0.02, at.lowest("heel_near"))
    else:
        left, right = _x(at.skin("heel_near"))
        yield _solid(left - 0.05, -STEP, right + 0.025, 0.0)


# ---------------------------------------------------------------- walls
def _wall(edge: float, way: float, *ends: Placed) -> Thing:
    """A wall stands at the same place, and is as high, at both ends of a movement."""
    left, right = sorted((edge, edge + way * 0.035))
    top = max(TALL, *(bounds(outline(at.body)).bottom + 0.04 for at in ends))
    return Thing("ex-wall", _box(left, 0.0, right, top))


def _wall_front(at: Placed, other: Placed) -> Iterator[Thing]:
    """Where the hand is that reaches ahead, at one end or at both."""
    yield _wall(min(_x(end.skin("hand"))[0] for end in (at, other)), -1.0, at, other)


def _wall_behind(at: Placed, other: Placed) -> Iterator[Thing]:
    if not sagittal(at.stance):
        boxes = [bounds(outline(end.body)) for end in (at, other)]
        left, right = min(b.left for b in boxes), max(b.right for b in boxes)
        top = max(b.bottom for b in boxes)
        yield Thing("ex-wall", _box(left - 0.05, 0.0, right + 0.05, top + 0.05))
        return
    back = [p for end in (at, other) for c in ("shoulder", "hip") for p in end.skin(c)]
    yield _wall(_x(back)[1], 1.0, at, other)


def _wall_side(at: Placed, other: Placed) -> Iterator[Thing]:
    touch = [p for end in (at, other) for c in ("hand_near", "elbow_near") for p in end.skin(c)]
    left, right = _x(touch)
    back = at.body.view == "back"
    yield _wall(left, -1.0, at, other) if back else _wall(right, 1.0, at, other)


def _door_frame(at: Placed, other: Placed) -> Iterator[Thing]:
    x = max(end.joint("elbow")[0] for end in (at, other))
    yield Thing("ex-wall", _box(x - 0.01, 0.0, x + 0.045, TALL))


# ---------------------------------------------------------------- soft things
def _cushion(at: Placed, other: Placed) -> Iterator[Thing]:
    kneeling = "knee_near" in at.stance.contact
    if at.stance.seated:
        yield _pad(-0.1, -CUSHION, 0.1, 0.0)
        return
    left, right = _x(at.skin("knee_near" if kneeling else "hip"))
    yield _pad(left - 0.02, 0.0, right + 0.02, 0.025, over=kneeling)


def _pillow(at: Placed, other: Placed) -> Iterator[Thing]:
    crown = at.body.joints()["crown"]
    if from_above(at.stance):
        head = sagittal(at.stance)
        x, y = at.joint("knee") if at.stance.hip_abduction else crown
        size = 0.11 if head else 0.065
        yield _pad(x - size, y - size, x + size, y + size * (0.3 if head else 1.0))
    elif at.stance.trunk > 0:
        left, right = _x(at.skin("hip"))
        yield _pad(left - 0.05, 0.0, right - 0.05, 0.03, over=True)
    else:
        way = -1 if crown[0] > 0 else 1
        x = crown[0] + way * 0.055
        yield _pad(x - 0.09, 0.0, x + 0.09, max(0.028, crown[1] - 0.06))


def _roll(at: Placed, other: Placed) -> Iterator[Thing]:
    if from_above(at.stance):
        left, right = _x(at.skin("shoulder"))
        yield replace(_pad(left - 0.06, -0.022, right + 0.02, 0.022, over=True), class_="ex-under")
        return
    x = sum(u for u, _ in at.skin("shoulder")) / len(at.skin("shoulder")) - 0.03
    yield _pad(x - 0.024, 0.0, x + 0.024, 0.034, over=True)


def _slider(at: Placed, other: Placed) -> Iterator[Thing]:
    left, right = _x(at.skin("heel"))
    yield _pad(left - 0.05, -0.004, right + 0.03, 0.012, over=True)


# ---------------------------------------------------------------- what is held
def _line(*points: Point) -> Thing:
    return Thing("ex-band", points, closed=False, over=True)


def _band(at: Placed, other: Placed) -> Iterator[Thing]:
    joint = at.body.joints()
    if sagittal(at.stance):
        x, y = joint["fingertip-near"]
        yield _line((x + 0.012, y + 0.03), (x + 0.012, y - 0.03))
    else:
        (a, v), (b, w) = joint["fingertip-left"], joint["fingertip-right"]
        middle = min(v, w) - 0.05
        hung = ((a, v), (a * 0.6, middle), (b * 0.6, middle), (b, w))
        yield Thing("ex-band", hung, closed=False)


def _strap(at: Placed, other: Placed) -> Iterator[Thing]:
    hand, toe, ankle = map(at.joint, ("fingertip", "toe", "ankle"))
    ball = ((toe[0] * 3 + ankle[0]) / 4, (toe[1] * 3 + ankle[1]) / 4)
    yield _line(hand, ball)


def _towel(at: Placed, other: Placed) -> Iterator[Thing]:
    """Rolled up between the elbow and the ribs."""
    (u, v), (x, y) = at.joint("elbow"), at.body.place(at.body.trunk((0.0, 0.66)))
    u, v = u + (x - u) * TOWEL, v + (y - v) * TOWEL
    yield _pad(u - 0.022, v - 0.022, u + 0.022, v + 0.022, over=True)


DRAWN: Mapping[Prop, Draw] = {
    "band": _band,
    "bed": _bed,
    "chair": _chair,
    "chair-behind": _chair_behind,
    "chair-front": _chair_front,
    "counter": _counter,
    "cushion": _cushion,
    "door-frame": _door_frame,
    "pillow": _pillow,
    "roll": _roll,
    "slider": _slider,
    "step": _step,
    "strap": _strap,
    "towel": _towel,
    "wall-behind": _wall_behind,
    "wall-front": _wall_front,
    "wall-side": _wall_side,
}


def belt(at: Placed) -> Thing:
    """A line across the pelvis, which shows how it tilts."""
    ends = (at.body.place(at.body.trunk((u, 0.555))) for u in (-0.088, 0.088))
    return Thing("ex-belt", tuple(ends), closed=False, over=True)


def mat(at: Placed) -> Iterator[Thing]:
    """What somebody lies on who is seen from above, and the shadows of arms that are lifted."""
    box = bounds(outline(at.body))
    soft = _pad(box.left - 0.06, box.top - 0.05, box.right + 0.06, box.bottom + 0.05)
    yield replace(soft, class_="ex-mat")
    if at.stance.press == "up":
        for part in at.moved(SHADE).body.parts():
            if part.name in ARM:
                yield Thing("ex-shade", part.points, round=True)
