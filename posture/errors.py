"""The pages for what goes wrong; they say what to do and show nothing internal."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from posture import logs, site
from posture.catalogue.editions import NoEdition

RETRY_AFTER = 10  # seconds
PASSING = (OperationalError, InterfaceError, NoEdition)  # locked, full, restarting, being set up
WAIT = 60  # seconds, for somebody who tried too often


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or was sent from somewhere else."""
    kind, _, _quoted = reason.partition(" - ")  # what follows may quote the address of a check
    logs.log.warning("csrf", reason=kind)
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(WAIT)
    return response


def failed(request: HttpRequest) -> HttpResponse:
    """What passes by itself is a 503, worth trying again; all else is our mistake.

    Neither page reads the request: what failed may be what it would ask for.
    """
    error = sys.exc_info()[1]
    if error is not None:
        logs.failure(error)
    if isinstance(error, PASSING):
        page, status, headers = "503.html", 503, {"Retry-After": str(RETRY_AFTER)}
    else:
        page, status, headers = "500.html", 500, {}
    known = {"site": site.facts(), "request_id": logs.request_id()}
    content = render_to_string(page, known)
    return HttpResponse(content, status=status, headers=headers)
