"""Emergency numbers by country, and the one that a visitor chose.

The choice is a cookie that holds the code of a country and nothing else. Nothing is guessed from
the language of the browser: many browsers say en-US wherever they are, and would be shown a number
that does not answer.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = f"{settings.COOKIE_PREFIX}country"


@dataclass(frozen=True, slots=True)
class Country:
    """Where one number is the one to call in an emergency."""

    code: str
    name: str | Promise
    number: str


ELSEWHERE = Country("other", _("Another country"), "112")  # works from most mobile phones
COUNTRIES = {
    country.code: country
    for country in (
        Country("eu", _("Europe"), "112"),
        Country("gb", _("United Kingdom"), "999"),
        Country("us", _("United States or Canada"), "911"),
        Country("au", _("Australia"), "000"),
        ELSEWHERE,
    )
}


def chosen(request: HttpRequest) -> Country | None:
    """The country that this browser keeps; none when nothing, or nothing we know, is kept."""
    return COUNTRIES.get(request.COOKIES.get(COOKIE, ""))


def number(country: Country | None) -> str:
    """Whom to call there; without a country the operator's number, which may be an empty text."""
    return country.number if country else str(settings.EMERGENCY_NUMBER)
