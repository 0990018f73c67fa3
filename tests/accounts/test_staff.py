"""The admin's door, and what staff can do to accounts."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Permission
from django.test import Client

from posture.accounts.models import User
from tests.accounts.conftest import ADDRESS, PASSWORD


@pytest.fixture
def owner(db, client):
    """A superuser, signed in."""
    owner = User.objects.create_superuser("owner@example.org", PASSWORD)
    client.force_login(owner)
    return owner


def test_the_admin_has_no_form_of_its_own(client, db):
    first = client.get("/admin/catalogue/muscle/")
    assert first.url == "/admin/login/?next=/admin/catalogue/muscle/"
    assert client.get(first.url).url == "/account/login/?next=/admin/catalogue/muscle/"


def test_passwords_cannot_be_tried_at_the_admin(client, owner):
    stranger = Client()
    response = stranger.post("/admin/login/", {"username": owner.email, "password": PASSWORD})
    assert response.url == "/account/login/?next=/admin/"
    assert "_auth_user_id" not in stranger.session


def test_the_admin_leads_nobody_elsewhere(client, owner):
    assert client.get("/admin/login/?next=//elsewhere.example/").url == "/admin/"


def test_somebody_who_is_not_staff_may_not_enter(client, signed_in):
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert "You may not open this page" in response.content.decode()


def test_a_password_that_staff_set_must_be_changed(client, owner, person):
    new = "made up by the owner"
    client.post(f"/admin/accounts/user/{person.pk}/password/", {"password1": new, "password2": new})
    person.refresh_from_db()
    assert person.check_password(new)
    assert person.must_change_password


def test_a_user_can_be_made_in_the_admin(client, owner):
    client.post(
        "/admin/accounts/user/add/",
        {
            "email": "New@example.org",
            "usable_password": "true",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )
    assert User.objects.get(email="new@example.org").check_password(PASSWORD)


@pytest.mark.parametrize("address", ["", "add/", "1/change/"])
def test_the_pages_for_users_open(client, owner, address):
    address = address.replace("1", str(owner.pk))
    assert client.get(f"/admin/accounts/user/{address}").status_code == 200


def test_staff_cannot_give_themselves_powers(client, person):
    User.objects.update(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__endswith="_user"))
    client.force_login(User.objects.get())
    client.post(
        f"/admin/accounts/user/{person.pk}/change/",
        {"email": ADDRESS, "is_active": "on", "is_staff": "on", "is_superuser": "on"},
    )
    assert not User.objects.get().is_superuser


def test_the_key_of_a_second_factor_is_not_shown(client, owner):
    lost = TOTP.activate(owner, "JBSWY3DPEHPK3PXP").instance
    shown = client.get(f"/admin/mfa/authenticator/{lost.pk}/change/")
    assert shown.status_code == 200
    assert "JBSWY3DPEHPK3PXP" not in shown.content.decode()
