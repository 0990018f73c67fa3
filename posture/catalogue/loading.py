"""Shipped content into rows, three-way: what staff edited is kept, the rest follows the files.

A row remembers the values last shipped. A field that still has them takes what is shipped now; one
that staff edited stays; a record that vanished from the files is withdrawn, never deleted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from posture.catalogue import models
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import (
    Table,
    flat,
    frozen,
    key_of,
    lists,
    model_of,
    nested,
    said,
    sets,
)
from posture.catalogue.working import Stored, alone, stored, write

STEP = 10  # between places, so that staff can put a row between two
PLACE = "order"
WITHDRAWN = "withdrawn"


@dataclass(slots=True)
class Report:
    """What loading did, a line each: rows added, fields updated, rows withdrawn, edits kept."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    moved: int = 0

    @property
    def changes_something(self) -> bool:
        return bool(self.added or self.updated or self.withdrawn or self.moved)


def load(catalogue: Catalogue, *, dry_run: bool = False) -> Report:
    """Bring the rows up to what is shipped, in one transaction; twice changes nothing."""
    report = Report()
    with alone():
        for name, record in lists().items():
            known = stored(record)
            _merge(record, getattr(catalogue, name), known, owner=None, where=name, report=report)
        transaction.set_rollback(dry_run)
    return report


def _merge(
    record: type,
    shipped: Iterable[Any],
    known: Iterable[Stored],
    *,
    owner: models.Row | None,
    where: str,
    report: Report,
) -> None:
    """One list of records against the rows it has, then the lists inside each."""
    rows = {one.key: one for one in known}
    for place, one in enumerate(shipped, start=1):
        key = key_of(one)
        here = f"{where} {said(key)}"
        theirs = _shipped_values(record, one, place)
        mine = rows.pop(key, None)
        if mine:
            row = _update(record, mine, theirs, here, report)
        else:
            row = _add(record, theirs, owner)
            report.added.append(here)
        for column in nested(record):
            assert column.record
            _merge(
                column.record,
                getattr(one, column.name),
                mine.inside[column.name] if mine else (),
                owner=row,
                where=f"{here}, {column.name}",
                report=report,
            )
    for gone in rows.values():
        _withdraw(record, gone, f"{where} {said(gone.key)}", report)


def _shipped_values(record: type, one: Any, place: int) -> Table:
    values = {column.name: frozen(getattr(one, column.name)) for column in flat(record)}
    return _settled(record, values) | {PLACE: place * STEP, WITHDRAWN: False}


def _settled(record: type, values: Table) -> Table:
    """Sets have no order."""
    return values | {name: sorted(values[name]) for name in sets(record)}


def _add(record: type, theirs: Table, owner: models.Row | None) -> models.Row:
    model = model_of(record)
    row = model(shipped=theirs)
    if owner:
        setattr(row, model.owner, owner)
    write(row, record, theirs)
    return row


def _update(record: type, mine: Stored, theirs: Table, here: str, report: Report) -> models.Row:
    row = mine.row
    values = _values(record, mine)
    taken = {}
    for name, value in theirs.items():
        if values[name] == value:
            continue
        if row.shipped and row.shipped.get(name, values[name]) == values[name]:
            taken[name] = value
        else:
            report.kept.append(f"{here}: {name}")
    report.moved += PLACE in taken
    report.updated += [f"{here}: {name}" for name in taken if name != PLACE]
    if taken or row.shipped != theirs:
        row.shipped = theirs
        write(row, record, taken)
    return row


def _values(record: type, mine: Stored) -> Mapping[str, Any]:
    settled = _settled(record, mine.values)
    return settled | {PLACE: mine.row.order, WITHDRAWN: mine.row.withdrawn}


def _withdraw(record: type, gone: Stored, here: str, report: Report) -> None:
    """Leave out what is shipped no more; rows that staff made or left out themselves are theirs."""
    row = gone.row
    if not row.shipped or row.withdrawn or row.shipped[WITHDRAWN]:
        return
    row.shipped = row.shipped | {WITHDRAWN: True}
    write(row, record, {WITHDRAWN: True})
    report.withdrawn.append(here)
