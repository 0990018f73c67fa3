"""A short film of a plate: from its posture the body goes to neutral and comes back.

Each path is drawn at a few angles with the same commands, and SMIL leads over from one to the next.
It begins when the figure comes into a page, as the plate that it is a film of, and ends as that;
the numbers stay where they are, and their leaders follow the muscles.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from posture.figures import layers
from posture.figures.body import View
from posture.figures.figure import NAMELESS, WORDLESS, Scene, known, spoken
from posture.figures.geometry import Point
from posture.figures.layers import Marking, Muscles, checked
from posture.figures.leaders import Callout, drawn
from posture.figures.marks import Words, sides
from posture.figures.poses import Posture
from posture.figures.svg import canvas, document, element, group

STEPS = 5  # angles from neutral to the posture, closest at both ends: it sets off and stops softly
SECONDS = "3.6s"

# Idle muscles, of which there are many, have two angles; this leads between them as softly.
SOFTLY: Mapping[str, str] = {"calcMode": "spline", "keySplines": ".37 0 .63 1;.37 0 .63 1"}

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
    still = replace(scene, id=f"{id}-still")
    return document(
        spoken(id, title, description, lang)
        + scene.patterns()
        + still.patterns()
        + group(_moving(scene, beside, words), class_="film-moving")
        + group(
            still.ghost()
            + still.body()
            + still.marks()
            + sides(view, words)
            + "".join(map(drawn, beside)),
            class_="film-still",
        ),
        box=scene.framed(beside),
        class_="fig fig-plate",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        data_view=view,
    )


def _moving(scene: Scene, beside: Sequence[Callout], words: Words) -> str:
    angles = list(steps(scene))
    idle = moved([_idle(angles[0]), _idle(scene)], SOFTLY) if scene.shown == "surface" else ""
    leads = ("".join(map(drawn, _following(beside, scene, one, words))) for one in angles)
    frames = [_body(one, idle) + lead for one, lead in zip(angles, leads, strict=True)]
    return scene.ghost() + sides(scene.view, words) + moved(frames)


def steps(scene: Scene) -> Iterator[Scene]:
    """The scene at each angle from neutral to its posture, without its idle muscles."""
    for step in range(STEPS):
        part = (1 - math.cos(math.pi * step / (STEPS - 1))) / 2
        bent = (replace(one, severity=one.severity * part) for one in scene.postures)
        yield replace(scene, postures=tuple(bent), shown="involved")


def _idle(step: Scene) -> str:
    """Both halves, for few postures leave one the mirror image of the other."""
    return layers.idle(step.shapes, step.view)


def _body(step: Scene, idle: str) -> str:
    return layers.figure(step.shapes, step.view, idle + step.muscles(), step.id) + step.marks()


# ---------------------------------------------------------------- leaders
def _following(
    beside: Sequence[Callout], end: Scene, step: Scene, words: Words
) -> Iterator[Callout]:
    """What stands beside the figure at its end, with leaders to where its muscles are in a step."""
    noted = {note.text: note.anchor for note in step.notes(words)}
    for one in beside:
        anchor = _carried(one, end, step) if one.number else noted[" ".join(one.lines)]
        yield replace(one, anchor=anchor)


def _carried(one: Callout, end: Scene, step: Scene) -> Point:
    """The anchor, moved as the points of its muscle are, the near ones above all."""
    pairs = zip(end.shapes, step.shapes, strict=True)
    moves = [
        (canvas(p), canvas(q))
        for a, b in pairs
        if a.name == one.muscle
        for p, q in zip(a.points, b.points, strict=True)
    ]
    pulls = [1 / (1 + math.dist(p, one.anchor) ** 2) ** 2 for p, _ in moves]
    x, y = (
        sum(pull * (q[i] - p[i]) for pull, (p, q) in zip(pulls, moves, strict=True)) / sum(pulls)
        for i in (0, 1)
    )
    return (round(one.anchor[0] + x), round(one.anchor[1] + y))


# ---------------------------------------------------------------- motion
def moved(frames: Sequence[str], timing: Mapping[str, str] = NAMELESS) -> str:
    """The last of several drawings that differ only in places, led through all the others."""
    shapes = zip(*(_SHAPE.findall(frame) for frame in frames), strict=True)
    return _SHAPE.sub(lambda _: _led(next(shapes), timing), frames[-1])


def _led(frames: Sequence[tuple[str, str]], timing: Mapping[str, str]) -> str:
    """One shape of the drawings: its name and attributes as they end, and what leads there."""
    name, attributes = frames[-1]
    places = zip(*(_PLACE.findall(one) for _, one in frames), strict=True)
    inner = "".join(
        _animate(place[0][0], [values for _, values in place], timing) for place in places
    )
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def _animate(attribute: str, there: Sequence[str], timing: Mapping[str, str]) -> str:
    """To neutral and back to the posture; nothing for what does not move."""
    if len(set(there)) == 1:
        return ""
    way = ";".join([*reversed(there), *there[1:]])
    return element("animate", attributeName=attribute, dur=SECONDS, **timing, values=way)
