"""What comes in: one form for every page of the check, and the consent that starts it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from assessments.sheets import SCALE, Option, Sheet
from posture.reasoning.knowledge import Answer


class ReplyForm(forms.Form):
    """The reply to a sheet, and the version of the check that the person was looking at."""

    answer = forms.MultipleChoiceField(required=False)

    def __init__(
        self, data: QueryDict | MultiValueDict | None = None, *, sheet: Sheet, given: Answer = ()
    ) -> None:
        super().__init__(data)
        self.sheet = sheet
        self.given = (str(given),) if isinstance(given, int) else given
        offered = self.fields["answer"]
        assert isinstance(offered, forms.MultipleChoiceField)
        offered.choices = [(value, value) for value in sheet.values]
        offered.error_messages["invalid_choice"] = _("Select one of the answers on this page.")

    def clean_answer(self) -> Answer:
        """The choices in the order of the sheet, or a whole number on a scale."""
        chosen: list[str] = self.cleaned_data["answer"]
        if not chosen:
            raise forms.ValidationError(str(self.sheet.missing))
        if len(chosen) > 1 and (self.sheet.kind != "checkbox" or self.sheet.alone & {*chosen}):
            raise forms.ValidationError(self._alone_message())
        if self.sheet.kind == "scale" and chosen[0] in SCALE:
            return int(chosen[0])
        return tuple(value for value in self.sheet.values if value in chosen)

    def _alone_message(self) -> str:
        if self.sheet.kind != "checkbox":
            return str(_("Select one answer."))
        names = " / ".join(f"‘{option.label}’" for option in self.sheet.exclusive)
        return str(_("Select %(names)s alone, or only the others.") % {"names": names})

    def saw(self, version: int) -> bool:
        """Whether the person was looking at this version of the check."""
        return self.data.get("version") == str(version)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What to show as chosen: what came in, else what was given before."""
        if not self.is_bound:
            return self.given
        assert isinstance(self.data, MultiValueDict)
        return tuple(self.data.getlist("answer"))

    @property
    def value(self) -> str:
        """The chosen point of a scale."""
        return self.chosen[0] if self.chosen else ""

    @property
    def options(self) -> list[dict[str, Any]]:
        return list(self._shown(self.sheet.options))

    @property
    def exclusive(self) -> list[dict[str, Any]]:
        return list(self._shown(self.sheet.exclusive))

    def _shown(self, options: tuple[Option, ...]) -> Iterator[dict[str, Any]]:
        for option in options:
            yield {
                "value": option.value,
                "label": option.label,
                "picture": option.picture,
                "language": option.language,
                "checked": option.value in self.chosen,
            }

    @property
    def first_input(self) -> str:
        """The id of the input that an error leads to."""
        prefix = "w" if self.sheet.is_body_map else "answer"
        return f"{prefix}-{self.sheet.values[0]}"

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Pairs of an input's id and what is wrong with it."""
        return [(self.first_input, message) for message in self.messages]

    @property
    def messages(self) -> list[str]:
        if not self.is_bound:
            return []
        return [str(message) for found in self.errors.values() for message in found]


class ConsentForm(forms.Form):
    """Agreeing that answers about health are kept: nothing starts without it."""

    consent = forms.BooleanField(
        required=False,
        label=_("I agree that Plumb keeps my answers about my health to show me my result."),
    )

    def clean_consent(self) -> bool:
        """Consent is an act: the box is not ticked beforehand."""
        if not self.cleaned_data["consent"]:
            raise forms.ValidationError(
                _("Tick the box to agree. Without it we cannot keep your answers.")
            )
        return True

    @property
    def problems(self) -> list[tuple[str, str]]:
        found: Iterable[Any] = self.errors.get("consent", []) if self.is_bound else []
        return [("id_consent", str(message)) for message in found]
