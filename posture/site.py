"""What every page knows of the site, and what a browser chooses: its look and its country."""

from collections.abc import Container
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from posture import countries
from posture.catalogue import editions
from posture.countries import COUNTRIES, Country

NAME = "Plumb"
THEMES = ("light", "dark")
THEME_COOKIE = f"{settings.COOKIE_PREFIX}theme"
YEAR = 365 * 24 * 3600  # seconds


class SeeOther(HttpResponseRedirect):
    """After a POST: fetch what comes next."""

    status_code = 303


def facts(country: Country | None = None) -> dict[str, Any]:
    """Who runs this site, how to reach them, and whom to call; an empty text is not shown."""
    return {
        "name": NAME,
        "country": country,
        "countries": tuple(COUNTRIES.values()),
        "emergency_number": countries.number(country),
        "operator": settings.OPERATOR_NAME,
        "contact": settings.CONTACT_EMAIL,
        "privacy_contact": settings.PRIVACY_CONTACT,
        "source_url": settings.SOURCE_URL,
    }


def context(request: HttpRequest) -> dict[str, Any]:
    """The variables of every template: who runs the site, how it looks, who reviewed it."""
    theme = request.COOKIES.get(THEME_COOKIE)
    return {
        "site": facts(countries.chosen(request)),
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
    return keep(request, THEME_COOKIE, request.POST.get("theme", ""), THEMES)


@require_POST
def country(request: HttpRequest) -> HttpResponse:
    """Keep in this browser whose emergency number to show, and go back."""
    return keep(request, countries.COOKIE, request.POST.get("country", ""), COUNTRIES)


def keep(request: HttpRequest, cookie: str, choice: str, offered: Container[str]) -> HttpResponse:
    """Keep a choice for a year; what is not offered takes an older choice back."""
    response = SeeOther(onward(request))
    if choice in offered:
        response.set_cookie(
            cookie,
            choice,
            max_age=YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(cookie, samesite="Lax")
    return response


def onward(request: HttpRequest) -> str:
    """Where the form says the visitor came from, when that is on this site."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if ours else "/"
