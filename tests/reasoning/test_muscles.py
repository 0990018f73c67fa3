"""Which muscles a result names: by side, pulled both ways, and what answers say of them."""

from posture.reasoning.findings import MuscleState
from posture.reasoning.knowledge import Involvement
from tests.reasoning.small import (
    BACKWARD,
    FORWARD,
    HIGH,
    TIGHT,
    WEAK,
    ask,
    concluded,
    known,
    yes_no,
)

FORWARD_SIGNS = (yes_no("belt", FORWARD, 4.0), yes_no("arch", FORWARD, 4.0))
BACKWARD_SIGNS = (yes_no("flat", BACKWARD, 4.0), yes_no("sway", BACKWARD, 4.0))
HIP_SIGNS = (
    ask("hands", ("left", (HIGH, 4.0, "left")), ("right", (HIGH, 4.0, "right"))),
    ask("waist", ("left", (HIGH, 4.0, "left")), ("right", (HIGH, 4.0, "right"))),
    yes_no("stand", HIGH, 4.0),
)
SIGNS = (*FORWARD_SIGNS, *BACKWARD_SIGNS, *HIP_SIGNS)
FORWARD_FOUND = {"belt": "yes", "arch": "yes"}
BACKWARD_FOUND = {"flat": "yes", "sway": "yes"}
LEFT_FOUND = {"hands": "left", "waist": "left"}
UNCLEAR_FOUND = {"hands": "left", "waist": "right", "stand": "yes"}


def muscles(knowledge=None, /, **answers):
    return concluded(knowledge or known(*SIGNS), **answers).muscles


def test_what_is_not_found_names_no_muscle():
    assert muscles(belt="yes") == ()


def test_a_muscle_of_an_imbalance_without_a_side_is_meant_on_both():
    assert muscles(**FORWARD_FOUND) == (MuscleState("psoas", "", "tight", (FORWARD,)),)


def test_muscles_of_a_high_hip_are_on_its_side_or_on_the_other():
    assert muscles(**LEFT_FOUND) == (
        MuscleState("waist", "left", "tight", (HIGH,)),
        MuscleState("buttock", "left", "weak", (HIGH,)),
        MuscleState("psoas", "right", "tight", (HIGH,)),
    )
    right = muscles(hands="right", waist="right")
    assert [(one.muscle, one.side) for one in right] == [
        ("waist", "right"),
        ("buttock", "right"),
        ("psoas", "left"),
    ]


def test_where_the_side_is_unclear_muscles_are_on_the_high_side():
    waist = muscles(**UNCLEAR_FOUND)[0]
    assert waist == MuscleState("waist", "", "tight", (HIGH,), high_side=True)


def test_a_muscle_that_two_findings_name_alike_is_listed_by_both():
    psoas = muscles(**FORWARD_FOUND, **LEFT_FOUND)
    states = [one for one in psoas if one.muscle == "psoas"]
    assert states == [
        MuscleState("psoas", "left", "tight", (FORWARD,)),
        MuscleState("psoas", "right", "tight", (FORWARD, HIGH)),
    ]


def test_a_muscle_that_two_findings_pull_apart_is_mixed_on_that_side_only():
    knowledge = known(*SIGNS, involvements=[Involvement("buttock", TIGHT)])
    states = [
        one for one in muscles(knowledge, **BACKWARD_FOUND, **LEFT_FOUND) if one.muscle == "buttock"
    ]
    assert states == [
        MuscleState("buttock", "left", "mixed", (HIGH, BACKWARD)),
        MuscleState("buttock", "right", "tight", (BACKWARD,)),
    ]


def test_a_muscle_is_mixed_with_the_group_it_is_part_of():
    knowledge = known(*SIGNS, involvements=[Involvement("flexors", WEAK)])
    states = muscles(knowledge, **BACKWARD_FOUND, **LEFT_FOUND)
    assert [(one.muscle, one.side, one.role) for one in states] == [
        ("waist", "left", "tight"),
        ("buttock", "left", "weak"),
        ("psoas", "right", "mixed"),
        ("flexors", "", "weak"),
    ]
    assert states[2].listed_by == (HIGH, BACKWARD)


def with_test(*choices):
    return known(*SIGNS, ask("thomas", *choices))


def test_answers_about_a_muscle_are_named_for_or_against_it():
    knowledge = with_test(("stiff", ("psoas", 2.0, TIGHT)), ("loose", ("psoas", 0.5, TIGHT)))
    stiff = muscles(knowledge, **FORWARD_FOUND, thomas="stiff")
    assert stiff == (MuscleState("psoas", "", "tight", (FORWARD,), because=("thomas",)),)
    loose = muscles(knowledge, **FORWARD_FOUND, thomas="loose")
    assert loose == (MuscleState("psoas", "", "tight", (FORWARD,), despite=("thomas",)),)


def test_an_answer_about_another_role_or_muscle_is_not_named():
    knowledge = with_test(("hard", ("psoas", 2.0, WEAK), ("waist", 2.0, TIGHT)))
    assert muscles(knowledge, **FORWARD_FOUND, thomas="hard")[0].because == ()


def test_an_answer_about_one_side_splits_the_muscle():
    knowledge = with_test(("left", ("psoas", 2.0, TIGHT, "left")))
    states = muscles(knowledge, **FORWARD_FOUND, thomas="left")
    assert [(one.side, one.because) for one in states] == [("left", ("thomas",)), ("right", ())]
