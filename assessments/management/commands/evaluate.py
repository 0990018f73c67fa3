"""Walk people whose truth is known through the check, and print how often it is right."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from assessments import evaluation
from assessments.course import MODES
from assessments.evaluation import Person, Told
from assessments.lines import tables
from assessments.walks import Unusable


class Command(BaseCommand):
    help = (
        "Walk people whose truth is known through the check's own steps, and print the share of"
        " right sets, sides and triage, and who was wrong. Nothing is stored."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("people", type=Path, help="what is true: a JSON object per line")
        parser.add_argument("answers", type=Path, help="what they answer: a JSON object per line")
        parser.add_argument("--mode", choices=MODES, default="full", help="full unless said")

    def handle(self, *args: Any, **options: Any) -> None:
        people = dict(self.people(options["people"]))
        told = list(self.told(people, options["answers"], options["mode"]))
        if not told:
            raise CommandError("Nobody could be walked through the check; see the lines above.")
        for person in people.values():
            if all(one.person is not person for one in told):
                self.stderr.write(f"{person.id}: left out, because usable answers are missing.")
        self.stdout.write("\n".join(evaluation.report(told)))

    def people(self, path: Path) -> Iterator[tuple[str, Person]]:
        for place, table in tables(path, self.stderr.write):
            try:
                person = evaluation.person(table)
            except (KeyError, TypeError) as error:
                self.stderr.write(f"{place}: left out, because it lacks {error}.")
            else:
                yield person.id, person

    def told(self, people: dict[str, Person], path: Path, mode: str) -> Iterator[Told]:
        for place, table in tables(path, self.stderr.write):
            person = people.get(str(table.get("id")))
            if person is None or not isinstance(table.get("answers"), dict):
                self.stderr.write(
                    f'{place}: left out, because it needs "id" of somebody known and "answers".'
                )
                continue
            try:
                yield evaluation.told(person, table["answers"], timezone.now(), mode)
            except Unusable as error:
                self.stderr.write(f"{place}: left out, because {error}")
