"""An edition beside the working copy, and bringing a record of it back."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from posture.catalogue import editions, working
from posture.catalogue.admin import words
from posture.catalogue.admin.pages import VIEW, page, require
from posture.catalogue.changes import Change, differences
from posture.catalogue.shapes import lists, model_of


def compare(model_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """How an edition differs from the working copy, with the way to bring back each record."""
    require(request, VIEW)
    edition = known(number)
    found = differences(working.catalogue(edition.language), edition.catalogue)
    held = {(name, one.slug) for name in lists() for one in getattr(edition.catalogue, name)}
    abouts = [(about, (about.name, about.slug) in held) for about in words.in_words(found)]
    title = _("Edition %(number)s beside the working copy") % {"number": number}
    context = {"title": title, "number": number, "abouts": abouts}
    return page(model_admin, request, "compare", context)


def restore(
    model_admin: Any, request: HttpRequest, number: int, name: str, slug: str
) -> HttpResponse:
    """Choose which fields of a record come back from an edition."""
    require_change(request, name)
    changes = restorable(number, name, slug)
    whole = any(not change.field for change in changes)
    fields = dict.fromkeys(change.field.split()[0] for change in changes if change.field)
    refusal = ""
    if request.method == "POST":
        chosen = [field for field in request.POST.getlist("field") if field in fields]
        refusal = bring_back(model_admin, request, number, (name, slug), None if whole else chosen)
        if not refusal:
            return HttpResponseRedirect(words.row_url(name, slug))
    about = next(iter(words.in_words(changes)), None)
    groups = groupby(about.lines if about else (), key=lambda line: line.name)
    title = _("Bring back from edition %(number)s") % {"number": number}
    context = {
        "title": title,
        "number": number,
        "about": about,
        "groups": [(field, list(lines)) for field, lines in groups],
        "whole": whole,
        "refusal": refusal,
        "row_url": words.row_url(name, slug),
    }
    return page(model_admin, request, "restore", context)


def require_change(request: HttpRequest, name: str) -> None:
    if name not in lists():
        raise Http404
    model = model_of(lists()[name])._meta.model_name
    if not request.user.has_perm(f"catalogue.change_{model}"):
        raise PermissionDenied


def known(number: int) -> editions.PublishedEdition:
    try:
        return editions.edition(number)
    except editions.NoEdition as error:
        raise Http404 from error


def restorable(number: int, name: str, slug: str) -> tuple[Change, ...]:
    known(number)
    try:
        return editions.restorable(number, name, slug)
    except editions.CannotRestore as error:
        raise Http404 from error


def bring_back(
    model_admin: Any,
    request: HttpRequest,
    number: int,
    record: tuple[str, str],
    fields: list[str] | None,
) -> str:
    """Restore, log it and say so; a sentence comes back when it cannot be done."""
    if fields == []:
        return _("Tick at least one line.")
    try:
        row = editions.restore(number, *record, fields=fields)
    except editions.CannotRestore as refusal:
        return str(refusal)
    told = _("Brought back from edition %(number)s.") % {"number": number}
    model_admin.log_change(request, row, told)
    text = _("“%(row)s” is brought back from edition %(number)s. It is not published yet.")
    messages.success(request, text % {"row": str(row), "number": number})
    return ""
