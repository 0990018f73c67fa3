"""Rows of tables kept in memory, to be put back when a test has emptied the tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction


@dataclass(frozen=True, slots=True)
class Table:
    """A model's rows as the database takes them: made once, they are put back in no time."""

    model: type[models.Model]
    empty: str
    insert: str
    rows: list[list[Any]]


def tables_of(kept: Iterable[type[models.Model]]) -> list[Table]:
    return [table_of(model) for model in kept]


def table_of(model: type[models.Model]) -> Table:
    quote = connection.ops.quote_name
    name, fields = quote(model._meta.db_table), model._meta.local_concrete_fields
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return Table(
        model,
        empty=f"DELETE FROM {name}",
        insert=f"INSERT INTO {name} ({columns}) VALUES ({places})",
        rows=[
            [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
            for row in model._base_manager.all()
        ],
    )


@transaction.atomic
def restore(tables: list[Table]) -> None:
    """Let the tables hold the kept rows alone, and new rows count on from those."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(table.empty)
            cursor.executemany(table.insert, table.rows)
        counted = [table.model for table in tables]
        for statement in connection.ops.sequence_reset_sql(no_style(), counted):
            cursor.execute(statement)
