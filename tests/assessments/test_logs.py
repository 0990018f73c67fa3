"""What the log of a whole visit holds: one line for each request, and nothing of the person."""

import io
import json
import logging

import pytest
from django.core.signals import request_started
from django.test import Client

from posture.catalogue import content
from tests.assessments.conftest import PASSWORD
from tests.assessments.walking import Walker

CATALOGUE = content.read().catalogue
EMAIL = "marker-of-ann@example.org"
CHOICES = {choice.slug for one in CATALOGUE.questions for choice in one.choices}
ITEMS = {one.slug for one in (*CATALOGUE.red_flags, *CATALOGUE.conditions)}
TELLING = {word for word in CHOICES | ITEMS if len(word) > 7}


@pytest.fixture
def written():
    """What the site's own handlers write where the machine keeps its log."""
    text = io.StringIO()
    handlers = {
        handler: handler.stream
        for name in ("", "django")
        for handler in logging.getLogger(name).handlers
        if type(handler) is logging.StreamHandler  # not pytest's own, which are kinds of it
    }
    for handler in handlers:
        handler.setStream(text)
    yield text
    for handler, stream in handlers.items():
        handler.setStream(stream)


@pytest.fixture
def asked():
    """Gathers every request from now on."""
    gathered = []

    def gather(**request):
        gathered.append(request)

    request_started.connect(gather)
    yield gathered
    request_started.disconnect(gather)


@pytest.fixture
def visit(written, client, db):
    """A check with an emergency, one to its end, sign-up, keeping, export, deleting."""
    client.raise_request_exception = False
    stopped = Walker(client).begin().reply("both-legs")
    stopped.see()
    walker = Walker(client).begin().pass_safety(your_health="osteoporosis")
    walker.post(walker.path, "under-2-weeks", "marker-of-a-bad-answer")
    walker.answer_all(pain_where="between-shoulder-blades", sitting_style="perched").finish().see()
    client.get(f"{walker.root}no-such-page/?marker-of-a-query=1")
    client.get("/history/\r\nmarker-of-a-line")
    client.post("/account/signup/", {"email": EMAIL, "password1": PASSWORD})
    client.post("/history/keep/", {"keep": ""})
    client.get("/history/export/")
    client.post("/account/login/", {"login": EMAIL, "password": "marker-of-a-password"})
    client.post(walker.at("delete"))
    secrets = [cookie.value for cookie in client.cookies.values() if cookie.value]
    return written.getvalue(), [stopped.pk, walker.pk, *secrets]


def test_no_line_holds_an_answer_an_address_or_a_check(visit):
    text, secrets = visit
    assert text
    assert "marker" not in text
    assert PASSWORD not in text
    assert not [secret for secret in secrets if secret in text]
    assert not [word for word in TELLING if word in text]


def test_each_request_has_one_line_of_json_with_an_id_of_its_own(asked, visit):
    text, _ = visit
    lines = [json.loads(line) for line in text.splitlines()]
    requests = [line for line in lines if line["event"] == "request"]
    assert len(requests) == len(asked) > 40
    assert len({line["request_id"] for line in requests}) == len(requests)
    assert {"method", "route", "status", "ms"} <= set(requests[0])


def test_a_line_names_the_pattern_of_an_address_and_not_the_address(written, client, db):
    client.get("/history/?page=7")
    line = json.loads(written.getvalue())
    assert (line["method"], line["route"], line["status"]) == ("GET", "history/", 200)


@pytest.mark.parametrize("header", ["Referer", "Origin"])
def test_a_refused_form_is_logged_without_the_address_it_came_from(written, db, header):
    client = Client(enforce_csrf_checks=True)
    came_from = {header: "https://marker.example.org/check/marker-of-a-check/"}
    refused = client.post("/check/", {"consent": "on"}, secure=True, headers=came_from)
    assert refused.status_code == 403
    assert f"{header} checking failed" in written.getvalue()
    assert "marker" not in written.getvalue()
