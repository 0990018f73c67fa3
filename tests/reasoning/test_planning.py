"""The rules of a plan, each on people of the shipped catalogue who are there to show it."""

import json
from dataclasses import replace

import pytest

from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.reasoning.knowledge import Kind, Role
from posture.reasoning.planning import (
    Cause,
    Settled,
    Why,
    Wishes,
    as_json,
    from_json,
    plan,
)
from posture.reasoning.safety import Level, Raised, Screening
from tests.reasoning.planned import (
    BACKWARD,
    FORWARD,
    FORWARD_HEAD,
    LEFT_HIGH,
    UNCLEAR_HIGH,
    concluding,
    exercises,
    items,
    left_out,
    on,
    planned,
    purposes,
    strengthening,
    stretches,
    worked,
)
from tests.reasoning.shipped import FREE, bank

BOTH_TIGHT = ("left-thigh-up", "right-thigh-up")
LEFT_TIGHT = ("left-thigh-up", "right-level")


# ---------------------------------------------------------------- what is left out from the start
def test_a_muscle_that_tests_call_fine_is_left_out():
    made = planned(FORWARD, tests={"bed_edge": ("left-level", "right-level")})
    assert left_out(made, "hip-flexors") == [Cause.FINE]
    assert not purposes(made, "hip-flexors")


def test_what_tests_say_of_a_muscle_beats_what_an_imbalance_lists():
    made = planned(BACKWARD, tests={"bed_edge": BOTH_TIGHT}, minutes=30)
    assert left_out(made, "hip-flexors")[0] == Cause.OVERRULED
    (purpose,) = purposes(made, "hip-flexors")
    assert (purpose.role, purpose.why, purpose.tests) == (Role.TIGHT, Why.TESTED, ("bed-edge",))


def test_tests_of_one_side_beat_the_list_on_that_side_only():
    made = planned(BACKWARD, tests={"bed_edge": LEFT_TIGHT}, minutes=30)
    told = {(one.side, one.role) for one in purposes(made, "hip-flexors")}
    assert told == {("left", Role.TIGHT), ("right", Role.WEAK)}


def test_a_muscle_pulled_both_ways_and_not_tested_is_neither_stretched_nor_strengthened():
    made = planned(BACKWARD, LEFT_HIGH, minutes=60)
    assert left_out(made, "hamstrings", "left") == [Cause.CONFLICT]
    assert not any(("hamstrings", "left") in worked(item) for item in items(made))


def test_no_exercise_for_another_muscle_works_one_that_is_pulled_both_ways():
    made = planned(BACKWARD, LEFT_HIGH, tests={"side_leg": ("both-under-15",)}, minutes=60)
    assert {one.role for one in purposes(made, "gluteal")} == {Role.WEAK}
    assert not {"glute-bridge", "hip-hinge", "long-lever-bridge"} & set(made.exercises)
    assert not any(("hamstrings", "left") in worked(item) for item in items(made))


def test_a_muscle_that_tests_call_tight_and_weak_may_be_stretched_and_strengthened():
    both = {"straighten_knee": ("left-bent", "right-bent"), "long_bridge": ("both-give-out",)}
    made = planned(BACKWARD, LEFT_HIGH, tests=both, minutes=60)
    told = {(one.side, one.role): one for one in purposes(made, "hamstrings")}
    assert {where: one.tests for where, one in told.items()} == {
        ("left", Role.TIGHT): ("straighten-knee",),
        ("left", Role.WEAK): ("long-bridge",),
        ("right", Role.TIGHT): ("straighten-knee",),
    }
    settled = {side: one.settled for (side, _role), one in told.items()}
    assert settled == {"left": Settled.BOTH_TESTED, "right": None}, "the right is only stretched"
    assert not left_out(made, "hamstrings")
    hams = [item for item in items(made) if item.purposes[0].muscle == "hamstrings"]
    assert all(one.mild for one in stretches(hams))


def test_backward_pelvis_and_high_hip_stretch_the_gluteals_and_lift_the_leg_of_the_high_side():
    made = planned(BACKWARD, LEFT_HIGH, minutes=60)
    gluteal = [one for one in items(made) if any(p.muscle == "gluteal" for p in one.purposes)]
    strong = {(one.exercise, one.side) for one in strengthening(gluteal)}
    assert strong == {("side-lying-abduction", "left")}
    assert stretches(gluteal)
    assert all(one.mild and on(one.side) == {"left", "right"} for one in stretches(gluteal))


def test_where_parts_of_the_gluteals_need_different_things_no_other_exercise_strengthens_them():
    without = frozenset({"straight-leg-raise", "wall-sit"})
    made = planned(BACKWARD, UNCLEAR_HIGH, minutes=60, without=without)
    at_work = {
        one.exercise for one in strengthening(items(made)) if ("gluteal", "left") in worked(one)
    }
    assert at_work == {"side-lying-abduction"}
    assert left_out(made, "quadriceps") == [Cause.NONE_FITS]


def test_a_psoas_pulled_both_ways_is_left_to_its_group_unless_the_bed_edge_test_calls_it_tight():
    untested = planned(BACKWARD, LEFT_HIGH, minutes=60)
    assert left_out(untested, "psoas") == [Cause.GROUP]
    assert [(one.side, one.role) for one in purposes(untested, "hip-flexors")] == [("", Role.WEAK)]
    tight = planned(BACKWARD, LEFT_HIGH, tests={"bed_edge": LEFT_TIGHT}, minutes=60)
    assert [(one.side, one.role) for one in purposes(tight, "psoas")] == [("left", Role.TIGHT)]
    sides = {(one.side, one.role) for one in purposes(tight, "hip-flexors")}
    assert sides == {("left", Role.TIGHT), ("right", Role.WEAK)}


def test_tight_upper_and_weak_other_abdominals_have_work_for_the_lower_tummy_and_no_plank():
    made = planned(FORWARD, tests={"elbow_prop": ("pull",)}, minutes=60)
    tummy = {one.exercise for one in items(made) if one.purposes[0].muscle == "abdominal"}
    assert tummy == {"posterior-pelvic-tilt", "dead-bug"}


def test_the_upper_tummy_is_stretched_also_where_tests_call_the_abdominals_weak():
    made = planned(BACKWARD, tests={"plank": ("under-30",)}, minutes=60)
    assert [one.role for one in purposes(made, "upper-abdominal")] == [Role.TIGHT]
    assert left_out(made, "upper-abdominal") in ([], [Cause.LATER])


def test_a_psoas_that_no_test_looked_at_is_left_to_hip_flexors_that_tests_call_weak():
    weak = {"knee_lift": ("left-under-15", "right-under-15")}
    made = planned(FORWARD, LEFT_HIGH, tests=weak, minutes=60)
    assert left_out(made, "psoas") == [Cause.GROUP]
    assert [one.role for one in purposes(made, "hip-flexors")] == [Role.WEAK]
    alone = planned(LEFT_HIGH, tests=weak, minutes=60)
    assert left_out(alone, "psoas") == [Cause.OPPOSES]


# ---------------------------------------------------------------- what an exercise may not do
def test_a_bird_dog_is_no_answer_to_a_backward_pelvis_with_tight_gluteals():
    made = planned(BACKWARD, minutes=60)
    assert "bird-dog" in {one.slug for one in bank().exercises}
    assert not {"bird-dog", "sit-to-stand", "split-squat"} & set(made.exercises)
    (quadriceps,) = [one for one in made.left_out if one.muscle == "quadriceps"] or [None]
    assert quadriceps is None or quadriceps.cause == Cause.LATER


@pytest.mark.parametrize("found", [(FORWARD_HEAD,), (FORWARD,), (BACKWARD,), (LEFT_HIGH,)])
def test_nothing_stretches_what_is_weak_or_strengthens_what_is_tight(found):
    made = planned(*found, minutes=60, most=4, equipment=frozenset({"band", "step"}))
    states = concluding(*found).muscles
    for role, kind in ((Role.WEAK, Kind.STRETCH), (Role.TIGHT, Kind.STRENGTHEN)):
        named = {(one.muscle, s) for one in states if one.role == role for s in on(one.side)}
        done = set().union(*(worked(item) for item in items(made) if item.kind == kind))
        assert not named & done


def test_a_movement_that_does_not_suit_the_person_is_in_no_exercise():
    filters = {"kneeling", "spine-flexion", "overhead"}
    made = planned(FORWARD_HEAD, FORWARD, filters=filters, minutes=60)
    assert not any(one.avoid & filters for one in exercises(made))


def test_who_does_not_get_down_to_the_floor_gets_nothing_on_it():
    for made in (planned(FORWARD, floor=False), planned(FORWARD, filters={"floor"})):
        assert made.exercises
        assert not any("floor" in one.avoid or one.places == ("floor",) for one in exercises(made))


def test_only_what_is_in_every_home_is_taken_to_be_there():
    assert not any({"band", "step"} & one.needs for one in exercises(planned(FORWARD_HEAD)))
    made = planned(FORWARD_HEAD, equipment=frozenset({"band"}))
    assert "band-bilateral-er" in made.exercises


def test_an_exercise_that_was_replaced_gives_way_to_another_for_the_same_muscle():
    first = planned(FORWARD_HEAD)
    assert "scapular-squeeze" in first.exercises
    again = planned(FORWARD_HEAD, without=frozenset({"scapular-squeeze"}))
    assert "scapular-squeeze" not in again.exercises
    assert [one.muscle for one in purposes(again, "middle-trapezius")] == ["middle-trapezius"]


def test_a_muscle_that_no_exercise_fits_is_named_with_what_speaks_against_each():
    made = planned(LEFT_HIGH, without=frozenset({"standing-adductor-shift"}), floor=False)
    (adductor,) = [one for one in made.left_out if one.muscle == "adductor"]
    causes = {one.exercise: one.cause for one in adductor.excluded}
    assert adductor.cause == Cause.NONE_FITS
    assert causes["standing-adductor-shift"] == Cause.REPLACED
    assert causes["butterfly"] == Cause.FLOOR
    assert len(causes) == sum("adductor" in one.targets for one in bank().exercises)


def test_where_all_exercises_fail_by_the_same_cause_it_is_the_cause():
    made = planned(FORWARD_HEAD, filters={"overhead"}, minutes=60)
    (lats,) = [one for one in made.left_out if one.muscle == "latissimus-dorsi"]
    assert (lats.cause, "overhead" in lats.of) == (Cause.FILTER, True)


def test_one_exercise_does_not_stretch_what_another_strengthens_also_where_neither_needs_it():
    """Child's pose stretches the low back, which a bird dog works."""
    others = {"gluteal": "bird-dog", "latissimus-dorsi": "childs-pose-reach"}
    without = frozenset(
        one.slug
        for one in bank().exercises
        if any(muscle in one.targets and one.slug != left for muscle, left in others.items())
    )
    made = planned(FORWARD_HEAD, LEFT_HIGH, without=without, minutes=60)
    (lats,) = [one for one in made.left_out if one.muscle == "latissimus-dorsi"]
    told = {one.exercise: (one.cause, one.of) for one in lats.excluded}
    assert "bird-dog" in made.exercises
    assert told["childs-pose-reach"] == (Cause.OPPOSES, ("lumbar",))
    assert lats.cause == Cause.NONE_FITS


def test_an_exercise_without_a_dose_is_in_no_plan():
    catalogue = content.read().catalogue
    squeeze, *others = (
        replace(one, dose="" if one.slug == "scapular-squeeze" else one.dose)
        for one in sorted(catalogue.exercises, key=lambda one: one.slug != "scapular-squeeze")
    )
    known = knowledge_of(replace(catalogue, exercises=(squeeze, *others)))
    assert len(known.exercises) == len(others)
    assert squeeze.slug not in planned(FORWARD_HEAD, knowledge=known).exercises


# ---------------------------------------------------------------- the whole
def test_without_a_pattern_there_is_a_general_plan_of_easy_strengthening():
    made = planned()
    assert made.general
    assert {one.why for one in made.purposes} == {Why.GENERAL}
    assert [p.muscle for one in made.weeks[0] for p in one.purposes] == [
        "middle-trapezius",
        "abdominal",
        "gluteal",
    ]
    assert not any(bank().exercise[one.exercise].harder for one in made.weeks[0])


def test_a_general_plan_strengthens_nothing_that_own_tests_call_tight():
    made = planned(tests={"knee_across": ("left-stiff", "right-stiff")})
    assert not any(("gluteal", "left") in worked(item) for item in items(made))
    assert left_out(made, "gluteal") == [Cause.OPPOSES]


def test_where_no_exercise_is_left_for_any_finding_the_plan_is_a_general_one():
    slugs = {one.slug for one in bank().exercises if one.targets and "gluteal" not in one.targets}
    hamstrings = {one.slug for one in bank().exercises if "hamstrings" in one.targets}
    without = frozenset(slugs | hamstrings)
    made = planned(FORWARD_HEAD, without=without)
    assert made.general
    assert {one.cause for one in made.left_out if one.muscle == "pectoralis"} == {Cause.REPLACED}


def test_a_plan_waits_until_a_clinician_has_looked():
    soon = Screening(raised=(Raised("height-loss", Level.SOON),))
    assert plan(bank(), concluding(FORWARD), {}, soon, Wishes()).held
    assert not plan(bank(), concluding(FORWARD), {}, FREE, Wishes()).held


def test_nobody_whom_safety_stops_is_planned_for():
    stopped = Screening(raised=(Raised("saddle", Level.EMERGENCY),))
    with pytest.raises(AssertionError):
        plan(bank(), concluding(FORWARD), {}, stopped, Wishes())


@pytest.mark.parametrize(
    "wrong", [{"minutes": 0}, {"days": 0}, {"days": 8}, {"most": 0}, {"most": 5}]
)
def test_wishes_that_nobody_can_be_planned_for_are_refused(wrong):
    with pytest.raises(ValueError, match="nobody can be planned for"):
        Wishes(**wrong)


def test_a_plan_is_stored_as_plain_values_and_read_back_the_same():
    for made in (planned(BACKWARD, LEFT_HIGH), planned(), planned(FORWARD, minutes=1)):
        assert from_json(json.loads(json.dumps(as_json(made)))) == made


def test_from_65_on_and_at_an_age_not_known_repetitions_go_further():
    reps = {}
    for age in ("55-64", "65-74", "75-plus", "not-sure"):
        weeks = planned(BACKWARD, age=age, minutes=60).weeks[:4]
        leg = [one for week in weeks for one in week if one.exercise == "straight-leg-raise"]
        reps[age] = [one.reps for one in leg]
    assert reps["55-64"] == [10, 12, 12, 12]
    assert reps["65-74"] == reps["75-plus"] == reps["not-sure"] == [10, 12, 14, 15]
