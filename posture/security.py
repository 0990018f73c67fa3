"""The headers that every response carries, written with the names of Django 6's settings."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

FIXED = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def policy(directives: dict[str, list[str]]) -> str:
    """The Content-Security-Policy that `directives` spell."""
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


class Headers:
    """Stands above everything else, so that errors and static files are covered too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.headers = FIXED | {"Content-Security-Policy": policy(settings.SECURE_CSP)}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        return response
