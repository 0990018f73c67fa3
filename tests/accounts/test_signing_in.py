"""Signing in and out, and what happens to somebody who guesses."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from posture.accounts.models import User
from tests.accounts.conftest import ADDRESS, PASSWORD

pytestmark = pytest.mark.django_db

NOON = timezone.datetime(2026, 5, 1, 12, tzinfo=timezone.datetime.now().astimezone().tzinfo)
WRONG = "not the password"


def signed_in(client):
    return client.get("/account/").status_code == 200


def page(response):
    return re.sub(r'value="\w{64}"', "", response.content.decode())


# In


def test_the_right_password_signs_in(client, person, sign_in):
    assert sign_in().url == "/history/"
    assert signed_in(client)


def test_the_address_may_be_typed_in_capitals(client, person, sign_in):
    sign_in(email="ANN@EXAMPLE.ORG")
    assert signed_in(client)


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, person, sign_in):
    wrong = page(sign_in(password=WRONG))
    unknown = page(sign_in(email="nobody@example.org", password=WRONG))
    assert "The e-mail address or the password is not right." in wrong
    assert wrong == unknown.replace("nobody@example.org", ADDRESS)
    assert not signed_in(client)


def test_a_closed_account_opens_to_nobody(client, person, sign_in):
    User.objects.update(is_active=False)
    assert sign_in().url == "/account/inactive/"
    assert not signed_in(client)


def test_signing_in_gives_the_session_a_new_key(client, person, sign_in):
    client.get("/account/2fa/authenticate/")
    session = client.session
    session["kept"] = "before"
    session.save()
    client.cookies["session"] = session.session_key
    sign_in()
    assert client.session.session_key != session.session_key


def test_a_session_ends_with_the_browser_unless_asked_otherwise(client, person, sign_in):
    assert sign_in().cookies["session"]["max-age"] == ""
    client.post("/account/logout/")
    assert sign_in(remember="on").cookies["session"]["max-age"] == 30 * 24 * 3600


@time_machine.travel(NOON, tick=False)
def test_a_member_of_staff_signs_in_again_after_half_a_day(client, person, sign_in):
    User.objects.update(is_staff=True)
    sign_in(remember="on")
    with time_machine.travel(NOON + timezone.timedelta(hours=11)):
        assert signed_in(client)
    with time_machine.travel(NOON + timezone.timedelta(hours=13)):
        assert not signed_in(client)


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "javascript:alert(1)",
        "https:elsewhere.example",
        "http://testserver@elsewhere.example/",
        "/\t/elsewhere.example/",
        "\u2215\u2215elsewhere.example/",
    ],
)
def test_nobody_is_led_elsewhere_after_signing_in(client, person, sign_in, target):
    response = sign_in(next=target)
    assert response.status_code == 302
    assert response.url == "/history/" or response.url.startswith("%E2%88%95")


def test_a_page_of_the_site_is_reached_after_signing_in(client, person, sign_in):
    assert sign_in(next="/account/sessions/").url == "/account/sessions/"


# Out


def test_signing_out_ends_the_session_on_the_server(client, signed_in_browser):
    kept = client.cookies["session"].value
    response = client.post("/account/logout/")
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    thief = Client()
    thief.cookies["session"] = kept
    assert thief.get("/account/").status_code == 302


def test_opening_the_address_does_not_sign_out(client, signed_in_browser):
    assert "Sign out of this device?" in client.get("/account/logout/").content.decode()
    assert signed_in(client)


@pytest.fixture
def signed_in_browser(person, sign_in):
    return sign_in()


# Guessing


@time_machine.travel(NOON, tick=False)
def test_after_five_wrong_passwords_even_the_right_one_waits(client, person, sign_in):
    for _ in range(5):
        assert sign_in(password=WRONG).status_code == 200
    refused = sign_in()
    assert refused.status_code == 429
    assert refused["Retry-After"] == "300"
    assert "You tried too often." in refused.content.decode()
    assert not signed_in(client)
    with time_machine.travel(NOON + timezone.timedelta(minutes=5, seconds=1)):
        assert sign_in().status_code == 302


@time_machine.travel(NOON, tick=False)
def test_guessing_at_many_accounts_from_one_place_is_stopped(sign_in):
    codes = [
        sign_in(email=f"{number}@example.org", password=WRONG).status_code for number in range(12)
    ]
    assert codes == [200] * 10 + [429] * 2


@time_machine.travel(NOON, tick=False)
@pytest.mark.parametrize(("proxies", "last"), [(0, 429), (1, 200)])
def test_only_a_trusted_proxy_names_the_place(client, settings, proxies, last):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    for number in range(11):
        response = client.post(
            "/account/login/",
            {"login": f"{number}@example.org", "password": WRONG},
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
        )
    assert response.status_code == last


@time_machine.travel(NOON, tick=False)
def test_a_place_in_front_of_the_trusted_proxy_is_not_believed(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(11):
        response = client.post(
            "/account/login/",
            {"login": f"{number}@example.org", "password": WRONG},
            headers={"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.9"},
        )
    assert response.status_code == 429


@time_machine.travel(NOON, tick=False)
def test_many_new_accounts_from_one_place_get_the_styled_429(client):
    for number in range(21):
        response = client.post("/account/signup/", {"email": f"bad{number}", "password1": "short"})
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "Too many tries in a short time" in response.content.decode()


# Forgotten


def test_without_a_mail_server_the_page_says_who_can_help(client, settings):
    settings.CONTACT_EMAIL = "help@example.org"
    shown = client.get("/account/password/reset/").content.decode()
    assert "help@example.org" in shown
    assert client.post("/account/password/reset/", {"email": ADDRESS}).status_code == 200
    assert mail.outbox == []


@pytest.mark.usefixtures("with_mail")
class TestForgottenWithAMailServer:
    def ask(self, client, email=ADDRESS):
        return client.post("/account/password/reset/", {"email": email})

    def test_the_link_sets_a_new_password_once(self, client, person, link, sign_in):
        self.ask(client)
        sent = link()
        form = client.get(sent).url
        new = {"password1": "another heron altogether"}
        assert client.post(form, new).url == "/account/password/reset/key/done/"
        person.refresh_from_db()
        assert person.check_password("another heron altogether")
        again = client.get(sent, follow=True).content.decode()
        assert "This link does not work any more" in again

    def test_an_unknown_address_is_answered_alike(self, client, person):
        known, unknown = self.ask(client), self.ask(client, "nobody@example.org")
        assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
        assert page(client.get(known.url)) == page(client.get(unknown.url))

    def test_a_new_password_ends_every_session(self, client, person, link, sign_in):
        sign_in()
        other = Client()
        self.ask(other)
        other.post(other.get(link()).url, {"password1": "another heron altogether"})
        assert client.get("/account/").status_code == 302


def test_passwords_are_never_sent_back(client, person, sign_in):
    assert PASSWORD not in sign_in(email="nobody@example.org").content.decode()


@pytest.mark.parametrize("address", ["/account/login/", "/account/signup/"])
@pytest.mark.django_db
def test_the_door_names_who_runs_the_site_and_the_emergency_number(client, settings, address):
    settings.OPERATOR_NAME, settings.EMERGENCY_NUMBER = "Clinic by the River", "112"
    page = client.get(address).content.decode()
    assert "Plumb</title>" in page
    assert "Clinic by the River" in page
    assert "112" in page
