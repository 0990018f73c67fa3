"""Makes the rows of the catalogue what visitors see."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from posture.catalogue import editions
from posture.catalogue.management.refusals import database_explained, refusal
from posture.catalogue.models import Edition

LONGEST: int = Edition._meta.get_field("note").max_length or 0


class Command(BaseCommand):
    help = (
        "Publishes all changes of the catalogue as a new edition, those of staff included; does"
        " nothing where nothing changed."
    )
    requires_system_checks = []  # publishing checks the rows itself

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--note", default="", help=f"what changed and why, in at most {LONGEST} characters"
        )

    def handle(self, *, note: str, verbosity: int, **_options: Any) -> None:
        if len(note) > LONGEST:
            raise CommandError(f"Shorten the note: it may have at most {LONGEST} characters.")
        try:
            with database_explained():
                said = editions.publish_changes(note=note)
        except editions.CannotPublish as error:
            raise refusal(error.problems) from error
        if verbosity:
            self.stdout.write(said)
