"""What is worse at a week's end: safety is asked again before anything else of the plan."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import plans
from assessments.models import Assessment, Plan
from posture.catalogue import editions
from posture.reasoning import planning
from tests.assessments.planning import WELL, do_all, end_week, exercises, row, send
from tests.assessments.results import text
from tests.assessments.test_query_counts import at_most

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
    assert (response.status_code, response["Location"]) == (303, f"{root}plan/")
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


def test_something_new_is_not_lost_to_a_change_of_the_result_in_another_tab(
    walker, planned, monkeypatch
):
    planned()
    stale = Assessment.objects.with_last().get(pk=walker.pk)
    Assessment.objects.update(version=stale.version + 1)
    monkeypatch.setattr("assessments.views.plans.own_with_plan", lambda *_: stale)
    again_at = send(walker, "week", number="0", **WELL | {"new": "yes"})
    monkeypatch.undo()
    assert again_at.endswith(f"/{SCREEN}/")
    assert Assessment.objects.open().get().previous_id == stale.pk
    assert "Safety comes first" in walker.see()


# A plan is closed by whatever came later

STOPS = {"same-day": {"same_day_illness": "weight-loss"}, "emergency": {"emergency_body": "saddle"}}


@pytest.fixture
def used(walker, planned):
    """Gives the address of the plan of a result, in which somebody has done everything today."""
    planned()
    do_all(walker)
    return walker.path


@pytest.fixture
def shut(walker):
    """Says what the page of a closed plan reads, after looking that nothing of it can be done."""

    def see(plan):
        page = walker.see(plan)
        assert exercises(page) == []
        assert "Do it with me" not in page
        assert "Your earlier plan" not in page
        stored = list(Plan.objects.values())
        for name in ("session", "week"):
            response = walker.client.get(f"{plan}{name}/")
            assert (response.status_code, response["Location"]) == (302, plan), name
        for name, data in sent(plan).items():
            response = walker.client.post(f"{plan}{name}/", data)
            assert (response.status_code, response["Location"]) == (303, plan), name
        assert list(Plan.objects.values()) == stored
        return text(page)

    return see


def sent(plan):
    """All that the pages of a plan may send, by the end of its address."""
    stored = plans.of(Assessment.objects.get(pk=plan.split("/")[2]), day=timezone.localdate())
    first = planning.from_json(stored.planned).weeks[0][0].exercise
    return {
        "done": {"exercise": first, "done": "0"},
        "way": {"exercise": first, "way": "hurts"},
        "wishes": {"minutes": "5", "days": "2"},
        "felt": {"felt": "hard"},
        "week": {"number": "0", **WELL},
        "looked": {},
        "calendar": {"days": ["1"], "at": "07:30"},
    }


def revise(walker, root, slug, to):
    """Change an answer of the result at `root`, and stand in the check that this begins."""
    walker.root = root
    walker.reply(to, at=walker.at("questions", slug))
    walker.root = "/".join(walker.path.split("/")[:3]) + "/"
    return walker


@pytest.mark.parametrize("level", STOPS)
def test_a_stop_of_a_new_check_closes_the_plan_and_warns_on_the_result(walker, used, shut, level):
    result = walker.at("result")
    walker.begin().pass_safety(**STOPS[level])
    assert walker.here == "stop"
    page = shut(used)
    assert "Do not act on this plan now" in page
    assert "Get emergency help now if:" in page
    assert f'href="{walker.path}"' in walker.see(used)
    assert f'href="{walker.path}"' in walker.see(result)
    assert "Do not act on this result now" in walker.see(result)


def test_a_stop_two_changes_later_closes_it_too(walker, used, shut):
    root = walker.root
    revise(walker, root, "sitting-hours", "under-4").answer_all().finish()
    revise(walker, walker.root, "pain-average", "9").pass_safety(**STOPS["emergency"])
    assert walker.here == "stop"
    assert "Do not act on this plan now" in shut(used)
    assert "Do not act on this result now" in walker.see(f"{root}result/")


def test_a_stop_that_was_a_mistake_closes_nothing_once_it_is_taken_back(walker, used):
    walker.begin().pass_safety(**STOPS["same-day"])
    walker.client.post(walker.at("mistake"))
    assert exercises(walker.see(used))


def test_a_newer_result_replaces_the_session_and_what_was_done_can_be_read(walker, used, shut):
    first = exercises(walker.see(used))[0]
    walker.to_result()
    page = shut(used)
    assert "There is a newer plan" in page
    assert f'href="{walker.at("plan")}"' in walker.see(used)
    assert editions.current().exercises[first].name in page.split("What you did")[1]


def test_the_newest_plan_that_waits_for_a_clinician_leaves_no_other_open(
    walker, used, shut, planned
):
    assert "Your plan waits until a clinician has looked" in planned("soon")
    assert "Your earlier plan" not in walker.see()
    assert "There is a newer plan" in shut(used)
    send(walker, "looked")
    assert f'<a href="{used}">Your earlier plan of' in walker.see()


def test_the_newest_plan_that_waits_for_safety_leaves_no_other_open(walker, used, shut, planned):
    planned()
    newest = walker.path
    again(walker, new="yes")
    assert "Safety comes first" in shut(newest)
    assert "There is a newer plan" in shut(used)


def test_a_plan_that_is_held_can_be_opened_only_by_saying_that_a_clinician_has_looked(
    walker, planned
):
    planned("soon")
    for name, data in sent(walker.path).items():
        if name != "looked":
            assert send(walker, name, **data) == walker.path
    assert not Plan.objects.exists()
    send(walker, "looked")
    assert exercises(walker.see())


def test_the_plan_of_somebody_else_is_closed_by_nothing_of_mine(walker, used, member):
    member.begin().pass_safety(**STOPS["same-day"])
    assert exercises(walker.see(used))


# What came later is not passed over from an older result


def test_safety_is_asked_before_an_older_result_is_changed_while_the_newest_plan_waits(
    walker, used, planned
):
    root = walker.root
    planned()
    again(walker, new="yes")
    assert revise(walker, root, "sitting-hours", "under-4").here == SCREEN


def test_or_when_a_newer_result_says_more_of_safety(walker, used, planned):
    root = walker.root
    planned("soon")
    assert revise(walker, root, "sitting-hours", "under-4").here == SCREEN


def test_but_not_when_it_says_the_same(walker, used, planned):
    root = walker.root
    planned()
    assert revise(walker, root, "sitting-hours", "under-4").here != SCREEN


@pytest.mark.parametrize("what", ["a stop", "something new", "soon"])
def test_a_check_left_open_before_asks_about_safety_again(walker, used, planned, what):
    walker.begin().pass_safety()
    left = walker.root
    walker.begin()
    if what == "a stop":
        walker.pass_safety(**STOPS["same-day"])
    elif what == "soon":
        planned("soon")
    else:
        walker.root = used.removesuffix("plan/")
        again(walker, new="yes")
    walker.root = left
    assert walker.resume().here == SCREEN


# Keeping, and queries


@pytest.mark.parametrize("used_later", [True, False])
def test_a_stop_is_kept_as_long_as_the_result_it_warns_of(
    walker, planned, time_machine, used_later
):
    planned()
    root = walker.root
    walker.begin().pass_safety(**STOPS["same-day"])
    time_machine.move_to(timezone.now() + timedelta(days=20))
    if used_later:
        revise(walker, root, "sitting-hours", "under-4")
    time_machine.move_to(timezone.now() + timedelta(days=20))
    Assessment.objects.expired(timezone.now()).delete()
    stopped = Assessment.objects.filter(status=Assessment.Status.STOPPED)
    assert stopped.exists() == used_later
    if used_later:
        assert "Do not act on this plan now" in walker.see(f"{root}plan/")


@pytest.mark.parametrize(("later", "more"), [("nothing", 0), ("a stop", 2), ("a result", 1)])
def test_a_plan_and_a_result_cost_few_queries_whatever_came_later(walker, used, later, more):
    result = walker.at("result")
    if later == "a stop":
        walker.begin().pass_safety(**STOPS["same-day"])
    elif later == "a result":
        walker.to_result()
    with at_most(3):  # a stop has a session besides, which carries its reason
        walker.see(used)
    with at_most(1 + more):
        walker.see(result)
