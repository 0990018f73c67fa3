"""Two addresses for the machine that watches the site: is it running, and can it serve."""

import shutil
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from posture.catalogue import editions

ROOM = 16 * 1024 * 1024  # bytes that must be free for the next writes


class NotReadyError(Exception):
    """Says in one word what is missing."""


@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(_request: HttpRequest) -> HttpResponse:
    """Whether a visitor can be served now; else 503 with one word."""
    try:
        for condition in CONDITIONS:
            condition()
    except NotReadyError as missing:
        return HttpResponse(str(missing), content_type="text/plain", status=503)
    return HttpResponse("ok", content_type="text/plain")


def database_answers() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise NotReadyError("database") from error


@cache  # a process does not outlive its migrations; only a success is remembered
def migrations_are_applied() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReadyError("migrations")


def an_edition_is_published() -> None:
    try:
        editions.current()
    except editions.NoEdition as error:
        raise NotReadyError("edition") from error


def disk_has_room() -> None:
    if shutil.disk_usage(settings.VAR).free < ROOM:
        raise NotReadyError("disk")


CONDITIONS: tuple[Callable[[], None], ...] = (
    database_answers,
    migrations_are_applied,
    an_edition_is_published,
    disk_has_room,
)
