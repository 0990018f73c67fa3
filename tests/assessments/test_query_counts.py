"""What a step costs in statements to the database; looking for a new edition is not counted."""

import re
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import Assessment
from posture.catalogue import editions
from tests.assessments.walking import HTMX

NOT_COUNTED = re.compile(
    r"BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET |SHOW "
    # the look for a new edition, which happens at most once a second
    r'|SELECT (?!.*"document").* FROM "catalogue_edition" ORDER BY'
)


@contextmanager
def at_most(count, *, reading=""):
    """No more statements than this, and none that reads the catalogue."""
    editions.current()  # the edition is in memory, as in a process that has served before
    with CaptureQueriesContext(connection) as captured:
        yield
    sent = [one["sql"] for one in captured if not NOT_COUNTED.match(one["sql"])]
    assert len(sent) <= count, sent
    assert not [sql for sql in sent if 'FROM "catalogue_' in sql]


@pytest.fixture(params=["walker", "member"])
def someone(request):
    """Somebody without an account, then somebody signed in."""
    return request.getfixturevalue(request.param)


def test_a_page_of_the_check_costs_three(someone):
    someone.begin()
    with at_most(3):
        someone.see()
    someone.pass_safety()
    with at_most(3):
        someone.see()
    with at_most(3):
        someone.see(someone.at("save"))
    someone.answer_all()
    with at_most(3):
        someone.see()


def test_an_answer_costs_five(someone):
    someone.begin()
    while someone.here != "answers":
        version = someone.row.version
        with at_most(5):
            response = someone.post(someone.path, someone.least, version=version)
        someone.path = response["Location"]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_bad_answer_costs_no_more(someone, headers):
    someone.begin().pass_safety()
    with at_most(5):
        someone.client.post(someone.path, {"answer": "x", "version": "0"}, headers=headers)


def test_a_stop_costs_no_more(someone):
    someone.begin()
    version = someone.row.version
    with at_most(8):  # three of them begin a session, which carries the reason to the next page
        someone.post(someone.path, "saddle", version=version)


def test_finishing_costs_five(someone):
    someone.begin().pass_safety().answer_all()
    with at_most(5):
        someone.finish()


def test_a_result_costs_three(someone):
    someone.to_result(hollow="deep", belt="front", wall_gap="fist", standing="belly-forward")
    with at_most(3):
        someone.see()


@pytest.mark.parametrize("count", [1, 50])
def test_a_history_costs_the_same_for_one_check_and_for_fifty(someone, count):
    one = someone.to_result().row
    for _ in range(count - 1):
        one.pk = Assessment._meta.pk.get_default()
        one._state.adding = True
        one.save()
    with at_most(6):
        someone.see("/history/")


def test_the_start_costs_three(someone):
    someone.begin()
    with at_most(3):
        someone.see("/check/")
