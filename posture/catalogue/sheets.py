"""Contact sheets: every figure of a kind on one page with its name, to be looked through by eye."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from posture import figures
from posture.catalogue import drawing
from posture.catalogue.editions import PublishedEdition
from posture.figures import Marking, Posture, Side

# In pixels of the sheet.
COLUMNS = 5
WIDTH, HEIGHT = 320, 320  # of a figure
MARGIN = 20
LINE = 18
LINES, LETTERS = 2, 38  # of a name, and of one of its lines
COLUMN, ROW = WIDTH + MARGIN, HEIGHT + LINES * LINE + MARGIN

Named = Iterator[tuple[str, str]]  # the name of a figure, and its SVG


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Cell:
    figure: SafeString
    lines: tuple[Line, ...]


def sheet(edition: PublishedEdition, name: str) -> str:
    """The sheet of this name as a file of its own, style and licence inside."""
    cells = tuple(_cell(place, *named) for place, named in enumerate(SHEETS[name](edition)))
    rows = -(-len(cells) // COLUMNS)
    size = {"width": MARGIN + COLUMNS * COLUMN, "height": MARGIN + rows * ROW}
    return figures.standalone(
        render_to_string("catalogue/sheet.svg", size | {"cells": cells}), pixels=True
    )


def _cell(place: int, name: str, svg: str) -> Cell:
    x, y = MARGIN + place % COLUMNS * COLUMN, MARGIN + place // COLUMNS * ROW
    at = f'<svg x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" '
    lines = textwrap.wrap(name, LETTERS, max_lines=LINES, placeholder=" …")
    return Cell(
        figure=drawing.safe(svg.replace("<svg ", at, 1)),
        lines=tuple(
            Line(text, x + WIDTH // 2, y + HEIGHT + number * LINE)
            for number, text in enumerate(lines, start=1)
        ),
    )


# What is on them


def go_together(edition: PublishedEdition, imbalances: Iterable[str]) -> bool:
    """Whether none excludes another."""
    axes = [edition.imbalances[one].axis for one in imbalances]
    return len(set(axes)) == len(axes)


def _exercises(edition: PublishedEdition) -> Named:
    for one in edition.catalogue.exercises:
        yield one.name, drawing.exercise_picture(edition, one, id=one.slug)


def _muscles(edition: PublishedEdition) -> Named:
    for muscle in edition.catalogue.muscles:
        if muscle.slug in figures.MUSCLES:
            for view in figures.VIEWS:
                yield f"{muscle.name}, {view}", _alone(muscle.slug, view)


def _alone(muscle: str, view: figures.View) -> str:
    mark = (Marking(muscle, "shown"),)
    id = f"{muscle}-{view}"
    return figures.decoration(view, (), mark, id=id, plumb=False, muscles="surface")


def _postures(edition: PublishedEdition) -> Named:
    """Neutral, each imbalance (a sided one with either side high), and all that go together."""
    yield from _seen(edition, ())
    for one in figures.IMBALANCES:
        yield from _seen(edition, (one,))
    for count in (2, 3):
        for several in combinations(figures.IMBALANCES, count):
            if go_together(edition, several):
                yield from _seen(edition, several)


def _seen(edition: PublishedEdition, imbalances: tuple[str, ...]) -> Named:
    """A body from every side; with either side high, where that makes a difference."""
    sided = any(edition.imbalances[one].sided for one in imbalances)
    sides: tuple[Side, ...] = ("left", "right") if sided else ("left",)
    name = " + ".join(edition.imbalances[one].name for one in imbalances) or "Neutral"
    for high in sides:
        for view in figures.VIEWS:
            yield (
                f"{name}, {high} high, {view}" if sided else f"{name}, {view}",
                _bent(edition, imbalances, high, view),
            )


def _bent(
    edition: PublishedEdition, imbalances: tuple[str, ...], high: Side, view: figures.View
) -> str:
    marks = drawing.together(edition, imbalances, high)
    return figures.decoration(
        view,
        tuple(Posture(one, high) for one in imbalances),
        tuple(mark for mark in marks if mark.muscle in figures.MUSCLES),
        id="-".join([*imbalances, high, view]),
        ghost=True,
        muscles="surface",
    )


SHEETS: Mapping[str, Callable[[PublishedEdition], Named]] = {
    "postures": _postures,
    "muscles": _muscles,
    "exercises": _exercises,
}
