"""The stop page: whole however it is reached, its day and number, and no saving for later."""

from datetime import UTC, datetime

import pytest
import time_machine

from posture import countries
from tests.assessments.screen import HEADINGS
from tests.assessments.walking import HTMX

SAVE = "Save and finish later"
REASON = "You told us: Numb or tingling feeling around your genitals"
BRITAIN = countries.COUNTRIES["gb"]


def stop(walker, level):
    """Say what stops a check at a level."""
    match level:
        case "emergency":
            return walker.reply("saddle")
        case "same-day":
            return walker.pass_safety(same_day_illness="weight-loss")
        case "under-age":
            return walker.pass_safety().reply("under-16")


at_every_level = pytest.mark.parametrize("level", HEADINGS)


@at_every_level
def test_htmx_loads_the_stop_page_whole(checking, level):
    stop(checking, level)
    answer = checking.client.get(checking.path, headers=HTMX)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer["HX-Redirect"] == checking.path
    page = checking.see()
    assert HEADINGS[level] in page
    assert SAVE not in page


def test_the_reason_waits_for_the_whole_page(checking):
    stop(checking, "emergency")
    checking.client.get(checking.path, headers=HTMX)
    assert REASON in checking.see()


@at_every_level
def test_a_check_that_stopped_cannot_be_left_for_later(checking, level):
    assert SAVE in checking.see()
    stop(checking, level)
    for headers in ({}, HTMX):
        answer = checking.client.get(checking.at("save"), headers=headers)
        assert (answer.status_code, answer["Location"]) == (303, checking.at("stop"))


def test_nor_can_a_check_that_is_finished(walker):
    walker.to_result()
    answer = walker.client.get(walker.at("save"))
    assert (answer.status_code, answer["Location"]) == (303, walker.at("result"))


@at_every_level
def test_it_says_on_which_day_the_check_stopped(checking, level):
    with time_machine.travel(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), tick=False):
        stop(checking, level)
    assert "Your check stopped here on 2 March 2026." in checking.see()


@pytest.mark.parametrize("level", ["same-day", "under-age"])
def test_it_says_whom_to_call_in_an_emergency(checking, level):
    stop(checking, level)
    checking.client.cookies[countries.COOKIE] = BRITAIN.code
    assert f"In an emergency call {BRITAIN.number}." in checking.see()


def test_without_a_country_and_a_number_of_the_operator_it_names_yours(checking, settings):
    settings.EMERGENCY_NUMBER = ""
    page = stop(checking, "same-day").see()
    assert "In an emergency call your emergency number (112, 999, 911, 000)." in page
