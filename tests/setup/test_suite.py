"""The test command itself: its exit code, its last line, and the PostgreSQL of its own."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests import postgresql, suite
from tests.setup.conftest import ROOT


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [
        ([0, 0], 0),
        ([0, 5], 0),
        ([5, 0], 0),
        ([5, 5], 5),
        ([1, 0], 1),
        ([0, 1], 1),
        ([1, 5], 1),
        ([0, 0, 0, 2], 2),
        ([2], 2),
        ([4], 4),
    ],
)
def test_the_exit_code_speaks_for_both_runs(codes, verdict):
    assert suite.verdict(codes) == verdict


def test_the_last_line_counts_both_runs(tmp_path):
    report = (
        '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'
    )
    (tmp_path / "sqlite.xml").write_text(report.format(10, 1, 2, 3))
    (tmp_path / "postgresql.xml").write_text(report.format(5, 0, 0, 1))
    assert suite.total(tmp_path) == "8 passed, 3 failed, 4 skipped"


def test_no_setting_of_the_surroundings_reaches_the_tests():
    names = set(read_from_the_environment(ROOT / "posture/settings.py"))
    assert {"DATABASE_URL", "SECRET_KEY"} < names
    assert names - {"PLUMB_VAR"} <= suite.OPERATORS


def read_from_the_environment(path):
    """The first argument of every `env.…(…)` and `read(…)`."""
    for node in ast.walk(ast.parse(path.read_text())):
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if called == "read" or (called.startswith("env.") and node.args):
            yield from (word.value for word in node.args[:1] if isinstance(word, ast.Constant))


def test_a_database_that_is_named_is_used():
    with suite.database("postgresql://somewhere/plumb") as url:
        assert url == "postgresql://somewhere/plumb"


def test_a_machine_without_postgresql_says_so_in_one_line(monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(postgresql, "DEBIAN", Path("/nowhere"))
    with suite.database("sqlite:///named.sqlite3") as url:
        assert suite.on_postgresql(url) == suite.NOTHING_SELECTED
    assert capsys.readouterr().out == f"{suite.ABSENT}\n"


def test_the_server_of_the_tests_answers_and_then_is_gone():
    folder = postgresql.programs()
    if folder is None:
        pytest.skip("there is no PostgreSQL on this machine")
    with postgresql.server(folder) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1 + 1").fetchone() == (2,)
        place = Path(connection.info.host)
        assert place.stat().st_uid != 0
    assert not place.exists()


def test_a_server_that_does_not_start_says_why(tmp_path):
    (tmp_path / "initdb").write_text("#!/bin/sh\necho no room >&2\nexit 1\n")
    (tmp_path / "initdb").chmod(0o755)
    options = {"cwd": tmp_path}
    with pytest.raises(postgresql.CannotStartError, match="no room"):
        postgresql.create(tmp_path, tmp_path, options)


def test_arguments_that_select_nothing_of_the_database_do_not_fail(tmp_path):
    """Run as people run it, on the quickest test there is."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.suite",
            "tests/test_architecture.py",
            "-q",
            "-p",
            "no:randomly",
        ],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": "postgresql://nobody@/nothing?host=/nowhere"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "1 passed, 0 failed, 0 skipped"
