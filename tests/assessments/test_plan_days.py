"""What is due on a day: days of rest between, and no exercise more often than its dose says."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from assessments.models import Plan
from assessments.plans.standing import EVERY_OTHER, Standing
from posture.reasoning.knowledge import Kind
from posture.reasoning.planning import as_json
from tests.assessments.planning import do_all, exercises, row, send
from tests.assessments.results import text
from tests.reasoning.planned import FORWARD, FORWARD_HEAD
from tests.reasoning.planned import planned as planned_for

BEGAN = date(2026, 3, 2)


def plan(*found, week=1, **wishes):
    made = planned_for(*found, **wishes)
    return Plan(planned=as_json(made), week=week, week_began=BEGAN, log={}, ways={}, weeks=[])


def on(kept, number):
    """The plan on a day, counted from its beginning."""
    return Standing(kept, BEGAN + timedelta(days=number))


def do(standing, *slugs):
    """These exercises, or all that is left."""
    done = slugs or [item.exercise for item in standing.left_today]
    standing.plan.log[standing.day.isoformat()] = {"done": [*done]}


def strong(week):
    return {item.exercise for item in week if item.kind == Kind.STRENGTHEN}


def test_strengthening_rests_on_the_day_after_and_stretches_do_not():
    kept = plan(FORWARD_HEAD, days=6)
    do(on(kept, 0))
    week, today = on(kept, 1).week, on(kept, 1).today
    resting = {item.exercise for item in on(kept, 1).not_today}
    assert resting == {
        item.exercise for item in week if item.kind == Kind.STRENGTHEN and item.days <= EVERY_OTHER
    }
    assert resting
    assert {*strong(week)} != {item.exercise for item in week}
    assert {item.exercise for item in today} == {item.exercise for item in week} - resting
    assert on(kept, 2).today == week


@pytest.mark.parametrize("days", [1, 2, 3, 4, 6, 7])
@pytest.mark.parametrize("week", [1, 5])
def test_who_does_all_that_is_due_keeps_to_every_dose_and_reaches_it(days, week):
    kept = plan(FORWARD_HEAD, FORWARD, week=week, days=days, minutes=60)
    for number in range(21):
        if on(kept, number).today:
            do(on(kept, number))
    for item in on(kept, 0).week:
        done = [item.exercise in on(kept, n).done_on(BEGAN + timedelta(n)) for n in range(21)]
        assert all(sum(done[n : n + 7]) <= item.days for n in range(15))
        assert sum(done[:7]) == item.days
        spaced = item.kind == Kind.STRENGTHEN and item.days <= EVERY_OTHER
        assert not spaced or not any(done[n] and done[n + 1] for n in range(20))


def test_an_exercise_for_every_day_has_no_day_free():
    kept = plan(FORWARD, days=7, minutes=60, week=4)
    daily = [one for one in on(kept, 0).week if one.kind == Kind.STRENGTHEN and one.days == 7]
    assert daily
    do(on(kept, 0))
    assert {one.exercise for one in daily} <= {one.exercise for one in on(kept, 1).today}


def test_a_harder_exercise_rests_after_the_easier_one_whose_place_it_has():
    kept = plan(FORWARD_HEAD, minutes=60)
    weeks = on(kept, 0).planned.weeks
    kept.week = next(n for n, week in enumerate(weeks, start=1) if any(one.after for one in week))
    harder = next(one for one in weeks[kept.week - 1] if one.after)
    do(on(kept, 0), harder.after)
    assert harder in on(kept, 1).not_today
    assert harder in on(kept, 2).today


def test_what_is_done_today_stays_in_todays_session():
    kept = plan(FORWARD_HEAD, days=1)
    do(on(kept, 0))
    assert on(kept, 0).today == on(kept, 0).week
    assert on(kept, 0).all_done
    assert not on(kept, 1).today
    assert not on(kept, 1).all_done


def test_the_next_session_is_on_the_first_day_with_something_left_to_do():
    kept = plan(FORWARD_HEAD, days=1)
    assert on(kept, 0).next_day == BEGAN
    do(on(kept, 0))
    assert [on(kept, n).next_day for n in (0, 1, 6, 8)] == [
        *[BEGAN + timedelta(7)] * 3,
        BEGAN + timedelta(8),
    ]


def test_minutes_are_those_of_today():
    kept = plan(FORWARD_HEAD, days=6)
    whole = on(kept, 0)
    assert whole.minutes == whole.most_minutes == round(sum(i.seconds for i in whole.week) / 60)
    do(whole)
    assert on(kept, 1).minutes < on(kept, 1).most_minutes == whole.minutes


@pytest.mark.parametrize(("seconds", "minutes"), [(20, 1), (94, 2), (330, 6)])
def test_minutes_are_told_to_the_nearest_and_never_as_none(seconds, minutes):
    kept = plan(FORWARD_HEAD)
    first = kept.planned["weeks"][0][0]
    kept.planned["weeks"] = [[first | {"seconds": seconds}]]
    assert on(kept, 0).minutes == minutes


# On the page


def tomorrow(time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=1))


def test_a_day_after_strengthening_names_what_rests_and_the_session_leaves_it_out(
    walker, planned, time_machine
):
    planned()
    send(walker, "wishes", minutes="15", days="6", floor="on")
    whole = exercises(walker.see())
    do_all(walker)
    tomorrow(time_machine)
    page = walker.see()
    today = exercises(page)
    assert today
    assert len(today) < len(whole)
    assert "Not today, so that the muscles can rest: " in text(page)
    assert f"0 of {len(today)} done" in text(page)
    session = walker.see(walker.at("plan", "session"))
    assert re.findall(r'<li class="session-part" id="ex-([\w-]+)"', session) == today
    do_all(walker)
    assert "How did it feel?" in walker.see()


def test_a_day_on_which_nothing_is_due_says_so_and_when_something_is(walker, planned, time_machine):
    planned("nothing")
    do_all(walker)
    tomorrow(time_machine)
    page = walker.see()
    assert exercises(page) == []
    day_after = timezone.localdate() + timedelta(days=1)
    assert "Today is a day of rest." in page
    assert "Finish this week" in page
    assert f"The next session is on {day_after:%A}." in page
    ticked = re.findall(r'name="days" value="(\d)"[^>]* checked', page)
    assert str(day_after.weekday()) in ticked
    assert walker.client.get(walker.at("plan", "session"))["Location"] == walker.at("plan")
    days = {"days": ticked, "at": "07:30"}
    assert b"DURATION" in walker.client.post(walker.at("plan", "calendar"), days).content


def test_a_sheet_that_is_printed_on_such_a_day_still_has_every_exercise(
    walker, planned, time_machine
):
    whole = exercises(planned("nothing"))
    do_all(walker)
    tomorrow(time_machine)
    sheet = walker.see().partition('class="only-print"><ol')[2]
    assert exercises(sheet) == whole


# Made anew in a later week


def test_other_wishes_in_a_later_week_keep_the_weeks_before_and_go_on_from_them(walker, planned):
    planned()
    do_all(walker)
    kept = row(walker)
    kept.week, before = 4, kept.planned["weeks"]
    kept.save()
    send(walker, "wishes", minutes="30", days="3", floor="on")
    weeks = row(walker).planned["weeks"]
    assert weeks[:3] == before[:3]
    done = {slug for entry in kept.log.values() for slug in entry["done"]}
    there = {item["exercise"]: item["reps"] for item in before[3] if item["exercise"] in done}
    assert there
    assert there.items() <= {item["exercise"]: item["reps"] for item in weeks[3]}.items()
