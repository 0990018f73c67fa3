"""Whole figures: a plate with its badges, and a decoration without words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Literal

from posture.figures import layers, marks
from posture.figures.body import VIEWS, FigureError, Shape, View, shapes
from posture.figures.geometry import Box, bounds
from posture.figures.layers import Marking, Muscles, checked, marking_of
from posture.figures.leaders import Callout, callouts, drawn, framed
from posture.figures.marks import Note, Words, sides
from posture.figures.poses import IMBALANCES, Posture, bend_of, posed
from posture.figures.svg import canvas, document, element

Crop = Literal["full", "head", "pelvis-side", "pelvis-front"]

CROPS: dict[Crop, Box | None] = {
    "full": None,
    "head": Box(-380, -56, 340, 704),
    "pelvis-side": Box(-380, 600, 380, 1320),
    "pelvis-front": Box(-440, 600, 440, 1320),
}
MARGIN = 24.0  # canvas units round the figure
WORDLESS = Words()
NAMELESS: Mapping[str, str] = MappingProxyType({})


def plate(
    view: View,
    postures: Sequence[Posture] = (),
    markings: Sequence[Marking] = (),
    *,
    id: str,
    title: str,
    description: str,
    lang: str = "",
    words: Words = WORDLESS,
    names: Mapping[str, str] = NAMELESS,
    ghost: bool = True,
    plumb: bool = True,
    badges: bool = True,
    muscles: Muscles = "surface",
) -> str:
    """A figure that speaks for itself: title, description, marked muscles, numbered badges."""
    scene = Scene(view, known(view, postures), checked(markings), id, muscles, plumb=plumb)
    beside = scene.beside(names, words) if badges else ()
    return document(
        spoken(id, title, description, lang)
        + scene.patterns()
        + scene.ghost() * ghost
        + scene.body()
        + scene.marks()
        + sides(view, words)
        + "".join(map(drawn, beside)),
        box=scene.framed(beside),
        class_="fig fig-plate",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        data_view=view,
    )


def decoration(
    view: View,
    postures: Sequence[Posture] = (),
    markings: Sequence[Marking] = (),
    *,
    id: str,
    crop: Crop = "full",
    ghost: bool = False,
    plumb: bool = True,
    muscles: Muscles = "involved",
) -> str:
    """A figure beside words that already say it: hidden from screen readers, no badges."""
    scene = Scene(view, known(view, postures), checked(markings), id, muscles, plumb=plumb)
    return document(
        scene.patterns() + scene.ghost() * ghost + scene.body() + scene.marks(),
        box=CROPS[crop] or scene.framed(()),
        class_=f"fig fig-{crop}",
        aria_hidden="true",
        focusable="false",
        data_view=view,
    )


def shows(view: View, marking: Marking) -> bool:
    """Whether a view shows a muscle that is marked, on that side, at the surface or through it."""
    return any(layers.marks(shape, marking) for shape in shapes(view))


def spoken(id: str, title: str, description: str, lang: str) -> str:
    """What a figure is called and what it shows, for those who do not see it."""
    return element("title", escape(title, quote=False), id=f"{id}-title", lang=lang) + element(
        "desc", escape(description, quote=False), id=f"{id}-desc", lang=lang
    )


def _imbalances(names: Sequence[str]) -> None:
    for name in names:
        if name not in IMBALANCES:
            raise FigureError(f"there is no imbalance '{name}'; they are {', '.join(IMBALANCES)}")


def known(view: View, postures: Sequence[Posture]) -> tuple[Posture, ...]:
    if view not in VIEWS:
        raise FigureError(f"a figure is seen from {', '.join(VIEWS)}, not from '{view}'")
    _imbalances([p.imbalance for p in postures])
    return tuple(postures)


@dataclass(frozen=True, slots=True)
class Scene:
    """A posed body with its marked muscles, and its parts as text."""

    view: View
    postures: tuple[Posture, ...]
    markings: tuple[Marking, ...]
    id: str
    shown: Muscles = "surface"
    plumb: bool = True

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return posed(self.view, self.postures)

    def patterns(self) -> str:
        marked = (marking_of(shape, self.markings) for shape in self.shapes)
        return layers.patterns(self.id, [marking.role for marking in marked if marking])

    def ghost(self) -> str:
        return layers.ghost(shapes(self.view)[0], self.shapes[0])

    def muscles(self) -> str:
        return layers.muscles(self.shapes, self.view, self.markings, self.shown, self.id)

    def body(self) -> str:
        return layers.figure(self.shapes, self.view, self.muscles(), self.id)

    def marks(self) -> str:
        """Plumb line, tilt of the pelvis, ear gap and joints."""
        bend = bend_of(self.view, self.postures)
        lines = marks.marks(self.view, self.postures, bend)
        if not self.plumb:
            return lines
        return marks.plumb_line() + lines + marks.joint_dots(self.view, bend)

    def notes(self, words: Words) -> tuple[Note, ...]:
        bend = bend_of(self.view, self.postures)
        return tuple(marks.notes(self.view, self.postures, bend, words))

    def beside(self, names: Mapping[str, str], words: Words) -> tuple[Callout, ...]:
        """The badges of its muscles and the words of its marks, placed round it."""
        notes = self.notes(words)
        top = self.box.top + marks.BELOW * bool(sides(self.view, words))
        return callouts(self.shapes, self.markings, notes, names, self.box, top)

    @property
    def box(self) -> Box:
        """Round the posed body, its arm and the neutral one."""
        outlines = [s for s in (*self.shapes, shapes(self.view)[0]) if s.kind in ("body", "arm")]
        return bounds([canvas(p) for s in outlines for p in s.points])

    def framed(self, beside: Sequence[Callout]) -> Box:
        """What the figure shows of the canvas: all of this, with a margin."""
        box = framed(beside, self.box)
        top = min(box.top, marks.TOP) if self.plumb else box.top
        bottom = max(box.bottom, marks.FLOOR + marks.BOB[0][1]) if self.plumb else box.bottom
        return Box(
            round(box.left - MARGIN),
            round(top - MARGIN),
            round(box.right + MARGIN),
            round(bottom + MARGIN),
        )
