"""The account page and everything that can be changed from it."""

from html.parser import HTMLParser

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from posture.accounts.models import User
from tests.accounts.conftest import ADDRESS, PASSWORD

PAGES = [
    "/account/",
    "/account/login/",
    "/account/signup/",
    "/account/logout/",
    "/account/inactive/",
    "/account/email/",
    "/account/confirm-email/",
    "/account/confirm-email/no-such-key/",
    "/account/password/change/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-nothing/",
    "/account/password/reset/key/done/",
    "/account/reauthenticate/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/sessions/",
    "/account/delete/",
]


@pytest.mark.parametrize("address", PAGES)
def test_no_account_page_is_kept_by_a_browser_or_a_proxy(client, confirmed, address):
    response = client.get(address)
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


class Inline(HTMLParser):
    """Collects what a strict policy would block."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.found += [name for name in named if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not named.get("src", "").startswith("/static/")):
            self.found.append(tag)
        for name in ("src", "href", "action"):
            if named.get(name, "").startswith(("javascript:", "data:", "http", "//")):
                self.found.append(named[name])


@pytest.mark.parametrize("address", PAGES)
def test_no_account_page_needs_anything_that_the_policy_blocks(client, confirmed, address):
    response = client.get(address)
    if response.status_code == 302:
        assert address in {"/account/login/", "/account/signup/"}
        response = Client().get(address)
    assert response.status_code == 200
    inline = Inline()
    inline.feed(response.content.decode())
    assert inline.found == []


@pytest.mark.parametrize(
    "address",
    [
        "/account/",
        "/account/email/",
        "/account/password/change/",
        "/account/2fa/",
        "/account/sessions/",
        "/account/delete/",
    ],
)
def test_a_stranger_is_asked_to_sign_in(client, db, address):
    assert client.get(address).url == f"/account/login/?next={address}"


def test_the_page_shows_the_address_and_leads_to_the_data(client, signed_in):
    shown = client.get("/account/").content.decode()
    for words in (ADDRESS, 'href="/history/"', "Delete your account and everything in it"):
        assert words in shown
    assert 'href="/admin/"' not in shown


# Address


def change_address(client, email):
    return client.post("/account/email/", {"email": email, "action_add": "1"})


def test_changing_the_address_asks_for_the_password_first(client, signed_in):
    response = change_address(client, "new@example.org")
    assert response.url.startswith("/account/reauthenticate/")
    signed_in.refresh_from_db()
    assert signed_in.email == ADDRESS


def test_without_a_mail_server_the_address_changes_at_once(client, confirmed, sign_in):
    change_address(client, "New@Example.org")
    confirmed.refresh_from_db()
    assert confirmed.email == "new@example.org"
    client.post("/account/logout/")
    assert sign_in(email=ADDRESS).status_code == 200
    assert sign_in(email="new@example.org").status_code == 302


def test_without_a_mail_server_a_taken_address_is_refused(client, confirmed):
    User.objects.create_user("taken@example.org", PASSWORD)
    shown = change_address(client, "taken@example.org").content.decode()
    assert "This address already has an account." in shown
    confirmed.refresh_from_db()
    assert confirmed.email == ADDRESS


@pytest.fixture
def verified(confirmed, with_mail):
    EmailAddress.objects.update_or_create(
        user=confirmed, email=ADDRESS, defaults={"primary": True, "verified": True}
    )
    return confirmed


def test_with_a_mail_server_the_new_address_must_answer(client, verified, link):
    change_address(client, "new@example.org")
    verified.refresh_from_db()
    assert verified.email == ADDRESS
    assert mail.outbox[-1].to == ["new@example.org"]
    assert "new@example.org" in client.get("/account/email/").content.decode()
    client.post(link())
    verified.refresh_from_db()
    assert verified.email == "new@example.org"


def test_an_address_from_before_the_mail_server_stays_until_then(
    client, confirmed, with_mail, link
):
    change_address(client, "new@example.org")
    confirmed.refresh_from_db()
    assert confirmed.email == ADDRESS
    client.post(link())
    confirmed.refresh_from_db()
    assert confirmed.email == "new@example.org"


# Password


def change_password(client, old=PASSWORD, new="another heron altogether"):
    return client.post("/account/password/change/", {"oldpassword": old, "password1": new})


def test_changing_the_password_signs_the_other_devices_out(client, signed_in):
    other = Client()
    other.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    assert change_password(client).url == "/account/"
    assert client.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_the_old_password_is_needed(client, signed_in):
    assert "This is not your current password." in change_password(client, old="x").content.decode()
    signed_in.refresh_from_db()
    assert signed_in.check_password(PASSWORD)


@pytest.mark.parametrize("address", ["/account/", "/history/", "/admin/", "/account/email/"])
def test_a_password_made_by_somebody_else_is_changed_before_anything(client, signed_in, address):
    User.objects.update(must_change_password=True)
    assert client.get(address).url == "/account/password/change/"
    shown = client.get("/account/password/change/").content.decode()
    assert "Choose one that only you know" in shown


def test_choosing_a_password_opens_the_rest(client, signed_in):
    User.objects.update(must_change_password=True)
    change_password(client)
    assert client.get("/account/").status_code == 200
    signed_in.refresh_from_db()
    assert not signed_in.must_change_password


def test_signing_out_and_static_files_are_open_meanwhile(client, signed_in):
    User.objects.update(must_change_password=True)
    assert client.head("/static/css/tokens.css").status_code == 200
    assert client.post("/account/logout/").url == "/"


# Devices


def test_the_other_devices_can_be_signed_out(client, signed_in):
    other = Client(headers={"User-Agent": "A shared tablet"})
    other.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    assert "A shared tablet" in client.get("/account/sessions/").content.decode()
    client.post("/account/sessions/")
    assert other.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


# Deleting


def test_deleting_the_account_asks_for_the_password_again(client, signed_in):
    response = client.post("/account/delete/", {"password": "not the password"})
    assert "This is not your password." in response.content.decode()
    assert User.objects.exists()


def test_opening_the_address_deletes_nothing(client, signed_in):
    assert "everything in it?" in client.get("/account/delete/").content.decode()
    assert User.objects.exists()


def test_a_deleted_account_leaves_no_session_behind(client, signed_in):
    other = Client()
    other.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    response = client.post("/account/delete/", {"password": PASSWORD})
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not User.objects.exists()
    assert all("_auth_user_id" not in session.get_decoded() for session in Session.objects.all())
    assert other.get("/account/").status_code == 302


def test_other_accounts_stay(client, signed_in):
    kept = User.objects.create_user("kept@example.org", PASSWORD)
    client.post("/account/delete/", {"password": PASSWORD})
    assert list(User.objects.all()) == [kept]


def test_staff_accounts_are_closed_by_other_staff(client, signed_in):
    User.objects.update(is_staff=True)
    shown = client.post("/account/delete/", {"password": PASSWORD}).content.decode()
    assert "Staff accounts are closed by other staff" in shown
    assert User.objects.exists()
