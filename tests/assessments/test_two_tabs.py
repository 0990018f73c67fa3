"""Two tabs, double clicks and pages that are out of date: one answer, and nobody loses theirs."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from assessments.models import Assessment
from tests.assessments.walking import HTMX

MOVED = "moved on in another tab"


def checked(page):
    return re.findall(r'value="([^"]+)" id="[^"]+" checked', page)


def test_the_same_answer_again_leads_on_and_changes_nothing(screened):
    screened.reply("18-39")
    before = screened.row
    for version in ("0", before.version):
        response = screened.post(screened.at("questions", "age"), "18-39", version=version)
        assert (response.status_code, response["Location"]) == (303, screened.path)
    assert screened.row.version == before.version


def test_another_answer_from_an_old_page_is_not_stored_and_kept_to_be_confirmed(screened):
    age = screened.path
    seen = screened.version()
    screened.reply("18-39")
    response = screened.post(age, "40-54", version=seen)
    assert (response.status_code, response["Location"]) == (303, age)
    assert screened.row.answers["age"]["answer"] == ["18-39"]
    page = screened.see(age)
    assert MOVED in page
    assert checked(page) == ["40-54"]
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    screened.post(age, "40-54", version=version)
    assert screened.row.answers["age"]["answer"] == ["40-54"]


def test_htmx_shows_it_in_place(screened):
    seen = screened.version()
    screened.reply("18-39")
    response = screened.post(screened.at("questions", "age"), "40-54", version=seen, htmx=True)
    assert (response.status_code, response["HX-Push-Url"]) == (422, "false")
    page = response.content.decode()
    assert MOVED in page
    assert checked(page) == ["40-54"]


def test_an_old_page_of_an_abandoned_branch_leads_on(screened):
    screened.reply("18-39").reply("neck")
    seen = screened.version()
    screened.reply("none", at=screened.at("questions", "pain-where"))
    response = screened.post(screened.at("questions", "pain-side"), "left", version=seen)
    assert response["Location"] == screened.path


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_old_page_of_a_check_that_has_stopped_leads_to_the_stop(screened, headers):
    data = {"answer": "18-39", "version": screened.version()}
    screened.reply("saddle", at=screened.at("safety", "emergency-body"))
    response = screened.client.post(screened.at("questions", "age"), data, headers=headers)
    assert (response.status_code, response["Location"]) == (303, screened.at("stop"))
    assert screened.row.answers == {}


def test_an_old_page_of_a_check_finished_meanwhile_asks_before_it_changes(screened):
    screened.answer_all()
    data = {"answer": "40-54", "version": screened.version(screened.at("questions", "age"))}
    screened.finish()
    screened.client.post(screened.at("questions", "age"), data)
    page = screened.see(screened.at("questions", "age"))
    assert MOVED in page
    assert checked(page) == ["40-54"]
    assert Assessment.objects.count() == 1


def test_finishing_twice_shows_the_one_result(screened):
    screened.answer_all().finish()
    first = screened.row
    response = screened.client.post(screened.at("answers"))
    assert (response.status_code, response["Location"]) == (303, screened.at("result"))
    assert screened.row.finished_at == first.finished_at


def test_changing_twice_from_one_page_of_the_result_begins_one_check(screened):
    screened.answer_all(age="18-39").finish()
    seen = screened.version(screened.at("questions", "age"))
    first, second = (
        screened.post(screened.at("questions", "age"), "40-54", version=seen) for _ in range(2)
    )
    assert first["Location"] == second["Location"]
    assert Assessment.objects.count() == 2


def test_another_change_from_the_same_old_page_is_kept_to_be_confirmed(screened):
    screened.answer_all(age="18-39").finish()
    age = screened.at("questions", "age")
    seen = screened.version(age)
    screened.post(age, "40-54", version=seen)
    screened.post(age, "55-64", version=seen)
    page = screened.see(age)
    assert MOVED in page
    assert checked(page) == ["55-64"]
    assert Assessment.objects.count() == 2


# At the same moment

AT_ONCE = 20


def at_once(walker, *replies):
    """Send each reply, an address and an answer, from a thread of its own; the responses."""
    seen = walker.row.version

    def send(reply):
        path, answer = reply
        tab = Client(raise_request_exception=False)
        tab.cookies = walker.client.cookies.copy()
        try:
            return tab.post(path, {"answer": answer, "version": seen}, headers=HTMX)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(replies)) as threads:
        return list(threads.map(send, replies))


@pytest.mark.django_db(transaction=True)
def test_twenty_equal_answers_at_once_are_one(screened):
    before = screened.row.version
    responses = at_once(screened, *[(screened.path, "18-39")] * AT_ONCE)
    assert {response.status_code for response in responses} == {303}
    assert {response["Location"] for response in responses} == {
        screened.at("questions", "pain-where")
    }
    assert screened.row.version == before + 1


@pytest.mark.django_db(transaction=True)
def test_of_twenty_different_answers_at_once_one_is_stored_and_the_others_are_told(screened):
    before = screened.row.version
    choices = ["18-39", "40-54", "55-64", "65-74"] * (AT_ONCE // 4)
    responses = at_once(screened, *((screened.path, choice) for choice in choices))
    assert screened.row.version == before + 1
    stored = screened.row.answers["age"]["answer"][0]
    for choice, response in zip(choices, responses, strict=True):
        assert response.status_code == (303 if choice == stored else 422)
        assert choice == stored or MOVED in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_stop_wins_over_answers_sent_at_the_same_moment(screened):
    emergency = screened.at("safety", "emergency-body")
    replies = [(screened.path, "18-39")] * 5 + [(emergency, "saddle")]
    responses = at_once(screened, *replies)
    assert {response.status_code for response in responses} <= {303, 422}
    screened.client.post(emergency, {"answer": "saddle", "version": screened.row.version})
    assert (screened.row.status, screened.row.answers) == ("stopped", {})


@pytest.mark.django_db(transaction=True)
def test_finishing_twenty_times_at_once_makes_one_result(screened):
    screened.answer_all()
    before = screened.row.version
    responses = at_once(screened, *[(screened.at("answers"), "")] * AT_ONCE)
    assert {response.status_code for response in responses} == {303}
    assert screened.row.version == before + 1
    assert screened.row.is_finished


@pytest.mark.django_db(transaction=True)
def test_twenty_equal_changes_of_a_result_begin_one_check(screened):
    screened.answer_all(age="18-39").finish()
    responses = at_once(screened, *[(screened.at("questions", "age"), "40-54")] * AT_ONCE)
    assert {response.status_code for response in responses} == {303}
    assert Assessment.objects.count() == 2


def test_after_a_change_from_a_result_the_way_to_the_new_one_stands_first(walker):
    walker.to_result()
    walker.reply("deep", at=walker.at("questions", "hollow"))
    page = walker.see()
    assert page.index("See my new result") < page.index("<dl>")
