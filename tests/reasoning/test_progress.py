"""What a week comes to: each rule alone, their order, and every combination of what can be said."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.reasoning.knowledge import Kind
from posture.reasoning.planning import Item, Step, eased
from posture.reasoning.progress import (
    KEEPING_UP,
    Decided,
    Decision,
    Effort,
    Known,
    Reason,
    Said,
    Why,
    decide,
    onward,
)

LIGHT, RIGHT, HARD = Effort
GO_ON, REPEAT, EASE, SCREEN = Decision
DONE = Known(pain=3, done=3, meant=3)


@pytest.mark.parametrize(
    ("said", "known", "decision", "reasons"),
    [
        (Said(RIGHT, 3, new=False), DONE, GO_ON, [Reason(Why.WELL)]),
        (Said(LIGHT, 0, new=False), DONE, GO_ON, [Reason(Why.WELL)]),
        (Said(RIGHT, 3, new=True), DONE, SCREEN, [Reason(Why.NEW)]),
        (Said(RIGHT, 5, new=False), DONE, SCREEN, [Reason(Why.RISEN, 5, 3)]),
        (Said(HARD, 9, new=True), DONE, SCREEN, [Reason(Why.NEW), Reason(Why.RISEN, 9, 3)]),
        (Said(RIGHT, 4, new=False), DONE, EASE, [Reason(Why.PAIN, 4)]),
        (Said(RIGHT, 5, new=False), Known(4, 3, 3), EASE, [Reason(Why.PAIN, 5)]),
        (Said(RIGHT, 6, new=False), Known(7, 3, 3), EASE, [Reason(Why.STRONG, 6)]),
        (Said(HARD, 0, new=False), DONE, EASE, [Reason(Why.HARD)]),
        (Said(HARD, 4, new=False), Known(3, 0, 3), EASE, [Reason(Why.PAIN, 4), Reason(Why.HARD)]),
        (Said(RIGHT, 0, new=False), Known(3, 1, 3), REPEAT, [Reason(Why.FEW, 1, 3)]),
        (Said(RIGHT, 0, new=False), Known(3, 2, 4), GO_ON, [Reason(Why.WELL)]),
    ],
)
def test_the_first_rule_that_holds_decides(said, known, decision, reasons):
    assert decide(said, known) == Decided(decision, tuple(reasons))


@pytest.mark.parametrize(
    ("felt", "decision"),
    [
        ((), GO_ON),
        ((RIGHT,), GO_ON),
        ((HARD,), REPEAT),
        ((HARD, RIGHT), REPEAT),
        ((RIGHT, HARD), REPEAT),
        ((HARD, LIGHT, RIGHT), GO_ON),
    ],
)
def test_a_harder_exercise_waits_for_two_sessions_in_a_row_that_were_not_too_hard(felt, decision):
    said = Said(RIGHT, 0, new=False)
    decided = decide(said, Known(0, 3, 3, felt, harder=True))
    assert decided.decision == decision
    assert (decided.reasons == (Reason(Why.NOT_YET),)) == (decision == REPEAT)
    assert decide(said, Known(0, 3, 3, felt)).decision == GO_ON, "without a harder one"


def expected(said, known):
    """The same rules as a table of conditions."""
    if said.new or said.pain >= known.pain + 2:
        return SCREEN
    if said.effort == HARD or said.pain > 5 or said.pain > max(3, known.pain):
        return EASE
    too_few = known.done < known.meant / 2
    return REPEAT if too_few or (known.harder and HARD in known.felt[-2:]) else GO_ON


def test_every_combination_has_one_decision_with_its_reasons():
    said = [Said(*one) for one in product(Effort, range(11), (False, True))]
    sessions = [(done, meant) for meant in range(1, 8) for done in range(8)]
    lasts = [(), *product(Effort), *product(Effort, Effort)]
    for one, pain, (done, meant) in product(said, range(11), sessions):
        for felt, harder in product(lasts, (False, True)) if one.pain == pain == 0 else [((), 0)]:
            known = Known(pain, done, meant, felt, bool(harder))
            decided = decide(one, known)
            assert decided.decision == expected(one, known), (one, known)
            assert decided.reasons
            assert len({reason.why for reason in decided.reasons}) == len(decided.reasons)


def test_doing_better_never_leads_to_less():
    """Less pain, less effort, or more sessions: nothing is decided that is more careful."""
    care = [GO_ON, REPEAT, EASE, SCREEN]
    for effort, pain, done in product((LIGHT, RIGHT), range(10), range(3)):
        worse = decide(Said(effort, pain + 1, new=False), Known(3, done, 3)).decision
        harder = decide(Said(HARD, pain, new=False), Known(3, done, 3)).decision
        now = decide(Said(effort, pain, new=False), Known(3, done, 3)).decision
        more = decide(Said(effort, pain, new=False), Known(3, done + 1, 3)).decision
        assert care.index(more) <= care.index(now) <= care.index(worse)
        assert care.index(now) <= care.index(harder)


@pytest.mark.parametrize(
    ("decision", "week", "eased_before", "then"),
    [
        (GO_ON, 1, False, (2, False)),
        (GO_ON, 2, True, (2, False)),
        (GO_ON, KEEPING_UP, False, (KEEPING_UP, False)),
        (GO_ON, KEEPING_UP, True, (KEEPING_UP, False)),
        (REPEAT, 3, False, (3, False)),
        (REPEAT, 3, True, (3, True)),
        (EASE, 3, False, (3, True)),
        (EASE, 3, True, (3, True)),
        (SCREEN, 3, False, (3, False)),
        (SCREEN, 3, True, (3, True)),
    ],
)
def test_a_decision_leads_to_a_week_and_an_amount(decision, week, eased_before, then):
    assert onward(decision, week, eased=eased_before) == then


def item(sets=1, reps=1, hold=0, side="", *, each_side=False):
    return Item(
        exercise="bird-dog",
        kind=Kind.STRENGTHEN,
        side=side,
        each_side=each_side,
        purposes=(),
        sets=sets,
        reps=reps,
        hold=hold,
        rest=60,
        days=3,
        seconds=0,
        step=Step.HARDER,
        after="dead-bug",
    )


def amount(one):
    return (one.sets, one.reps, one.hold)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((3, 12, 0), (2, 12, 0)),
        ((2, 10, 0), (1, 10, 0)),
        ((3, 1, 20), (2, 1, 20)),
        ((1, 10, 0), (1, 6, 0)),
        ((1, 5, 7), (1, 3, 7)),
        ((1, 2, 30), (1, 2, 20)),
        ((1, 1, 60), (1, 1, 40)),
        ((1, 2, 0), (1, 1, 0)),
        ((1, 1, 1), (1, 1, 1)),
        ((1, 1, 0), (1, 1, 0)),
    ],
)
def test_a_lower_dose_has_a_set_fewer_or_two_thirds_of_the_only_one(before, after):
    less = eased(item(*before))
    assert amount(less) == after
    assert (less.step, less.after) == (Step.LESS, "")


def test_there_is_no_rest_after_the_only_set():
    assert [eased(item(sets, 10)).rest for sets in (3, 2, 1)] == [60, 0, 0]


def test_the_time_of_a_lower_dose_is_its_own():
    assert eased(item(2, 10)).seconds == 30 + 10 * 6
    assert eased(item(2, 10, each_side=True)).seconds == 30 + 2 * 10 * 6
    assert eased(item(2, 10, side="left", each_side=True)).seconds == 30 + 10 * 6


@given(st.integers(1, 5), st.integers(1, 20), st.integers(0, 90), st.booleans())
def test_a_lower_dose_is_less_of_one_thing_and_never_nothing(sets, reps, hold, each_side):
    before = item(sets, reps, hold, each_side=each_side)
    less = eased(before)
    changed = [a < b for a, b in zip(amount(less), amount(before), strict=True)]
    assert not any(a > b for a, b in zip(amount(less), amount(before), strict=True))
    assert sum(changed) == 1 or (sets == 1 and max(reps, hold) <= 2)
    assert less.sets >= 1
    assert less.reps >= 1
    assert (less.hold >= 1) == (hold >= 1)
