"""Names: each slug is one record's, and each reference names a record there is."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from posture.catalogue.checks.problems import Problem, nearest
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import key_of, linked, lists, model_of, nested, said


def broken_names(catalogue: Catalogue) -> Iterator[Problem]:
    """What the tables could not even hold."""
    known = {record: _slugs(catalogue, name) for name, record in lists().items()}
    for name in lists():
        listed = getattr(catalogue, name)
        yield from _twice(name, listed)
        for record in listed:
            for text in _broken_in(record, known):
                yield Problem(name, record.slug, text)


def shared_names(catalogue: Catalogue) -> Iterator[Problem]:
    """Answers are kept by the slug of what was asked, so these lists share their slugs."""
    owners: dict[str, str] = {}
    for name in ("safety_pages", "red_flags", "conditions", "questions"):
        for slug in sorted(_slugs(catalogue, name)):
            if slug in owners:
                text = f"{owners[slug]} has the same slug; rename the one not yet released."
                yield Problem(name, slug, text)
            owners[slug] = name


def _slugs(catalogue: Catalogue, name: str) -> frozenset[str]:
    return frozenset(record.slug for record in getattr(catalogue, name))


def _twice(name: str, listed: tuple[Any, ...]) -> Iterator[Problem]:
    counts = Counter(record.slug for record in listed)
    for slug, count in counts.items():
        if count > 1:
            yield Problem(name, slug, f"the slug is used {count} times; it must be unique.")


def _broken_in(record: Any, known: dict[type, frozenset[str]]) -> Iterator[str]:
    kind: Any = type(record)
    by_model = {model_of(target): slugs for target, slugs in known.items()}
    for name, model in linked(kind).items():
        value = getattr(record, name)
        may_be_empty = getattr(model_of(kind)._meta.get_field(name), "null", False)
        for slug in value if isinstance(value, tuple) else (value,):
            if slug not in by_model[model] and not (slug == "" and may_be_empty):
                yield f"'{name}' names '{slug}', which is not there; " + nearest(
                    slug, by_model[model]
                )
    for column in nested(kind):
        yield from _broken_inside(column.name, getattr(record, column.name), known)


def _broken_inside(
    name: str, listed: tuple[Any, ...], known: dict[type, frozenset[str]]
) -> Iterator[str]:
    counts = Counter(map(key_of, listed))
    for record in listed:
        where = f"{name} {said(key_of(record))}"
        if counts[key_of(record)] > 1:
            yield f"{where} is listed {counts[key_of(record)]} times; keep one."
            counts[key_of(record)] = 1
        for text in _broken_in(record, known):
            yield f"{where}: {text}"
