"""Write SVG: numbers, path data and elements, the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from posture.figures.geometry import Box, Point, segments

UNIT = 2000.0  # canvas units in one stature; x = 0 is the plumb line, y = 0 the vertex


def canvas(p: Point) -> Point:
    return (UNIT * p[0], UNIT * (1 - p[1]))


def number(x: float) -> str:
    """At most two decimals, a full stop whatever the locale, never "-0"."""
    text = f"{x:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Sequence[float]) -> str:
    return " ".join(map(number, values))


def path_data(points: Sequence[Point], *, closed: bool) -> str:
    """A smooth curve through points in figure units, as relative commands in whole units."""
    at = _whole(points[0])
    parts = [f"M{_joined(at)}"]
    for i, (first, second, end) in enumerate(segments(points, closed=closed)):
        wanted = (first, second, end) if i == 0 else (second, end)
        steps = [n for p in wanted for n in _step(at, _whole(p))]
        parts.append(("c" if i == 0 else "s") + _joined(steps))
        at = _whole(end)
    return "".join(parts) + ("z" if closed else "")


def _whole(p: Point) -> tuple[int, int]:
    x, y = canvas(p)
    return (round(x), round(y))


def _step(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    return (b[0] - a[0], b[1] - a[1])


def _joined(values: Sequence[int]) -> str:
    """Numbers with a space between them where the minus sign does not already part them."""
    return str(values[0]) + "".join(str(n) if n < 0 else f" {n}" for n in values[1:])


# ---------------------------------------------------------------- elements
def element(name: str, content: str | None = None, /, **attributes: str) -> str:
    """One element; `class_` and `data_role` become `class` and `data-role`, "" leaves one out."""
    text = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{text}/>" if content is None else f"<{name}{text}>{content}</{name}>"


def group(content: str, /, **attributes: str) -> str:
    return element("g", content, **attributes) if content else ""


def curve(points: Sequence[Point], /, *, closed: bool = False, **attributes: str) -> str:
    """A smooth curve through points in figure units."""
    return element("path", **attributes, d=path_data(points, closed=closed))


def straight(points: Sequence[Point], /, **attributes: str) -> str:
    """Straight lines through points on the canvas."""
    start = f"M{numbers(points[0])}"
    lines = "".join(f"L{numbers(b)}" for _, b in pairwise(points))
    return element("path", **attributes, d=start + lines)


def circle(at: Point, radius: float, /, **attributes: str) -> str:
    """A circle round a point on the canvas."""
    x, y = map(number, at)
    return element("circle", **attributes, cx=x, cy=y, r=number(radius))


def document(content: str, /, *, box: Box, **attributes: str) -> str:
    """A whole `<svg>` that shows the canvas's box."""
    view = numbers((box.left, box.top, box.width, box.height))
    return element("svg", content, xmlns="http://www.w3.org/2000/svg", viewBox=view, **attributes)
