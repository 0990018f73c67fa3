"""Who may see and do what: every address of the site against everybody who may ask for it."""

import re
import uuid

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessments.models import Assessment
from posture.accounts.models import User
from tests.assessments.conftest import PASSWORD, signed_in
from tests.assessments.walking import Walker
from tests.routes import ROUTES

# Addresses of a check: the state it must be in to be seen there, and what its owner then gets.
OPEN, FINISHED, STOPPED = "open", "finished", "stopped"
OF_CHECKS = {
    "resume": (OPEN, "/questions/age/"),
    "save": (OPEN, 200),
    "safety_page": (OPEN, 200),
    "safety_item": (OPEN, "/questions/age/"),
    "question": (OPEN, 200),
    "answers": (OPEN, "/questions/age/"),
    "stop": (STOPPED, 200),
    "mistake": (STOPPED, 405),
    "result": (FINISHED, 200),
    "plan": (FINISHED, 200),
    "plan_wish": (FINISHED, 405),
    "plan_done": (FINISHED, 405),
    "plan_felt": (FINISHED, 405),
    "plan_week": (FINISHED, 200),
    "plan_way": (FINISHED, 405),
    "plan_look": (FINISHED, 405),
    "plan_calendar": (FINISHED, 405),
    "session": (FINISHED, 200),
    "delete_check": (FINISHED, 200),
}
# Addresses with a name in them that opens nothing of anybody's.
OF_EVERYBODY = {"imbalance", "muscle", "exercise"}
# Addresses whose key is a secret sent by mail.
OF_WHO_HAS_THE_KEY = {"account_confirm_email", "account_reset_password_from_key"}
# Addresses that show the visitor's own, whoever that is.
OF_ONESELF = {"check", "forget", "history", "keep", "delete_everything", "export"}
NAMES = {"page": "emergency-body", "item": "saddle", "slug": "age"}

WITH_PARTS = [route for route in ROUTES if route.parts and not route.is_admin]
CHECKS = [route for route in WITH_PARTS if "pk" in route.parts]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


def test_every_address_with_a_name_in_it_has_a_row_here():
    assert {route.name for route in CHECKS} == {*OF_CHECKS}
    assert {route.name for route in WITH_PARTS} == {
        *OF_CHECKS,
        *OF_EVERYBODY,
        *OF_WHO_HAS_THE_KEY,
    }


def test_every_address_of_the_check_has_a_row_here():
    ours = {route.name for route in ROUTES if route.pattern.startswith(("check/", "history/"))}
    assert ours == {*OF_CHECKS, *OF_ONESELF}


# Checks


def walk(client, state):
    """A check in this state."""
    walker = Walker(client).begin()
    if state == STOPPED:
        return walker.reply("saddle")
    walker.pass_safety()
    return walker if state == OPEN else walker.answer_all().finish()


@pytest.fixture
def browsers(db):
    """Everybody who may ask, each in a browser of their own."""
    ann, ben = (User.objects.create_user(f"{name}@example.org", PASSWORD) for name in ("a", "b"))
    chief = User.objects.create_superuser("chief@example.org", PASSWORD)
    for user in (ann, ben, chief):  # as signing up makes it
        EmailAddress.objects.create(user=user, email=user.email, primary=True)
    named = {"user": signed_in(ann), "other user": signed_in(ben), "superuser": signed_in(chief)}
    return named | {"anonymous": Client(), "other anonymous": Client(), "nobody": Client()}


@pytest.mark.parametrize("owner", ["user", "anonymous"])
@pytest.mark.parametrize("route", CHECKS, ids=str)
def test_a_check_is_there_for_its_owner_and_for_nobody_else(browsers, route, owner):
    state, expected = OF_CHECKS[route.name]
    Walker(browsers["other anonymous"]).begin()
    walker = walk(browsers[owner], state)
    path = route.path(pk=walker.pk, **NAMES)

    own = browsers[owner].get(path)
    assert expected in {own.status_code, own.get("Location", "").removeprefix(walker.root[:-1])}

    before = rows()
    others = {name: client for name, client in browsers.items() if name != owner}
    refused = {
        (name, method): shape(getattr(client, method)(path, {"answer": "none", "version": "0"}))
        for name, client in others.items()
        for method in ("get", "post")
    }
    assert rows() == before
    for (_, method), (status, _) in refused.items():
        assert status == 404 or (status == 405 and (method == "post" or expected == 405))
    Assessment.objects.all().delete()
    for (name, method), found in refused.items():
        missing = getattr(others[name], method)(path, {"answer": "none", "version": "0"})
        assert shape(missing) == found, f"{name} sees that it is there"


def shape(response):
    """What somebody can tell of a response; the token is new in each."""
    return response.status_code, TOKEN.sub(b"", response.content)


@pytest.mark.parametrize("pk", ["1", "x", "0" * 32, f"{uuid.UUID(int=0)}x"])
def test_what_is_no_id_of_a_check_is_not_found(db, client, pk):
    assert client.get(f"/check/{pk}/result/").status_code == 404


def test_ids_are_drawn_at_random():
    drawn = {Assessment().pk for _ in range(100)}
    assert len(drawn) == 100
    assert {one.version for one in drawn} == {4}, "122 random bits"


def test_no_page_shows_the_number_of_a_person(browsers):
    walker = walk(browsers["user"], FINISHED)
    owner = walker.row.owner
    for path in ("/history/", walker.at("result"), walker.at("delete"), "/account/"):
        page = browsers["user"].get(path).content.decode()
        assert not re.search(rf'(/|user=|id="|value="){owner.pk}["/]', page), path


# The admin


@pytest.mark.parametrize("name", ["user", "nobody"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_admin_is_closed_to_visitors(browsers, name, method):
    for route in ROUTES:
        if route.is_admin and route.name not in {"admin:login", "admin:logout"}:
            response = getattr(browsers[name], method)(route.path())
            assert response.status_code in {302, 403, 404, 405}, route
            if response.status_code == 302:
                assert response["Location"].startswith("/admin/login/"), route


# Asking changes nothing


def rows():
    """Every row of the site but sessions, which hold what is shown once."""
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label != "sessions.Session"
    }


@pytest.fixture
def chief(browsers):
    """A superuser who has a check in every state, and just gave the password."""
    client = browsers["superuser"]
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client, {state: walk(client, state).pk for state in (OPEN, FINISHED, STOPPED)}


READS = ("SELECT", "SAVEPOINT", "RELEASE")  # what a statement begins with that changes no row


@pytest.mark.no_cover
def test_looking_at_any_page_changes_no_row(chief, browsers):
    client, checks = chief
    before, paths = rows(), []
    for route in ROUTES:
        state, _ = OF_CHECKS.get(route.name, (OPEN, 200))
        paths.append(route.path(pk=checks[state], **NAMES))
        with CaptureQueriesContext(connection) as asked:
            for one in (client, browsers["nobody"]):
                for method in ("get", "head"):
                    response = getattr(one, method)(paths[-1])
                    assert response.status_code < 500, (paths[-1], response.status_code)
        if not all(query["sql"].startswith(READS) for query in asked):
            assert_no_row_changed(before, paths[-1:])
    assert_no_row_changed(before, paths)


def assert_no_row_changed(before, paths):
    changed = [label for label, found in rows().items() if found != before[label]]
    assert not changed, (paths, changed)


def test_looking_without_an_account_makes_no_session(db, client):
    for route in ROUTES:
        if not route.is_admin and not route.pattern.startswith("account/"):
            client.get(route.path(pk=uuid.uuid4(), **NAMES))
    assert "session" not in client.cookies


# Forms


@pytest.mark.django_db
def test_every_form_needs_its_token():
    client = Client(enforce_csrf_checks=True)
    for route in ROUTES:
        response = client.post(route.path(pk=uuid.uuid4(), **NAMES), {"consent": "on"})
        assert response.status_code == 403, route


@pytest.mark.django_db
def test_with_its_token_a_form_works():
    client = Client(enforce_csrf_checks=True)
    page = client.get("/check/").content
    [token] = {one.split(b'"')[-2].decode() for one in TOKEN.findall(page)}
    response = client.post("/check/", {"consent": "on", "csrfmiddlewaretoken": token})
    assert response.status_code == 303


# What is personal is not kept by browsers


@pytest.mark.parametrize("route", CHECKS, ids=str)
@pytest.mark.parametrize("owner", ["user", "anonymous"])
def test_no_page_of_a_check_is_kept_by_a_browser_or_a_proxy(browsers, route, owner):
    state, _ = OF_CHECKS[route.name]
    walker = walk(browsers[owner], state)
    response = browsers[owner].get(route.path(pk=walker.pk, **NAMES))
    assert response.status_code == 405 or "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("name", sorted(OF_ONESELF))
def test_nor_is_any_other_personal_page(browsers, name):
    [route] = [one for one in ROUTES if one.name == name]
    for client in (browsers["user"], browsers["anonymous"]):
        response = client.get(route.path())
        personal = response.status_code == 200
        assert not personal or "no-store" in response["Cache-Control"]
