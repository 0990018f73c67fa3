"""Bringing a record of an edition back into the working copy, whole or field by field."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from posture.catalogue import models, working
from posture.catalogue.changes import Change, differences
from posture.catalogue.editions.published import edition
from posture.catalogue.loading import STEP
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import (
    Table,
    flat,
    frozen,
    key_of,
    linked,
    lists,
    model_of,
    nested,
    thawed,
)
from posture.catalogue.working import Stored, in_use, write

EDITIONS = 50  # looked through for the versions of a record


class CannotRestore(Exception):  # noqa: N818 - said as what it is
    """Why a record cannot be brought back, in a sentence for staff."""


@dataclass(frozen=True, slots=True)
class Version:
    """The edition in which a record became what it was until the next one listed."""

    number: int
    created_at: datetime
    note: str


def versions(name: str, slug: str) -> tuple[Version, ...]:
    """The editions that changed a record, the newest first; of the newest fifty editions."""
    found: list[tuple[Version, Any]] = []
    for number, created_at, note, records in models.Edition.objects.holding(name)[:EDITIONS]:
        held = next((table for table in records or () if table["slug"] == slug), None)
        if found and found[-1][1] == held:
            found.pop()
        found.append((Version(number, created_at, note), held))
    return tuple(version for version, held in found if held)


def restorable(number: int, name: str, slug: str) -> tuple[Change, ...]:
    """What restoring a record would change in the working copy, field by field."""
    record = lists()[name]
    rows = [one for one in working.stored(record) if one.row.pk == slug]
    language = edition(number).language
    copy = thawed(Catalogue, {"language": language, name: in_use(rows)})
    return differences(copy, Catalogue(language, **{name: (record_in(number, name, slug),)}))


def record_in(number: int, name: str, slug: str) -> Any:
    """The record as an edition holds it."""
    held = getattr(edition(number).catalogue, name)
    found = next((record for record in held if record.slug == slug), None)
    if found is None:
        raise CannotRestore(_("Edition %(number)s does not hold it.") % {"number": number})
    return found


@transaction.atomic
def restore(
    number: int, name: str, slug: str, *, fields: Collection[str] | None = None
) -> models.Row:
    """Give the row of a record what an edition held: these fields, or everything.

    Rows inside it that the edition did not hold are withdrawn, never deleted.
    """
    rows = (one for one in working.stored(lists()[name]) if one.row.pk == slug)
    wanted = record_in(number, name, slug)
    return _restore(wanted, next(rows, None), owner=None, place=None, fields=fields)


def _restore(
    wanted: Any,
    mine: Stored | None,
    *,
    owner: models.Row | None,
    place: int | None,
    fields: Collection[str] | None = None,
) -> models.Row:
    record: Any = type(wanted)
    row = mine.row if mine else model_of(record)()
    if owner:
        setattr(row, row.owner, owner)
    if place:
        row.order = place
    row.withdrawn = False
    write(row, record, _values(wanted, fields))
    for column in nested(record):
        if fields is None or column.name in fields:
            listed = getattr(wanted, column.name)
            _restore_inside(listed, mine.inside[column.name] if mine else [], owner=row)
    return row


def _values(wanted: Any, fields: Collection[str] | None) -> Table:
    record: Any = type(wanted)
    values = {
        column.name: frozen(getattr(wanted, column.name))
        for column in flat(record)
        if fields is None or column.name in fields
    }
    for name in linked(record).keys() & values.keys():
        _must_exist(linked(record)[name], values[name])
    return values


def _must_exist(model: type[models.Row], named: str | list[str]) -> None:
    slugs = named if isinstance(named, list) else [named] if named else []
    for slug in sorted(set(slugs) - model.objects.in_bulk(slugs).keys()):
        facts = {"what": model._meta.verbose_name, "slug": slug}
        raise CannotRestore(_("It names the %(what)s “%(slug)s”, which is gone.") % facts)


def _restore_inside(listed: Collection[Any], known: list[Stored], *, owner: models.Row) -> None:
    rows = {one.key: one for one in known}
    for number, record in enumerate(listed, start=1):
        _restore(record, rows.pop(key_of(record), None), owner=owner, place=number * STEP)
    for gone in rows.values():
        if not gone.row.withdrawn:
            gone.row.withdrawn = True
            gone.row.save()
