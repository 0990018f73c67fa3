"""Serves the site on this machine, under granian in one process."""

import signal
import socket
import time
from collections.abc import Callable
from functools import partial
from threading import Thread

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from posture.machine import names_of, require_free, web_address
from posture.preparing import Say

THREADS = 4  # a request is short, and one process writes to SQLite at a time
PATIENCE = 10  # seconds a stopping worker has for its last requests


def serve(host: str, port: int, *, say: Say) -> None:
    """Serve until somebody stops it; one process, as limits are counted in its memory."""
    connections.close_all()  # the worker is a copy of this process and opens its own
    number = require_free(host, port)
    server = Granian(
        "posture.wsgi:application",
        address=number,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
        websockets=False,
        log_level=LogLevels.warning,
    )
    announcing = Thread(target=announce, args=(number, port, partial(say, addresses(host, port))))
    announcing.daemon = True
    server.on_startup(announcing.start)
    # Whoever closes the terminal wants it to stop; granian alone would start afresh.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve(target_loader=application, wrap_loader=False)
    say("\nPlumb has stopped.")


def application() -> WSGIHandler:
    """The site, in a worker that leaves Ctrl-C to its parent, who tells it to stop.

    Hearing it twice at once, the worker waits for itself and has to be killed (granian 2.8).
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    from posture.wsgi import application  # noqa: PLC0415 (loaded in the worker)

    return application


def announce(number: str, port: int, ready: Callable[[], object]) -> None:
    """Call `ready` when the site answers."""
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    while True:
        with socket.socket(family) as visitor:
            if visitor.connect_ex((number, port)) == 0:
                break
        time.sleep(0.05)
    ready()


def addresses(host: str, port: int) -> str:
    lines = [f"  {web_address(name, port)}" for name in names_of(host)]
    admin = f"  {web_address(names_of(host)[0], port)}admin/   for staff"
    return "\n".join(["\nPlumb is served at", *lines, admin, "Stop it with Ctrl-C.\n"])
