"""Paint a posed body back to front: ghost, body, muscles inside it, outline and arm."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from posture.figures.body import MUSCLES, FigureError, Shape, Side, View, drawn
from posture.figures.geometry import Point, middle
from posture.figures.svg import curve, element, group, path_data

Role = Literal["tight", "weak", "mixed", "shown"]
Muscles = Literal["surface", "involved"]  # whether others are drawn besides the marked ones

ROLES: tuple[Role, ...] = ("tight", "weak", "mixed", "shown")
STRAY = 0.004  # of stature: where the neutral outline is nearer to the posed one, no ghost is drawn

SAME = 1e-6  # of stature: places nearer to each other are one


@dataclass(frozen=True, slots=True)
class Marking:
    """One muscle tight, weak or mixed, or only shown; on one side or both. 0 has no badge."""

    muscle: str
    role: Role
    side: Side = ""
    number: int = 0


def checked(markings: Sequence[Marking]) -> tuple[Marking, ...]:
    for marking in markings:
        if marking.muscle not in MUSCLES:
            raise FigureError(f"there is no muscle '{marking.muscle}'; see MUSCLES for the names")
        if marking.role not in ROLES:
            raise FigureError(f"a muscle is {', '.join(ROLES)}, not '{marking.role}'")
    return tuple(markings)


def marks(shape: Shape, marking: Marking) -> bool:
    """Whether the shape is what is marked; a hidden muscle is drawn only to show where it is."""
    return (
        shape.kind == "muscle"
        and shape.name == marking.muscle
        and marking.side in ("", shape.side)
        and (shape.layer != "hidden" or marking.role == "shown")
    )


def marking_of(shape: Shape, markings: Sequence[Marking]) -> Marking | None:
    return next((m for m in markings if marks(shape, m)), None)


# ---------------------------------------------------------------- patterns
MARKS: Mapping[str, str] = {
    "tight": "M-6 30L30 -6M-6 6L6 -6M18 30L30 18",
    "weak": "M6 6h0M18 18h0",
    "mixed": "M0 0L24 24M24 0L0 24",
    "picked": "M-6 30L30 -6M-6 6L6 -6M18 30L30 18",
}


def patterns(id: str, roles: Iterable[Role]) -> str:
    """Hatch for tight, dots for weak, cross-hatch for mixed: a second channel beside colour."""
    hatched = [hatch(f"{id}-{role}", role) for role in sorted(set(roles)) if role in MARKS]
    return element("defs", "".join(hatched)) if hatched else ""


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
def muscle(shape: Shape, view: View, marking: Marking, id: str) -> str:
    """A marked muscle; one that is only shown has a plain colour, and plays no role.

    One that others cover in this view is drawn through them, and says so by `mus-deep`.
    """
    deep = "" if shape.layer == "surface" else " mus-deep"
    patterned = marking.role if marking.role in MARKS else ""
    return curve(
        shape.points,
        closed=True,
        class_=f"mus mus-{marking.role}{deep}",
        fill=f"url(#{id}-{patterned})" if patterned else "",
        data_muscle=shape.name,
        data_view=view,
        data_side=shape.side,
        data_role=patterned,
        data_number=str(marking.number or ""),
    )


def muscles(
    shapes: Sequence[Shape],
    view: View,
    markings: Sequence[Marking],
    shown: Muscles,
    id: str,
) -> str:
    """Paint what one sees of the others, then the marked ones in their order."""
    marked = [(s, marking) for s in shapes if (marking := marking_of(s, markings))]
    painted = "".join(muscle(s, view, marking, id) for s, marking in marked)
    return (idle(shapes, view, id) if shown == "surface" else "") + painted


def idle(shapes: Sequence[Shape], view: View, id: str = "") -> str:
    """The muscles that one sees in a view when none is marked, the upper ones last.

    Where the right half is the left one's mirror image, and `id` can name it, only that is drawn.
    """
    seen = [s for s in shapes if s.kind in ("muscle", "flesh", "skin")]
    order = [s for name in drawn(view)["idle"] for s in seen if s.name == name]
    if not (id and _mirrored(order)):
        return group(_outlines(order), class_="mus-idle")
    half = group(_outlines(order[::2]), id=f"{id}-half", class_="mus-half")
    other = element("use", href=f"#{id}-half", transform="scale(-1 1)")
    return group(half + other, class_="mus-idle")


def _outlines(shapes: Iterable[Shape]) -> str:
    return "".join(
        curve(s.points, closed=True, class_="fig-skin" if s.kind == "skin" else "") for s in shapes
    )


def _mirrored(shapes: Sequence[Shape]) -> bool:
    """Whether each second shape is the mirror image of the one before it."""
    pairs = zip(shapes[::2], shapes[1::2], strict=False)
    return bool(shapes[0].side) and all(
        math.dist(p, q) < SAME
        for one, other in pairs
        for p, q in zip(one.mirrored().points, other.points, strict=False)
    )


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
    """Stretches of wanted control points of a closed outline, from joint to joint of its pieces."""
    n = len(points)
    starts = [i for i in range(n) if wanted[i] and not wanted[i - 1]]
    runs = []
    for start in starts:
        length = next(k for k in range(1, n + 1) if not wanted[(start + k) % n])
        run = [points[(start + k) % n] for k in range(-1, length + 1)]
        runs.append([middle(*run[:2]), *run[1:-1], middle(*run[-2:])])
    return runs
