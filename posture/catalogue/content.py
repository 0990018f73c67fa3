"""The shipped content: TOML files read into records, with every error exact.

A file may hold any list of the catalogue as an array of tables; lists of one name in several files
are joined in the order of the file names. One file says the language.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from posture.catalogue import checks
from posture.catalogue.checks import nearest
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import Column, Table, columns, linked, lists, model_of, thawed

FOLDER = Path(__file__).parent / "content"
LANGUAGE = "language"


class ContentError(Exception):
    """What is wrong in the files, a line each: file, key and remedy."""


@dataclass(frozen=True, slots=True)
class Content:
    """The catalogue of a folder, and the file of each record by its list and slug."""

    catalogue: Catalogue
    files: Mapping[tuple[str, str], str]

    def named(self, problem: checks.Problem) -> str:
        """A problem with its file in front."""
        return f"{self.file_of(problem)}: {problem}"

    def file_of(self, problem: checks.Problem) -> str:
        """The file to mend; the folder where no single one is to blame."""
        return self.files.get((problem.record, problem.slug), FOLDER.name)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file, and the list of the catalogue it is in."""

    file: str
    name: str
    table: Table


def read(folder: Path = FOLDER) -> Content:
    """All files of a folder, or a `ContentError` with everything wrong in their form."""
    documents = {path.name: _document(path) for path in sorted(folder.glob("*.toml"))}
    entries = tuple(_entries(documents))
    _stop_at([*_wrong_names(documents), *_wrong_language(documents)])
    _stop_at(fault for entry in entries for fault in _entry_faults(entry))
    tables: dict[str, list[Table]] = {name: [] for name in lists()}
    for entry in entries:
        tables[entry.name].append(entry.table)
    spoken = next(document[LANGUAGE] for document in documents.values() if LANGUAGE in document)
    files = {(entry.name, entry.table["slug"]): entry.file for entry in entries}
    found = Content(thawed(Catalogue, tables | {LANGUAGE: spoken}), files)
    _stop_at(map(found.named, checks.broken_names(found.catalogue)))
    return found


def language(folder: Path = FOLDER) -> str:
    """The language of the shipped texts."""
    return read(folder).catalogue.language


def _stop_at(faults: Iterable[str]) -> None:
    if found := list(faults):
        raise ContentError("\n".join(found))


def _document(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: this is not TOML: {error}.") from error


def _entries(documents: Mapping[str, Table]) -> Iterator[Entry]:
    for file, document in documents.items():
        for name, tables in document.items():
            if name in lists() and _is_tables(tables):
                yield from (Entry(file, name, table) for table in tables)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _wrong_names(documents: Mapping[str, Table]) -> Iterator[str]:
    for file, document in documents.items():
        for name, value in document.items():
            if name not in lists() and name != LANGUAGE:
                yield f"{file}: '{name}' is not a list of the catalogue; {nearest(name, lists())}"
            elif name in lists() and not _is_tables(value):
                yield f"{file}: '{name}' is not a list of tables; write [[{name}]] above each."


def _wrong_language(documents: Mapping[str, Table]) -> Iterator[str]:
    spoken = [document[LANGUAGE] for document in documents.values() if LANGUAGE in document]
    if len(spoken) != 1 or not isinstance(spoken[0], str):
        yield f'{FOLDER.name}: write language = "en" (or another) in exactly one file.'


def _entry_faults(entry: Entry) -> Iterator[str]:
    record = lists()[entry.name]
    where = f"{entry.name} '{entry.table.get('slug', '?')}'"
    return (f"{entry.file}: {fault}" for fault in _faults(record, entry.table, where))


def _faults(record: type, table: Table, where: str) -> Iterator[str]:
    """What is wrong with a table and the tables in it, taken as a record of this type."""
    known = {column.name: column for column in columns(record)}
    for name in table:
        if name not in known:
            yield f"{where} has an unknown key '{name}'; {nearest(name, known)}"
    for column in known.values():
        if column.name in table:
            yield from _value_faults(record, column, table[column.name], where)
        elif column.required:
            yield f"{where} has no '{column.name}'; add it."


def _value_faults(record: type, column: Column, value: Any, where: str) -> Iterator[str]:
    if column.record:
        if not _is_tables(value):
            yield f"{where}: '{column.name}' must be a list of tables."
            return
        for number, table in enumerate(value, start=1):
            inner = table.get("slug") or number
            yield from _faults(column.record, table, f"{where}, {column.name} {inner}")
    elif not _has_type(value, column.hint):
        yield f"{where}: '{column.name}' must be {TYPES[column.hint]}, and is {value!r}."
    elif column.name not in linked(record):
        yield from _refusals(record, column, value, where)


def _refusals(record: type, column: Column, value: Any, where: str) -> Iterator[str]:
    """What the column of the model would not take, such as a word outside its closed set."""
    field: Any = model_of(record)._meta.get_field(column.name)
    options = [option for option, _label in field.choices or ()]
    if options and value and value not in options:
        yield f"{where}: '{column.name}' must be one of {', '.join(options)}, and is {value!r}."
        return
    try:
        field.clean(list(value) if isinstance(value, list) else value, None)
    except ValidationError as error:
        yield f"{where}: '{column.name}' is {value!r}: {' '.join(error.messages)}"


TYPES: Mapping[Any, str] = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    tuple[str, ...]: "a list of texts",
    tuple[tuple[str, ...], ...]: "a list of lists of texts",
    dict[str, Any]: "a table",
}


def _has_type(value: Any, hint: Any) -> bool:
    if hint == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if hint == tuple[tuple[str, ...], ...]:
        return isinstance(value, list) and all(_has_type(item, tuple[str, ...]) for item in value)
    if hint == dict[str, Any]:
        return isinstance(value, dict)
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is hint
