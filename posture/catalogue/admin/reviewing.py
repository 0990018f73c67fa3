"""The page that lists what is not published, in words, and publishes it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posture.catalogue import editions
from posture.catalogue.admin import coverage, publishing, words
from posture.catalogue.admin.pages import PUBLISH, VIEW, page, require
from posture.catalogue.admin.pending import Pending, look


class ReviewForm(forms.Form):
    """Publishes only what was looked at: `seal` names the state of the rows on the page."""

    note = forms.CharField(
        label=gettext_lazy("note"),
        max_length=publishing.NOTE_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("What changed and why, in a sentence. Staff read it in the list."),
    )
    seal = forms.CharField(required=False, widget=forms.HiddenInput)


def review(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Show what waits; a POST publishes it, if nothing else was saved since it was shown."""
    require(request, VIEW)
    pending = look()
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(request, PUBLISH)
        if may_go(form, pending) and (number := issue(request, form)):
            model_admin.log_addition(request, number, form.cleaned_data["note"])
            text = _("Edition %(number)s is published. Visitors see it now.")
            messages.success(request, text % {"number": number.pk})
            return HttpResponseRedirect(reverse("admin:catalogue_edition_changelist"))
        pending = look()
    context = {
        "title": _("Review and publish"),
        "is_review": True,
        "pending": pending,
        "form": form,
        "changed": words.in_words(pending.changes),
        "errors": words.remarks(pending.errors),
        "advice": words.remarks(one for one in pending.problems if not one.is_error),
        "lacks": tuple(coverage.lacks(coverage.new_gaps(coverage.published(), pending.coverage))),
        "can_publish": publishing.may_publish(request),
    }
    return page(model_admin, request, "review", context)


def may_go(form: ReviewForm, pending: Pending) -> bool:
    if not form.is_valid():
        return False
    if form.cleaned_data["seal"] != pending.seal:
        text = _("More was saved since you opened this page. Look through it again, then publish.")
        form.add_error(None, text)
    elif not pending.changes:
        form.add_error(None, _("There is nothing to publish: visitors see all of it already."))
    return form.is_valid()


def issue(request: HttpRequest, form: ReviewForm) -> Any:
    """The new edition, or nothing when the checks found errors; the page lists them."""
    try:
        return publishing.publish(request, note=form.cleaned_data["note"])
    except editions.CannotPublish:
        form.add_error(None, _("It was not published: mend the problems below first."))
        return None
