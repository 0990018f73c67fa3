"""One line for each request, with an id and without anything personal."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase


def configuration() -> dict[str, Any]:
    return {"version": 1, "disable_existing_loggers": False}


class RequestLog:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)
