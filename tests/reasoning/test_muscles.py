"""Which muscles a result names: by side, pulled both ways, and what answers say of them."""

from posture.reasoning.findings import MuscleState, SelfTested, as_json, from_json
from posture.reasoning.knowledge import Involvement, Part
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


def after_test(role, ratio, side="", found=FORWARD_FOUND, more=()):
    """The conclusion of somebody whose self-test says this of the psoas."""
    said = ("psoas", ratio, role, side)
    knowledge = known(*SIGNS, ask("bed", ("so", said, *more), part=Part.TEST))
    return concluded(knowledge, **found, bed="so")


def test_a_self_test_overrules_the_list_of_an_imbalance():
    whole = after_test(TIGHT, 0.5)
    assert [(one.muscle, one.role, one.fine) for one in whole.muscles] == [("psoas", "tight", True)]
    assert whole.tested == (SelfTested("psoas", "", (), ("bed",)),)


def test_a_sign_overrules_nothing():
    whole = concluded(with_test(("so", ("psoas", 0.5, TIGHT))), **FORWARD_FOUND, thomas="so")
    assert not whole.muscles[0].fine
    assert whole.tested == ()


def test_a_feeble_self_test_tells_nothing_of_a_muscle():
    assert after_test(TIGHT, 1.4).tested == ()
    assert not after_test(TIGHT, 0.7).muscles[0].fine


def test_self_tests_tell_of_muscles_that_no_imbalance_names():
    assert after_test(WEAK, 2.0, "right", found={}).tested == (
        SelfTested("psoas", "right", (WEAK,), ("bed",)),
    )


def test_a_muscle_can_be_tight_and_weak():
    assert after_test(TIGHT, 2.0, more=[("psoas", 2.0, WEAK)]).tested == (
        SelfTested("psoas", "", (TIGHT, WEAK), ("bed",)),
    )


def pulled_apart(*said):
    """Psoas is tight for a high hip, the flexors it belongs to are weak for a backward tip."""
    test = ask("bed", ("so", *said), ("nothing",), part=Part.TEST)
    knowledge = known(*SIGNS, test, involvements=[Involvement("flexors", WEAK)])
    whole = concluded(knowledge, **BACKWARD_FOUND, **LEFT_FOUND, bed="so")
    return next(one for one in whole.muscles if one.muscle == "psoas")


def test_a_self_test_settles_what_two_findings_pull_apart():
    tight = pulled_apart(("psoas", 2.0, TIGHT))
    assert (tight.role, tight.fine, tight.because) == ("tight", False, ("bed",))
    assert pulled_apart(("psoas", 2.0, WEAK)).role == "weak"


def test_a_muscle_tested_tight_and_weak_stays_pulled_both_ways():
    assert pulled_apart(("psoas", 2.0, TIGHT), ("psoas", 2.0, WEAK)).role == "mixed"


def test_a_muscle_pulled_both_ways_is_fine_only_when_tests_speak_against_both():
    assert not pulled_apart(("psoas", 0.5, TIGHT)).fine
    assert pulled_apart(("psoas", 0.5, TIGHT), ("psoas", 0.5, WEAK)).fine


def test_a_conclusion_from_before_self_tests_told_of_muscles_can_be_read():
    stored = as_json(after_test(TIGHT, 2.0))
    del stored["tested"], stored["untested"]
    assert (from_json(stored).tested, from_json(stored).untested) == ((), ())


# ---------------------------------------------------------------- what no test looked at
def lunge(slug, ratio):
    """A self-test that can say this much for a tight psoas."""
    stiff, free = ("psoas", ratio, TIGHT), ("psoas", 0.5, TIGHT)
    return ask(slug, ("stiff", stiff), ("free", free), part=Part.TEST)


def untested(*questions, **answers):
    told = concluded(known(*SIGNS, *questions), **FORWARD_FOUND, **answers)
    return [(one.muscle, one.question) for one in told.untested]


def test_a_muscle_that_no_test_looked_at_names_the_test_that_could_say_most():
    assert untested(lunge("short", 2.0), lunge("long", 3.0)) == [("psoas", "long")]


def test_a_muscle_that_was_tested_or_that_nothing_tests_names_none():
    assert untested(lunge("short", 2.0), lunge("long", 3.0), short="free") == []
    assert untested() == []
