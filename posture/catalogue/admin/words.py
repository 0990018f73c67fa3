"""Changes and problems in the words of the forms, with the way to what they are about."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from posture.catalogue import models
from posture.catalogue.changes import ORDER, Change
from posture.catalogue.checks import Problem
from posture.catalogue.shapes import lists, model_of, nested

ALIKE = 0.5  # of the words, from which on a change is shown word by word
Piece = tuple[str, str]  # "same", "gone" or "new", and a text


@dataclass(frozen=True, slots=True)
class Line:
    """One change: which field, and its text with what went and what came."""

    name: str
    field: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class About:
    """All changes of one record, or of the order of a list (then `slug` is empty)."""

    name: str
    slug: str
    kind: str
    title: str
    url: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem with the way to its record."""

    title: str
    url: str
    text: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class Names:
    """How rows are called, by model and slug."""

    by_model: Mapping[type, Mapping[str, str]]

    def of(self, model: type, slug: str) -> str:
        return self.by_model.get(model, {}).get(slug, slug)

    def of_part(self, slug: str) -> str:
        """A part of what identifies a row among its siblings: a muscle, an imbalance or a word."""
        named = (self.by_model[model].get(slug) for model in (models.Muscle, models.Imbalance))
        return next(filter(None, named), slug)


def names_of_rows() -> Names:
    made = (model_of(record) for record in lists().values())
    return Names({model: {row.pk: str(row) for row in model.objects.all()} for model in made})


def in_words(changes: Iterable[Change]) -> tuple[About, ...]:
    names = names_of_rows()
    groups = groupby(changes, key=lambda change: (change.record, change.slug))
    return tuple(
        About(
            name=name,
            slug=slug,
            kind=kind_of(name),
            title=names.of(model_of(lists()[name]), slug) if slug else _("the order of the list"),
            url=row_url(name, slug),
            lines=tuple(line(change, names) for change in group),
        )
        for (name, slug), group in groups
    )


def remarks(problems: Iterable[Problem]) -> tuple[Remark, ...]:
    names = names_of_rows()
    return tuple(
        Remark(
            title=f"{kind_of(one.record)} “{names.of(model_of(lists()[one.record]), one.slug)}”",
            url=row_url(one.record, one.slug),
            text=capfirst(one.text),
            is_error=one.is_error,
        )
        for one in problems
    )


def kind_of(name: str) -> str:
    return capfirst(str(model_of(lists()[name])._meta.verbose_name))


def row_url(name: str, slug: str) -> str:
    model = model_of(lists()[name])._meta.model_name
    if not slug:
        return reverse(f"admin:catalogue_{model}_changelist")
    return reverse(f"admin:catalogue_{model}_change", args=[slug])


def line(change: Change, names: Names) -> Line:
    path = change.field.split()
    words, column = path_in_words(lists()[change.record], path, names)
    before, after = (in_text(value, column, names) for value in (change.before, change.after))
    if change.before is None and not words:
        words = _("added")
    elif change.after is None and not words:
        words = _("left out")
    return Line(path[0] if path else "", words, tuple(pieces(before, after)))


def path_in_words(record: type, path: list[str], names: Names) -> tuple[str, Any]:
    """Turn "choices one-fist text" into "choice “one-fist”: text" and the column at its end."""
    if not path:
        return "", None
    inside = {column.name: column.record for column in nested(record)}
    inner = inside.get(path[0])
    if inner is None:
        return column_in_words(record, path[0])
    if path[1] == ORDER and len(path) == 2:
        return _("order of %(what)s") % {"what": model_of(inner)._meta.verbose_name_plural}, None
    key = " / ".join(names.of_part(part) for part in path[1].split("/"))
    rest, column = path_in_words(inner, path[2:], names)
    words = f"{model_of(inner)._meta.verbose_name} “{key}”"
    return (f"{words}: {rest}" if rest else words), column


def column_in_words(record: type, name: str) -> tuple[str, Any]:
    try:
        column: Any = model_of(record)._meta.get_field(name)
    except FieldDoesNotExist:
        return (_("order") if name == ORDER else name), None
    return str(column.verbose_name), column


def in_text(value: Any, column: Any, names: Names) -> str:
    """A value as a form would show it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return "\n".join(
            " or ".join(one) if isinstance(one, tuple) else in_text(one, column, names)
            for one in value
        )
    if column is not None and column.is_relation:
        return names.of(column.related_model, str(value))
    return str(dict(getattr(column, "flatchoices", None) or ()).get(value, value))


def pieces(before: str, after: str) -> Iterator[Piece]:
    """A text word by word: what stayed, what went, what came. Texts with little in common whole."""
    old, new = (re.findall(r"\S+\s*", text) for text in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    alike = matcher.ratio() >= ALIKE
    whole = [("replace", 0, len(old), 0, len(new))]
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes() if alike else whole:
        if kind == "equal":
            yield "same", "".join(old[old_from:old_to])
            continue
        if old_from < old_to:
            yield "gone", "".join(old[old_from:old_to])
        if new_from < new_to:
            yield "new", "".join(new[new_from:new_to])
