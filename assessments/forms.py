"""What comes in: one form for every page of the check, and the consent that starts it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from assessments.sheets import SCALE, Option, Sheet
from posture.catalogue.sides import on_side
from posture.reasoning.knowledge import CANNOT, NOT_SURE, Answer
from posture.reasoning.scoring import SIDES


class Ticked(forms.SelectMultiple):
    """All that was ticked under a name, with what was for one side of the body."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        names = (name, *(f"{name}-{side}" for side in SIDES))
        return [value for one in names for value in data.getlist(one)]


class ReplyForm(forms.Form):
    """The reply to a sheet, and the version of the check that the person was looking at."""

    answer = forms.MultipleChoiceField(required=False, widget=Ticked)

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
        if self.sheet.halves:
            return self._of_both_sides(chosen)
        if len(chosen) > 1 and (self.sheet.kind != "checkbox" or self.sheet.alone & {*chosen}):
            raise forms.ValidationError(self._alone_message())
        if self.sheet.kind == "scale" and chosen[0] in SCALE:
            return int(chosen[0])
        return tuple(value for value in self.sheet.values if value in chosen)

    def _of_both_sides(self, chosen: list[str]) -> Answer:
        """One value for each side; where neither is known, why not."""
        if len(chosen) == 1 and chosen[0] in self.sheet.alone:
            return (chosen[0],)
        for half in self.sheet.halves:
            if len([value for value in half.values if value in chosen]) != 1:
                raise forms.ValidationError(str(self.sheet.missing))
        if {*chosen} <= self._unknown(NOT_SURE) | self._unknown(CANNOT):
            return (CANNOT if {*chosen} & self._unknown(CANNOT) else NOT_SURE,)
        return tuple(value for value in self.sheet.values if value in chosen)

    def _unknown(self, slug: str) -> set[str]:
        """The values of both sides that say "not sure" or "cannot"."""
        return {on_side(half.side, slug) for half in self.sheet.halves}

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
            alone = self.sheet.halves and self.sheet.alone & {*self.given}
            return tuple(self._unknown(*alone)) if alone else self.given
        return tuple(Ticked().value_from_datadict(self.data, None, "answer"))

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

    @property
    def halves(self) -> list[dict[str, Any]]:
        """The sides of the body of a test that is done on each."""
        return [
            {
                "name": half.name,
                "input": f"answer-{half.side}",
                "options": list(self._shown(half.options)),
                "exclusive": list(self._shown(half.exclusive)),
            }
            for half in self.sheet.halves
        ]

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
