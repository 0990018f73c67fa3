"""What differs between two catalogues, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import columns, key_of, lists, nested, said, sets

ORDER = "order"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `record` is a list of the catalogue and `slug` a record in it.

    `field` is a field of the record, or a path into the records inside it
    (``choices one-fist text``); it is empty where a whole record came or went.
    """

    record: str
    slug: str
    field: str
    before: Any = None
    after: Any = None


def differences(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    """All differences, in the order of the catalogue."""
    return tuple(
        Change(name, path[0] if path else "", " ".join(path[1:]), old, new)
        for name in lists()
        for path, old, new in _in_list((), getattr(before, name), getattr(after, name))
    )


Difference = tuple[tuple[str, ...], Any, Any]


def _in_list(path: tuple[str, ...], before: Any, after: Any) -> Iterator[Difference]:
    old = {key_of(record): record for record in before}
    new = {key_of(record): record for record in after}
    for key in dict.fromkeys([*old, *new]):
        place = (*path, said(key))
        if key not in old:
            yield place, None, _title(new[key])
        elif key not in new:
            yield place, _title(old[key]), None
        else:
            yield from _in_record(place, old[key], new[key])
    yield from _in_order(
        path, [key for key in old if key in new], [key for key in new if key in old]
    )


def _in_order(path: tuple[str, ...], old: list[Any], new: list[Any]) -> Iterator[Difference]:
    if old != new:
        place = (*path, ORDER) if path else ("", ORDER)
        yield place, _names(old), _names(new)


def _names(keys: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(said(key) for key in keys)


def _in_record(path: tuple[str, ...], before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    record: Any = type(before)
    inside = {column.name for column in nested(record)}
    for column in columns(record):
        old, new = getattr(before, column.name), getattr(after, column.name)
        if column.name in inside:
            yield from _in_list((*path, column.name), old, new)
        elif column.name in sets(record):
            old, new = tuple(sorted(old)), tuple(sorted(new))
        if column.name not in inside and old != new:
            yield (*path, column.name), _hashable(old), _hashable(new)


def _hashable(value: Any) -> Any:
    """Poses are mappings; as text they can be members of a set."""
    return repr(value) if isinstance(value, dict) else value


def _title(record: Any) -> str:
    """How a record is called where it came or went."""
    for name in ("name", "title", "short", "text", "finding"):
        if title := getattr(record, name, ""):
            return str(title)
    return said(key_of(record))
