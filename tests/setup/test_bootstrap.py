"""The environment is built whole or not at all, from nothing but Python."""

import ast
import ensurepip
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from posture import bootstrap
from posture.machine import SetupError, attempt
from tests.setup.conftest import ROOT

NOBODY = 65534


def bare(folder, *arguments, **environment):
    """Run manage.py with a Python that has no packages."""
    return subprocess.run(
        [sys._base_executable, "-S", "-E", "manage.py", *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_old_pythons_can_read_the_refusal():
    source = (ROOT / "manage.py").read_text()
    ast.parse(source, feature_version=(3, 4))
    assert re.search(r'sys\.exit\("Plumb needs Python 3\.11 or newer', source)


def test_a_command_before_the_set_up_is_told_to_set_up(bare_folder):
    done = bare(bare_folder, "check")
    assert done.returncode == 1
    assert done.stderr == "Plumb is not set up here yet: run python3 manage.py up first.\n"


def test_a_taken_port_is_refused_before_the_slow_part(bare_folder, taken_port):
    done = bare(bare_folder, "up", "--port", str(taken_port))
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {taken_port} is taken")
    assert done.stdout == ""
    assert not (bare_folder / ".venv").exists()


@pytest.mark.parametrize("port", ["0", "65536", "eight", "-1"])
def test_what_is_no_port_is_refused(bare_folder, port):
    done = bare(bare_folder, "up", f"--port={port}")
    assert done.returncode == 2
    assert f"'{port}' is not a port: choose one from 1 to 65535." in done.stderr


def test_in_production_up_only_prepares(bare_folder):
    done = bare(bare_folder, "up", PLUMB_MODE="production")
    assert done.stderr == "In production, up only prepares: add --prepare-only.\n"


def test_serving_a_network_allows_the_names_a_phone_uses(monkeypatch, free_port):
    monkeypatch.setenv("PLUMB_HOST", "")
    bootstrap.refuse_early(["--host", "0.0.0.0", "--port", str(free_port)])
    assert {"0.0.0.0", "localhost"} < set(os.environ["PLUMB_HOST"].split(","))


# Building


@pytest.fixture
def bare_bootstrap(bare_folder, monkeypatch):
    """The bootstrap of a bare folder, in this process."""
    lead_to(bare_folder, monkeypatch)
    return bootstrap


def lead_to(folder, monkeypatch):
    places = {"VENV": ".venv", "PYTHON": ".venv/bin/python", "STAMP": ".venv/installed"}
    for name, place in {"ROOT": "", **places}.items():
        monkeypatch.setattr(bootstrap, name, folder / place)


@pytest.fixture
def built(bare_bootstrap):
    """A folder whose environment looks built."""
    bare_bootstrap.PYTHON.parent.mkdir(parents=True)
    bare_bootstrap.PYTHON.touch()
    bare_bootstrap.STAMP.write_text(bare_bootstrap.fingerprint("run"))
    return bare_bootstrap


def build(bootstrap, then=None):
    """Make a new environment of one file, and perhaps fail."""
    with bootstrap.replacing(bootstrap.VENV):
        bootstrap.VENV.mkdir()
        (bootstrap.VENV / "new").touch()
        if then:
            raise then


def test_a_built_environment_is_left_as_it_is(built, capsys):
    assert not built.prepare("run")
    assert capsys.readouterr().out == ""


def test_a_new_lock_asks_for_a_new_environment(built):
    before = built.fingerprint("run")
    with built.lock("run").open("a") as file:
        file.write("# newer\n")
    assert built.fingerprint("run") not in built.installed()
    assert built.fingerprint("run") != before


def test_the_tests_need_more_than_the_site(built):
    assert built.fingerprint("dev") not in built.installed()


def test_half_an_environment_counts_as_none(built):
    built.PYTHON.unlink()
    assert built.installed() == set()


def test_a_build_that_fails_brings_the_old_environment_back(built):
    with pytest.raises(SetupError):
        build(built, then=SetupError("no network"))
    assert built.STAMP.exists()
    assert not (built.VENV / "new").exists()
    assert not list(built.ROOT.glob(".venv.*"))


def test_a_build_that_works_leaves_nothing_of_the_old_one(built):
    build(built)
    assert [path.name for path in built.VENV.iterdir()] == ["new"]
    assert not list(built.ROOT.glob(".venv.*"))


def test_half_of_a_build_is_removed_when_there_was_none_before(bare_bootstrap):
    with pytest.raises(KeyboardInterrupt):
        build(bare_bootstrap, then=KeyboardInterrupt())
    assert not bare_bootstrap.VENV.exists()


def test_the_locks_name_a_hash_for_every_package_and_no_index():
    for name in ("run", "dev"):
        text = bootstrap.lock(name).read_text()
        packages = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
        assert len(packages) > 20
        assert all("==" in package and "--hash=sha256:" in package for package in packages)
        assert "index-url" not in text


def test_a_package_with_another_hash_is_not_installed(tmp_path):
    wheels = list(Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl"))
    if not wheels:
        pytest.skip("this Python keeps its pip elsewhere")
    version = wheels[0].name.split("-")[1]
    lock = tmp_path / "bad.lock"
    lock.write_text(f"pip=={version} --hash=sha256:{'0' * 64}\n")
    offline = [
        "--no-index",
        "--find-links",
        str(wheels[0].parent),
        "--target",
        str(tmp_path / "to"),
    ]
    install = [sys.executable, f"{wheels[0]}/pip", "install", *offline, "--require-hashes"]
    with pytest.raises(SetupError, match="A package is not the one that was locked"):
        attempt(*install, "--target", str(tmp_path / "to"), "--requirement", str(lock))
    assert not (tmp_path / "to").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs an account that may write nothing")
def test_a_folder_that_may_only_be_read_is_refused(bare_folder, monkeypatch):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(bare_folder, folder, dirs_exist_ok=True)
        folder.chmod(0o555)
        lead_to(folder, monkeypatch)
        said = as_nobody(lambda: bootstrap.main(["manage.py", "up", "--prepare-only"]))
    assert said.startswith(f"{folder} cannot be written: copy Plumb to a folder of your own")


def as_nobody(action):
    """What the action ends with, when an account without rights starts it."""
    receiving, sending = multiprocessing.Pipe(duplex=False)

    def act():
        os.setuid(NOBODY)
        try:
            action()
        except SystemExit as end:
            sending.send(str(end.code))

    child = multiprocessing.get_context("fork").Process(target=act)
    child.start()
    child.join(10)
    return receiving.recv() if receiving.poll() else "nothing"
