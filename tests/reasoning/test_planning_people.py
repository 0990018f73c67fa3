"""Plans of worked people: each item is explained, and nothing in it is against their conditions."""

import pytest

from posture.reasoning.findings import conclude
from posture.reasoning.knowledge import Role
from posture.reasoning.planning import Cause, Settled, Why, Wishes, plan
from posture.reasoning.safety import screening
from tests.reasoning.planned import (
    BACKWARD,
    FORWARD,
    FORWARD_HEAD,
    RIGHT_HIGH,
    exercises,
    items,
    left_out,
    planned,
    purposes,
    strengthening,
    worked,
)
from tests.reasoning.shipped import bank, textbook


def filters_of(*conditions, age="40-54"):
    """The filters of somebody who ticks these."""
    pages = {
        page.slug: tuple(one.slug for one in page.concerns if one.slug in conditions) or ("none",)
        for page in bank().pages
    }
    assert {slug for ticked in pages.values() for slug in ticked} - {"none"} == {*conditions}
    return screening(bank(), pages | {"age": (age,)}).filters


def is_explained(made):
    """Whether every item names a muscle with a reason, and a first one is new."""
    return all(
        item.purposes and all(one.tests or one.listed_by for one in item.purposes)
        for item in items(made)
    )


@pytest.fixture(scope="module")
def desk_worker():
    return planned(FORWARD_HEAD, FORWARD)


def test_a_desk_worker_with_two_patterns_begins_with_three_of_which_two_strengthen(desk_worker):
    first = desk_worker.weeks[0]
    assert [one.exercise for one in first] == [
        "seated-low-chest-opener",
        "scapular-squeeze",
        "posterior-pelvic-tilt",
    ]
    assert len(strengthening(first)) == 2
    assert is_explained(desk_worker)


def test_the_desk_worker_does_something_for_most_muscles_and_is_told_of_the_others(desk_worker):
    planned_for = {one.muscle for one in desk_worker.purposes}
    no_room = {one.muscle for one in desk_worker.left_out if one.cause == Cause.NO_ROOM}
    assert planned_for | no_room == {
        involved.muscle
        for slug, _ in (FORWARD_HEAD, FORWARD)
        for involved in bank().imbalance[slug].involvements
    }
    assert len(planned_for) >= 10


def test_a_whole_check_comes_to_a_plan_of_what_it_found():
    answers = textbook("high-hip", "right")
    free = screening(bank(), {})
    conclusion = conclude(bank(), answers, free)
    made = plan(bank(), conclusion, answers, free, Wishes())
    assert {one.imbalance for one in conclusion.found} == {"high-hip"}
    assert {one.side for one in made.purposes} == {"right"}
    assert is_explained(made)


def test_who_cannot_get_down_to_the_floor_has_a_full_plan_on_chair_bed_and_feet():
    made = planned(FORWARD, floor=False)
    assert [len(week) for week in made.weeks[:6]] == [3, 3, 4, 4, 5, 5]
    assert all({*one.places} & {"chair", "standing", "bed"} for one in exercises(made))
    assert not any("floor" in one.avoid for one in exercises(made))


def test_somebody_of_70_with_osteoporosis_and_a_new_knee_neither_bends_twists_nor_kneels():
    filters = filters_of("osteoporosis", "knee", age="65-74")
    assert filters >= {"spine-flexion", "spine-rotation", "impact", "kneeling", "knee-deep-bend"}
    made = planned(FORWARD_HEAD, BACKWARD, filters=filters, age="65-74")
    assert not any(one.avoid & filters for one in exercises(made))
    assert is_explained(made)
    assert max(item.reps for item in items(made)) == 15
    assert {"thoracic-erector-spinae", "middle-trapezius"} <= {one.muscle for one in made.purposes}


def test_somebody_pregnant_lies_neither_on_the_back_nor_the_front_and_stretches_mildly():
    filters = filters_of("pregnant")
    assert filters >= {"pregnancy-supine", "pregnancy-prone", "no-max-stretch"}
    made = planned(FORWARD_HEAD, filters=filters)
    assert not any(one.avoid & filters for one in exercises(made))
    stretched = [one for one in items(made) if one.kind == "stretch"]
    assert stretched
    assert all(one.mild and one.hold == 30 for one in stretched)


def test_a_forward_pelvis_explained_by_pregnancy_leads_to_a_general_plan():
    made = planned(filters=filters_of("pregnant"))
    assert made.general
    assert {one.why for one in made.purposes} == {Why.GENERAL}


def test_somebody_with_one_sided_findings_works_that_side_unless_both_move_together():
    made = planned(RIGHT_HIGH)
    assert {one.side for one in made.purposes} == {"right"}
    assert {one.side for one in items(made) if one.each_side} == {"right"}
    assert {one.side for one in items(made) if not one.each_side} <= {""}


def test_somebody_with_a_muscle_conflict_has_each_muscle_as_its_rule_says():
    made = planned(BACKWARD, RIGHT_HIGH)
    assert left_out(made, "hamstrings", "right") == [Cause.CONFLICT]
    assert left_out(made, "psoas", "right") == [Cause.GROUP]
    told = {(one.role, one.side, one.settled) for one in purposes(made, "gluteal")}
    assert told >= {
        (Role.WEAK, "right", Settled.BY_PART),
        (Role.TIGHT, "right", Settled.BY_PART),
        (Role.TIGHT, "left", None),
    }
    assert not any(("hamstrings", "right") in worked(item) for item in items(made))


@pytest.mark.parametrize(
    "condition",
    ["postnatal", "hip-replacement", "stenosis-slip", "shoulder", "hernia", "balance", "vertigo"],
)
def test_no_condition_leaves_a_found_pattern_without_a_first_week(condition):
    filters = filters_of(condition)
    for found in (FORWARD_HEAD, FORWARD, BACKWARD, RIGHT_HIGH):
        made = planned(found, filters=filters)
        assert len(made.weeks[0]) == 3
        assert not made.general
        assert not any(one.avoid & filters for one in exercises(made))
