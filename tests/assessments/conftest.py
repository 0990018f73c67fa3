"""People at the check: without an account, with one, and others."""

import pytest
from django.test import Client

from assessments import sheets
from posture.accounts.models import User
from posture.catalogue import editions
from tests.assessments.results import finish, text
from tests.assessments.walking import Walker

PASSWORD = "heron stands in shallow water"


@pytest.fixture
def walker(db, client):
    """Somebody without an account."""
    return Walker(client)


@pytest.fixture
def checking(walker):
    """Somebody who has just begun a check."""
    return walker.begin()


@pytest.fixture
def screened(checking):
    """Somebody for whom safety raises nothing."""
    return checking.pass_safety()


@pytest.fixture
def person(db):
    return User.objects.create_user("ann@example.org", PASSWORD)


@pytest.fixture
def member(person):
    """Somebody signed in."""
    return Walker(signed_in(person))


@pytest.fixture
def other(db):
    """Somebody else, signed in elsewhere."""
    return Walker(signed_in(User.objects.create_user("ben@example.org", PASSWORD)))


def signed_in(user):
    """A browser in which `user` has just given the password."""
    browser = Client()
    data = {"login": user.email, "password": PASSWORD}
    assert browser.post("/account/login/", data).status_code == 302
    return browser


@pytest.fixture
def publish(db):
    """Publishes what a test has changed; its pages are forgotten after the test."""
    forget_sheets()
    yield editions.publish
    forget_sheets()


def forget_sheets():
    """A rolled back edition's number is given again."""
    for kept in (sheets.question_sheet, sheets.safety_sheet, sheets.item_sheet):
        kept.cache_clear()


@pytest.fixture
def result(walker):
    """Takes one of the people of `people.py` to the result; says what the page reads."""

    def arrive(name):
        finish(walker, name)
        return text(walker.see())

    return arrive


@pytest.fixture
def planned(walker):
    """Somebody before the plan of a result, by the name of a person; gives its page."""

    def read(name="forward tip", **other):
        finish(walker, name, **other)
        walker.path = walker.at("plan")
        return walker.see()

    return read
