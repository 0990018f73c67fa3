"""One person with an account, and a site that can send mail."""

from urllib.parse import urlsplit

import pytest
from django.core import mail

from posture.accounts.models import User

ADDRESS = "ann@example.org"
PASSWORD = "heron stands in shallow water"


@pytest.fixture
def person(db):
    return User.objects.create_user(ADDRESS, PASSWORD)


@pytest.fixture
def sign_in(client):
    """Signs in through the form, as everybody must."""

    def signed_in(email=ADDRESS, password=PASSWORD, **more):
        return client.post("/account/login/", {"login": email, "password": password, **more})

    return signed_in


@pytest.fixture
def signed_in(person, sign_in):
    assert sign_in().status_code == 302
    return person


@pytest.fixture
def confirmed(client, signed_in):
    """Signed in, and just asked for the password again."""
    assert client.post("/account/reauthenticate/", {"password": PASSWORD}).status_code == 302
    return signed_in


@pytest.fixture
def with_mail(settings):
    """What settings.py makes of EMAIL_URL."""
    settings.MAIL = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False


@pytest.fixture
def link():
    """The path in the newest e-mail."""

    def newest():
        [address] = [word for word in mail.outbox[-1].body.split() if word.startswith("http")]
        return urlsplit(address).path

    return newest
