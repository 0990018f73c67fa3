"""Keeping this browser's checks in an account: asked, once, and only by one account."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from assessments.models import Assessment
from assessments.visitors import COOKIE
from tests.assessments.conftest import PASSWORD
from tests.assessments.walking import Walker

KEEP = {"keep": ""}
LEAVE = {"leave": ""}
NEW = {"email": "new@example.org", "password1": PASSWORD}


def sign_in(walker, user):
    data = {"login": user.email, "password": PASSWORD}
    return walker.client.post("/account/login/", data)


@pytest.fixture
def arrived(walker, person):
    """Somebody who made a check without an account, and then signed in."""
    walker.to_result()
    assert sign_in(walker, person)["Location"] == "/history/"
    return walker


def test_signing_up_leads_to_the_question_whether_to_keep(walker):
    walker.to_result()
    response = walker.client.post("/account/signup/", NEW, follow=True)
    assert response.redirect_chain[-1] == ("/history/keep/", 303)
    page = response.content.decode()
    assert "Keep this check in your account?" in page
    assert f"{walker.row.started_at:%-d %B %Y}" in page


def test_kept_checks_are_in_the_account_and_open_there(arrived, person):
    response = arrived.client.post("/history/keep/", KEEP, follow=True)
    assert "1 check is now in your account." in response.content.decode()
    row = arrived.row
    assert (row.owner, row.browser) == (person, "")
    assert arrived.see(arrived.at("result"))


def test_open_and_stopped_checks_are_kept_too(walker, person):
    walker.begin()
    stopped = Walker(walker.client).begin().reply("saddle")
    sign_in(walker, person)
    walker.client.post("/history/keep/", KEEP)
    assert {row.owner for row in Assessment.objects.all()} == {person}
    assert stopped.row.is_stopped


def test_the_old_key_then_opens_nothing(arrived):
    key = arrived.client.cookies[COOKIE].value
    arrived.client.post("/history/keep/", KEEP)
    left = Client()
    left.cookies[COOKIE] = key
    assert left.get(arrived.at("result")).status_code == 404
    assert "/result/" not in Walker(left).see("/history/")


def test_after_signing_out_the_browser_opens_nothing(arrived):
    arrived.client.post("/history/keep/", KEEP)
    arrived.client.post("/account/logout/")
    assert arrived.client.get(arrived.at("result")).status_code == 404


def test_keeping_twice_changes_nothing(arrived):
    arrived.client.post("/history/keep/", KEEP)
    before = Assessment.objects.values().get()
    response = arrived.client.post("/history/keep/", KEEP, follow=True)
    assert response.status_code == 200
    assert Assessment.objects.values().get() == before


def test_another_account_in_the_same_browser_cannot_take_what_was_kept(arrived, other, person):
    key = arrived.client.cookies[COOKIE].value
    arrived.client.post("/history/keep/", KEEP)
    other.client.cookies[COOKIE] = key
    other.client.post("/history/keep/", KEEP)
    assert arrived.row.owner == person


@pytest.mark.django_db(transaction=True)
def test_of_two_accounts_at_once_one_gets_it(walker, member, other):
    walker.to_result()
    for one in (member, other):
        one.client.cookies[COOKIE] = walker.client.cookies[COOKIE].value

    def keep(one):
        try:
            return one.client.post("/history/keep/", KEEP)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        responses = list(threads.map(keep, (member, other)))
    assert {one.status_code for one in responses} == {303}
    pages = [one.see("/history/") for one in (member, other)]
    assert sorted(page.count(walker.at("result")) for page in pages) == [0, 1]
    assert walker.row.browser == ""


# Leaving them


def test_nothing_is_kept_unless_the_person_says_so(arrived):
    arrived.client.get("/history/keep/")
    assert arrived.row.owner is None
    arrived.client.post("/history/keep/", {})
    assert arrived.row.owner is None


def test_leaving_them_is_remembered(arrived):
    assert arrived.client.get("/history/")["Location"] == "/history/keep/"
    response = arrived.client.post("/history/keep/", LEAVE)
    assert response["Location"] == "/history/"
    assert arrived.client.get("/history/").status_code == 200
    assert arrived.row.owner is None


def test_left_checks_are_shown_by_nobodys_account(arrived):
    arrived.client.post("/history/keep/", LEAVE)
    assert arrived.at("result") not in arrived.see("/history/")
    arrived.client.post("/account/logout/")
    assert arrived.at("result") in arrived.see("/history/")


def test_deleting_everything_of_the_account_leaves_them(arrived):
    arrived.client.post("/history/keep/", LEAVE)
    arrived.client.post("/account/reauthenticate/", {"password": PASSWORD})
    arrived.client.post("/history/delete/")
    assert arrived.row.owner is None


def test_without_an_account_nobody_is_asked_to_keep_anything(walker):
    walker.to_result()
    assert walker.client.get("/history/").status_code == 200
    assert walker.client.get("/history/keep/")["Location"].startswith("/account/login/")
    assert walker.client.post("/history/keep/", KEEP)["Location"].startswith("/account/login/")
    assert walker.row.owner is None


def test_with_nothing_to_keep_the_question_leads_to_the_history(member):
    assert member.client.get("/history/keep/")["Location"] == "/history/"


def test_an_account_keeps_at_most_twenty_times_a_minute(member):
    for _ in range(20):
        assert member.client.post("/history/keep/", KEEP).status_code == 303
    assert member.client.post("/history/keep/", KEEP).status_code == 429
