"""How much of an exercise, week by week, and how long that takes."""

import pytest

from posture.reasoning.knowledge import Dose
from posture.reasoning.planning.doses import Amount, amount, days, is_used_up

EASY = Dose(sets=2, reps=10, reps_to=12, older_reps_to=15, rest=60, days=2, days_to=3)
PLANK = Dose(sets=3, reps=1, hold=10, hold_to=30, rest=45)
STRETCH = Dose(reps=2, hold=30, older_hold_to=60, days=3, days_to=7)
SHORT_HOLDS = Dose(reps=5, reps_to=10, hold=3, hold_to=5, days=7)


def over_weeks(dose, *, older=False, mild=False):
    made = [amount(dose, week, older=older, mild=mild) for week in range(7)]
    return [(one.reps, one.hold) for one in made]


def test_repetitions_grow_first_and_then_the_hold():
    assert over_weeks(SHORT_HOLDS) == [(5, 3), (7, 3), (9, 3), (10, 3), (10, 4), (10, 5), (10, 5)]


def test_a_hold_without_a_range_of_repetitions_grows_from_the_second_week():
    assert over_weeks(PLANK)[:4] == [(1, 10), (1, 20), (1, 30), (1, 30)]


def test_from_65_on_the_upper_ends_are_their_own():
    assert [reps for reps, _ in over_weeks(EASY)][:4] == [10, 12, 12, 12]
    assert [reps for reps, _ in over_weeks(EASY, older=True)][:4] == [10, 12, 14, 15]
    assert {hold for _, hold in over_weeks(STRETCH)} == {30}
    assert [hold for _, hold in over_weeks(STRETCH, older=True)][:3] == [30, 45, 60]


def test_a_mild_stretch_is_held_no_longer_with_the_weeks():
    assert set(over_weeks(STRETCH, older=True, mild=True)) == {(2, 30)}


@pytest.mark.parametrize(
    ("dose", "older", "first"),
    [(EASY, False, 1), (EASY, True, 3), (PLANK, False, 2), (SHORT_HOLDS, False, 3)],
)
def test_a_dose_is_used_up_when_its_repetitions_or_without_a_range_its_hold_are_at_the_top(
    dose, older, first
):
    used_up = [is_used_up(dose, week, older=older) for week in range(7)]
    assert used_up == [week >= first for week in range(7)]


def test_time_counts_repetitions_or_holds_rests_between_sets_and_getting_into_position():
    assert Amount(sets=2, reps=10, hold=0, rest=60).seconds(sides=1) == 30 + 2 * 10 * 6 + 60
    assert Amount(sets=3, reps=1, hold=20, rest=45).seconds(sides=1) == 30 + 3 * 22 + 2 * 45


def test_two_sides_take_turns_so_that_both_rest_between_rounds():
    assert Amount(sets=2, reps=10, hold=0, rest=60).seconds(sides=2) == 30 + 2 * 2 * 10 * 6 + 60


def test_days_are_those_wished_and_no_more_than_the_dose_says():
    assert days(EASY, 2) == 2
    assert days(EASY, 7) == 3
    assert days(STRETCH, 7) == 7
    assert days(PLANK, 5) == 3
