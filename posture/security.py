"""The headers that Django 5.2 does not send by itself, on every response.

SECURE_CSP has the name and the form of Django 6's setting, so that its middleware can take over.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


def policy(directives: dict[str, list[str]]) -> str:
    """The Content-Security-Policy that `directives` spell."""
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


class Headers:
    """Stands above everything else, so that errors and static files are covered too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.headers = {
            "Content-Security-Policy": policy(settings.SECURE_CSP),
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        return response
