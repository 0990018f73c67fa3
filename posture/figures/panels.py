"""Set the two ends of an exercise on one canvas.

They are beside each other, start at the left, or above each other, start on top, whichever takes
less of a screen: people who stand are side by side, people who lie one above the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from posture.figures import motion, props
from posture.figures.geometry import Box, Point, bounds
from posture.figures.placing import Placed, from_above, outline, pair
from posture.figures.props import Thing
from posture.figures.stances import Poses
from posture.figures.svg import UNIT, canvas

# Canvas units.
GAP = 220.0  # between the two ends: room for the sign between them
MARGIN = 60.0
GROUND = 60.0  # how far the floor goes on beyond what stands on it
WING = 68.0  # of the sign between the ends


@dataclass(frozen=True, slots=True)
class Panel:
    """One end of the movement with what stands beside it; `room` is what it takes on the canvas."""

    at: Placed
    things: tuple[Thing, ...]
    floor: float  # how high it is, in stature
    ways: motion.Ways
    room: Box

    def moved(self, x: float, y: float) -> Panel:
        """The panel further right and down, in canvas units."""
        right, up = x / UNIT, -y / UNIT

        def move(p: Point) -> Point:
            return (p[0] + right, p[1] + up)

        return Panel(
            self.at.moved((right, up)),
            tuple(replace(t, points=tuple(map(move, t.points))) for t in self.things),
            self.floor + up,
            tuple(tuple(map(move, way)) for way in self.ways),
            _shifted(self.room, x, y),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """The panels where they are drawn, the sign between them and the frame round all of it.

    Where nothing moves there is no start.
    """

    start: Panel | None
    end: Panel
    sign: tuple[Point, ...]
    frame: Box


def sheet(poses: Poses) -> Sheet:
    one, two = pair(poses.start, poses.end)
    if poses.still:
        alone = _panel(two, one, poses, motion.ways(poses.start, poses.end, one, two))
        return Sheet(None, alone, (), _around(alone.room, alone.room))
    start = _panel(one, two, poses, ())
    end = _panel(two, one, poses, motion.ways(poses.start, poses.end, one, two))
    a, b = start.room, end.room
    beside = max(a.width + GAP + b.width, a.height, b.height)
    above = max(a.width, b.width, a.height + GAP + b.height)
    return _above(start, end) if above < beside else _beside(start, end)


def _panel(at: Placed, other: Placed, poses: Poses, ways: motion.Ways) -> Panel:
    things = props.things(at, other, poses.props)
    floor = props.floor(at, poses.props)
    if from_above(at.stance) and "bed" not in poses.props:
        things = (*props.mat(at), *things)
    if poses.start.pelvis_lateral != poses.end.pelvis_lateral:
        things = (*things, props.belt(at))
    points = [*outline(at.body), *(p for line in ways for p in line)]
    points += [p for thing in things for p in thing.points]
    box = bounds([canvas(p) for p in points])
    low = box.bottom if from_above(at.stance) else max(box.bottom, canvas((0.0, floor))[1])
    room = Box(box.left - GROUND, box.top, box.right + GROUND, low)
    return Panel(at, things, floor, ways, room)


def _beside(start: Panel, end: Panel) -> Sheet:
    end = end.moved(start.room.right + GAP - end.room.left, 0.0)
    frame = _around(start.room, end.room)
    x, y = start.room.right + GAP / 2, (frame.top + frame.bottom) / 2
    sign = ((x - WING / 2, y - WING), (x + WING / 2, y), (x - WING / 2, y + WING))
    return Sheet(start, end, sign, frame)


def _above(start: Panel, end: Panel) -> Sheet:
    """Below each other where they are; what is seen from elsewhere goes to the middle."""
    seen_alike = start.at.stance.view == end.at.stance.view
    right = 0.0 if seen_alike else _middle(start.room) - _middle(end.room)
    end = end.moved(right, start.room.bottom + GAP - end.room.top)
    x, y = _middle(start.room), start.room.bottom + GAP / 2
    sign = ((x - WING, y - WING / 2), (x, y + WING / 2), (x + WING, y - WING / 2))
    return Sheet(start, end, sign, _around(start.room, end.room))


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2


def _shifted(box: Box, x: float, y: float) -> Box:
    return Box(box.left + x, box.top + y, box.right + x, box.bottom + y)


def _around(one: Box, two: Box) -> Box:
    return Box(
        round(min(one.left, two.left) - MARGIN),
        round(min(one.top, two.top) - MARGIN),
        round(max(one.right, two.right) + MARGIN),
        round(max(one.bottom, two.bottom) + MARGIN),
    )
