"""A PostgreSQL of the tests' own: an unprivileged server in a temporary folder, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNTS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
PATIENCE = 30  # seconds until it must answer, or be gone
SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off")


class CannotStartError(Exception):
    """Why the server does not run."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    kept = [path.parent for path in DEBIAN.glob("*/bin/initdb")]
    return max(kept, key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run the programs of the folder; gives what DATABASE_URL is to be."""
    place = Path(tempfile.mkdtemp(prefix="plumb-"))  # short: it holds a socket
    options: dict[str, Any] = {"cwd": place, **unprivileged()}
    try:
        if "user" in options:
            os.chown(place, options["user"], options["group"])
        create(folder, place, options)
        with running(folder, place, options):
            yield f"postgresql://plumb@/postgres?host={place}"
    finally:
        shutil.rmtree(place, ignore_errors=True)


def unprivileged() -> dict[str, Any]:
    """How a program is started as somebody who is not root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    account = next(known[name] for name in ACCOUNTS if name in known)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": ()}


def create(folder: Path, place: Path, options: dict[str, Any]) -> None:
    choices = ["--auth=trust", "--username=plumb", "--encoding=UTF8", "--no-locale", "--no-sync"]
    command = [folder / "initdb", *choices, place / "data"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode:
        raise CannotStartError(done.stderr.strip())


@contextmanager
def running(folder: Path, place: Path, options: dict[str, Any]) -> Iterator[None]:
    settings = [f"--{setting}" for setting in (*SETTINGS, f"unix_socket_directories={place}")]
    command = [folder / "postgres", "-D", place / "data", *settings]
    log = place / "log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=file, start_new_session=True, **options
        )
    try:
        asking = [folder / "pg_isready", "--quiet", f"--host={place}"]
        until = time.monotonic() + PATIENCE
        while subprocess.run(asking, cwd=place, check=False).returncode:
            if process.poll() is not None or time.monotonic() > until:
                raise CannotStartError(log.read_text().strip())
            time.sleep(0.1)
        yield
    finally:
        process.send_signal(signal.SIGINT)  # disconnects whoever is left
        process.wait(PATIENCE)
