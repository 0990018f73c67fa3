"""What a record is made of, so that reading, loading, freezing and comparing are each written once.

A table is a record as plain JSON values: a mapping of its fields, with tables for records inside.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from posture.catalogue import models
from posture.catalogue.records import Catalogue

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a record; `record` is the type of the records listed in it, if it lists any."""

    name: str
    hint: Any
    required: bool
    record: type | None


@cache
def columns(record: type) -> tuple[Column, ...]:
    hints = get_type_hints(record)
    return tuple(
        Column(
            name=field.name,
            hint=hints[field.name],
            required=field.default is MISSING and field.default_factory is MISSING,
            record=_listed(hints[field.name]),
        )
        for field in fields(record)
    )


def _listed(hint: Any) -> type | None:
    """The record type of ``tuple[Record, ...]``."""
    inner: Any = next(iter(get_args(hint)), None)
    return inner if isinstance(inner, type) and is_dataclass(inner) else None


@cache
def lists() -> Mapping[str, type]:
    """The lists of a catalogue: the type of their records by their name."""
    return {column.name: column.record for column in columns(Catalogue) if column.record}


@cache
def nested(record: type) -> tuple[Column, ...]:
    """The fields that list records."""
    return tuple(column for column in columns(record) if column.record)


@cache
def flat(record: type) -> tuple[Column, ...]:
    """The fields that hold a value or references."""
    return tuple(column for column in columns(record) if not column.record)


@cache
def model_of(record: type) -> type[models.Row]:
    """The model of the same name, which mirrors it."""
    model: type[models.Row] = getattr(models, record.__name__)
    return model


@cache
def linked(record: type) -> Mapping[str, type[models.Row]]:
    """The fields that name other records by slug, each with the model it names."""
    found = {}
    for column in flat(record):
        field: Any = model_of(record)._meta.get_field(column.name)
        if field.is_relation:
            found[column.name] = field.related_model
    return found


@cache
def sets(record: type) -> frozenset[str]:
    """The fields that name a set of other records; their order carries no meaning."""
    model = model_of(record)
    return frozenset(name for name in linked(record) if model._meta.get_field(name).many_to_many)


def key_of(record: Any) -> tuple[str, ...]:
    """What identifies a record among its siblings."""
    kind: Any = type(record)
    return tuple(getattr(record, name) for name in model_of(kind).key)


def said(key: tuple[str, ...]) -> str:
    """A key in words: what is empty in it is left out."""
    return "/".join(filter(None, key))


def frozen(value: Any) -> Any:
    """A record as a table, and what is in it as plain JSON values."""
    kind: Any = type(value)
    if is_dataclass(value):
        return {column.name: frozen(getattr(value, column.name)) for column in columns(kind)}
    if isinstance(value, tuple):
        return [frozen(item) for item in value]
    return value


def thawed(record: type, table: Table) -> Any:
    """The record of a table. Fields it does not know any more are dropped, new ones at rest."""
    return record(
        **{
            column.name: _value(column, table[column.name])
            for column in columns(record)
            if column.name in table
        }
    )


def _value(column: Column, value: Any) -> Any:
    if column.record:
        return tuple(thawed(column.record, table) for table in value)
    if column.hint is float:
        return float(value)
    return _tuples(value)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def checksum(table: Any) -> str:
    """The same for equal tables, in any order of their keys."""
    text = json.dumps(table, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
