"""Walk people through the check with answers of theirs, and print what it says to each."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from assessments.course import MODES
from assessments.lines import tables
from assessments.told import told
from assessments.walks import Unusable, walk


class Command(BaseCommand):
    help = (
        "Walk people through the check's own steps and print what it says to each, a JSON object a"
        ' line. A line of the file holds "id", "mode" (quick, full or helper) and "answers"; what'
        " is left out is not known, and of safety nothing is said. Nothing is stored."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="JSON lines, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        bad = 0
        for place, table in tables(options["file"], self.stderr.write):
            try:
                self.stdout.write(json.dumps(self.said(table)))
            except Unusable as error:
                bad += 1
                self.stderr.write(f"{place}: left out, because {error}")
        if bad:
            raise CommandError(f"{bad} lines were left out; see above.")

    def said(self, table: dict[str, Any]) -> dict[str, Any]:
        """What the check says to the person of a line."""
        mode, answers = table.get("mode", "full"), table.get("answers")
        if "id" not in table or mode not in MODES or not isinstance(answers, dict):
            raise Unusable(f'it needs "id", "answers" and one of the modes {", ".join(MODES)}.')
        course = walk(answers, timezone.now(), mode=mode)
        return {"id": table["id"]} | told(course)
