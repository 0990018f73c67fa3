"""Staff at the admin: an owner, and people with just the permissions a test names."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from posture.accounts.models import User
from posture.catalogue.editions import desk
from tests.admin.forms import filled

PASSWORD = "heron stands in shallow water"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Desk:
    """A browser of a member of staff; addresses are below /admin/catalogue/."""

    def __init__(self, user):
        self.user = user
        self.client = Client()
        self.client.force_login(user, backend=BACKEND)

    def see(self, address, **more):
        return self.client.get(f"/admin/catalogue/{address}", **more)

    def text(self, address):
        response = self.see(address, follow=True)
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    def send(self, address, data, *, follow=True):
        return self.client.post(f"/admin/catalogue/{address}", data, follow=follow)

    def save(self, address, button="_save", **changes):
        """Open a form, change these fields, press a button; what comes after it."""
        data = filled(self.see(address)) | changes | {button: "pressed"}
        return self.send(address, data)

    def publish(self, note="", **changes):
        return self.save("edition/review/", note=note, **changes)


@pytest.fixture
def owner(published):
    return Desk(User.objects.create_superuser("owner@example.org", PASSWORD))


@pytest.fixture
def staff(published):
    """Makes somebody with these permissions of the catalogue."""

    def made(*codenames, app="catalogue"):
        user = User.objects.create_user(f"{'-'.join(codenames)}@example.org", PASSWORD)
        user.is_staff = True
        user.save()
        given = Permission.objects.filter(codename__in=codenames, content_type__app_label=app)
        assert given.count() == len(codenames)
        user.user_permissions.set(given)
        return Desk(user)

    return made


@pytest.fixture(autouse=True)
def look_again():
    """What a test published and rolled back is forgotten."""
    desk.forget()
    yield
    desk.forget()
