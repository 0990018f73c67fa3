"""What a person may wish of a plan."""

from datetime import date, time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from posture.catalogue.models.sets import Equipment
from posture.reasoning.planning import HOUSEHOLD, Wishes
from posture.reasoning.progress import Effort, Said

EVENING = time(18)
MINUTES = (5, 10, 15, 20, 30)
DAYS = (2, 3, 4, 5, 6)
ASKED_FOR = tuple(one for one in Equipment if one not in HOUSEHOLD)


class WishForm(forms.Form):
    """How long, how often, with what, and whether on the floor."""

    minutes = forms.TypedChoiceField(label=_("Minutes a day"), coerce=int)
    days = forms.TypedChoiceField(label=_("Days a week"), coerce=int)
    floor = forms.BooleanField(label=_("I can get down to the floor and up again"), required=False)
    equipment = forms.MultipleChoiceField(
        label=_("I have"), required=False, choices=[(one.value, one.label) for one in ASKED_FOR]
    )

    def __init__(self, data: Any = None, *, initial: Wishes | None = None) -> None:
        wishes = initial or Wishes()
        told = {name: getattr(wishes, name) for name in ("minutes", "days", "floor", "equipment")}
        super().__init__(data, initial=told, auto_id="wish-%s")
        self.fields["minutes"].choices = [  # type: ignore[attr-defined]
            (n, ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n}) for n in MINUTES
        ]
        self.fields["days"].choices = [  # type: ignore[attr-defined]
            (n, ngettext("%(n)s day", "%(n)s days", n) % {"n": n}) for n in DAYS
        ]

    @property
    def wishes(self) -> Wishes:
        told = self.cleaned_data
        return Wishes(
            minutes=told["minutes"],
            days=told["days"],
            floor=told["floor"],
            equipment=frozenset(told["equipment"]),
        )


class CalendarForm(forms.Form):
    """On which weekdays to exercise, and at what time."""

    days = forms.TypedMultipleChoiceField(
        label=_("Days"),
        coerce=int,
        choices=[(number, name) for number, name in WEEKDAYS.items()],
        error_messages={"required": _("Select at least one day.")},
    )
    at = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "input"}),
        error_messages={
            "required": _("Enter a time."),
            "invalid": _("Enter a time, such as 18:00."),
        },
    )

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id="calendar-%s")

    @classmethod
    def suggested(cls, sessions: int, day: date) -> "CalendarForm":
        """So many days, spread over the week from this one on, in the evening."""
        days = [(day.weekday() + number * 7 // sessions) % 7 for number in range(sessions)]
        return cls(initial={"days": days, "at": EVENING})

    @property
    def suggestion(self) -> tuple[int, ...]:
        """The days that are suggested, which decide how an empty form looks."""
        return tuple(self.initial["days"])

    @property
    def weekdays(self) -> list[dict[str, Any]]:
        """The days as boxes to tick."""
        given = {str(one) for one in self["days"].value() or ()}
        return [
            {"value": number, "label": label, "checked": str(number) in given}
            for number, label in WEEKDAYS.items()
        ]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Pairs of the id of the first input to mend and what is wrong with it."""
        inputs = {"days": "calendar-days-0", "at": "calendar-at"}
        return [(inputs[name], str(one)) for name, told in self.errors.items() for one in told]


FELT = {
    Effort.LIGHT: _("Easier than expected"),
    Effort.RIGHT: _("About right"),
    Effort.HARD: _("Too hard"),
}


class WeekForm(forms.Form):
    """A week's end; `number` is how many there were before the page was seen."""

    number = forms.IntegerField(min_value=0)
    effort = forms.ChoiceField(
        label=_("How hard did the exercises feel this week?"),
        choices=[
            (Effort.LIGHT, _("I could do more")),
            (Effort.RIGHT, FELT[Effort.RIGHT]),
            (Effort.HARD, FELT[Effort.HARD]),
        ],
        error_messages={"required": _("Select how hard the exercises felt.")},
    )
    pain = forms.TypedChoiceField(
        label=_("How strong was your pain this week, on average?"),
        coerce=int,
        choices=[(number, number) for number in range(11)],
        error_messages={"required": _("Select a number from 0 to 10.")},
    )
    new = forms.ChoiceField(
        label=_(
            "Is anything of this new: numbness or pins and needles, weakness, pain that spreads"
            " further down an arm or a leg, or dizziness?"
        ),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        error_messages={"required": _("Select yes or no.")},
    )

    def __init__(self, data: Any = None, *, number: int) -> None:
        super().__init__(data, initial={"number": number}, auto_id="%s")

    @property
    def said(self) -> Said:
        told = self.cleaned_data
        return Said(Effort(told["effort"]), told["pain"], new=told["new"] == "yes")

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Pairs of the id of a question's first input and what is wrong with it."""
        return [
            (f"{name}-{self.fields[name].choices[0][0]}", str(message))  # type: ignore[attr-defined]
            for name, messages in self.errors.items()
            if name in ("effort", "pain", "new")
            for message in messages
        ]

    def options(self, name: str) -> list[dict[str, Any]]:
        """The choices of a question as rows."""
        given = self[name].value()
        return [
            {"value": value, "label": label, "checked": str(value) == given}
            for value, label in self.fields[name].choices  # type: ignore[attr-defined]
        ]
