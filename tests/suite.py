"""Runs the tests: everything on SQLite, then what touches the database again on PostgreSQL."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

from tests import postgresql

# pytest's exit codes
NOTHING_SELECTED = 5
CUT_SHORT = {2, 3, 4}  # interrupted, broken, misused
SUITE = "testsuite"  # what a run is called in its XML report

ASKING = {"-h", "--help", "-V", "--version", "--markers", "--fixtures", "--co", "--collect-only"}

# What the environment says of a site must not reach its tests.
OPERATORS = {
    "PLUMB_MODE", "PLUMB_HOST", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "TRUSTED_PROXIES",
    "EMAIL_URL", "SOURCE_URL", "OPERATOR_NAME", "CONTACT_EMAIL", "PRIVACY_CONTACT",
    "EMERGENCY_NUMBER", "TIME_ZONE", "DJANGO_SETTINGS_MODULE",
}  # fmt: skip

SHARING = ["--numprocesses=auto", "--maxprocesses=4"]
MEASURING = ["--cov", "--cov-report="]
ABSENT = (
    "PostgreSQL is not on this machine, so its tests were skipped: install it"
    " (Debian: apt-get install postgresql) or name a database in DATABASE_URL."
)
COVERED = {"*": 95, "posture/reasoning/*,posture/figures/*": 100}  # percent, branches included


def main(arguments: list[str]) -> int:
    """Pass the arguments to pytest, twice; the exit code is right for both runs together."""
    if ASKING & set(arguments):
        return call("pytest", *arguments)
    signal.signal(signal.SIGINT, lambda *_: None)  # pytest hears Ctrl-C itself, and ends in order
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with tempfile.TemporaryDirectory(prefix="plumb-tests-") as folder:
        os.environ["PLUMB_VAR"] = folder
        os.environ["COVERAGE_FILE"] = f"{folder}/coverage"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", "")  # or every process compiles everything anew
        given = {name: os.environ.pop(name, "") for name in OPERATORS}["DATABASE_URL"]
        codes = list(codes_of_runs(arguments, Path(folder), given))
        print(total(Path(folder)))
    return verdict(codes)


def codes_of_runs(arguments: list[str], folder: Path, given: str) -> Iterator[int]:
    """The whole suite, run without arguments, shares the processors and measures what it covers."""
    share, measure = ([], []) if arguments else (SHARING, MEASURING)
    first = call("pytest", f"--junitxml={folder}/sqlite.xml", *share, *measure, *arguments)
    yield first
    if first in CUT_SHORT:
        return
    try:
        with database(given) as url:
            report = f"--junitxml={folder}/postgresql.xml"
            yield on_postgresql(url, report, *share, *arguments)
    except postgresql.CannotStartError as problem:
        print(f"PostgreSQL is there but does not start: {problem}", flush=True)
        yield 1
    if measure:
        yield from map(covered, COVERED)


def on_postgresql(url: str | None, *arguments: str) -> int:
    if not url:
        print(ABSENT, flush=True)
        return NOTHING_SELECTED
    os.environ["DATABASE_URL"] = url
    print("\nThe tests that touch the database, on PostgreSQL:", flush=True)
    return call("pytest", "--database", *arguments)


def call(module: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode


@contextmanager
def database(given: str) -> Iterator[str | None]:
    """The PostgreSQL that was given, or one of our own, or none."""
    folder = postgresql.programs()
    if given.startswith("postgres"):
        yield given
    elif folder:
        with postgresql.server(folder) as url:
            yield url
    else:
        yield None


def covered(files: str) -> int:
    """Whether enough of these files was run; the report names what was not."""
    least = COVERED[files]
    command = [sys.executable, "-m", "coverage", "report", f"--include={files}"]
    done = subprocess.run(
        [*command, f"--fail-under={least}"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"{done.stdout}{done.stderr}\nLess than {least} % of {files} is covered.", flush=True)
    return done.returncode


def total(folder: Path) -> str:
    """Both runs together, in pytest's words."""
    runs = [run for path in folder.glob("*.xml") for run in ET.parse(path).iter(SUITE)]
    tests, failed, broken, skipped = (
        sum(int(run.get(name, 0)) for run in runs)
        for name in ("tests", "failures", "errors", "skipped")
    )
    passed = tests - failed - broken - skipped
    return f"{passed} passed, {failed + broken} failed, {skipped} skipped"


def verdict(codes: list[int]) -> int:
    """A failure of any run; and selecting nothing is one only when no run found anything."""
    telling = [code for code in codes if code != NOTHING_SELECTED]
    return next(filter(None, telling), 0) if telling else NOTHING_SELECTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
