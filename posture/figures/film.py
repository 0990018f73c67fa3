"""A short film of a plate: the body goes from neutral to its posture, back, and there again.

Each path is drawn at a few angles with the same commands, and SMIL leads over from one to the next.
It begins when the figure comes into a page, and ends as the plate that it is a film of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from posture.figures import layers
from posture.figures.body import View
from posture.figures.figure import NAMELESS, WORDLESS, Scene, known, spoken
from posture.figures.layers import Marking, Muscles, checked
from posture.figures.leaders import drawn
from posture.figures.marks import Words, sides
from posture.figures.poses import Posture
from posture.figures.svg import document, element, group

STEPS = 5  # angles from neutral to the posture, closest at both ends: it sets off and stops softly
SECONDS = "4.8s"  # also in data/site.css, where what stands still comes back at the end

_SHAPE = re.compile(r"<(path|circle)([^>]*)/>")
_PLACE = re.compile(r' (d|cx|cy)="([^"]*)"')


def film(
    view: View,
    postures: Sequence[Posture],
    markings: Sequence[Marking] = (),
    *,
    id: str,
    title: str,
    description: str,
    lang: str = "",
    words: Words = WORDLESS,
    names: Mapping[str, str] = NAMELESS,
    muscles: Muscles = "surface",
) -> str:
    """The plate of the same arguments, once moving and once still for those who want no motion."""
    scene = Scene(view, known(view, postures), checked(markings), id, muscles)
    beside = scene.beside(names, words)
    around = sides(view, words) + "".join(map(drawn, beside))
    moving = scene.ghost() + moved([_frame(one, scene) for one in steps(scene)])
    still = replace(scene, id=f"{id}-still")
    return document(
        spoken(id, title, description, lang)
        + scene.patterns()
        + still.patterns()
        + group(moving + around, class_="film-moving")
        + group(still.ghost() + still.body() + still.marks() + around, class_="film-still"),
        box=scene.framed(beside),
        class_="fig fig-plate",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        data_view=view,
    )


def steps(scene: Scene) -> Iterator[Scene]:
    """The scene at each angle from neutral to its posture."""
    for step in range(STEPS):
        part = (1 - math.cos(math.pi * step / (STEPS - 1))) / 2
        bent = (replace(one, severity=one.severity * part) for one in scene.postures)
        yield replace(scene, postures=tuple(bent), shown="involved")


def _frame(step: Scene, last: Scene) -> str:
    """The body at one angle; the idle muscles are those of the end, where they come back."""
    idle = layers.idle(last.shapes, last.view, last.id) if last.shown == "surface" else ""
    inner = idle + step.muscles()
    return layers.figure(step.shapes, step.view, inner, step.id) + step.marks()


def moved(frames: Sequence[str]) -> str:
    """The last of several drawings that differ only in places, led through all the others."""
    shapes = zip(*(_SHAPE.findall(frame) for frame in frames), strict=True)
    return _SHAPE.sub(lambda _: _moving(next(shapes)), frames[-1])


def _moving(frames: Sequence[tuple[str, str]]) -> str:
    """One shape of the drawings: its name and attributes as they end, and what leads there."""
    name, attributes = frames[-1]
    places = zip(*(_PLACE.findall(one) for _, one in frames), strict=True)
    inner = "".join(_animate(place[0][0], [values for _, values in place]) for place in places)
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def _animate(attribute: str, values: Sequence[str]) -> str:
    """To the posture, back to neutral, and to the posture again; nothing for what does not move."""
    if len(set(values)) == 1:
        return ""
    there = list(values)
    way = ";".join([*there, *there[-2::-1], *there[1:]])
    return element("animate", attributeName=attribute, dur=SECONDS, values=way)
