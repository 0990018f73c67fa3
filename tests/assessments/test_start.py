"""Beginning a check: consent, the browser's key, going on with one that is open, and limits."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from assessments.models import Assessment
from assessments.visitors import COOKIE
from tests.assessments.walking import HTMX, Walker

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
AGREE = "Tick the box to agree"


# Consent


def test_agreeing_begins_a_check_at_the_safety_screen(checking):
    assert checking.here == "safety/emergency-body"
    assert Assessment.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("consent", [{}, {"consent": ""}, {"consent": "false"}])
def test_nothing_begins_without_consent(client, consent):
    response = client.post("/check/", consent)
    assert (response.status_code, response["Location"]) == (303, "/check/")
    assert AGREE in client.get("/check/").content.decode()
    assert not Assessment.objects.exists()


@pytest.mark.django_db
def test_what_is_wrong_is_said_once(client):
    client.post("/check/")
    client.get("/check/")
    assert AGREE not in client.get("/check/").content.decode()


@pytest.mark.django_db
def test_htmx_gets_the_same_page_in_place(client):
    response = client.post("/check/", headers=HTMX)
    assert response.status_code == 422
    assert response["HX-Push-Url"] == "false"
    assert AGREE in response.content.decode()


@pytest.mark.django_db
def test_the_box_is_not_ticked_beforehand(client):
    page = client.get("/check/").content.decode()
    [box] = [tag for tag in page.split("<") if tag.startswith("input") and "consent" in tag]
    assert "checked" not in box


def test_when_consent_was_given_is_kept(walker):
    with time_machine.travel(NOW, tick=False):
        walker.begin()
    assert walker.row.started_at == NOW


# The browser's key


def test_the_key_is_signed_and_out_of_reach_of_scripts(checking):
    cookie = checking.client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == timedelta(days=30).total_seconds()
    assert cookie.value.count(":") == 2, "key, time and signature"


def test_only_a_hash_of_the_key_is_stored(checking):
    key = checking.client.cookies[COOKIE].value.split(":")[0]
    assert len(key) >= 22, "128 bits"
    assert len(checking.row.browser) == 64
    assert key not in checking.row.browser


@pytest.mark.parametrize("spoil", [lambda value: value[:-1], lambda value: "x" + value, len])
def test_a_key_that_was_tampered_with_opens_nothing(checking, spoil):
    stranger = Client()
    stranger.cookies[COOKIE] = str(spoil(checking.client.cookies[COOKIE].value))
    assert stranger.get(checking.root).status_code == 404


def test_the_address_alone_opens_nothing(checking):
    assert Client().get(checking.root).status_code == 404


def test_a_key_in_use_is_renewed_once_a_day(walker):
    with time_machine.travel(NOW, tick=False) as clock:
        walker.begin()
        first = walker.client.cookies[COOKIE].value
        walker.see()
        assert walker.client.cookies[COOKIE].value == first
        clock.shift(timedelta(days=1, seconds=1))
        walker.see()
        assert walker.client.cookies[COOKIE].value != first


def test_a_key_opens_its_checks_until_it_is_not_used_for_30_days(walker):
    with time_machine.travel(NOW, tick=False) as clock:
        walker.begin()
        for _ in range(3):
            clock.shift(timedelta(days=29))
            walker.see()
        clock.shift(timedelta(days=30, seconds=1))
        assert walker.client.get(walker.root).status_code == 404


def test_a_second_check_in_a_browser_has_the_same_key(walker):
    first = walker.begin().row
    assert walker.begin().row.browser == first.browser


def test_a_check_of_somebody_signed_in_is_in_the_account(member, person):
    assert member.begin().row.owner == person
    assert COOKIE not in member.client.cookies


# An open check


def test_the_start_page_offers_to_go_on_with_an_open_check(checking):
    assert f'href="{checking.root}"' in checking.see("/check/")


def test_it_offers_the_one_that_was_touched_last(walker):
    with time_machine.travel(NOW, tick=False) as clock:
        first = walker.begin()
        clock.shift(60)
        second = Walker(walker.client).begin()
        clock.shift(60)
        first.reply("none")
        page = walker.see("/check/")
    assert first.root in page
    assert second.root not in page


def test_a_finished_check_is_not_offered(walker):
    walker.to_result()
    assert walker.root not in walker.see("/check/")


def test_going_on_leads_to_where_the_check_stood(screened):
    screened.answer_all(age="18-39")
    assert screened.resume().here == "answers"


# Limits


@pytest.mark.django_db
def test_one_address_begins_30_checks_a_minute_and_no_more(client):
    for _ in range(30):
        assert client.post("/check/", {"consent": "on"}).status_code == 303
    response = client.post("/check/", {"consent": "on"})
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert Assessment.objects.count() == 30


def test_anonymous_checks_untouched_for_30_days_go(walker, member):
    with time_machine.travel(NOW, tick=False) as clock:
        walker.begin()
        member.begin()
        clock.shift(timedelta(days=30, seconds=1))
        fresh = Walker(Client()).begin()
    left = {str(pk) for pk in Assessment.objects.values_list("pk", flat=True)}
    assert left == {member.pk, fresh.pk}


def test_what_is_past_its_time_goes_once_a_day_too(db, capsys):
    for browser, days in (("old", 31), ("new", 29)):
        touched = timezone.now() - timedelta(days=days)
        Assessment.objects.create(browser=browser, edition=1, changed_at=touched)
    cache.set("limit", 1)
    call_command("forget_expired")
    assert [check.browser for check in Assessment.objects.all()] == ["new"]
    assert cache.get("limit") is None
    assert "1 deleted" in capsys.readouterr().out
