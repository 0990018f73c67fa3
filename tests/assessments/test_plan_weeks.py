"""How sessions felt, and the end of a week."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.models import Plan
from assessments.plans.standing import Standing
from posture.reasoning import planning
from posture.reasoning.planning import WEEKS, Step
from posture.reasoning.progress import KEEPING_UP
from tests.assessments.planning import WELL, do_all, end_week, exercises, row, send, train
from tests.assessments.results import text
from tests.assessments.walking import HTMX

# How a session felt


def test_how_it_felt_is_asked_when_all_of_today_is_done(walker, planned):
    first, *others = exercises(planned())
    send(walker, "done", exercise=first, done="1")
    assert "How did it feel?" not in walker.see()
    for slug in others:
        send(walker, "done", exercise=slug, done="1")
    assert "How did it feel? Easier than expected About right Too hard" in text(walker.see())


def test_how_it_felt_is_kept_and_can_be_changed(walker, planned):
    planned()
    do_all(walker)
    assert send(walker, "felt", felt="hard") == walker.at("plan") + "#felt"
    send(walker, "felt", felt="light")
    pressed = re.findall(r'value="(\w+)" id="felt-\w+" aria-pressed="true"', walker.see())
    assert pressed == ["light"]
    [day] = row(walker).log.values()
    assert day["felt"] == "light"
    assert len(day["done"]) == 3


@pytest.mark.parametrize("felt", ["", "great", "HARD"])
def test_what_cannot_be_felt_changes_nothing(walker, planned, felt):
    planned()
    do_all(walker)
    send(walker, "felt", felt=felt)
    assert "Your plan has changed meanwhile" in walker.see()
    assert "felt" not in str(row(walker).log)


def test_a_day_without_a_session_did_not_feel_like_anything(walker, planned):
    planned()
    send(walker, "felt", felt="right")
    assert "Your plan has changed meanwhile" in walker.see()
    assert not Plan.objects.exists()


def test_marking_the_last_exercise_swaps_in_what_comes_after_it(planned):
    page = planned()
    [swapped] = {*re.findall(r'hx-select-oob="([^"]+)"', page)}
    for part in swapped.split(","):
        name = part.partition(":")[0].removeprefix("#")
        assert page.count(f'id="{name}"') == 1, name


# The end of a week


def test_a_week_ends_when_its_days_have_passed(walker, planned, time_machine):
    slug = exercises(planned())[0]
    send(walker, "done", exercise=slug, done="1")
    time_machine.move_to(timezone.now() + timedelta(days=6))
    assert "End of week 1" not in walker.see()
    assert "Finish this week" in walker.see()
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert "End of week 1" in walker.see()


def test_a_week_ends_when_its_sessions_are_done(walker, planned, time_machine):
    planned()
    train(walker, time_machine, "right", "right")
    assert "End of week 1" not in walker.see()
    train(walker, time_machine, "right")
    assert "End of week 1" in walker.see()


def test_its_page_asks_three_questions(walker, planned):
    planned()
    page = text(walker.see(walker.at("plan", "week")))
    assert page.count("?") == 3
    assert "Is anything of this new: numbness" in page
    assert "If you are not sure, choose yes." in page
    assert not Plan.objects.exists()


@pytest.mark.parametrize("missing", ["effort", "pain", "new"])
def test_what_is_not_answered_is_said_and_the_rest_is_kept(walker, planned, missing):
    planned()
    given = {"number": "0", **WELL}
    del given[missing]
    assert send(walker, "week", **given) == walker.at("plan", "week")
    page = walker.see(walker.at("plan", "week"))
    first = {"effort": "effort-light", "pain": "pain-0", "new": "new-yes"}[missing]
    assert f'<li><a href="#{first}">' in page
    assert f'id="{first}"' in page
    assert "There is a problem" in page
    for name in {*WELL} - {missing}:
        assert re.search(rf'id="{name}-{WELL[name]}" checked', page), name
    assert not Plan.objects.exists()


@pytest.mark.parametrize("wrong", [{"pain": "11"}, {"pain": "x"}, {"effort": "no"}, {"number": ""}])
def test_what_is_not_offered_decides_nothing(walker, planned, wrong):
    planned()
    send(walker, "week", **{"number": "0", **WELL, **wrong})
    assert not Plan.objects.exists()


def test_after_a_week_that_went_well_comes_the_next(walker, planned, time_machine):
    planned()
    train(walker, time_machine, "right", "light")
    assert end_week(walker) == walker.at("plan")
    words = text(walker.see())
    assert "Week 2 of 6" in words
    assert "nothing you said spoke against going on. So week 2 has begun." in words
    assert "0 of 3 sessions done" in words
    kept = row(walker)
    assert (kept.week, kept.eased, kept.week_began) == (2, False, timezone.localdate())
    [end] = kept.weeks
    assert (end["week"], end["effort"], end["pain"], end["decision"]) == (1, "right", 0, "go-on")


def test_a_session_of_the_day_on_which_a_week_ends_is_not_of_the_next(walker, planned):
    planned()
    do_all(walker)
    time_done = timezone.localdate()
    send(walker, "week", number="0", **WELL | {"pain": "0"})
    assert row(walker).week_began == time_done + timedelta(days=1)
    assert "0 of 3 sessions done" in walker.see()


def test_few_sessions_repeat_the_week_without_blame(walker, planned, time_machine):
    planned()
    train(walker, time_machine, "right")
    end_week(walker)
    words = text(walker.see())
    assert "Week 1 of 6" in words
    assert "sessions done: 1 of 3. So week 1 comes once more, as it was." in words
    assert row(walker).week == 1


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"effort": "hard"}, "you said that the exercises felt too hard."),
        ({"pain": "5"}, "you said that pain was 5 of 10."),
    ],
)
def test_a_week_that_was_too_much_comes_again_with_less(walker, planned, said, reason):
    planned()
    before = planning.from_json(Standing(_touched(walker), timezone.localdate()).plan.planned)
    end_week(walker, **said)
    words = text(walker.see())
    assert f"{reason} So week 1 comes once more, with less of each exercise." in words
    assert "Less than last time" in words
    week = Standing(row(walker), timezone.localdate()).week
    for less, item in zip(week, before.weeks[0], strict=True):
        assert less.exercise == item.exercise
        assert less.seconds < item.seconds
        assert less.step == Step.LESS


def _touched(walker):
    """The plan, written by marking something and taking it back."""
    slug = exercises(walker.see())[0]
    for done in "10":
        send(walker, "done", exercise=slug, done=done)
    return row(walker)


def test_strong_pain_that_has_not_risen_says_whom_to_ask(walker, planned):
    planned(**{"pain-average": "7"})
    end_week(walker, pain="6")
    words = text(walker.see())
    assert "Leave out what brings it above 5, and ask a clinician about it." in words
    assert row(walker).eased


def test_after_a_lower_dose_the_full_amount_comes_first(walker, planned, time_machine):
    planned()
    end_week(walker, effort="hard")
    train(walker, time_machine, "right", "right")
    end_week(walker)
    assert "So this week has its full amount again." in text(walker.see())
    assert (row(walker).week, row(walker).eased) == (1, False)
    assert {item.step for item in Standing(row(walker), timezone.localdate()).week} == {Step.SAME}
    train(walker, time_machine, "right", "right")
    end_week(walker)
    assert row(walker).week == 2


def test_a_harder_exercise_waits_while_sessions_feel_too_hard(walker, planned, time_machine):
    planned()
    plan = _touched(walker)
    plan.planned["weeks"][1][0] |= {"step": Step.HARDER, "after": "hip-hinge"}
    plan.save()
    train(walker, time_machine, "right", "hard")
    end_week(walker)
    assert "A harder exercise comes after two sessions in a row" in text(walker.see())
    assert row(walker).week == 1
    train(walker, time_machine, "right", "light")
    end_week(walker)
    assert row(walker).week == 2
    assert "Harder than" in walker.see()


def test_the_last_week_goes_on_as_it_is(walker, planned, time_machine):
    planned()
    plan = _touched(walker)
    plan.week = KEEPING_UP
    plan.save()
    train(walker, time_machine, "right", "right")
    end_week(walker)
    words = text(walker.see())
    assert "Keeping it up" in words
    assert "So it stays as it is." in words
    end_week(walker, effort="hard")
    assert "So this week comes once more, with less of each exercise." in text(walker.see())


@pytest.mark.parametrize(
    ("week", "eased", "words"),
    [
        (WEEKS, False, "Keeping it up"),
        (WEEKS, False, "So the six weeks are over, and keeping it up begins."),
        (WEEKS, True, "So this week has its full amount again."),
        (KEEPING_UP, True, "So this week has its full amount again."),
        (KEEPING_UP, False, "So it stays as it is."),
    ],
)
def test_the_last_weeks_say_what_comes(walker, planned, time_machine, week, eased, words):
    planned()
    plan = _touched(walker)
    plan.week, plan.eased = week, eased
    plan.save()
    train(walker, time_machine, "right", "right")
    end_week(walker)
    assert words in text(walker.see())
    assert not row(walker).eased


def test_a_week_is_ended_once(walker, planned, time_machine):
    planned()
    train(walker, time_machine, "right", "right")
    for _ in range(2):
        send(walker, "week", number="0", **WELL | {"pain": "0"})
    assert "Your plan has changed meanwhile" in walker.see()
    assert (row(walker).week, len(row(walker).weeks)) == (2, 1)


# An earlier plan


def test_a_check_begun_afresh_names_the_earlier_plan_that_was_used(walker, planned):
    planned()
    assert "Your earlier plan" not in planned(), "nobody has used it"
    root = walker.root
    do_all(walker)
    assert f'<a href="{root}plan/">Your earlier plan of' in planned()
    assert "Your earlier plan" not in walker.see(f"{root}plan/")


def test_nobody_is_shown_the_plan_of_somebody_else(walker, planned, member):
    planned()
    do_all(walker)
    member.to_result()
    assert "Your earlier plan" not in member.see(member.at("plan"))


def test_a_plan_after_some_weeks_costs_few_queries(walker, planned, django_assert_max_num_queries):
    planned()
    end_week(walker, effort="hard")
    with django_assert_max_num_queries(3):
        walker.see()


def test_a_script_swaps_how_it_felt_by_the_same_page(walker, planned):
    planned()
    do_all(walker)
    response = walker.client.post(walker.at("plan", "felt"), {"felt": "right"}, headers=HTMX)
    assert response.status_code == 303
