"""One line of JSON for each request, with an id and without anything personal.

A line never holds an address as it was asked for (it may name a check), a query, a body,
a header, an e-mail address or the text of an exception (it may quote a row).
"""

import secrets
import traceback
from collections.abc import Callable
from time import perf_counter
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponseBase
from structlog.contextvars import bound_contextvars, get_contextvars

log = structlog.get_logger("plumb")

SILENT = ("django.request", "django.security", "django.server")  # they quote addresses


def configure() -> dict[str, Any]:
    """Point structlog at standard logging, and answer Django's LOGGING."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    line = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(),
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
            "nowhere": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "plumb": {"level": "INFO"},
            **{name: {"handlers": ["nowhere"], "propagate": False} for name in SILENT},
        },
    }


class RequestLog:
    """Gives each request an id and writes its one line when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = perf_counter()
        with bound_contextvars(request_id=secrets.token_hex(8)):
            response = self.get_response(request)
            response["X-Request-ID"] = request_id()
            log.info(
                "request",
                method=request.method,
                route=route(request),
                status=response.status_code,
                ms=round(1000 * (perf_counter() - began), 1),
            )
        return response


def request_id() -> str:
    return str(get_contextvars().get("request_id", ""))


def route(request: HttpRequest) -> str | None:
    """The pattern that matched, which names no check; nothing for static and unknown addresses."""
    return request.resolver_match.route if request.resolver_match else None


def failure(error: BaseException) -> None:
    """Log what went wrong and where, without the words of the exception."""
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    log.error(
        "failure",
        error=type(error).__qualname__,
        trace=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    )
