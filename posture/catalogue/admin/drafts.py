"""The record of a row, as it is saved or as a form would save it; nothing is written."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from posture.catalogue import content, editions, models, records, working
from posture.catalogue.models import Row
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import Column, Table, flat, model_of, nested, sets, thawed


class NotDrawable(Exception):  # noqa: N818 - it says what is so, not that somebody erred
    """What a form says makes no figure; says why, in a sentence for whoever fills it in."""


def saved(record: type, row: Any) -> Any:
    """The record of a row and of the rows inside it, as they are saved."""
    inside = {column.name: _saved_inside(column, row) for column in nested(record)}
    return thawed(record, _table(record, row) | inside)


def _saved_inside(column: Column, row: Any) -> list[Table]:
    assert column.record
    rows = getattr(row, column.name).in_use().prefetch_related(*sets(column.record))
    return [_table(column.record, one) for one in rows]


def posted(record: type, form: Any, formsets: Iterable[Any], *, needed: Iterable[str]) -> Any:
    """The record that a filled form would make, with those of its formsets that would be in use.

    A field that is not `needed` may be missing or wrong; it is then empty or as it was. Saved rows
    inside must be right as a whole; new ones count as soon as they are.
    """
    _refuse(form, [name for name in needed if name in form.errors])
    table = _table(record, form.instance, form.cleaned_data)
    given = {formset.model: formset for formset in formsets}
    for column in nested(record):
        assert column.record
        if formset := given.get(model_of(column.record)):
            table[column.name] = list(_posted_inside(column.record, formset))
    return thawed(record, table)


def _posted_inside(record: type, formset: Any) -> Iterator[Table]:
    formset.full_clean()
    forms = [one for one in formset.forms if not _left_out(formset, one)]
    for one in forms:
        _refuse(one, one.errors)
    if formset.non_form_errors():
        raise NotDrawable(" ".join(formset.non_form_errors()))
    for one in sorted(forms, key=lambda form: form.instance.order):
        yield _table(record, one.instance, one.cleaned_data)


def _left_out(formset: Any, form: Any) -> bool:
    unfinished = form.instance.pk is None and not (form.has_changed() and form.is_valid())
    return unfinished or form in formset.deleted_forms or form.instance.withdrawn


def _refuse(form: forms.BaseForm, names: Iterable[str]) -> None:
    """Say what is missing, or else what is wrong, among these fields."""
    labels = {one: capfirst(str(form.fields[one].label)) for one in names if one in form.fields}
    missing = [label for one, label in labels.items() if form.has_error(one, "required")]
    if missing:
        facts = {"fields": get_text_list(missing, _("and"))}
        raise NotDrawable(_("The figure waits for: %(fields)s.") % facts)
    if labels:
        wrong = (
            f"{label}: {' '.join(map(str, form.errors[one]))}" for one, label in labels.items()
        )
        raise NotDrawable(" ".join(wrong))


def _table(record: type, row: Row, chosen: Table | None = None) -> Table:
    """The values of a row without rows inside it; its sets as chosen in a form, or as saved."""
    table = {}
    for column in flat(record):
        if column.name in sets(record):
            table[column.name] = [one.pk for one in _members(row, column.name, chosen)]
        else:
            value = working.value(record, row, column.name)
            table[column.name] = column.hint() if value is None else value
    return table


def _members(row: Any, name: str, chosen: Table | None) -> Iterable[Any]:
    if chosen and name in chosen:
        members: Iterable[Any] = chosen[name]
        return members
    return getattr(row, name).all() if row.pk else ()


def edition_with(**lists: Any) -> editions.PublishedEdition:
    """An edition to try records out: these in its lists, and the muscles as they are saved."""
    entry = editions.desk.read().current
    language = editions.edition(entry.number).language if entry else content.language()
    listed: Table = {"muscles": tuple(_muscles())} | lists
    return editions.PublishedEdition(0, "", Catalogue(language, **listed))


def _muscles() -> Iterator[records.Muscle]:
    """All muscles as they are saved, without what they name."""
    nothing: Table = dict.fromkeys(sets(records.Muscle), ())
    for row in models.Muscle.objects.all():
        yield thawed(records.Muscle, _table(records.Muscle, row, nothing))
