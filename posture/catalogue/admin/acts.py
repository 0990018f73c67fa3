"""What can be done to an edition: publish it again, recall it, enter who reviewed it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posture.catalogue import editions
from posture.catalogue.admin.pages import PUBLISH, RECALL, SIGN, page, require, to_edition
from posture.catalogue.admin.publishing import NOTE_LENGTH
from posture.catalogue.models import Edition

WIDE = {"class": "vTextField"}


class ReissueForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("note"),
        max_length=NOTE_LENGTH,
        required=False,
        widget=forms.TextInput(attrs=WIDE),
        help_text=gettext_lazy("Why you go back to it, in a sentence."),
    )


class RecallForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("reason"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy("People with a result by this edition read it, so use plain words."),
    )


class SignatureForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("name"), max_length=100, widget=forms.TextInput(attrs=WIDE)
    )
    profession = forms.CharField(
        label=gettext_lazy("profession"), max_length=100, widget=forms.TextInput(attrs=WIDE)
    )
    on = forms.DateField(
        label=gettext_lazy("reviewed on"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


@dataclass(frozen=True, slots=True)
class Act:
    """A page with a form about one edition. `perform` does it and says so in a sentence."""

    name: str
    permission: str
    title: Promise
    explanation: Promise
    button: Promise
    form: type[forms.Form]
    may: Callable[[Edition], bool]
    perform: Callable[[Edition, Any, dict[str, Any]], str]


def reissue(edition: Edition, user: Any, told: dict[str, Any]) -> str:
    issued = editions.reissue(edition.number, by=user, note=told["note"])
    facts = {"old": edition.number, "number": issued.number}
    return _("Edition %(old)s is published again, as edition %(number)s.") % facts


def recall(edition: Edition, user: Any, told: dict[str, Any]) -> str:
    editions.recall(edition.number, by=user, reason=told["reason"])
    return _("Edition %(number)s is recalled.") % {"number": edition.number}


def sign(edition: Edition, user: Any, told: dict[str, Any]) -> str:
    editions.sign(edition.number, by=user, **told)
    return _("The signature for edition %(number)s is entered.") % {"number": edition.number}


def is_current(edition: Edition) -> bool:
    entry = editions.desk.read().current
    return entry is not None and entry.number == edition.number


def is_valid(edition: Edition) -> bool:
    return edition.recalled_at is None


ACTS = (
    Act(
        name="reissue",
        permission=PUBLISH,
        title=gettext_lazy("Publish again as it was"),
        explanation=gettext_lazy(
            "Visitors see what this edition held, under a new number. Your working copy stays as it"
            " is; what differs from it is then listed as not published."
        ),
        button=gettext_lazy("Publish it again"),
        form=ReissueForm,
        may=lambda edition: is_valid(edition) and not is_current(edition),
        perform=reissue,
    ),
    Act(
        name="recall",
        permission=RECALL,
        title=gettext_lazy("Recall"),
        explanation=gettext_lazy(
            "For an edition that could harm or mislead. Checks that are open go on with the newest"
            " edition left, results made with this one show your reason. It cannot be undone."
        ),
        button=gettext_lazy("Recall this edition"),
        form=RecallForm,
        may=is_valid,
        perform=recall,
    ),
    Act(
        name="sign",
        permission=SIGN,
        title=gettext_lazy("Enter the clinical signature"),
        explanation=gettext_lazy(
            "Who has read this edition as a clinician and stands by it. Visitors read name,"
            " profession and date. There is one signature for an edition, and it stays."
        ),
        button=gettext_lazy("Enter the signature"),
        form=SignatureForm,
        may=lambda edition: is_valid(edition) and edition.signed_on is None,
        perform=sign,
    ),
)


def open_to(request: HttpRequest, edition: Edition) -> list[Act]:
    """What this member of staff may do to this edition."""
    return [act for act in ACTS if request.user.has_perm(act.permission) and act.may(edition)]


def perform(act: Act, model_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """Ask for what the act needs, then do it."""
    require(request, act.permission)
    edition = get_object_or_404(Edition.objects.register(), number=number)
    if not act.may(edition):
        messages.info(request, _("That is done already, or cannot be done to this edition."))
        return to_edition(number)
    form = act.form(request.POST if request.method == "POST" else None)
    if form.is_valid() and (told := attempt(act, request, edition, form)):
        model_admin.log_change(request, edition, told)
        messages.success(request, told)
        return to_edition(number)
    context = {"title": act.title, "act": act, "edition": edition, "form": form}
    return page(model_admin, request, "act", context)


def attempt(act: Act, request: HttpRequest, edition: Edition, form: forms.Form) -> str:
    try:
        return act.perform(edition, request.user, form.cleaned_data)
    except (editions.NoEdition, editions.AlreadySigned) as refusal:
        form.add_error(None, str(refusal))
        return ""
