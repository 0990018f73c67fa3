"""`up` sets everything up once, says what people need, and serves."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from posture import preparing
from posture.accounts.models import User
from posture.catalogue.models import Edition, Muscle
from posture.machine import SetupError
from tests.setup.conftest import ROOT


@pytest.fixture
def prepared(published, settings, tmp_path):
    """Prepares this database, and answers everything that was said."""
    settings.STATIC_ROOT = tmp_path / "static"

    def prepare(email="admin@localhost"):
        said = []
        preparing.prepare(admin_email=email, say=said.append)
        return "\n".join(said)

    return prepare


def password_in(text):
    return re.search(r"with the password +(\S+)", text).group(1)


# The first admin


def test_the_first_admin_signs_in_with_the_password_and_must_change_it(client, prepared):
    said = prepared("Owner@Example.org")
    login = {"login": "owner@example.org", "password": password_in(said)}
    assert client.post("/account/login/", login).status_code == 302
    assert client.get("/admin/").url.startswith("/account/password/")
    admin = User.objects.get()
    assert admin.is_superuser
    assert admin.must_change_password


def test_the_first_admin_needs_no_mail_to_sign_in(prepared):
    prepared()
    assert EmailAddress.objects.get().verified


def test_the_password_is_random_and_shown_once(prepared):
    first = password_in(prepared())
    assert "password" not in prepared()
    User.objects.all().delete()
    assert len(first) > 20
    assert password_in(prepared()) != first


def test_an_admin_whom_somebody_made_is_enough(prepared):
    User.objects.create_superuser("owner@example.org", "heron stands in shallow water")
    assert "admin" not in prepared()
    assert User.objects.count() == 1


@pytest.mark.parametrize("email", ["nobody", "a@b@c", "person@example.org"])
def test_an_address_that_cannot_be_the_admins_is_refused(prepared, email):
    User.objects.create_user("person@example.org", "heron stands in shallow water")
    with pytest.raises(SetupError, match=rf"^{email}: .* Choose another with --admin-email\.$"):
        prepared(email)


# Doing it again


def everything():
    return [list(model.objects.order_by("pk").values()) for model in apps.get_models()]


def test_a_second_time_changes_nothing(prepared):
    prepared()
    rows = [list(model.objects.order_by("pk").values()) for model in (Muscle, Edition, User)]
    assert prepared() == "Edition 1 is current."
    assert rows == [
        list(model.objects.order_by("pk").values()) for model in (Muscle, Edition, User)
    ]


def test_static_files_are_collected_when_one_changed(prepared, settings, tmp_path):
    (tmp_path / "own").mkdir()
    own = tmp_path / "own/site.css"
    own.write_text("a {}")
    settings.STATICFILES_DIRS = [tmp_path / "own"]
    assert "collected" in prepared()
    assert "collected" not in prepared()
    own.write_text("b {}")
    os.utime(own, (0, 0))
    assert "collected" in prepared()
    assert list(settings.STATIC_ROOT.glob("site.*.css"))


def test_what_staff_have_not_published_is_left_to_them(prepared):
    Muscle.objects.update(name="Seat")
    assert "not published" in prepared()
    assert Edition.objects.count() == 1


# What goes wrong


def test_the_database_of_a_newer_plumb_is_left_alone(prepared):
    MigrationRecorder(connection).record_applied("catalogue", "9999_later")
    with pytest.raises(SetupError, match="made by a newer Plumb"):
        prepared()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("file is not a database", "is damaged: put a backup in its place"),
        ("database disk image is malformed", "is damaged"),
        ("database or disk is full", "The disk is full: free some space"),
        ("attempt to write a readonly database", "cannot be written: name a writable folder"),
        ("unable to open database file", "cannot be written"),
        ("database is locked", "is being written by another program: stop that one"),
        ('connection to server at "db" failed', "DATABASE_URL cannot be reached"),
        ("something else", r"The database refused \(something else\): mend that"),
    ],
)
def test_what_databases_say_becomes_a_sentence(said, sentence):
    assert re.search(sentence, preparing.database_remedy(said))
    assert preparing.database_remedy(said).endswith(", then run the same command again.")


def test_a_damaged_database_is_named(plumb, tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var/plumb.sqlite3").write_bytes(b"no database" * 1000)
    done = plumb("up", "--prepare-only")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path}/var/plumb.sqlite3 is damaged: put a backup in its")
    assert done.stderr.count("\n") == 1


def test_a_database_server_that_is_not_there_is_said_at_once(plumb, free_port):
    url = f"postgresql://plumb@127.0.0.1:{free_port}/plumb"
    done = plumb("up", "--prepare-only", DATABASE_URL=url)
    assert done.returncode == 1
    assert done.stderr.startswith("The database of DATABASE_URL cannot be reached: check that")
    assert done.stderr.count("\n") == 1


def test_data_that_cannot_be_kept_is_said(plumb, tmp_path):
    (tmp_path / "file").touch()
    done = plumb("up", "--prepare-only", PLUMB_VAR=str(tmp_path / "file/var"))
    assert done.returncode == 1
    assert "name a writable one in PLUMB_VAR" in done.stderr
    assert done.stderr.count("\n") == 1


def test_production_without_an_operator_is_not_prepared(plumb, tmp_path):
    site = {"PLUMB_MODE": "production", "SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "a.example"}
    done = plumb("up", "--prepare-only", **site)
    assert done.returncode == 1
    assert "Say in OPERATOR_NAME who runs this site." in done.stderr
    assert not (tmp_path / "var/plumb.sqlite3").exists()


# Serving


@pytest.fixture
def serve(tmp_path, free_port):
    """Starts `up`, as often as asked; what still runs at the end is ended."""
    started = []

    def start():
        started.append(Served(tmp_path, free_port))
        return started[-1]

    yield start
    for served in started:
        served.end()


def test_from_nothing_to_a_site_and_back_in_silence(serve):
    first = serve()
    assert password_in(first.until_ready())
    assert first.read("readyz") == b"ok"
    assert first.stop() == 0
    assert first.rest.endswith("Plumb has stopped.\n")
    assert "Traceback" not in first.rest
    assert "Killing" not in first.rest

    second = serve()
    assert "password" not in second.until_ready()
    assert second.stop() == 0


class Served:
    """`up` in a process of its own, as a person runs it."""

    def __init__(self, folder, port):
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--port", str(port)],
            cwd=ROOT,
            env=os.environ | {"PLUMB_VAR": str(folder / "var")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.watchdog = threading.Timer(120, self.end)
        self.watchdog.start()

    def until_ready(self):
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line.startswith("Stop it"):
                return "".join(lines)
        raise AssertionError("".join(lines))

    def read(self, path):
        url = f"http://127.0.0.1:{self.port}/{path}"
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read()

    def stop(self):
        """Press Ctrl-C, which every process at the terminal hears."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.rest = self.process.communicate(timeout=30)[0]
        return self.process.returncode

    def end(self):
        self.watchdog.cancel()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


def test_preparing_only_does_not_serve(published, settings, tmp_path, capsys):
    settings.STATIC_ROOT = tmp_path / "static"
    call_command("up", prepare_only=True)
    assert capsys.readouterr().out.endswith("Everything is ready.\n")
