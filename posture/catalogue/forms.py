"""What a reader may ask the library: a name, a region; a kind of exercise, a place."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.sets import Equipment, ExerciseKind, ExerciseLevel, Place, Region

LONGEST_NAME = 60
NOTHING = "nothing"  # asks for exercises that need no equipment


class LibraryFilter(forms.Form):
    """What to list; what is empty leaves nothing out."""

    @property
    def asked(self) -> dict[str, str]:
        """Each field as asked for; what cannot be meant is left out, and said beside it."""
        if self.is_bound:
            self.full_clean()
        known = getattr(self, "cleaned_data", {})
        return {name: known.get(name, "") for name in self.fields}

    @property
    def problem(self) -> str:
        """What was not understood, in a sentence."""
        return " ".join(str(message) for messages in self.errors.values() for message in messages)


def one_of(choices: Iterable[tuple[str, Any]], otherwise: Any) -> forms.ChoiceField:
    """A choice that may be left open; `otherwise` is said where it is none of them."""
    messages = {"invalid_choice": otherwise}
    return forms.ChoiceField(required=False, choices=choices, error_messages=messages)


class MuscleFilter(LibraryFilter):
    """Which muscles to list."""

    name = forms.CharField(
        required=False,
        max_length=LONGEST_NAME,
        error_messages={"max_length": _("Type a shorter name, of at most 60 letters.")},
    )
    region = one_of(Region.choices, _("Choose one of the regions of the list."))


class ExerciseFilter(LibraryFilter):
    """Which exercises to list; `muscles` are pairs of slug and name."""

    muscle = one_of((), _("Choose one of the muscles of the list."))
    kind = one_of(ExerciseKind.choices, _("Choose to stretch or to strengthen."))
    place = one_of(Place.choices, _("Choose one of the places of the list."))
    level = one_of(ExerciseLevel.choices, _("Choose easy or harder."))
    needs = one_of(
        [(NOTHING, _("Nothing")), *Equipment.choices], _("Choose one of the things of the list.")
    )

    def __init__(self, *args: Any, muscles: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["muscle"].choices = list(muscles)  # type: ignore[attr-defined]
