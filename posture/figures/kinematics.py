"""Turn the parts of the standing body about their joints, and what is soft along with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from posture.figures.body import Shape, View
from posture.figures.geometry import Point, rotate, smoothstep
from posture.figures.limbs import PartName, authored, parts

Layer = Literal["far", "body", "near"]  # in the order of painting
Move = Callable[[Point], Point]
Bones = tuple[Point, Point, Point, Point]  # a limb's three joints and its tip

LEG: tuple[PartName, PartName, PartName] = ("thigh", "shin", "foot")
ARM: tuple[PartName, PartName, PartName] = ("upper-arm", "forearm", "hand")
LAYERS: tuple[Layer, ...] = ("far", "body", "near")
BLEND = (0.05, 0.035, 0.015)  # of stature: how far a limb's three joints bend what is soft
GIRDLE = 0.07  # of stature: how far from its joint an arm takes the trunk's muscles along
HEAD = {"crown": (0.0, 1.0), "chin": (-0.085, 0.885)}  # places that show how a head moves
SHORTEST = 0.12  # a bone that points at the viewer keeps this part of its length


@dataclass(frozen=True, slots=True)
class Trunk:
    """How the trunk moves, and how far (radians) it turns at the hip and at the shoulder."""

    move: Move
    pelvis: float
    chest: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a part goes: its upper joint from `at` to `to`, turned by `angle` (radians).

    Between its joints it is stretched; the rounding beyond them is not.
    """

    at: Point
    end: Point
    to: Point
    angle: float
    stretch: float = 1.0

    def move(self, p: Point) -> Point:
        length = math.dist(self.at, self.end)
        axis = ((self.end[0] - self.at[0]) / length, (self.end[1] - self.at[1]) / length)
        d = (p[0] - self.at[0], p[1] - self.at[1])
        along = min(max(d[0] * axis[0] + d[1] * axis[1], 0.0), length) * (self.stretch - 1)
        x, y = rotate((d[0] + along * axis[0], d[1] + along * axis[1]), self.angle)
        return (self.to[0] + x, self.to[1] + y)

    def after(self, angle: float, stretch: float, part: float) -> Frame:
        """The frame bent and stretched only by a part of what it is more than its neighbour."""
        return replace(
            self,
            angle=angle + part * (self.angle - angle),
            stretch=stretch + part * (self.stretch - stretch),
        )


@dataclass(frozen=True, slots=True)
class Chain:
    """A limb: its parts from the trunk on, where each is painted; `root` is the trunk's turn."""

    names: tuple[PartName, PartName, PartName]
    side: str
    frames: tuple[Frame, Frame, Frame]
    layers: tuple[Layer, Layer, Layer]
    root: float
    mirrored: bool = False

    @property
    def joints(self) -> Bones:
        first, second, third = self.frames
        return (first.to, second.to, third.to, third.move(third.end))

    def carry(self, p: Point, trunk: Move) -> Point:
        """A point of something soft: each joint bends what is near it by a part of its angle."""
        reached = [i for i in range(3) if p[1] < self.frames[i].at[1] + BLEND[i]]
        if not reached:
            return trunk(p)
        i = reached[-1]
        frame, width = self.frames[i], BLEND[i]
        angle, stretch = self.root, 1.0
        if i > 0:
            angle, stretch = self.frames[i - 1].angle, self.frames[i - 1].stretch
        below = smoothstep(frame.at[1] - p[1], -width, width)
        return frame.after(angle, stretch, below).move(p)


def chain(
    names: tuple[PartName, PartName, PartName],
    side: str,
    rest: Bones,
    to: Bones,
    layers: tuple[Layer, Layer, Layer],
    root: float,
    *,
    mirrored: bool = False,
) -> Chain:
    """A limb whose joints and tip go to given places; each turns on from the part before it."""
    frames: list[Frame] = []
    angle = root
    for i in range(3):
        old, new = _vector(rest[i], rest[i + 1]), _vector(to[i], to[i + 1])
        turn = math.atan2(new[1], new[0]) - math.atan2(old[1], old[0])
        angle += math.remainder(turn - angle, math.tau)
        frames.append(
            Frame(rest[i], rest[i + 1], to[i], angle, math.hypot(*new) / math.hypot(*old))
        )
    return Chain(names, side, (frames[0], frames[1], frames[2]), layers, root, mirrored)


def _vector(a: Point, b: Point) -> Point:
    return (b[0] - a[0], b[1] - a[1])


@dataclass(frozen=True, slots=True)
class Part:
    name: PartName
    side: str
    layer: Layer
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A posed body: the trunk's move and the limbs; `place` brings all of it to its support."""

    view: View
    trunk: Move
    arms: tuple[Chain, ...]
    legs: tuple[Chain, ...]
    place: Move = lambda p: p
    nearest: tuple[Point, ...] = ()  # of the trunk, what is painted over all else

    def placed(self, move: Move) -> Body:
        before = self.place
        return replace(self, place=lambda p: move(before(p)))

    def parts(self) -> Iterator[Part]:
        """Back to front."""
        cut = parts(self.view)
        drawn = [Part("trunk", "", "body", tuple(self.place(self.trunk(p)) for p in cut["trunk"]))]
        for limb in (*self.legs, *self.arms):
            for name, frame, layer in zip(limb.names, limb.frames, limb.layers, strict=True):
                points = _mirror(cut[name]) if limb.mirrored else cut[name]
                moved = tuple(self.place(frame.move(p)) for p in points)
                drawn.append(Part(name, limb.side, layer, moved))
        if self.nearest:
            drawn.append(Part("trunk", "", "near", tuple(map(self.place, self.nearest))))
        for layer in LAYERS:
            yield from (part for part in drawn if part.layer == layer)

    def joints(self) -> Mapping[str, Point]:
        """Where the joints are: `hip-near`, `toe-far`, `wrist-left` and so on, crown and chin."""
        named = {name: self.place(self.trunk(p)) for name, p in HEAD.items()}
        for limbs, names in (
            (self.legs, ("hip", "knee", "ankle", "toe")),
            (self.arms, ("shoulder", "elbow", "wrist", "fingertip")),
        ):
            for limb in limbs:
                for name, p in zip(names, limb.joints, strict=True):
                    named[f"{name}-{limb.side}"] = self.place(p)
        return named

    def soft(self, shape: Shape) -> tuple[Shape, Layer]:
        """A muscle or a line of the standing body in the stance, and the layer it lies in."""
        limbs = [limb for limb in (*self.arms, *self.legs) if _holds(limb, shape)]
        arm, leg = limbs[0], limbs[-1]
        on_arm = "trunk" not in shape.groups or shape.name in authored()["muscles"]["arm"]
        if on_arm:
            points = [arm.carry(p, self.trunk) for p in shape.points]
        elif shape.name in authored()["muscles"]["girdle"]:
            points = [self._girdle(p, arm) for p in shape.points]
        else:
            points = [leg.carry(p, self.trunk) for p in shape.points]
        layer = self._layer(shape, arm, arm.layers[0]) if on_arm else self._layer(shape, leg)
        return replace(shape, points=tuple(map(self.place, points))), layer

    def _girdle(self, p: Point, arm: Chain) -> Point:
        """The end at the arm goes along half-way."""
        frame, q = arm.frames[0], self.trunk(p)
        part = 0.5 * (1 - smoothstep(math.dist(p, frame.at), 0.0, GIRDLE))
        x, y = rotate(_vector(frame.to, q), part * (frame.angle - arm.root))
        return (frame.to[0] + x, frame.to[1] + y)

    def _layer(self, shape: Shape, limb: Chain, above: Layer = "body") -> Layer:
        """That of the limb's part in which the middle of a shape is, or the one above the limb."""
        middle = sum(v for _, v in shape.points) / len(shape.points)
        below = [i for i in range(3) if middle < limb.frames[i].at[1]]
        return limb.layers[below[-1]] if below else above


def _holds(limb: Chain, shape: Shape) -> bool:
    """Whether a shape belongs to the limb's side; from the side all belong to the near one."""
    return limb.side in ("near", shape.side)


def _mirror(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple((-u, v) for u, v in reversed(points))
