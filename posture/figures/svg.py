"""Write SVG: numbers, path data and elements, the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from posture.figures.geometry import Box, Point, pieces

UNIT = 2000.0  # canvas units in one stature; x = 0 is the plumb line, y = 0 the vertex
GRID = 4  # units between the control points of a curve: two thousandths of stature


def canvas(p: Point) -> Point:
    return (UNIT * p[0], UNIT * (1 - p[1]))


def number(x: float) -> str:
    """At most two decimals, a full stop whatever the locale, never "-0"."""
    text = f"{x:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Sequence[float]) -> str:
    return " ".join(map(number, values))


def path_data(controls: Sequence[Point], *, closed: bool) -> str:
    """The smooth curve of control points in figure units, as relative commands in whole units.

    Control points lie on a grid of `GRID` units, so that what is half-way between two is whole too,
    and each but the first can be left out: `t` mirrors the one before it.
    """
    drawn = pieces([_whole(p) for p in controls], closed=closed)
    at, first, _ = drawn[0]
    parts = [f"M{_joined(at)}"]
    for i, (_, _, end) in enumerate(drawn):
        steps = [*_step(at, first), *_step(at, end)] if i == 0 else _step(at, end)
        parts.append(("q" if i == 0 else "t") + _joined(steps))
        at = end
    return "".join(parts) + ("z" if closed else "")


def _whole(p: Point) -> Point:
    x, y = canvas(p)
    return (GRID * round(x / GRID), GRID * round(y / GRID))


def _step(a: Point, b: Point) -> Point:
    return (b[0] - a[0], b[1] - a[1])


def _joined(values: Sequence[float]) -> str:
    """Whole numbers, with a space where the minus sign does not already part them."""
    first, *rest = map(round, values)
    return str(first) + "".join(str(n) if n < 0 else f" {n}" for n in rest)


# ---------------------------------------------------------------- elements
def element(name: str, content: str | None = None, /, **attributes: str) -> str:
    """One element; `class_` and `data_role` become `class` and `data-role`, "" leaves one out.

    Attributes stand in the order given: what many elements share comes first, for it packs best.
    """
    text = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{text}/>" if content is None else f"<{name}{text}>{content}</{name}>"


def group(content: str, /, **attributes: str) -> str:
    return element("g", content, **attributes) if content else ""


def curve(controls: Sequence[Point], /, *, closed: bool = False, **attributes: str) -> str:
    """The smooth curve of control points in figure units."""
    return element("path", **attributes, d=path_data(controls, closed=closed))


def straight(points: Sequence[Point], /, **attributes: str) -> str:
    """Straight lines through points on the canvas."""
    start = f"M{numbers(points[0])}"
    lines = "".join(f"L{numbers(b)}" for _, b in pairwise(points))
    return element("path", **attributes, d=start + lines)


def words(lines: Sequence[str], at: Point, leading: float, /, **attributes: str) -> str:
    """Lines of text round a point on the canvas, `leading` apart; the text is escaped."""
    x, y = at[0], at[1] - leading * (len(lines) - 1) / 2
    first, *rest = (escape(line, quote=False) for line in lines)
    more = (element("tspan", line, x=number(x), dy=number(leading)) for line in rest)
    return element("text", first + "".join(more), **attributes, x=number(x), y=number(y))


def halved(text: str, longest: int) -> tuple[str, ...]:
    """A text as one line, or parted at the space that leaves the two lines most alike."""
    gaps = [i for i, letter in enumerate(text) if letter == " "]
    if len(text) <= longest or not gaps:
        return (text,)
    middle = min(gaps, key=lambda i: abs(2 * i + 1 - len(text)))
    return (text[:middle], text[middle + 1 :])


def circle(at: Point, radius: float, /, **attributes: str) -> str:
    """A circle round a point on the canvas."""
    x, y = map(number, at)
    return element("circle", **attributes, r=number(radius), cx=x, cy=y)


def document(content: str, /, *, box: Box, **attributes: str) -> str:
    """A whole `<svg>` that shows the canvas's box."""
    view = numbers((box.left, box.top, box.width, box.height))
    return element("svg", content, xmlns="http://www.w3.org/2000/svg", viewBox=view, **attributes)
