"""Who is asking: a signed-in person, or a browser known by a signed cookie."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest
from django.http.response import HttpResponseBase

MAX_AGE = 30 * 24 * 60 * 60  # seconds
RENEW_AFTER = 24 * 60 * 60  # seconds
COOKIE = f"{settings.COOKIE_PREFIX}browser"
_signer = TimestampSigner(salt="assessments.visitors")


@dataclass(frozen=True, slots=True)
class Visitor:
    """A user's id, this browser's secret key, or both; neither for someone new."""

    user_id: int | None = None
    key: str = ""

    @property
    def browser(self) -> str:
        """What is stored of the key: its SHA-256."""
        return hashlib.sha256(self.key.encode()).hexdigest() if self.key else ""

    def with_key(self) -> "Visitor":
        """The same visitor, with a browser key of at least 128 random bits for someone new."""
        return self if self.user_id or self.key else replace(self, key=secrets.token_urlsafe(24))


def visitor(request: HttpRequest) -> Visitor:
    """Read who is asking; a browser without a session costs no query."""
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
    return Visitor(request.user.pk if signed_in else None, _key(request, MAX_AGE))


def remember(response: HttpResponseBase, known: Visitor) -> None:
    """Give this browser its key for another 30 days."""
    if known.key:
        response.set_cookie(
            COOKIE,
            _signer.sign(known.key),
            max_age=MAX_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def forget(response: HttpResponseBase) -> None:
    """Take the key from this browser."""
    response.delete_cookie(COOKIE, samesite="Lax")


class RenewBrowserKey:
    """Renews a key in use once a day, so that a check lasts 30 days from its last touch."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.respond(request)
        untouched = COOKIE not in response.cookies
        if untouched and not _key(request, RENEW_AFTER):
            remember(response, Visitor(key=_key(request, MAX_AGE)))
        return response


def _key(request: HttpRequest, max_age: int) -> str:
    """The key this browser proves to have been given in the last `max_age` seconds."""
    try:
        return _signer.unsign(request.COOKIES[COOKIE], max_age=max_age)
    except (KeyError, BadSignature):
        return ""
