"""What the environment makes of the site: strict in production, and never started half right."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "PLUMB_MODE": "production",
    "SECRET_KEY": "k" * 25 + "0123456789" * 3,
    "ALLOWED_HOSTS": "plumb.example",
    "OPERATOR_NAME": "Clinic",
    "CONTACT_EMAIL": "hello@plumb.example",
    "PRIVACY_CONTACT": "privacy@plumb.example",
}
LOADING = "import os, posture.settings"
SERVING = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "posture.settings"
import django
django.setup()
from django.conf import settings
settings.STATIC_ROOT = os.environ["PLUMB_VAR"] + "/static"
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("load_catalogue", verbosity=0)
call_command("publish", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
from django.test import Client
plain = Client(headers={"host": "plumb.example"}).get("/check/")
print(plain.status_code, plain["Location"])
secure = Client(headers={"host": "plumb.example"}).get("/check/", secure=True)
print(secure.status_code, secure["Strict-Transport-Security"])
print(secure.cookies.output())
begun = Client(headers={"host": "plumb.example"})
print(begun.post("/check/", {"consent": "on"}, secure=True).cookies.output())
"""


@pytest.fixture
def run(tmp_path):
    """Runs a program with nothing in the environment but these settings."""

    def ran(program, **settings):
        environment = {"PATH": os.environ["PATH"], "PLUMB_VAR": str(tmp_path / "var")}
        return subprocess.run(
            [sys.executable, "-c", program],
            env=environment | settings,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    return ran


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"PLUMB_MODE": "live"}, "PLUMB_MODE must be 'local' or 'production', not 'live'."),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must have at least 50 characters"),
        ({"SECRET_KEY": ""}, "SECRET_KEY must have at least 50 characters"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS must be set"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must be set"),
        ({"DATABASE_URL": "mysql://a"}, "DATABASE_URL must begin with sqlite:/// or postgresql://"),
        ({"TRUSTED_PROXIES": "one"}, "TRUSTED_PROXIES must be a whole number."),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES must be 0 or more."),
        ({"TIME_ZONE": "Vienna"}, "TIME_ZONE must be a time zone such as Europe/Vienna."),
        ({"EMAIL_URL": "nonsense"}, "EMAIL_URL must be a mail server"),
    ],
)
def test_a_bad_setting_stops_the_start_with_one_sentence(run, changed, sentence):
    done = run(LOADING, **(PRODUCTION | changed))
    assert done.returncode == 1
    assert done.stderr.startswith("Plumb cannot start: ")
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_in_production_all_is_https_and_every_cookie_belongs_to_this_host_alone(run):
    done = run(SERVING, **PRODUCTION)
    assert done.returncode == 0, done.stderr
    plain, secure, *cookies = done.stdout.splitlines()
    assert plain == "301 https://plumb.example/check/"
    assert secure == "200 max-age=63072000; includeSubDomains"
    set_cookies = [line for line in cookies if line]
    assert {line.split("=")[0] for line in set_cookies} >= {
        "Set-Cookie: __Host-csrf",
        "Set-Cookie: __Host-browser",
    }
    for line in set_cookies:
        assert line.startswith("Set-Cookie: __Host-")
        for word in ("HttpOnly", "Path=/", "SameSite=Lax", "Secure"):
            assert word in line
        assert "Domain" not in line


def test_the_folder_of_health_data_is_the_owners_alone(run, tmp_path):
    assert run(LOADING).returncode == 0
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_the_key_of_a_local_site_is_made_once_and_kept_secret(run, tmp_path):
    key = tmp_path / "var" / "secret-key"
    run(LOADING)
    first = key.read_text()
    run(LOADING)
    assert key.read_text() == first
    assert len(first) >= 50
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
