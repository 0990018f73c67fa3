"""What every page knows of the site, and the choice of light or dark."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from posture.catalogue import editions

NAME = "Plumb"
THEMES = ("light", "dark")
THEME_COOKIE = f"{settings.COOKIE_PREFIX}theme"
YEAR = 365 * 24 * 3600  # seconds


class SeeOther(HttpResponseRedirect):
    """After a POST: fetch what comes next."""

    status_code = 303


def facts() -> dict[str, str]:
    """Who runs this site and how to reach them; an empty text is not shown."""
    return {
        "name": NAME,
        "emergency_number": settings.EMERGENCY_NUMBER,
        "operator": settings.OPERATOR_NAME,
        "contact": settings.CONTACT_EMAIL,
        "privacy_contact": settings.PRIVACY_CONTACT,
        "source_url": settings.SOURCE_URL,
    }


def context(request: HttpRequest) -> dict[str, Any]:
    """The variables of every template: who runs the site, how it looks, who reviewed it."""
    theme = request.COOKIES.get(THEME_COOKIE)
    return {
        "site": facts(),
        "mail": settings.MAIL,
        "theme": theme if theme in THEMES else "system",
        "edition_review": SimpleLazyObject(review),
    }


def review() -> str:
    """The sentence that says whether a clinician has reviewed what visitors read."""
    try:
        return editions.current().review
    except editions.NoEdition:
        return ""


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the choice of light or dark in this browser, and go back."""
    response = SeeOther(onward(request))
    choice = request.POST.get("theme")
    if choice in THEMES:
        response.set_cookie(
            THEME_COOKIE,
            choice,
            max_age=YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response


def onward(request: HttpRequest) -> str:
    """Where the form says the visitor came from, when that is on this site."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if ours else "/"
