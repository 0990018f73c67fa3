"""The working copy: all rows read at once, as tables and as the catalogue they would publish."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from posture.catalogue import models
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import (
    Table,
    flat,
    linked,
    lists,
    model_of,
    nested,
    sets,
    thawed,
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A row, its values as its record has them, and the rows listed inside it."""

    row: models.Row
    values: Table
    inside: Mapping[str, list["Stored"]]

    @property
    def key(self) -> tuple[str, ...]:
        """What identifies it among its siblings."""
        return tuple(self.values[name] for name in self.row.key)

    @property
    def table(self) -> Table:
        """The record's table, without what is withdrawn."""
        return self.values | {name: in_use(rows) for name, rows in self.inside.items()}

    @property
    def in_use(self) -> bool:
        return not self.row.withdrawn


Rows = Mapping[str, list[Stored]]  # of each list of the catalogue


def in_use(listed: Iterable[Stored]) -> list[Table]:
    return [one.table for one in listed if one.in_use]


@contextmanager
def alone() -> Iterator[None]:
    """A transaction beside which no other process loads or publishes.

    SQLite lets one transaction write at a time anyway; PostgreSQL is asked to.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            table = connection.ops.quote_name(models.Edition._meta.db_table)
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        yield


def catalogue(language: str) -> Catalogue:
    """What an edition made now would hold."""
    return catalogue_of(rows(), language)


def catalogue_of(rows: Rows, language: str) -> Catalogue:
    tables = {name: in_use(listed) for name, listed in rows.items()}
    copy: Catalogue = thawed(Catalogue, tables | {"language": language})
    return copy


def rows() -> Rows:
    """The whole working copy."""
    return {name: stored(record) for name, record in lists().items()}


def stored(record: type) -> list[Stored]:
    """All rows of one list, with what is inside them: a query a table, however many rows."""
    return _by_owner(record)[None]


def _by_owner(record: type) -> dict[Any, list[Stored]]:
    model = model_of(record)
    references = {name: _references(model, name) for name in sets(record)}
    inside = {column.name: _by_owner(column.record) for column in nested(record) if column.record}
    found: dict[Any, list[Stored]] = defaultdict(list)
    for row in model.objects.all():
        values = {
            column.name: references[column.name][row.pk]
            if column.name in references
            else value(record, row, column.name)
            for column in flat(record)
        }
        owner = getattr(row, f"{model.owner}_id") if model.owner else None
        rows = {name: owned[row.pk] for name, owned in inside.items()}
        found[owner].append(Stored(row, values, rows))
    return found


def value(record: type, row: models.Row, name: str) -> Any:
    """A field of a row as its record has it: of another row, its slug."""
    if name in linked(record):
        return getattr(row, f"{name}_id") or ""
    return getattr(row, name)


def _references(model: type[Model], name: str) -> dict[Any, list[str]]:
    """The slugs that each row names in one of its sets, in the order of what they name."""
    field: Any = model._meta.get_field(name)
    source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    pairs = field.remote_field.through.objects.order_by(f"{target}__order", target).values_list(
        f"{source}_id", f"{target}_id"
    )
    found: dict[Any, list[str]] = defaultdict(list)
    for owner, slug in pairs:
        found[owner].append(slug)
    return found


def write(row: models.Row, record: type, values: Table) -> None:
    """Give a row these values, references by slug, and save it."""
    names = set(linked(record))
    for name, value in values.items():
        if name in sets(record):
            continue
        if name in names:
            setattr(row, f"{name}_id", value or None)
        else:
            setattr(row, name, value)
    row.save()
    for name in sets(record) & values.keys():
        getattr(row, name).set(values[name])


def mark_released(rows: Rows, number: int) -> None:
    """Remember the first edition of each row that is in it: such a row is never deleted."""
    for name, record in lists().items():
        _mark_released(record, rows[name], number)


def _mark_released(record: type, listed: Iterable[Stored], number: int) -> None:
    used = [one for one in listed if one.in_use]
    new = [one.row.pk for one in used if one.row.released is None]
    if new:
        model_of(record).objects.filter(pk__in=new).update(released=number)
    for column in nested(record):
        assert column.record
        inside = [inner for one in used for inner in one.inside[column.name]]
        _mark_released(column.record, inside, number)
