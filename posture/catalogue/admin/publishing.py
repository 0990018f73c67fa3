"""“Save and publish”: one click for a small correction, the review page where more waits."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from posture.catalogue import editions, models
from posture.catalogue.admin import words
from posture.catalogue.admin.pending import Pending, look

BUTTON = "_publish"
NOTE_LENGTH = models.Edition._meta.get_field("note").max_length or 0
REVIEW = "admin:catalogue_edition_review"


def may_publish(request: HttpRequest) -> bool:
    return request.user.has_perm("catalogue.publish_edition")


def wants(request: HttpRequest) -> bool:
    return BUTTON in request.POST and may_publish(request)


def look_before(request: HttpRequest) -> None:
    """Before a row is saved to be published: keep what was waiting already."""
    if wants(request):
        request.waiting_before = look()  # type: ignore[attr-defined]


def publish_saved(model_admin: Any, request: HttpRequest, row: Any) -> HttpResponse:
    """The row is saved. Publish it if nothing else waits, else lead to the review page."""
    before: Pending = request.waiting_before  # type: ignore[attr-defined]
    name, slug = model_admin.record_of(row)
    now = look()
    if others := before.others(name, slug):
        messages.info(request, saved_only(row, len(others)))
        return HttpResponseRedirect(reverse(REVIEW))
    if not now.changes:
        messages.info(request, _("Saved. Visitors see nothing new by it, so it is not published."))
        return HttpResponseRedirect(form_url(row))
    try:
        edition = publish(request, note=note_of(now))
    except editions.CannotPublish as refusal:
        messages.error(request, refused(refusal))
        return HttpResponseRedirect(form_url(row))
    facts = {"row": str(row), "number": edition.number}
    text = _("“%(row)s” is saved and published as edition %(number)s. Visitors see it now.")
    messages.success(request, text % facts)
    saved: HttpResponse = model_admin.response_post_save_change(request, row)
    return saved


def form_url(row: Any) -> str:
    return reverse(f"admin:catalogue_{row._meta.model_name}_change", args=[row.pk])


def saved_only(row: Any, count: int) -> str:
    facts = {"row": str(row), "count": count}
    return (
        ngettext(
            "“%(row)s” is saved. %(count)s other change waits too: look through all, then publish.",
            "“%(row)s” is saved. %(count)s other changes wait too: look through all, then publish.",
            count,
        )
        % facts
    )


def publish(request: HttpRequest, *, note: str) -> models.Edition:
    """Publish the working copy in the name of who asks for it."""
    return editions.publish(by=request.user, note=note)


def note_of(pending: Pending) -> str:
    """What a small correction changed, as the note of its edition."""
    told = (
        f"{about.kind} {about.title}: " + ", ".join(line.field for line in about.lines)
        for about in words.in_words(pending.changes)
    )
    return Truncator("; ".join(told)).chars(NOTE_LENGTH)


def refused(refusal: editions.CannotPublish) -> str:
    """The reasons, each with the way to where it can be mended."""
    links = format_html_join(
        "",
        '<li><a href="{}">{}</a>: {}</li>',
        ((one.url, one.title, one.text) for one in words.remarks(refusal.problems)),
    )
    lead = _("It is saved, but not published. Mend this first:")
    return format_html("{}<ul>{}</ul>", lead, links)
