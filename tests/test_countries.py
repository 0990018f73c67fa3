"""Whose emergency number a page shows: the operator's, or that of the country a visitor chose."""

import re

import pytest
from django.test import Client

from posture import countries
from posture.site import YEAR
from tests.assessments.walking import Walker

pytestmark = pytest.mark.django_db
ALL = tuple(countries.COUNTRIES.values())
FORM = re.compile(r'<form method="post" action="/country/">.*?</form>', re.DOTALL)


@pytest.fixture(autouse=True)
def operator(settings):
    settings.EMERGENCY_NUMBER = "118"


def choose(client, country, **more):
    return client.post("/country/", {"country": country, **more})


def line(client, path="/muscles/"):
    """What the line at the foot of a page says."""
    text = client.get(path).content.decode()
    found = re.search(r'class="emergency-line">.*?<span>(.*?)</span>', text, re.DOTALL)
    return " ".join(re.sub("<[^>]+>", "", found[1]).split())


def test_without_a_choice_the_number_is_the_operators(client):
    assert line(client) == "In an emergency call 118 now. Do not start a check first."


def test_where_the_operator_named_none_help_lists_that_of_every_country(client, settings):
    settings.EMERGENCY_NUMBER = ""
    assert "your emergency number (112, 999, 911, 000)" in line(client)
    text = client.get("/help/").content.decode()
    for country in ALL:
        assert f'href="tel:{country.number}">{country.number}</a> <span>{country.name}' in text


@pytest.mark.parametrize("country", ALL, ids=[one.code for one in ALL])
def test_a_chosen_country_changes_the_number_on_every_kind_of_page(client, country):
    choose(client, country.code)
    for path in ("/", "/muscles/", "/check/", "/no/such/page/"):
        assert f"call {country.number} now" in line(client, path), path
    for path, words in (
        ("/", "Call {} now if:"),
        ("/check/", "Do not start the check. Call {} now"),
    ):
        assert words.format(country.number) in client.get(path).content.decode()
    assert f'class="tel" href="tel:{country.number}"' in client.get("/help/").content.decode()


def test_who_is_elsewhere_is_told_where_112_works(client):
    said = "112 works from most mobile phones"
    assert said not in client.get("/help/").content.decode()
    choose(client, countries.ELSEWHERE.code)
    assert said in client.get("/help/").content.decode()


def test_the_page_of_an_emergency_calls_the_chosen_number_and_lists_the_others(client):
    choose(client, "gb")
    walker = Walker(client)
    walker.begin().pass_safety(**{"emergency-body": ["saddle"]})
    step = client.get(walker.path).content.decode().split("</main>")[0]
    assert [f"tel:{one}" for one in ("999", *(one.number for one in ALL))] == re.findall(
        r'class="tel" href="(.*?)"', step
    )
    assert "Numb or tingling feeling" in step
    assert 'action="/country/"' not in step  # to load the page again would lose the reason


def test_the_number_comes_before_the_choice(client):
    for path in ("/help/", "/muscles/"):
        text = client.get(path).content.decode()
        assert text.index("tel:118") < text.index('action="/country/"')


def test_the_form_works_as_it_stands_in_the_page_and_leads_back_to_it():
    client = Client(enforce_csrf_checks=True)
    form = FORM.search(client.get("/muscles/").content.decode())[0]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    offered = re.findall(r'<button [^>]*name="country" value="(\w+)"', form)
    assert offered == [one.code for one in ALL]
    response = choose(client, "us", **fields)
    assert (response.status_code, response["Location"]) == (303, "/muscles/")
    assert "call 911 now" in line(client)


def test_what_was_chosen_is_marked_and_can_be_taken_back(client):
    choose(client, "au")
    form = FORM.search(client.get("/muscles/").content.decode())[0]
    assert re.findall(r'value="(\w+)" aria-pressed="true"', form) == ["au"]
    assert "Forget my country" in form
    choose(client, "")
    assert "call 118 now" in line(client)


def test_only_a_form_of_this_site_can_choose():
    client = Client(enforce_csrf_checks=True)
    assert choose(client, "us").status_code == 403
    assert client.get("/country/").status_code == 405
    assert "call 118 now" in line(client)


@pytest.mark.parametrize("wrong", ["", "xx", "GB", "gb\r\nSet-Cookie: a=b", "<script>", "é" * 3000])
def test_what_is_not_offered_takes_the_choice_back(client, wrong):
    choose(client, "gb")
    response = choose(client, wrong)
    assert response.status_code == 303
    assert response.cookies[countries.COOKIE].value == ""
    assert "call 118 now" in line(client)


@pytest.mark.parametrize("forged", ["xx", "911", "<b>1</b>", "a" * 3000])
def test_a_forged_cookie_changes_nothing(client, forged):
    client.cookies[countries.COOKIE] = forged
    assert "call 118 now" in line(client)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "",
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        " //evil.example",
        "/\t/evil.example",
        "http://testserver@evil.example/",
    ],
)
def test_choosing_never_leads_to_another_site(client, elsewhere):
    assert choose(client, "gb", next=elsewhere)["Location"] == "/"


def test_the_language_of_the_browser_guesses_no_country(client):
    for language in ("en-US", "en-GB", "en-AU"):
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        assert "call 118 now" in line(client)


def test_the_cookie_holds_the_code_alone_and_no_session_is_made(client):
    cookie = choose(client, "gb").cookies[countries.COOKIE]
    assert cookie.value == "gb"
    assert cookie["max-age"] == YEAR
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert "session" not in client.cookies


def test_a_page_with_a_choice_is_not_given_to_somebody_else(client):
    choose(client, "gb")
    response = client.get("/muscles/")
    assert "Cookie" in response["Vary"]
    assert "call 118 now" in line(Client())
