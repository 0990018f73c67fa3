"""What nobody expected: a styled page with the id of the request, nothing internal."""

import sqlite3

import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.urls import include, path

from assessments.models import Assessment
from tests.assessments.walking import Walker

SECRET = "row of ann@example.org"  # what an exception might quote
INTERNAL = (SECRET, "Traceback", "assessment_has", "no-such", ".py")


def fails(request):
    raise RuntimeError(SECRET)


def fails_in_a_template(request):
    template = engines["django"].from_string("{% include missing %}")
    return HttpResponse(template.render({"missing": "no-such-template.html"}, request))


def fails_in_the_database(request):
    Assessment.objects.create(edition=1)  # in nobody's hands: the database refuses it
    return HttpResponse()


def is_locked(request):
    raise OperationalError("database is locked")


urlpatterns = [
    path("fails/view/", fails),
    path("fails/template/", fails_in_a_template),
    path("fails/database/", fails_in_the_database),
    path("locked/", is_locked),
    path("", include("posture.urls")),
]
handler500 = "posture.errors.failed"
handler404 = "posture.errors.not_found"


@pytest.fixture
def visitor(db):
    return Client(raise_request_exception=False)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("where", ["view", "template", "database"])
def test_an_unexpected_error_shows_its_id_and_nothing_internal(visitor, where):
    response = visitor.get(f"/fails/{where}/")
    assert response.status_code == 500
    page = response.content.decode()
    assert "<h1" in page
    assert "/static/" in page, "it is styled"
    assert not [word for word in INTERNAL if word in page]


@pytest.mark.urls(__name__)
def test_the_id_is_on_the_page_and_in_the_header(visitor):
    response = visitor.get("/fails/view/")
    assert len(response["X-Request-ID"]) == 16
    assert response["X-Request-ID"] in response.content.decode()


@pytest.mark.urls(__name__)
def test_what_passes_by_itself_says_when_to_try_again(visitor):
    response = visitor.get("/locked/")
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "locked" not in response.content.decode().replace("/locked/", "")


@pytest.fixture
def impatient(monkeypatch):
    """A database that waits a moment for a lock, instead of 20 seconds."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL locks rows, not the database")
    monkeypatch.setitem(connections["default"].settings_dict["OPTIONS"], "timeout", 0.2)
    connection.close()
    yield
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_locked_database_answers_503_and_the_answer_can_be_sent_again(impatient):
    walker = Walker(Client(raise_request_exception=False)).begin().pass_safety()
    version = walker.version()
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    response = walker.post(walker.path, "18-39", version=version)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert walker.see(), "pages stay readable"
    other.execute("ROLLBACK")
    other.close()
    assert walker.post(walker.path, "18-39", version=version).status_code == 303
    assert walker.row.answers["age"]["answer"] == ["18-39"]


def test_production_never_shows_django_s_own_error_page():
    assert settings.DEBUG is False
