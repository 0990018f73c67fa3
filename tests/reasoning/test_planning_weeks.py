"""What is in the first week of a plan, and what the weeks after bring."""

from dataclasses import replace

import pytest

from posture.reasoning.knowledge import Kind
from posture.reasoning.planning import Cause, SoFar, Step, Why
from tests.reasoning.planned import (
    BACKWARD,
    FORWARD,
    FORWARD_HEAD,
    LEFT_HIGH,
    UNCLEAR_HIGH,
    items,
    planned,
    strengthening,
)
from tests.reasoning.shipped import bank


# ---------------------------------------------------------------- the first week
@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_a_plan_begins_with_as_many_exercises_as_wished_and_two_thirds_strengthen(most):
    first = planned(FORWARD_HEAD, FORWARD, most=most, minutes=60).weeks[0]
    assert len(first) == most
    assert 3 * len(strengthening(first)) >= 2 * most


def test_what_own_tests_say_comes_before_what_two_imbalances_list_and_that_before_the_rest():
    tests = {"long_bridge": ("both-give-out",)}
    made = planned(FORWARD, LEFT_HIGH, tests=tests)
    first, second = strengthening(made.weeks[0])
    assert {(one.muscle, one.why) for one in first.purposes} == {("hamstrings", Why.TESTED)}
    assert {(one.muscle, one.side, one.why) for one in second.purposes} == {
        ("gluteal", "left", Why.SEVERAL),
        ("gluteal", "right", Why.LISTED),
    }


def test_two_patterns_are_both_begun_in_the_first_week():
    first = planned(FORWARD_HEAD, FORWARD).weeks[0]
    listed = {name for item in first for one in item.purposes for name in one.listed_by}
    assert listed == {"forward-head-and-neck", "forward-tipped-pelvis"}


def test_one_exercise_for_two_muscles_is_preferred_and_easy_ones_come_first():
    first = planned(BACKWARD).weeks[0]
    both = next(one for one in first if one.exercise == "straight-leg-raise")
    assert {one.muscle for one in both.purposes} == {"hip-flexors", "quadriceps"}
    assert not any(bank().exercise[one.exercise].harder for one in first)


def test_a_session_stretches_first_and_then_strengthens():
    for week in planned(FORWARD_HEAD, FORWARD).weeks:
        kinds = [one.kind for one in week]
        assert kinds == sorted(kinds, key=lambda one: one != Kind.STRETCH)


def test_a_finding_of_one_side_is_worked_on_that_side_where_sides_are_worked_apart():
    made = planned(LEFT_HIGH, minutes=60)
    assert {one.side for one in items(made) if one.each_side} == {"left"}


def test_where_the_high_side_is_unclear_both_are_worked_and_it_is_said():
    made = planned(UNCLEAR_HIGH, minutes=60)
    assert {one.side for one in items(made)} == {""}
    assert all(one.high_side for one in made.purposes)


def test_exercises_that_take_longer_than_there_is_are_left_out_for_that():
    made = planned(BACKWARD, minutes=1)
    assert {one.cause for one in made.left_out} >= {Cause.TIME}
    assert all(sum(one.seconds for one in week) <= 60 for week in made.weeks)


# ---------------------------------------------------------------- the weeks after
def test_repetitions_come_first_and_then_the_harder_exercise():
    made = planned(FORWARD_HEAD, minutes=60)
    lower = [
        next(one for one in week if any(p.muscle == "lower-trapezius" for p in one.purposes))
        for week in made.weeks
    ]
    steps = [one.step for one in lower]
    assert steps[:2] == [Step.BEGIN, Step.MORE]
    harder = next(one for one in lower if one.step == Step.HARDER)
    assert harder.after == lower[0].exercise
    assert bank().exercise[harder.exercise].harder
    assert steps[-1] == Step.KEEP


def test_a_harder_exercise_is_for_all_muscles_of_the_easier_or_there_is_none():
    """The side-lying wiper is for one of the two muscles that the wall press is for."""
    both = planned(FORWARD_HEAD, most=4, minutes=60)
    assert "wall-isometric-er" in [one.after for one in both.weeks[4]]
    made = planned(FORWARD_HEAD, most=4, minutes=60, without=frozenset({"side-lying-er"}))
    assert "wall-isometric-er" in [one.exercise for one in made.weeks[5]]
    assert "side-lying-wiper" not in made.exercises


def test_an_exercise_that_a_harder_one_has_replaced_does_not_come_back():
    made = planned(FORWARD_HEAD, minutes=60)
    replaced = {
        item.after: number for number, week in enumerate(made.weeks) for item in week if item.after
    }
    assert replaced
    for slug, number in replaced.items():
        assert not any(one.exercise == slug for week in made.weeks[number:] for one in week)


def test_muscles_without_room_come_later_and_are_told_so():
    made = planned(FORWARD_HEAD, FORWARD)
    later = {one.muscle: one.week for one in made.left_out if one.cause == Cause.LATER}
    assert later
    for muscle, number in later.items():
        weeks = [{p.muscle for one in week for p in one.purposes} for week in made.weeks]
        assert [muscle in week for week in weeks[:number]] == [False] * (number - 1) + [True]
        new = next(p for p in made.weeks[number - 1] if muscle in {q.muscle for q in p.purposes})
        assert new.step == Step.ROOM


def test_weeks_grow_by_one_exercise_every_second_week_and_never_past_five():
    made = planned(FORWARD_HEAD, FORWARD, minutes=60, most=4)
    assert [len(week) for week in made.weeks] == [4, 4, 5, 5, 5, 5, 4]


def test_maintenance_keeps_strengthening_first_on_two_or_three_days():
    made = planned(FORWARD_HEAD, days=7)
    assert max(one.days for one in made.weeks[5]) > 3
    assert all(one.days <= 3 and one.step == Step.KEEP for one in made.weeks[-1])
    assert {one.exercise for one in made.weeks[-1]} <= {one.exercise for one in made.weeks[5]}
    assert len(strengthening(made.weeks[-1])) == 3


def test_what_changes_from_one_week_to_the_next_is_named():
    for made in (planned(FORWARD_HEAD), planned(BACKWARD, minutes=30), planned(LEFT_HIGH)):
        for before, now in zip(made.weeks[:5], made.weeks[1:6], strict=True):
            old = {one.exercise: one for one in before}
            for item in now:
                if item.step == Step.MORE:
                    assert item.reps > old[item.exercise].reps
                elif item.step == Step.LONGER:
                    assert item.hold > old[item.exercise].hold
                elif item.step == Step.SAME:
                    assert replace(old[item.exercise], step=Step.SAME) == item
                else:
                    assert item.exercise not in old


def test_what_made_room_comes_back_when_nothing_waits():
    steps = {one.step for one in items(planned(FORWARD_HEAD, minutes=30))}
    assert Step.BACK in steps


# ---------------------------------------------------------------- made anew in a later week
def after(made, weeks, done=None):
    """So many weeks of a plan behind, with all of it done unless said."""
    return SoFar(made.weeks[:weeks], frozenset(made.exercises if done is None else done))


@pytest.mark.parametrize("weeks", range(7))
def test_who_wishes_nothing_new_has_the_same_plan_in_any_week(weeks):
    for wishes in ({}, {"minutes": 30, "most": 4}, {"minutes": 8, "days": 6}):
        made = planned(FORWARD_HEAD, FORWARD, **wishes)
        again = planned(FORWARD_HEAD, FORWARD, so_far=after(made, weeks), **wishes)
        assert again.weeks == made.weeks
    made = planned(FORWARD_HEAD, minutes=30)
    assert planned(FORWARD_HEAD, minutes=30, so_far=after(made, weeks)).weeks == made.weeks


def test_one_exercise_that_is_replaced_within_a_block_moves_no_other():
    made = planned(FORWARD_HEAD, FORWARD)
    old = made.weeks[3][1]
    without = frozenset({old.exercise})
    now = planned(FORWARD_HEAD, FORWARD, so_far=after(made, 3), without=without).weeks[3]
    stayed = [one for one in made.weeks[3] if one != old]
    assert [one for one in now if one.step != Step.ROOM] == stayed
    [new] = [one for one in now if one.step == Step.ROOM]
    dose = bank().exercise[new.exercise].dose
    assert (new.sets, new.reps, new.hold) == (dose.sets, dose.reps, dose.hold)


def test_no_harder_exercise_comes_after_an_easier_one_that_was_never_done():
    made = planned(FORWARD_HEAD, minutes=60)
    week = next(n for n, week in enumerate(made.weeks) if any(one.after for one in week))
    easier = next(one.after for one in made.weeks[week] if one.after)
    done = set(made.exercises) - {easier}
    now = planned(FORWARD_HEAD, minutes=60, so_far=after(made, week, done)).weeks[week]
    assert easier not in [one.after for one in now]
    dose = bank().exercise[easier].dose
    assert [(one.reps, one.hold) for one in now if one.exercise == easier] in (
        [],
        [(dose.reps, dose.hold)],
    )


def test_maintenance_goes_on_with_what_there_was_and_fills_up_with_something_new():
    made = planned(FORWARD_HEAD, FORWARD)
    replaced = frozenset(one.exercise for one in made.weeks[-1][:2])
    wishes = {"without": replaced, "minutes": 60}
    kept = planned(FORWARD_HEAD, FORWARD, so_far=after(made, 6), **wishes).weeks[-1]
    assert len(kept) == 3
    assert not replaced & {one.exercise for one in kept}
    there = {one.exercise for one in made.weeks[5]}
    assert all((one.step == Step.KEEP) == (one.exercise in there) for one in kept)
