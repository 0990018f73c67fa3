"""What is worse at a week's end: safety is asked again before anything else of the plan."""

import pytest

from assessments.models import Assessment, Plan
from tests.assessments.planning import WELL, end_week, exercises, row, send

SCREEN = "safety/emergency-body"


@pytest.fixture
def painless(walker):
    """Somebody without pain before the plan of a result."""
    walker.begin().pass_safety().answer_all(pain_where="none").finish()
    walker.path = walker.at("plan")
    return walker


def again(walker, **said):
    """End a week with something worse; go on in the check that this begins."""
    walker.path = end_week(walker, **said)
    walker.root = "/".join(walker.path.split("/")[:3]) + "/"
    return walker


@pytest.mark.parametrize("said", [{"pain": "6"}, {"pain": "10"}, {"new": "yes"}])
def test_what_is_worse_asks_about_safety_before_anything_else(walker, planned, said):
    planned()
    root, before = walker.root, walker.row
    again(walker, **said)
    assert walker.here == SCREEN
    assert "The questions about safety, once more" in walker.see()
    new = walker.row
    assert new.previous_id == before.pk
    assert new.answers["pain-average"]["answer"] == int(said.get("pain", 0))
    assert new.answers.keys() == before.answers.keys() & planning_questions(new)
    page = walker.see(f"{root}plan/")
    assert exercises(page) == []
    assert "Safety comes first" in page
    assert f'href="/check/{new.pk}/"' in page


def planning_questions(assessment):
    """Slugs of what was asked that is not about safety."""
    previous = Assessment.objects.get(pk=assessment.previous_id)
    return set(previous.asked)


def test_nothing_else_of_the_plan_can_be_reached_meanwhile(walker, planned):
    planned()
    root = walker.root
    again(walker, new="yes")
    for address in ("plan/session/", "plan/week/"):
        response = walker.client.get(root + address)
        assert (response.status_code, response["Location"]) == (302, f"{root}plan/")
    response = walker.client.post(f"{root}plan/calendar/", {"days": ["1"], "at": "07:30"})
    assert response.status_code == 303, "no file"
    response = walker.client.post(f"{root}plan/week/", {"number": "1", **WELL})
    assert response.status_code == 302
    assert len(Plan.objects.get().weeks) == 1


def test_a_new_check_that_is_finished_has_a_plan_and_the_old_one_keeps_its_log(walker, planned):
    page = planned()
    root, slug = walker.root, exercises(page)[0]
    send(walker, "done", exercise=slug, done="1")
    again(walker, pain="7").pass_safety()
    walker.answer_all().finish()
    page = walker.see(f"{root}plan/")
    assert exercises(page) == []
    assert "There is a newer plan" in page
    assert f'href="{walker.at("plan")}"' in page
    assert slug in str(Plan.objects.get().log)
    page = walker.see(walker.at("plan"))
    assert exercises(page)
    assert "Week 1 of 6" in page
    assert f'<a href="{root}plan/">Your earlier plan of' in page


def test_a_new_check_that_is_stopped_warns_on_the_old_plan(walker, planned):
    planned()
    root = walker.root
    again(walker, new="yes").pass_safety(emergency_body="saddle")
    assert walker.here == "stop"
    page = walker.see(f"{root}plan/")
    assert exercises(page) == []
    assert page.count("Do not act on this plan now") == 1
    assert f'href="{walker.at("stop")}"' in page


def test_a_new_check_that_was_deleted_does_not_free_the_old_plan(walker, planned):
    planned()
    root = walker.root
    again(walker, new="yes")
    walker.client.post(walker.at("delete"))
    page = walker.see(f"{root}plan/")
    assert exercises(page) == []
    assert "The check that was begun then is deleted." in page


def test_another_change_of_the_result_does_not_pass_safety_over(walker, planned):
    planned()
    root = walker.root
    again(walker, new="yes")
    walker.root = root
    assert walker.reply("under-4", at=walker.at("questions", "sitting-hours")).path.endswith(
        f"/{SCREEN}/"
    )


def test_pain_where_there_was_none_asks_where_it_is(painless):
    again(painless, pain="2")
    assert painless.here == SCREEN
    assert "pain-where" not in painless.row.answers
    painless.pass_safety()
    assert painless.here == "questions/pain-where"
    painless.answer_all(pain_where="low-back").finish()
    assert painless.row.answers["pain-average"]["answer"] == 2


def test_something_new_without_pain_keeps_that_there_is_none(painless):
    again(painless, new="yes")
    assert painless.here == SCREEN
    assert painless.row.answers["pain-where"]["answer"] == ["none"]
    assert "pain-average" not in painless.row.answers


def test_a_little_pain_where_there_was_none_goes_on(painless):
    end_week(painless, pain="1")
    assert Assessment.objects.count() == 1
    assert row(painless).weeks[0]["decision"] == "repeat"


def test_a_result_changed_in_another_tab_decides_nothing(walker, planned, monkeypatch):
    planned()
    Assessment.objects.update(version=5)  # as a change in between would leave it
    stale = Assessment.objects.get(pk=walker.pk)
    Assessment.objects.update(version=6)
    monkeypatch.setattr("assessments.views.plans.own_with_plan", lambda *_: stale)
    send(walker, "week", number="0", **WELL | {"new": "yes"})
    monkeypatch.undo()
    assert Assessment.objects.count() == 1
    assert not Plan.objects.exists()
    assert "Your plan has changed meanwhile" in walker.see()
