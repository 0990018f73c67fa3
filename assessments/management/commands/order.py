"""Draw what the check asks next, reply by reply, for those who review its order."""

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from assessments.course import Course
from assessments.lines import tables
from assessments.walks import Unusable, walk
from posture.reasoning.knowledge import Knowledge
from posture.reasoning.tree import Branch, tree

ALL = "any other"  # replies too many to write on an arrow
MANY = 3  # replies written on one arrow


class Command(BaseCommand):
    help = (
        "Walk people through the quick check and draw which questions would follow, as Mermaid"
        " flowcharts. A line of the file is as for assess. Nothing is stored."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="JSON lines, or - for standard input")
        parser.add_argument("--depth", type=int, default=3, help="questions deep; 3 unless said")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["depth"] < 1:
            raise CommandError("The depth is at least 1.")
        for place, table in tables(options["file"], self.stderr.write):
            try:
                course = walked(table)
            except Unusable as error:
                self.stderr.write(f"{place}: left out, because {error}")
                continue
            knowledge = course.edition.knowledge
            quick = {s: a for s, a in course.answers.items() if not _adaptive(knowledge, s)}
            grown = tree(knowledge, quick, course.screening, depth=options["depth"])
            self.stdout.write("\n".join(drawn(grown, str(table.get("id", place)))))


def walked(table: dict[str, Any]) -> Course:
    course = walk(table.get("answers") or {}, timezone.now(), mode="full")
    if course.assessment.is_stopped:
        raise Unusable("the check stops them, for their safety.")
    return course


def _adaptive(knowledge: Knowledge, slug: str) -> bool:
    question = knowledge.question.get(slug)
    return question is not None and question.adaptive


def drawn(whole: Branch | None, title: str) -> Iterator[str]:
    """The lines of a Mermaid flowchart, top down."""
    yield "flowchart TD"
    numbers = count(1)
    yield f'  n0(["{title}: after the quick check"])'
    yield from _onward("n0", "", whole, numbers)


def _onward(above: str, said: str, branch: Branch | None, numbers: "count[int]") -> Iterator[str]:
    own = f"n{next(numbers)}"
    arrow = f'-->|"{said}"|' if said else "-->"
    if branch is None:
        yield f'  {above} {arrow} {own}(["enough"])'
        return
    yield f'  {above} {arrow} {own}["{branch.question}"]'
    for replies, then in branch.follows:
        yield from _onward(own, _words(replies), then, numbers)


def _words(replies: tuple[tuple[str, ...], ...]) -> str:
    named = [" and ".join(one) for one in replies]
    return ", ".join(named) if len(named) <= MANY else f"{', '.join(named[:MANY])}, {ALL}"
