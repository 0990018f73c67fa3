"""The set-up as people meet it: commands in processes of their own, and bare folders."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BARE = ("manage.py", "posture/__init__.py", "posture/bootstrap.py", "posture/machine.py")


@pytest.fixture
def plumb(tmp_path):
    """Runs manage.py with data of its own; answers when the command has ended."""

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=os.environ | {"PLUMB_VAR": str(tmp_path / "var")} | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return run


@pytest.fixture
def bare_folder(tmp_path):
    """Plumb as it is cloned, without an environment."""
    for name in BARE:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


@pytest.fixture
def taken_port():
    """A port at which something else listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
