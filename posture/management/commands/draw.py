"""Write one figure as an SVG file: the neutral body, or the posture of an imbalance."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import DatabaseError

from posture import figures
from posture.catalogue import content, drawing, editions

NEUTRAL = "neutral"
SIDES = ("left", "right")
MUSCLES = ("all", "involved")


class Command(BaseCommand):
    help = "Write a figure as SVG to standard output. Side views show the person's left side."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("posture", help="'neutral' or the slug of an imbalance")
        parser.add_argument("--view", default="side", help=", ".join(figures.VIEWS))
        parser.add_argument("--side", default="left", help="the high side: left or right")
        parser.add_argument("--muscles", default="all", help="all, or only those involved")

    def handle(self, *args: Any, **options: Any) -> None:
        edition = known_edition()
        drawn = {NEUTRAL: None} | {slug: slug for slug in edition.imbalances}
        check("posture", options["posture"], drawn)
        check("view", options["view"], figures.VIEWS)
        check("side", options["side"], SIDES)
        check("choice of muscles", options["muscles"], MUSCLES)
        svg = drawing.file(
            edition,
            drawn[options["posture"]],
            view=options["view"],
            side=options["side"],
            muscles=options["muscles"],
        )
        self.stdout.write(svg, ending="")


def known_edition() -> editions.PublishedEdition:
    """What visitors see; before anything is published, what was shipped."""
    try:
        return editions.current()
    except (editions.NoEdition, DatabaseError):
        return editions.PublishedEdition(0, "", content.read().catalogue)


def check(what: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise CommandError(f"There is no {what} '{name}'; choose one of {', '.join(known)}.")
