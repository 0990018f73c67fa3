"""What every response carries, whatever answers: the policy, the other headers, the cookies."""

import json
import uuid
from html.parser import HTMLParser

import pytest
from django.test import Client

from posture.accounts.models import User
from tests.assessments.conftest import PASSWORD, signed_in
from tests.assessments.walking import Walker
from tests.routes import ROUTES

CLOSED = {"default-src", "base-uri", "object-src", "frame-ancestors"}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NAMES = {"page": "emergency-body", "item": "saddle", "slug": "age"}
OURS = ("/static/", "/admin/jsi18n/")
STATIC = ["/static/css/base.css", "/static/js/app.js", "/static/no-such-file.css"]


def policy(response):
    """The directives of a response's policy, by name."""
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in parts}


def assert_headers(response):
    directives = policy(response)
    assert all(directives[name] == {"'none'"} for name in CLOSED)
    assert directives["form-action"] == {"'self'"}
    assert set().union(*directives.values()) <= {"'self'", "'none'"}
    for name, expected in HEADERS.items():
        assert response[name] == expected, name
    closed = response["Permissions-Policy"]
    assert all(f"{name}=()" in closed for name in ("camera", "microphone", "geolocation"))
    assert "Server" not in response
    assert response["X-Request-ID"]


@pytest.fixture
def chief(db):
    client = signed_in(User.objects.create_superuser("chief@example.org", PASSWORD))
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


class Page(HTMLParser):
    """Collects what the policy would block, or what would lead away."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.settings = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = {name: text or "" for name, text in attributes}
        self.found += [(tag, name) for name in given if self.blocked(name, given[name])]
        if tag == "style" or (tag == "script" and not given.get("src", "").startswith(OURS)):
            self.found.append((tag, given.get("type", "")))
        if given.get("name") == "htmx-config":
            self.settings.append(json.loads(given["content"]))

    handle_startendtag = handle_starttag

    @staticmethod
    def blocked(name, text):
        inline = name == "style" or name.startswith(("on", "hx-on"))
        return inline or text.strip().lower().startswith(("javascript:", "js:"))


def assert_page(response):
    if response.get("Content-Type", "").startswith("text/html") and response.content:
        page = Page(response.content.decode())
        assert page.found == []
        for one in page.settings:
            assert one["allowEval"] is False
            assert one["allowScriptTags"] is False
            assert one["selfRequestsOnly"] is True
            assert one["includeIndicatorStyles"] is False
            assert one["historyCacheSize"] == 0


@pytest.mark.parametrize("who", ["chief", "client"])
def test_every_address_sends_the_headers_and_nothing_inline(request, db, who):
    client = request.getfixturevalue(who)
    for route in ROUTES:
        response = client.get(route.path(pk=uuid.uuid4(), **NAMES))
        assert_headers(response)
        assert_page(response)


def test_so_does_every_page_of_a_check(db, client):
    walker = Walker(client).begin()
    paths = [walker.root, walker.at("delete"), "/history/", "/check/forget/"]
    seen = []
    while walker.here != "answers":
        seen.append(client.get(walker.path))
        seen.append(walker.post(walker.path, "no-such-choice", version="0", htmx=True))
        walker.reply(walker.least)
    seen += [client.get(path) for path in (walker.path, walker.at("save"))]
    seen += [client.get(path) for path in [*paths, walker.finish().path]]
    stopped = Walker(client).begin().reply("saddle")
    seen.append(client.get(stopped.path))
    for response in seen:
        assert_headers(response)
        assert_page(response)
    assert {200, 302, 422} == {response.status_code for response in seen}


@pytest.mark.parametrize("path", STATIC)
def test_so_does_a_static_file(db, client, path):
    response = client.get(path)
    assert response.status_code == (404 if "no-such" in path else 200)
    assert_headers(response)
    response.close()


def test_so_does_what_goes_wrong(db):
    client = Client(enforce_csrf_checks=True)
    wrong = {
        400: client.get("/", headers={"host": "elsewhere.example"}),
        403: client.post("/check/"),
        404: client.get("/no/such/page/"),
        405: client.put("/history/", headers={"X-CSRFToken": "x"}),
    }
    for response in wrong.values():
        assert_headers(response)
        assert_page(response)
    assert wrong[404].status_code == 404


def test_so_does_too_many(db, client):
    for _ in range(31):
        response = client.post("/check/", {"consent": "on"})
    assert response.status_code == 429
    assert_headers(response)
    assert_page(response)


# Cookies


@pytest.fixture
def cookies(db, client):
    """Every cookie of a whole check, of signing in and of choosing dark."""
    User.objects.create_user("ann@example.org", PASSWORD)
    Walker(client).to_result()
    client.post("/account/login/", {"login": "ann@example.org", "password": PASSWORD})
    client.post("/theme/", {"theme": "dark"})
    client.get("/history/keep/")
    return client.cookies


def test_no_cookie_can_be_read_by_scripts_or_sent_by_other_sites(cookies):
    assert len(cookies) >= 4
    for name, cookie in cookies.items():
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert len(cookie.OutputString()) < 4096, name
        assert not cookie["domain"], name
