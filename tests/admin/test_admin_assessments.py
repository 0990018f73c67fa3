"""What staff see of the checks that people made: little, and what was found only if allowed."""

import pytest
from django.test import Client

from assessments.models import Assessment
from posture.accounts.models import User
from tests.admin.conftest import BACKEND, PASSWORD
from tests.assessments.walking import Walker

LIST = "/admin/assessments/assessment/"


@pytest.fixture
def finished(published):
    """A finished check in somebody's account, with answers nobody else should read."""
    person = User.objects.create_user("ann@example.org", PASSWORD)
    browser = Client()
    browser.force_login(person, backend=BACKEND)
    walker = Walker(browser).begin().pass_safety().answer_all().finish()
    return Assessment.objects.get(pk=walker.pk)


def page(row):
    return f"{LIST}{row.pk}/change/"


def test_the_list_says_when_and_how_checks_ended_and_nothing_else(staff, finished):
    text = staff("view_assessment", app="assessments").client.get(LIST).content.decode()
    assert "finished" in text
    assert "ann@example.org" not in text
    assert str(finished.pk) not in text


def test_a_result_needs_a_permission_of_its_own(staff, finished):
    listing = staff("view_assessment", app="assessments")
    assert listing.client.get(page(finished)).status_code == 403
    assert listing.client.get(f"{LIST}{finished.pk}/history/").status_code == 403
    reading = staff("read_results", app="assessments")
    assert reading.client.get(page(finished)).status_code == 200
    assert str(finished.pk) in reading.client.get(LIST).content.decode()


def test_a_result_shows_what_was_found_and_neither_person_nor_answers(staff, finished):
    reading = staff("read_results", app="assessments")
    text = reading.client.get(page(finished)).content.decode()
    assert "What was found" in text
    assert "ann@example.org" not in text
    assert "not-sure" not in text


def test_a_check_that_is_not_finished_has_nothing_found(staff, published):
    row = Assessment.objects.create(browser="b" * 64, edition=published.number)
    reading = staff("read_results", app="assessments")
    text = reading.client.get(page(row)).content.decode()
    assert "Nothing yet" in text
    assert row.browser not in text


def test_opening_a_result_leaves_a_line_that_does_not_name_it(staff, finished, caplog):
    reading = staff("read_results", app="assessments")
    caplog.clear()
    reading.client.get(page(finished))
    told = [record.msg for record in caplog.records if record.msg["event"] == "result opened"]
    assert [line["staff"] for line in told] == [reading.user.pk]
    assert str(finished.pk) not in caplog.text


def test_nobody_changes_adds_or_deletes_checks_here(owner, finished):
    for address in (f"{LIST}add/", f"{LIST}{finished.pk}/delete/"):
        assert owner.client.get(address).status_code == 403
        assert owner.client.post(address, {"post": "yes"}).status_code == 403
    assert owner.client.post(page(finished), {"status": "open"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [finished.pk], "post": "yes"}
    owner.client.post(LIST, data)
    finished.refresh_from_db()
    assert finished.is_finished


def test_the_list_costs_the_same_for_one_check_and_for_forty(
    owner, published, django_assert_max_num_queries
):
    def more(count):
        for number in range(count):
            Assessment.objects.create(browser=f"{number}" * 32, edition=published.number)

    more(1)
    owner.client.get(LIST)
    with django_assert_max_num_queries(12) as few:
        owner.client.get(LIST)
    more(39)
    with django_assert_max_num_queries(len(few) + 1):
        owner.client.get(LIST)
