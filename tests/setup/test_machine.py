"""What a machine refuses becomes one sentence that says what to do."""

import errno
import os
import socket
from pathlib import Path

import pytest

from posture import machine
from posture.machine import SetupError, names_of, remedy, require_free, web_address


def refused(error_number, filename=None):
    return remedy(OSError(error_number, os.strerror(error_number), filename), Path("/there"))


def test_a_full_disk_asks_for_space():
    assert refused(errno.ENOSPC).startswith("The disk is full: free some space")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_cannot_be_written_is_named(number):
    assert refused(number).startswith("/there cannot be written: copy Plumb to a folder of your")
    assert refused(number, "/there/deep").startswith("/there/deep cannot be written")


def test_any_other_refusal_is_passed_on():
    assert refused(errno.EISDIR, "/there/deep").startswith("/there/deep: Is a directory; mend that")


def test_a_file_in_the_way_of_a_folder_is_explained(tmp_path):
    (tmp_path / "file").touch()
    explained = machine.explained(tmp_path)
    with pytest.raises(SetupError, match=r"file/deep.* then run the same command"), explained:
        (tmp_path / "file/deep").mkdir()


# Where to serve


def test_a_free_port_gives_the_number_of_the_address(free_port):
    assert require_free("localhost", free_port) in {"127.0.0.1", "::1"}


def test_a_taken_port_leads_to_what_is_there_and_to_the_next(taken_port):
    with pytest.raises(SetupError) as refusal:
        require_free("127.0.0.1", taken_port)
    assert f"Port {taken_port} is taken" in str(refusal.value)
    assert f"open http://127.0.0.1:{taken_port}/" in str(refusal.value)
    assert f"--port {taken_port + 1}" in str(refusal.value)


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid", "a" * 70])
def test_an_address_of_another_machine_is_refused(host, free_port):
    with pytest.raises(SetupError, match="is not an address of this machine: choose another"):
        require_free(host, free_port)


def test_a_port_of_the_system_is_explained():
    assert "above 1023" in machine.refusals("127.0.0.1", 80)[errno.EACCES]


def test_addresses_are_spelled_as_browsers_want_them():
    assert web_address("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert web_address("::1", 8000) == "http://[::1]:8000/"


def test_every_address_stands_for_the_names_a_phone_can_use():
    names = names_of("0.0.0.0")
    assert "0.0.0.0" not in names
    assert {"localhost", socket.gethostname().lower()} <= set(names)
    assert names_of("192.0.2.7") == ["192.0.2.7"]


# Installing


def test_without_apt_the_line_to_run_is_said(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SetupError, match="run sudo apt-get install this that"):
        machine.apt_install("this", "that")


def test_apt_works_in_plain_sight_and_its_failure_is_said(tmp_path, monkeypatch, capfd):
    if os.geteuid():
        pytest.skip("only root may install")
    apt = tmp_path / "apt-get"
    apt.write_text('#!/bin/sh\necho "E: no such package"\nexit 100\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(SetupError, match="apt-get update failed"):
        machine.apt_install("this")
    assert capfd.readouterr().out.splitlines() == ["+ apt-get update", "E: no such package"]


def test_a_step_that_works_is_silent(capfd):
    machine.attempt("echo", "much")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("error: Permission denied (os error 13)", "Plumb's folder cannot be written"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS", "not the one that"),
        ("error: Hash mismatch for `django==5.2`", "not the one that"),
        ("Failed to establish a new connection: [Errno 101]", "check the network connection"),
        ("error: Request failed: dns error: failed to lookup", "check the network connection"),
        ("ERROR: No matching distribution found for django", "use Python 3.11, 3.12 or 3.13"),
        ("something else\nthe last line", r"failed \(the last line\): mend that"),
    ],
)
def test_what_installers_say_becomes_a_sentence(said, sentence):
    with pytest.raises(SetupError, match=sentence) as refusal:
        machine.attempt("sh", "-c", f"printf '%s' '{said}'; exit 1")
    assert str(refusal.value).endswith("then run the same command again.")


def test_a_step_that_fails_without_a_word_says_so():
    with pytest.raises(SetupError, match=r"failed \(no reason given\)"):
        machine.attempt("false")
