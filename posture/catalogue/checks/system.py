"""The catalogue's part of `manage.py check`: the files always, rows with `--database default`."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, DatabaseError

from posture.catalogue import checks, content, working
from posture.catalogue.checks import Problem
from posture.catalogue.shapes import lists, model_of

FILES = "posture/catalogue/content"


@register("catalogue")
def shipped_content(**_kwargs: Any) -> list[CheckMessage]:
    """What is wrong in the files: nobody should start a site with them."""
    try:
        return of_files(content.read())
    except content.ContentError as error:
        return of_errors(str(error))


def of_errors(said: str) -> list[CheckMessage]:
    hint = f"Mend the file in {FILES}."
    return [Error(line, hint=hint, id="catalogue.E001") for line in said.splitlines()]


def of_files(shipped: content.Content) -> list[CheckMessage]:
    return [
        _of_file(problem, shipped.file_of(problem))
        for problem in checks.problems(shipped.catalogue)
    ]


def _of_file(problem: Problem, file: str) -> CheckMessage:
    hint = f"Mend it in {FILES}: {file}."
    if problem.is_error:
        return Error(str(problem), hint=hint, id="catalogue.E002")
    return Warning(str(problem), hint=hint, id="catalogue.W001")


@register("catalogue", Tags.database)
def working_copy(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """What is wrong in the rows: warnings only, since staff may be in the middle of their work."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    return list(_of_rows())


def _of_rows() -> Iterator[CheckMessage]:
    try:
        rows = working.rows()
    except DatabaseError:  # not migrated yet
        return
    if not any(rows.values()):  # not loaded yet
        return
    for problem in checks.problems(working.catalogue_of(rows, content.language())):
        named = model_of(lists()[problem.record])._meta.verbose_name_plural
        kind = "W002" if problem.is_error else "W003"
        hint = f"Change it in the admin, under {named}."
        yield Warning(str(problem), hint=hint, id=f"catalogue.{kind}")
