"""Paint a posed body back to front: ghost, body, muscles inside it, outline and arm."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from posture.figures.body import DEEP, MUSCLES, FigureError, Shape, Side, View
from posture.figures.geometry import Point
from posture.figures.svg import curve, element, group, path_data

Role = Literal["tight", "weak", "mixed", "shown"]
Muscles = Literal["all", "surface", "involved"]  # which muscles are drawn besides the marked ones

ROLES: tuple[Role, ...] = ("tight", "weak", "mixed", "shown")
STRAY = 0.004  # of stature: where the neutral outline is nearer to the posed one, no ghost is drawn


@dataclass(frozen=True, slots=True)
class Marking:
    """One muscle tight, weak or mixed, or only shown; on one side or both. 0 has no badge."""

    muscle: str
    role: Role
    side: Side = ""
    number: int = 0


def checked(markings: Sequence[Marking]) -> None:
    for marking in markings:
        if marking.muscle not in MUSCLES:
            raise FigureError(f"there is no muscle '{marking.muscle}'; see MUSCLES for the names")
        if marking.role not in ROLES:
            raise FigureError(f"a muscle is {', '.join(ROLES)}, not '{marking.role}'")


def marks(shape: Shape, marking: Marking) -> bool:
    return (
        shape.kind == "muscle"
        and shape.name == marking.muscle
        and (marking.side in ("", shape.side))
    )


def role_of(shape: Shape, markings: Sequence[Marking]) -> Role | None:
    return next((m.role for m in markings if marks(shape, m)), None)


# ---------------------------------------------------------------- patterns
MARKS: Mapping[str, str] = {
    "tight": "M-6 30L30 -6M-6 6L6 -6M18 30L30 18",
    "weak": "M6 6h0M18 18h0",
    "mixed": "M0 0L24 24M24 0L0 24",
    "picked": "M-6 30L30 -6M-6 6L6 -6M18 30L30 18",
}


def patterns(id: str, roles: Iterable[Role]) -> str:
    """Hatch for tight, dots for weak, cross-hatch for mixed: a second channel beside colour."""
    return "".join(hatch(f"{id}-{role}", role) for role in sorted(set(roles)) if role in MARKS)


def hatch(id: str, kind: str) -> str:
    """A tile of base colour and marks, 24 canvas units wide."""
    base = element("rect", class_="pat-base", width="24", height="24")
    return element(
        "pattern",
        base + element("path", class_="pat-mark", d=MARKS[kind]),
        id=id,
        class_=f"pat-{kind}",
        width="24",
        height="24",
        patternUnits="userSpaceOnUse",
    )


# ---------------------------------------------------------------- shapes
def muscle(shape: Shape, view: View, role: Role | None, id: str) -> str:
    """A muscle; one that is only shown has a plain colour, and plays no role."""
    deep = " mus-deep" if shape.name in DEEP else ""
    patterned = role if role in MARKS else ""
    return curve(
        shape.points,
        closed=True,
        class_=f"mus mus-{role or 'idle'}{deep}",
        data_muscle=shape.name,
        data_view=view,
        data_side=shape.side,
        data_role=patterned or "",
        fill=f"url(#{id}-{patterned})" if patterned else "",
    )


def muscles(
    shapes: Sequence[Shape],
    view: View,
    markings: Sequence[Marking],
    shown: Muscles,
    id: str,
) -> str:
    """Paint idle deep muscles lowest, marked ones in their layer, marked deep ones over all."""
    drawn = [(s, role_of(s, markings)) for s in shapes if s.kind == "muscle"]
    marked = [muscle(s, view, role, id) for s, role in drawn if role]
    if shown == "involved":
        return "".join(marked)
    idle = [s for s, role in drawn if role is None]
    surface = [muscle(s, view, None, id) for s in idle if s.name not in DEEP]
    if shown == "surface":
        return "".join((*surface, *marked))
    context = [_plain(s, "fig-context") for s in shapes if s.kind == "context"]
    deep = [muscle(s, view, None, id) for s in idle if s.name in DEEP]
    return "".join((*context, *deep, *surface, *marked))


def _plain(shape: Shape, class_: str) -> str:
    return curve(shape.points, closed=shape.closed, class_=class_)


def figure(
    shapes: Sequence[Shape],
    view: View,
    inner: str,
    id: str,
) -> str:
    """The body with `inner` clipped inside it, then its outline, ears and see-through arm."""
    outline = element(
        "path",
        id=f"{id}-body",
        data_part="body",
        data_view=view,
        d=path_data(shapes[0].points, closed=True),
    )
    same = f"#{id}-body"
    lines = [(s, s.groups[0]) for s in shapes if s.kind == "line"]
    inside = inner + "".join(_plain(s, "fig-line") for s, g in lines if g == "trunk")
    return (
        group(outline, class_="fig-body")
        + element("clipPath", element("use", href=same), id=f"{id}-clip")
        + group(inside, clip_path=f"url(#{id}-clip)")
        + element("use", class_="fig-outline", href=same)
        + "".join(_plain(s, "fig-ear") for s in shapes if s.kind == "ear")
        + "".join(_plain(s, "fig-arm") for s in shapes if s.kind == "arm")
        + "".join(_plain(s, "fig-line") for s, g in lines if g == "arm")
    )


def ghost(neutral: Shape, posed: Shape) -> str:
    """The neutral outline, dashed, where the posed one has left it."""
    strayed = [math.dist(a, b) > STRAY for a, b in zip(neutral.points, posed.points, strict=True)]
    runs = _runs(neutral.points, strayed)
    return "".join(curve(run, class_="fig-ghost") for run in runs)


def _runs(points: Sequence[Point], wanted: Sequence[bool]) -> list[list[Point]]:
    """Stretches of wanted points on a closed outline, each with a neighbour at both ends."""
    n = len(points)
    starts = [i for i in range(n) if wanted[i] and not wanted[i - 1]]
    runs = []
    for start in starts:
        length = next(k for k in range(1, n + 1) if not wanted[(start + k) % n])
        runs.append([points[(start + k) % n] for k in range(-1, length + 1)])
    return runs
