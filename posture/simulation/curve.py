"""How often the check is right after so many questions, as a table or as a figure of its own.

A figure is in pixels, in the light colours, and tells its lines apart by dashes too.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from posture.figures.geometry import Box, Point
from posture.figures.styles import TOKENS
from posture.figures.svg import document, element, group, straight, words

Curves = Mapping[str, Sequence[float]]  # of each order: a share after 0, 1, 2 … questions

WHOLE = Box(0, 0, 720, 420)
PLOT = Box(64, 56, 600, 356)  # where the lines are
EVERY = 10  # questions between two marks of the axis
APART = 18.0  # pixels between the names at the ends of two lines, at least
TENTH = 0.1  # of a share, between two lines of the grid

STYLE = (
    f"text{{font-family:{TOKENS['--font']};font-size:14px;fill:{TOKENS['--ink']}}}"
    f".curve-ground{{fill:{TOKENS['--surface']}}}"
    f".curve-title{{font-size:16px;font-weight:650}}"
    f".curve-small{{fill:{TOKENS['--ink-2']}}}"
    f".curve-grid{{stroke:{TOKENS['--fig-idle']};fill:none}}"
    ".curve-line{fill:none;stroke-width:2.5;stroke-linejoin:round}"
    f".curve-0{{stroke:{TOKENS['--brand']}}}"
    f".curve-1{{stroke:{TOKENS['--tight']};stroke-dasharray:8 4}}"
    f".curve-2{{stroke:{TOKENS['--weak']};stroke-dasharray:2 4}}"
)


def averaged(passed: Iterable[Sequence[bool]]) -> list[float]:
    """The share that is right after 0, 1, 2 … questions; who has no more stays as they were."""
    rows = [list(row) for row in passed]
    longest = max(map(len, rows), default=0)
    filled = [row + row[-1:] * (longest - len(row)) for row in rows]
    return [sum(column) / len(filled) for column in zip(*filled, strict=True)]


def as_csv(curves: Curves) -> str:
    """A line for every number of questions; a check that is over stays at its last share."""
    longest = max(map(len, curves.values()))
    lines = [",".join(["questions", *curves])]
    for asked in range(longest):
        shares = (row[min(asked, len(row) - 1)] for row in curves.values())
        lines.append(",".join([str(asked), *(f"{share:.4f}" for share in shares)]))
    return "\n".join(lines) + "\n"


def as_svg(curves: Curves, *, title: str, across: str) -> str:
    """A line for each order, with its name at its end; `across` says what the axis counts."""
    plane = Plane(
        longest=max(map(len, curves.values())) - 1,
        tenths=math.ceil(max(map(max, curves.values())) / TENTH),
    )
    drawn = "".join(
        straight([plane.at(n, share) for n, share in enumerate(row)], class_=_line(place))
        for place, row in enumerate(curves.values())
    )
    ends = {name: plane.at(len(row) - 1, row[-1]) for name, row in curves.items()}
    names = "".join(words((name,), at, 0) for name, at in _parted(ends).items())
    foot = ((PLOT.left + PLOT.right) / 2, 402)
    content = (
        element("title", escape(title, quote=False))
        + element("style", STYLE)
        + element("rect", class_="curve-ground", width="720", height="420")
        + words((title,), (24, 30), 0, class_="curve-title")
        + group("".join(plane.grid()), class_="curve-small")
        + words((across,), foot, 0, class_="curve-small", text_anchor="middle")
        + drawn
        + names
    )
    return document(content, box=WHOLE, role="img", width="720", height="420") + "\n"


@dataclass(frozen=True, slots=True)
class Plane:
    """Where a share after so many questions is drawn; so many `tenths` are as high as it goes."""

    longest: int
    tenths: int

    def at(self, asked: float, share: float) -> Point:
        return (
            PLOT.left + PLOT.width * asked / max(1, self.longest),
            PLOT.bottom - PLOT.height * share / (self.tenths * TENTH),
        )

    def grid(self) -> Iterator[str]:
        """Lines with their shares, and the numbers of questions."""
        for tenth in range(self.tenths + 1):
            left, right = self.at(0, tenth * TENTH), self.at(self.longest, tenth * TENTH)
            yield straight([left, right], class_="curve-grid")
            yield words((f"{10 * tenth} %",), (left[0] - 8, left[1] + 5), 0, text_anchor="end")
        for asked in range(0, self.longest + 1, EVERY):
            x, y = self.at(asked, 0)
            yield words((str(asked),), (x, y + 22), 0, text_anchor="middle")


def _line(place: int) -> str:
    return f"curve-line curve-{place}"


def _parted(ends: Mapping[str, Point]) -> dict[str, Point]:
    """Where the names stand: beside the end of a line, clear of one another.

    That of a line which ends before the others is above its end, clear of those that go on.
    """
    parted: dict[str, Point] = {}
    lowest = 0.0
    for name, (x, y) in sorted(ends.items(), key=lambda one: one[1][1]):
        if x < PLOT.right:
            parted[name] = (x, y - 10)
        else:
            lowest = max(y + 5, lowest + APART)
            parted[name] = (x + 10, lowest)
    return parted
