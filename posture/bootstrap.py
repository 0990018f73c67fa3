"""Builds the environment Plumb runs in, with nothing but Python, and goes on inside it."""

import argparse
import errno
import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from posture.machine import (
    SetupError,
    apt_install,
    attempt,
    bracketed,
    explained,
    names_of,
    require_free,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"  # names the locks that are installed whole


def main(argv: list[str]) -> None:
    """Run a command inside the environment, which `up` and `test` build where it is missing."""
    try:
        with explained(ROOT):
            enter(argv)
        hand_over(argv)
    except SetupError as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("\nStopped: run the same command again to go on.")


def enter(argv: list[str]) -> None:
    """Go on as the environment's own Python, unless this already is."""
    command, rest = (argv[1], argv[2:]) if len(argv) > 1 else ("help", [])
    if command == "test":
        prepare("run", "dev")
        os.chdir(ROOT)
        become("-m", "tests.suite", *rest)
    if command == "up":
        refuse_early(rest)
        if prepare("run"):
            become(*argv)
    if installed() and not inside():
        become(*argv)


def inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def become(*arguments: str) -> None:
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), *arguments])


def hand_over(argv: list[str]) -> None:
    """Let Django run the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "posture.settings")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415 - now there
    except ImportError:
        sys.exit("Plumb is not set up here yet: run python3 manage.py up first.")
    execute_from_command_line(argv)


# What `up` is asked for


def add_up_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `up`, read here before the slow part and again by Django's command."""
    parser.add_argument("--port", type=port, default=8000, help="serve on this port (8000)")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="serve on this address of the machine, for a phone on the same network (127.0.0.1)",
    )
    parser.add_argument(
        "--prepare-only", action="store_true", help="get everything ready without serving"
    )
    parser.add_argument(
        "--admin-email", default="admin@localhost", help="the first admin (admin@localhost)"
    )


def port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port: choose one from 1 to 65535.")
    return int(text)


def refuse_early(arguments: list[str]) -> None:
    """Say at once what would fail after the slow part."""
    parser = argparse.ArgumentParser(
        prog="manage.py up", description="Set Plumb up on this machine and serve it."
    )
    add_up_arguments(parser)
    options = parser.parse_args(arguments)
    if options.prepare_only:
        return
    if os.environ.get("PLUMB_MODE") == "production":
        raise SetupError("In production, up only prepares: add --prepare-only.")
    require_free(options.host, options.port)
    if options.host not in {"127.0.0.1", "localhost", "::1"}:
        os.environ["PLUMB_HOST"] = ",".join(map(bracketed, [options.host, *names_of(options.host)]))


# The environment


def prepare(*names: str) -> bool:
    """Make the environment hold these locks, the largest last; True when it had to be built."""
    with alone():
        wanted = [fingerprint(name) for name in names]
        if set(wanted) <= installed():
            return False
        if not os.access(ROOT, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(ROOT))
        print("Building Plumb's environment in .venv; this takes up to a minute.", flush=True)
        with replacing(VENV):
            install(lock(names[-1]))
            STAMP.write_text("\n".join(wanted))
        return True


def lock(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.lock"


def fingerprint(name: str) -> str:
    """What the stamp says of a lock: another Python needs another environment."""
    digest = hashlib.sha256(lock(name).read_bytes()).hexdigest()
    return f"{name} {sys.version_info.major}.{sys.version_info.minor} {digest}"


def installed() -> set[str]:
    """The fingerprints of the locks that are installed whole."""
    whole = PYTHON.exists() and STAMP.exists()
    return set(STAMP.read_text().splitlines()) if whole else set()


@contextmanager
def alone() -> Iterator[None]:
    """Let no second build run beside this one."""
    with lock("run").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def replacing(folder: Path) -> Iterator[None]:
    """Set the folder aside while a new one is made, and bring it back when that fails."""
    aside = folder.with_name(f"{folder.name}.old")
    if STAMP.exists():
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if aside.exists():
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def install(lock: Path) -> None:
    """Fill a new environment: with uv where it works, else with venv and pip."""
    base = str(Path(sys.executable).resolve())  # this Python may be the one set aside
    fast = uv()
    if fast:
        try:
            return install_with_uv(fast, base, lock)
        except SetupError:
            if not importlib.util.find_spec("ensurepip"):
                raise
            shutil.rmtree(VENV, ignore_errors=True)
    return install_with_pip(base, lock)


def uv() -> str | None:
    """The path of a uv that works; a version manager's empty shim does not."""
    path = shutil.which("uv")
    if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode:
        return None
    return path


def install_with_uv(fast: str, base: str, lock: Path) -> None:
    attempt(fast, "venv", "--quiet", "--python", base, str(VENV))
    exactly = ["--require-hashes", "--no-build", "--requirement", str(lock)]
    attempt(fast, "pip", "install", "--quiet", "--python", str(PYTHON), *exactly)


def install_with_pip(base: str, lock: Path) -> None:
    if not importlib.util.find_spec("ensurepip"):
        apt_install(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    attempt(base, "-m", "venv", str(VENV))
    exactly = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    quietly = ["--quiet", "--disable-pip-version-check", "--retries", "2"]
    attempt(str(PYTHON), "-m", "pip", "install", *quietly, *exactly)
