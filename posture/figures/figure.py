"""Whole figures: a plate with its badges, and a decoration without words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Literal

from posture.figures import marks
from posture.figures.body import VIEWS, FigureError, View, shapes
from posture.figures.geometry import Box, bounds
from posture.figures.layers import (
    Marking,
    Muscles,
    checked,
    figure,
    ghost,
    muscles,
    patterns,
    role_of,
)
from posture.figures.leaders import drawn, framed, leaders
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


def plate(
    view: View,
    postures: Sequence[Posture] = (),
    markings: Sequence[Marking] = (),
    *,
    id: str,
    title: str,
    description: str,
    ghost: bool = True,
    plumb: bool = True,
    badges: bool = True,
    muscles: Muscles = "surface",
) -> str:
    """A figure that speaks for itself: title, description, marked muscles, numbered badges."""
    bent = _known(view, postures)
    inner, box = _content(
        view, bent, tuple(markings), id, with_ghost=ghost, plumb=plumb, badges=badges, shown=muscles
    )
    words = element("title", escape(title, quote=False), id=f"{id}-title") + element(
        "desc", escape(description, quote=False), id=f"{id}-desc"
    )
    return document(
        words + inner,
        box=box,
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
    bent = _known(view, postures)
    inner, whole = _content(
        view, bent, tuple(markings), id, with_ghost=ghost, plumb=plumb, badges=False, shown=muscles
    )
    return document(
        inner,
        box=CROPS[crop] or whole,
        class_=f"fig fig-{crop}",
        aria_hidden="true",
        focusable="false",
        data_view=view,
    )


def views_of(imbalances: Sequence[str]) -> tuple[View, ...]:
    """The views that show a set of imbalances best, the side view first."""
    _imbalances(imbalances)
    wanted: set[View] = set()
    if {"forward-tipped-pelvis", "backward-tipped-pelvis"} & set(imbalances):
        wanted |= {"side"}
    if "forward-head-and-neck" in imbalances:
        wanted |= {"side", "back"}
    if "high-hip" in imbalances:
        wanted |= {"front", "back"}
    order: tuple[View, ...] = ("side", "front", "back")
    return tuple(view for view in order if view in wanted)


def views_of_muscle(muscle: str) -> tuple[View, ...]:
    """The views in which a muscle can be seen."""
    checked([Marking(muscle, "shown")])
    return tuple(
        view for view in VIEWS if any(s.kind == "muscle" and s.name == muscle for s in shapes(view))
    )


def _imbalances(names: Sequence[str]) -> None:
    for name in names:
        if name not in IMBALANCES:
            raise FigureError(f"there is no imbalance '{name}'; they are {', '.join(IMBALANCES)}")


def _known(view: View, postures: Sequence[Posture]) -> tuple[Posture, ...]:
    if view not in VIEWS:
        raise FigureError(f"a figure is seen from {', '.join(VIEWS)}, not from '{view}'")
    _imbalances([p.imbalance for p in postures])
    return tuple(postures)


def _content(
    view: View,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
    id: str,
    *,
    with_ghost: bool,
    plumb: bool,
    badges: bool,
    shown: Muscles,
) -> tuple[str, Box]:
    checked(markings)
    bent = posed(view, postures)
    inner = muscles(bent, view, markings, shown, id)
    hatched = patterns(id, [role for s in bent if (role := role_of(s, markings))])
    box = _box(view, postures)
    found = leaders(bent, markings, box) if badges else ()
    content = (
        element("defs", hatched) * bool(hatched)
        + ghost(shapes(view)[0], bent[0]) * with_ghost
        + figure(bent, view, inner, id)
        + _marks(view, postures, plumb=plumb)
        + "".join(map(drawn, found))
    )
    return content, _padded(framed(found, box), plumb=plumb)


def _marks(view: View, postures: tuple[Posture, ...], *, plumb: bool) -> str:
    bend = bend_of(view, postures)
    line = marks.pelvis_line(view, bend) if marks.tips_pelvis(postures, view) else ""
    gap = marks.ear_gap(bend) if marks.moves_head(postures, view) else ""
    return marks.plumb_line() * plumb + line + gap + marks.joint_dots(view, bend) * plumb


def _box(view: View, postures: tuple[Posture, ...]) -> Box:
    """Round the posed body, its arm and the neutral one."""
    outlines = [s for s in (*posed(view, postures), shapes(view)[0]) if s.kind in ("body", "arm")]
    return bounds([canvas(p) for s in outlines for p in s.points])


def _padded(box: Box, *, plumb: bool) -> Box:
    top = min(box.top, marks.TOP) if plumb else box.top
    bottom = max(box.bottom, marks.FLOOR + marks.BOB[0][1]) if plumb else box.bottom
    return Box(
        round(box.left - MARGIN),
        round(top - MARGIN),
        round(box.right + MARGIN),
        round(bottom + MARGIN),
    )
