"""Write a figure as an SVG file: a posture, a muscle, an exercise, or a sheet of all of a kind."""

from argparse import ArgumentParser
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import DatabaseError

from posture import figures
from posture.catalogue import content, drawing, editions, sheets

NEUTRAL = "neutral"
OPTIONS: Mapping[str, Collection[str]] = {
    "view": figures.VIEWS,
    "side": ("left", "right"),
    "muscles": ("surface", "involved"),
}

Draw = Callable[..., str]
Drawable = tuple[Draw, Collection[str]]  # what draws it, and the options that it takes


class Command(BaseCommand):
    help = "Write a figure as SVG to standard output. Side views show the person's left side."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "figure",
            nargs="+",
            help="'neutral', or the slug of a muscle, an exercise or an imbalance, or of several"
            f" imbalances together; with --sheet {', '.join(sheets.SHEETS)}",
        )
        parser.add_argument("--sheet", action="store_true", help="all of a kind on one sheet")
        parser.add_argument(
            "--view", help=f"{', '.join(figures.VIEWS)}; else the one that shows most"
        )
        parser.add_argument("--side", help="the high side: left, or right")
        parser.add_argument("--muscles", help="surface, or only those involved")

    def handle(self, *args: Any, **options: Any) -> None:
        edition, names = known_edition(), options["figure"]
        draw, takes = sheet(edition, names) if options["sheet"] else figure(edition, names)
        given = {name: options[name] for name in OPTIONS if options[name] is not None}
        for name, value in given.items():
            if name not in takes:
                raise CommandError(
                    f"--{name} changes nothing about {' '.join(names)}; leave it out."
                )
            check(f"--{name}", value, OPTIONS[name])
        self.stdout.write(draw(**given), ending="")


def sheet(edition: editions.PublishedEdition, names: Sequence[str]) -> Drawable:
    check("sheet", " ".join(names), sheets.SHEETS)
    return partial(sheets.sheet, edition, names[0]), ()


def figure(edition: editions.PublishedEdition, names: Sequence[str]) -> Drawable:
    one = names[0] if len(names) == 1 else ""
    if one in edition.exercises:
        return partial(exercise, edition, one), ()
    if one in edition.muscles:
        return partial(muscle, edition, one), ("view",)
    imbalances = () if one == NEUTRAL else known_imbalances(edition, names)
    sided = any(edition.imbalances[name].sided for name in imbalances)
    takes = OPTIONS if sided else OPTIONS.keys() - {"side"}
    return partial(drawing.file, edition, imbalances), takes


def exercise(edition: editions.PublishedEdition, slug: str) -> str:
    drawn = drawing.exercise_picture(edition, edition.exercises[slug], id="figure")
    if not drawn:
        raise CommandError(f"The exercise '{slug}' has no poses to draw.")
    return figures.standalone(drawn)


def muscle(edition: editions.PublishedEdition, slug: str, view: figures.View | None = None) -> str:
    drawn = drawing.muscle_file(edition.muscles[slug], view)
    if not drawn:
        raise CommandError(f"The muscle '{slug}' has no shape to draw.")
    return drawn


def known_imbalances(edition: editions.PublishedEdition, names: Sequence[str]) -> tuple[str, ...]:
    """The same names, if they are imbalances that one body can have."""
    for name in names:
        if name not in edition.imbalances:
            raise CommandError(
                f"There is no imbalance '{name}' to draw with others."
                if len(names) > 1
                else f"There is no figure '{name}'; choose neutral, or the slug of an imbalance,"
                " an exercise or a muscle."
            )
    if not sheets.go_together(edition, names):
        raise CommandError(f"One body cannot have {' and '.join(names)} together.")
    return tuple(names)


def known_edition() -> editions.PublishedEdition:
    """What visitors see; before anything is published, what was shipped."""
    try:
        return editions.current()
    except (editions.NoEdition, DatabaseError):
        return editions.PublishedEdition(0, "", content.read().catalogue)


def check(what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise CommandError(f"There is no {what} '{name}'; choose one of {', '.join(known)}.")
