"""What stands beside the body in an exercise: chair, bed, wall, band and so on, drawn simply.

Every prop is put where the body needs it: the seat is under the hips, the wall where the hand is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from posture.figures.placing import Placed
from posture.figures.props import furniture, held, soft, walls
from posture.figures.props.held import belt
from posture.figures.props.soft import mat
from posture.figures.props.thing import BED, CUSHION, STEP, Thing
from posture.figures.stances import Prop

__all__ = ["Thing", "belt", "floor", "mat", "things"]

Draw = Callable[[Placed, Placed], Iterator[Thing]]

DRAWN: Mapping[Prop, Draw] = {
    "band": held.band,
    "bed": furniture.bed,
    "bed-edge": furniture.bed_edge,
    "books": furniture.books,
    "chair": furniture.chair,
    "chair-behind": furniture.chair_behind,
    "chair-beside": furniture.chair_beside,
    "chair-edge": furniture.chair_edge,
    "chair-front": furniture.chair_front,
    "chair-sideways": furniture.chair_sideways,
    "counter": furniture.counter,
    "cushion": soft.cushion,
    "door-frame": walls.door_frame,
    "helping-hands": held.helping_hands,
    "pillow": soft.pillow,
    "rail": furniture.rail,
    "roll": soft.roll,
    "slider": soft.slider,
    "step": furniture.step,
    "strap": held.strap,
    "towel": held.towel,
    "wall-behind": walls.wall_behind,
    "wall-front": walls.wall_front,
    "wall-side": walls.wall_side,
}


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
    if "bed" in props or "bed-edge" in props:
        return -BED
    if "cushion" in props and at.stance.seated:
        return -CUSHION
    return -STEP if "step" in props and at.stance.view == "back" else 0.0
