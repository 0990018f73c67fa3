"""How the pages of a check answer: the whole page, a 303 onward, or a bad reply kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from posture.site import SeeOther

SESSION_KEY = "kept_reply"
MOST, LONGEST = 50, 64  # choices, and characters of one; no page offers more


class HtmxRequest(HttpRequest):
    """What django-htmx makes of a request."""

    htmx: HtmxDetails


@dataclass(frozen=True, slots=True)
class KeptReply:
    """A bad reply that led back to its page; `moved` when the check had moved on meanwhile."""

    data: MultiValueDict
    moved: bool


def bad_reply(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """Say what is wrong and keep what was sent.

    htmx swaps a 422 in place. Without a script the browser is led back to the page (303), which
    shows the kept reply: a 422 that may not be stored makes Back offer to send the form again.
    """
    if cast(HtmxRequest, request).htmx:
        return push_url(render(request, template, context, status=422), False)  # noqa: FBT003
    keep_reply(request, context["form"], request.path, moved=context.get("moved", False))
    return SeeOther(request.path)


def keep_reply(request: HttpRequest, form: BaseForm, path: str, *, moved: bool = False) -> None:
    """Keep what was sent until the page with this path shows it."""
    request.session[SESSION_KEY] = {
        "path": path,
        "data": {name: [*short(sent(form, name))] for name in form.fields},
        "moved": moved,
    }


def sent(form: BaseForm, name: str) -> list[str]:
    """All that came in for a field, whatever names its inputs have."""
    value = form[name].data
    return value if isinstance(value, list) else form.data.getlist(name)  # type: ignore[attr-defined]


def short(values: list[str]) -> Iterator[str]:
    """As much of a reply as a page could have sent."""
    return (value[:LONGEST] for value in values[:MOST])


def kept_reply(request: HttpRequest) -> KeptReply | None:
    """The bad reply that led back to this page, once."""
    kept = request.session.pop(SESSION_KEY, None) if has_session(request) else None
    if kept is None or kept["path"] != request.path:
        return None
    return KeptReply(MultiValueDict(kept["data"]), kept["moved"])


def has_session(request: HttpRequest) -> bool:
    """Whether a look into the session is worth its query."""
    return bool(request.session.session_key)
