"""What a reader may ask the library: a name, a region."""

from django import forms
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.sets import Region

LONGEST_NAME = 60


class MuscleFilter(forms.Form):
    """Which muscles to list; what is empty leaves none out."""

    name = forms.CharField(
        required=False,
        max_length=LONGEST_NAME,
        error_messages={"max_length": _("Type a shorter name, of at most 60 letters.")},
    )
    region = forms.ChoiceField(
        required=False,
        choices=Region.choices,
        error_messages={"invalid_choice": _("Choose one of the regions of the list.")},
    )

    @property
    def asked(self) -> tuple[str, str]:
        """Name and region as asked for; what cannot be meant is left out, and said beside it."""
        if not self.is_bound:
            return "", ""
        self.full_clean()
        return self.cleaned_data.get("name", ""), self.cleaned_data.get("region", "")

    @property
    def problem(self) -> str:
        """What was not understood, in a sentence."""
        return " ".join(str(message) for messages in self.errors.values() for message in messages)
