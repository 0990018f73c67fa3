"""What the tests of the catalogue share."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from posture.catalogue import content

MANAGE = Path(__file__).parents[2] / "manage.py"


@pytest.fixture(scope="session")
def shipped():
    """The shipped content as one catalogue."""
    return content.read().catalogue


@pytest.fixture
def empty_database(tmp_path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command as another process, in a place where nothing was ever set up."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, MANAGE, *arguments],
            env=environment | {"PLUMB_VAR": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    return run
