"""Search boxes for rows inside a form: all of a page know the names from one query."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django import forms
from django.contrib.admin import widgets
from django.db import models

Names = Callable[[], dict[str, str]]


def names_of(model: type[models.Model]) -> Names:
    """The names of all rows by key, looked up once when first needed."""

    @cache
    def names() -> dict[str, str]:
        return {str(row.pk): str(row) for row in model._default_manager.all()}

    return names


class Shared:
    """Labels what is chosen from `names`, where Django's own asks the database for each box."""

    names: Names
    is_required: bool
    allow_multiple_selected: bool
    create_option: Any

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        known = self.names()
        options = [] if self.is_required or self.allow_multiple_selected else [("", "")]
        options += [(key, known.get(key, key)) for key in map(str, value) if key]
        made = [
            self.create_option(name, key, label, key in set(map(str, value)), place)
            for place, (key, label) in enumerate(options)
        ]
        return [(None, made, 0)]

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        """Each of several has a cross of its own; one cross for all breaks their list."""
        attrs = super().build_attrs(base_attrs, extra_attrs)  # type: ignore[misc]
        return attrs | {"data-allow-clear": "false"} if self.allow_multiple_selected else attrs


class SharedSelect(Shared, widgets.AutocompleteSelect):  # type: ignore[misc]
    pass


class SharedSelectMultiple(Shared, widgets.AutocompleteSelectMultiple):  # type: ignore[misc]
    pass


def shared(widget: Any, column: Any, site: Any) -> forms.Widget:
    """A search box for the rows that a column names."""
    made: forms.Widget = widget(column, site)
    made.names = names_of(column.related_model)  # type: ignore[attr-defined]
    return made
