"""Pictures of self-tests: one or two poses as of an exercise, with what to look at marked.

`tests.toml` has a table for each: `poses` as of an exercise (see stances.py), and under `look` for
the start and the end what is marked there:

    ring = [place]          a circle round a place
    line = [place, ...]     a line through places, a dot on each
    angle = [a, b, c]       how far c is from the line that goes on from a beyond b

A place is a joint as `Body.joints` names it, one of `PLACES`, or `ground`: the support straight
below the place before it. With `below` only what is lower than that, in stature, is shown.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from posture.figures import marks
from posture.figures.body import DATA, FigureError
from posture.figures.exercise import scene
from posture.figures.geometry import Point
from posture.figures.panels import Panel, sheet
from posture.figures.stances import poses_of
from posture.figures.svg import canvas, circle, document, straight

Looks = Sequence[Mapping[str, Any]]

# Places of the trunk of the standing body, in stature: seen from the side, and from behind.
PLACES: Mapping[str, Point] = {
    "low-back": (0.0347, 0.622),
    "buttock": (0.073, 0.525),
    "hip-front": (-0.075, 0.56),
    "breastbone": (-0.075, 0.74),
    "shoulder-back": (0.052, 0.8),
    "head-back": (0.075, 0.93),
    "hip-bone-left": (-0.0614, 0.602),
    "hip-bone-right": (0.0614, 0.602),
    "ribs-left": (-0.06, 0.78),
    "ribs-right": (0.06, 0.78),
}
RING = 95.0  # canvas units: the radius of a ring
BEYOND = 0.11  # of stature: how far a line goes on beyond the joint of an angle
ARC = 0.085  # of stature: how far the arc of an angle is from its joint
BELOW = 30.0  # canvas units: room for a ring about a place near the ground
STEPS = 8  # of an arc


@lru_cache(maxsize=1)
def self_tests() -> Mapping[str, Mapping[str, Any]]:
    """What tests.toml says of each, by name."""
    return tomllib.loads((DATA / "tests.toml").read_text("utf-8"))


def self_test(name: str, *, id: str) -> str:
    """The picture of a self-test, hidden from screen readers: its steps go with it in words."""
    asked = self_tests()[name]
    drawn = sheet(poses_of(asked["poses"]))
    looks = asked.get("look", {})
    before = _looks(drawn.start, looks.get("start", ())) if drawn.start else ""
    top = canvas((0.0, asked["below"]))[1] if "below" in asked else drawn.frame.top
    return document(
        scene(drawn, id=id) + before + _looks(drawn.end, looks.get("end", ())),
        box=replace(drawn.frame, top=top, bottom=drawn.frame.bottom + BELOW),
        class_="fig fig-exercise",
        aria_hidden="true",
        focusable="false",
    )


def _looks(panel: Panel, looks: Looks) -> str:
    return "".join(_look(panel, kind, names) for look in looks for kind, names in look.items())


def _look(panel: Panel, kind: str, names: Sequence[str]) -> str:
    if kind not in MARKS:
        raise FigureError(f"a self-test is marked by {', '.join(MARKS)}, not '{kind}'")
    return MARKS[kind](*_places(panel, names))


def _ring(at: Point) -> str:
    classes = ("fig-look-edge", "fig-look")
    return "".join(circle(canvas(at), RING, class_=class_) for class_ in classes)


def _line(*through: Point) -> str:
    points = [canvas(p) for p in through]
    return _edged(points) + "".join(map(marks.dot, points))


def _angle(a: Point, b: Point, c: Point) -> str:
    """The line from a on beyond b, the one from b to c, and the arc between them."""
    on, off = _way(a, b), _way(b, c)
    turn = math.remainder(off - on, math.tau)
    arc = [_from(b, on + turn * k / STEPS, ARC) for k in range(STEPS + 1)]
    beyond = straight([canvas(b), canvas(_from(b, on, BEYOND))], class_="fig-beyond")
    return beyond + _edged([canvas(p) for p in (a, b, c)]) + _edged([canvas(p) for p in arc])


MARKS: Mapping[str, Callable[..., str]] = {"ring": _ring, "line": _line, "angle": _angle}


def _edged(points: Sequence[Point]) -> str:
    """A line on an edge that parts it from the body."""
    return straight(points, class_="fig-look-edge") + straight(points, class_="fig-look")


def _way(a: Point, b: Point) -> float:
    return math.atan2(b[1] - a[1], b[0] - a[0])


def _from(p: Point, way: float, far: float) -> Point:
    return (p[0] + far * math.cos(way), p[1] + far * math.sin(way))


def _places(panel: Panel, names: Sequence[str]) -> Iterator[Point]:
    body = panel.at.body
    joints = body.joints()
    at: Point = (0.0, 0.0)
    for name in names:
        if name == "ground":
            at = (at[0], panel.floor)
        elif name in PLACES:
            at = body.place(body.trunk(PLACES[name]))
        elif name in joints:
            at = joints[name]
        else:
            raise FigureError(f"there is no place '{name}' on this body")
        yield at
