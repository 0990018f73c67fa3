"""Lists as columns: written one to a line in a form, kept as JSON."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class LinesField(forms.CharField):
    """A list of texts, one to a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        lines = (line.strip() for line in (super().to_python(value) or "").splitlines())
        return [line for line in lines if line]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and self.to_python(data) != (initial or [])


class GroupsField(LinesField):
    """A list of lists: a line for each, its members joined by "or"."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(" or ".join(group) for group in value)
        return value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return [line.split(" or ") for line in super().to_python(value)]


class Lines(models.JSONField):
    """A list of texts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        listed: dict[str, Any] = {"default": list, "blank": True}
        super().__init__(*args, **(listed | kwargs))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not is_texts(value):
            raise ValidationError(_("Enter a list of texts."), code="lines")

    def formfield(self, **kwargs: Any) -> Any:
        shown: dict[str, Any] = {"form_class": LinesField, "show_hidden_initial": False}
        return models.Field.formfield(self, **(shown | kwargs))


class Groups(Lines):
    """A list of lists of texts."""

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        models.JSONField.validate(self, value, model_instance)
        if not (isinstance(value, list) and all(is_texts(group) for group in value)):
            raise ValidationError(_("Enter a list of lists of texts."), code="groups")

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"form_class": GroupsField} | kwargs))


class Options(Lines):
    """A list of values of a closed set, ticked in a form."""

    def __init__(
        self, *args: Any, options: type[models.TextChoices] | None = None, **kwargs: Any
    ) -> None:
        self.options = options  # not part of the column, so migrations do not name it
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        known = self.options.values if self.options else []
        if unknown := [one for one in value if one not in known]:
            facts = {"unknown": ", ".join(unknown), "known": ", ".join(known)}
            text = _("There is no %(unknown)s; choose from %(known)s.")
            raise ValidationError(text, code="options", params=facts)

    def formfield(self, **kwargs: Any) -> Any:
        """Boxes to tick; a widget that is meant for lines of text does not apply."""
        choices = self.options.choices if self.options else ()
        return forms.MultipleChoiceField(
            choices=choices,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


def is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)
