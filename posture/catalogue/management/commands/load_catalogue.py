"""Brings the rows of the catalogue up to the content shipped with the software."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from posture.catalogue import checks, loading
from posture.catalogue.content import Content, ContentError, read
from posture.catalogue.loading import Report
from posture.catalogue.management.refusals import database_explained, refusal
from posture.catalogue.shapes import lists


class Command(BaseCommand):
    help = (
        "Loads the shipped catalogue. What staff edited is kept, what is shipped no more is"
        " withdrawn, and visitors see nothing of it until `publish`."
    )
    requires_system_checks = []  # it checks the content itself

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="only read the files and say what is wrong in them; the database is not asked",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what loading would change, and change nothing",
        )

    def handle(self, *, check: bool, dry_run: bool, verbosity: int, **_options: Any) -> None:
        content = sound_content()
        if check:
            lines = [*remarks(content), in_order(content)]
        else:
            with database_explained():
                report = loading.load(content.catalogue, dry_run=dry_run)
            lines = list(described(report, dry_run=dry_run, whole=dry_run or verbosity > 1))
        if verbosity:
            self.stdout.write("\n".join(lines))


def sound_content() -> Content:
    """The shipped content, if there is nothing wrong in it; else each error in a line."""
    try:
        return sound(read())
    except ContentError as error:
        raise refusal(str(error).splitlines()) from error


def sound(content: Content) -> Content:
    if errors := checks.errors(content.catalogue):
        raise refusal(content.named(problem) for problem in errors)
    return content


def remarks(content: Content) -> Iterator[str]:
    """What is no error, but worth knowing."""
    return (f"Note: {content.named(problem)}" for problem in checks.problems(content.catalogue))


def in_order(content: Content) -> str:
    records = sum(len(getattr(content.catalogue, name)) for name in lists())
    files = len(set(content.files.values()))
    return f"The content is in order: {records} records in {files} files."


def described(report: Report, *, dry_run: bool, whole: bool) -> Iterator[str]:
    """The report in words: counts, then a line for each change; rows added only in the whole."""
    yield summary(report, dry_run=dry_run)
    kinds = {
        "added": report.added if whole else [],
        "updated": report.updated,
        "withdrawn": report.withdrawn,
        "kept as staff edited it": report.kept,
    }
    for kind, lines in kinds.items():
        yield from (f"  {kind}: {line}" for line in lines)


def summary(report: Report, *, dry_run: bool) -> str:
    if not report.changes_something:
        return "Nothing to load: the rows are as shipped, or as staff edited them."
    fields = "field updated" if len(report.updated) == 1 else "fields updated"
    counts = {
        "added": len(report.added),
        fields: len(report.updated),
        "withdrawn": len(report.withdrawn),
        "moved to another place": report.moved,
    }
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    begin = "Loading would change the rows" if dry_run else "The rows were changed"
    return f"{begin}: {said}."
