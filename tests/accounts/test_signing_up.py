"""Making an account, with and without a mail server."""

import re

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client

from posture.accounts.models import User
from tests.accounts.conftest import ADDRESS, PASSWORD

pytestmark = pytest.mark.django_db


def sign_up(client, email=ADDRESS, password=PASSWORD):
    return client.post("/account/signup/", {"email": email, "password1": password})


def test_without_a_mail_server_a_person_is_signed_in_at_once(client):
    response = sign_up(client)
    assert response.status_code == 302
    assert response.url == "/history/"
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)
    assert mail.outbox == []


def test_an_address_is_one_address_however_it_is_typed(client):
    sign_up(client, email="Ann@Example.ORG")
    assert User.objects.get().email == "ann@example.org"


def test_the_database_refuses_an_address_with_capitals(transactional_db):
    with pytest.raises(IntegrityError):
        User.objects.create(email="Ann@example.org")


def test_without_a_mail_server_a_taken_address_is_named(client, person):
    response = sign_up(client, email="ANN@example.org")
    assert "This address already has an account." in response.content.decode()
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    "password",
    [
        "ninechars",
        "qwertyuiop",
        "1234567890",
        "ann@example.org",
        "ann@example",
    ],
)
def test_a_password_that_is_soon_guessed_is_refused(client, password):
    response = sign_up(client, password=password)
    assert response.status_code == 200
    assert 'id="error-summary"' in response.content.decode()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "password",
    [
        "tencharsok",
        "two words",
        "only lower case words",
        "Grüße aus Öhningen",
        "  spaces  ",
        "é" * 64,
    ],
)
def test_any_other_password_is_taken_as_it_is(client, password):
    password = password.ljust(10, "z")
    sign_up(client, password=password)
    person = User.objects.get()
    assert person.check_password(password)
    assert not person.check_password(password[:-1])


def test_a_refused_password_is_not_sent_back(client):
    response = sign_up(client, email="nobody", password="a perfectly good password")
    assert "a perfectly good password" not in response.content.decode()
    assert "nobody" in response.content.decode()


@pytest.mark.usefixtures("with_mail")
class TestWithAMailServer:
    def test_the_address_is_confirmed_before_the_first_sign_in(self, client, link, sign_in):
        response = sign_up(client)
        assert response.url == "/account/confirm-email/"
        assert "_auth_user_id" not in client.session
        assert sign_in().url == "/account/confirm-email/"
        assert "_auth_user_id" not in client.session

        opened = client.get(link())
        assert "Is this your e-mail address?" in opened.content.decode()
        client.post(link())
        assert sign_in().url == "/history/"

    def test_opening_the_link_alone_confirms_nothing(self, client, link, sign_in):
        sign_up(client)
        client.get(link())
        assert sign_in().url == "/account/confirm-email/"

    def test_a_taken_address_is_answered_like_a_free_one(self, client, person, signed_up_pages):
        free, taken = signed_up_pages("new@example.org", person.email)
        assert free == taken

    def test_the_owner_of_a_taken_address_is_told_by_mail(self, client, person):
        sign_up(client)
        [letter] = mail.outbox
        assert letter.to == [person.email]
        assert letter.subject == "You have an account already"
        assert User.objects.count() == 1


@pytest.fixture
def signed_up_pages(client_of):
    """What the site answers to two addresses, and the pages that it leads to."""

    def pages(*addresses):
        for address in addresses:
            browser = client_of()
            response = sign_up(browser, email=address)
            shown = browser.get(response.url).content.decode()
            yield response.status_code, response.url, without_tokens(shown, address)

    return pages


@pytest.fixture
def client_of():
    return Client


def without_tokens(page, address):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.replace(address, "…"))
