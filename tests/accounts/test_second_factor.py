"""Codes from an app: turning them on, signing in with them, and staff who must have them."""

import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.utils import timezone

from posture.accounts.models import User
from tests.accounts.conftest import PASSWORD

ACTIVATE = "/account/2fa/totp/activate/"


def code(secret):
    [counter] = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, counter))


@pytest.fixture
def secret(client, confirmed):
    """The key of an app that has been joined to the account."""
    shown = client.get(ACTIVATE).content.decode()
    [key] = re.findall(r"<code>(\w+)</code>", shown)
    assert client.post(ACTIVATE, {"code": code(key)}).url == "/account/2fa/recovery-codes/"
    return key


def test_the_picture_is_drawn_in_the_page(client, confirmed):
    shown = client.get(ACTIVATE).content.decode()
    assert '<svg class="qr"' in shown
    assert "data:" not in shown


def test_turning_it_on_asks_for_the_password_first(client, signed_in):
    assert client.get(ACTIVATE).url.startswith("/account/reauthenticate/")


def test_a_wrong_code_does_not_turn_it_on(client, confirmed):
    client.get(ACTIVATE)
    assert "This code is not right." in client.post(ACTIVATE, {"code": "000000"}).content.decode()
    assert not Authenticator.objects.exists()


def test_the_password_alone_no_longer_signs_in(client, secret, sign_in):
    client.post("/account/logout/")
    assert sign_in().url == "/account/2fa/authenticate/"
    assert client.get("/account/").status_code == 302
    with time_machine.travel(timezone.now() + timezone.timedelta(minutes=2), tick=False):
        response = client.post("/account/2fa/authenticate/", {"code": code(secret)})
    assert response.url == "/history/"
    assert client.get("/account/").status_code == 200


def test_guessing_codes_is_stopped(client, secret, sign_in):
    client.post("/account/logout/")
    sign_in()
    answers = [client.post("/account/2fa/authenticate/", {"code": "000000"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1]["Retry-After"] == "300"


def test_a_recovery_code_signs_in_once(client, secret, sign_in):
    shown = client.get("/account/2fa/recovery-codes/").content.decode()
    recovery = re.findall(r"<code>(\w+)</code>", shown)
    assert len(recovery) == 10
    client.post("/account/logout/")
    sign_in()
    first = client.post("/account/2fa/authenticate/", {"code": recovery[0]})
    assert first.url == "/history/"
    client.post("/account/logout/")
    sign_in()
    assert client.post("/account/2fa/authenticate/", {"code": recovery[0]}).status_code == 200


def test_turning_it_off_leaves_the_password_alone(client, secret, sign_in):
    client.post("/account/2fa/totp/deactivate/")
    client.post("/account/logout/")
    assert sign_in().url == "/history/"


@pytest.mark.parametrize(
    "address",
    [
        "/account/2fa/",
        "/account/2fa/recovery-codes/",
        "/account/2fa/recovery-codes/generate/",
        "/account/2fa/totp/deactivate/",
        "/account/2fa/reauthenticate/",
    ],
)
def test_each_of_its_pages_is_ours(client, secret, address):
    shown = client.get(address)
    assert shown.status_code == 200
    assert "site-header" in shown.content.decode()


# Staff


@pytest.fixture
def staff(signed_in):
    User.objects.update(is_staff=True, is_superuser=True)
    return signed_in


def test_in_local_mode_staff_need_none(client, staff):
    assert client.get("/admin/").status_code == 200


def test_in_production_staff_without_one_are_led_to_it(client, staff, settings):
    settings.STAFF_NEED_SECOND_FACTOR = True
    assert client.get("/admin/catalogue/muscle/").status_code == 302
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0].startswith("/account/reauthenticate/")
    assert "Staff need a second factor." in response.content.decode()
    response = client.post("/account/reauthenticate/", {"password": PASSWORD, "next": ACTIVATE})
    assert response.url == ACTIVATE


def test_in_production_staff_with_one_come_in(client, secret, settings):
    User.objects.update(is_staff=True, is_superuser=True)
    settings.STAFF_NEED_SECOND_FACTOR = True
    assert client.get("/admin/").status_code == 200
