"""What holds for all knowledge and all answers, tried with generated ones."""

import json
import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from posture.reasoning.findings import as_json, conclude, from_json
from posture.reasoning.findings.fit import STRONG
from posture.reasoning.knowledge import (
    NOT_SURE,
    Choice,
    Concern,
    Evidence,
    Knowledge,
    Level,
    Part,
    Question,
    Role,
    SafetyPage,
)
from posture.reasoning.safety import Screening, screening
from posture.reasoning.scoring import scores
from tests.reasoning.small import BACKWARD, FORWARD, HIGH, known

OTHER = {"left": "right", "right": "left", "": "", "unclear": "unclear"}
FREE = Screening()

ratios = st.sampled_from((0.25, 0.3, 0.4, 0.5, 0.7, 0.8, 1.1, 1.3, 1.5, 2.0, 2.5, 3.0, 4.0))
families = st.sampled_from(("arch", "sway", "hands"))
signs = st.one_of(
    st.builds(Evidence, st.sampled_from((FORWARD, BACKWARD, HIGH)), ratios, families),
    st.builds(Evidence, st.just(HIGH), ratios, families, side=st.sampled_from(("left", "right"))),
    st.builds(
        Evidence,
        st.sampled_from(("psoas", "buttock")),
        ratios,
        families,
        role=st.sampled_from(Role),
        side=st.sampled_from(("", "left", "right")),
    ),
)


@st.composite
def checks(draw):
    """Knowledge with a few questions, and an answer to some of them."""
    count = draw(st.integers(1, 6))
    questions = tuple(draw(question(f"q{number}")) for number in range(count))
    answers = {
        one.slug: draw(st.sets(st.sampled_from([c.slug for c in one.choices]), min_size=1))
        for one in questions
        if draw(st.booleans())
    }
    gate = draw(st.sets(families, max_size=2))
    return known(*questions, forward_gate=gate), {
        slug: tuple(sorted(chosen)) for slug, chosen in answers.items()
    }


@st.composite
def question(draw, slug):
    sizes = range(draw(st.integers(1, 3)))
    choices = tuple(
        Choice(f"c{number}", tuple(draw(st.lists(signs, max_size=3)))) for number in sizes
    )
    return Question(slug, draw(st.sampled_from(Part)), (*choices, Choice(NOT_SURE)))


def states(knowledge, answers):
    """The log-odds of every state of every axis against neutral."""
    return {
        (state.imbalance, state.side): state.log_odds
        for score in scores(knowledge, answers)
        for state in score.states
    }


@given(checks())
def test_probabilities_are_numbers_between_nought_and_one(check):
    knowledge, answers = check
    for score in scores(knowledge, answers):
        assert math.isfinite(score.leading.log_odds)
        assert 0 < score.probability < 1
        assert 0 <= score.agreement <= 1 + 1e-12


@given(checks())
def test_imbalances_of_one_axis_exclude_each_other(check):
    knowledge, answers = check
    tilt = [one for one in scores(knowledge, answers) if one.imbalance in {FORWARD, BACKWARD}]
    assert sum(one.leading.probability for one in tilt) < 1
    found = [one.imbalance for one in conclude(knowledge, answers, FREE).found]
    assert not {FORWARD, BACKWARD} <= set(found)


@given(checks(), ratios, families, st.sampled_from((FORWARD, BACKWARD, HIGH)))
def test_an_answer_that_speaks_for_a_state_never_lowers_it_against_neutral(
    check, ratio, family, imbalance
):
    knowledge, answers = check
    side = "left" if imbalance == HIGH else ""
    told = Evidence(imbalance, max(ratio, 1.1), family, side=side)
    more = Question("more", Part.LOOK, (Choice("yes", (told,)),))
    larger = replace(knowledge, questions=(*knowledge.questions, more))
    before = states(larger, answers)
    after = states(larger, answers | {"more": ("yes",)})
    assert after[imbalance, side] >= before[imbalance, side] - 1e-12


@given(checks(), st.randoms(use_true_random=False))
def test_the_order_of_answers_is_irrelevant(check, random):
    knowledge, answers = check
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert conclude(knowledge, dict(shuffled), FREE) == conclude(knowledge, answers, FREE)


@given(checks())
def test_the_same_answers_come_to_the_same_conclusion(check):
    assert conclude(*check, FREE) == conclude(*check, FREE)


@given(checks())
def test_swapping_left_and_right_swaps_the_result(check):
    knowledge, answers = check
    here, there = states(knowledge, answers), states(mirrored(knowledge), answers)
    assert there == {(slug, OTHER[side]): odds for (slug, side), odds in here.items()}
    own, other = conclude(knowledge, answers, FREE), conclude(mirrored(knowledge), answers, FREE)
    if here[HIGH, "left"] != here[HIGH, "right"]:  # else neither side leads
        swapped = [replace(one, side=OTHER[one.side]) for one in own.findings]
        assert list(other.findings) == swapped
        assert {(m.muscle, OTHER[m.side], m.role, m.because) for m in own.muscles} == {
            (m.muscle, m.side, m.role, m.because) for m in other.muscles
        }


def mirrored(knowledge: Knowledge) -> Knowledge:
    def turned(choice):
        evidence = tuple(replace(one, side=OTHER[one.side]) for one in choice.evidence)
        return replace(choice, evidence=evidence)

    questions = tuple(
        replace(one, choices=tuple(map(turned, one.choices))) for one in knowledge.questions
    )
    return replace(knowledge, questions=questions)


@given(checks())
def test_not_sure_is_the_same_as_no_answer(check):
    knowledge, answers = check
    unsure = {one.slug: (NOT_SURE,) for one in knowledge.questions} | answers
    assert states(knowledge, unsure) == states(knowledge, answers)


@given(checks())
def test_a_conclusion_survives_being_stored(check):
    whole = conclude(*check, FREE)
    assert from_json(json.loads(json.dumps(as_json(whole)))) == whole


@given(checks())
def test_a_strong_match_stays_likely_without_any_one_answer(check):
    knowledge, answers = check
    for finding in conclude(knowledge, answers, FREE).findings:
        if finding.word == "strong":
            for left_out in answers:
                others = {slug: one for slug, one in answers.items() if slug != left_out}
                again = {one.imbalance: one for one in scores(knowledge, others)}
                assert again[finding.imbalance].probability >= STRONG - 1e-12


@given(checks(), st.sampled_from((Level.EMERGENCY, Level.SAME_DAY, Level.UNDER_AGE)))
def test_red_flags_win_over_any_answers(check, level):
    knowledge, answers = check
    page = SafetyPage("first", (Concern("flag", level),))
    screened = replace(knowledge, pages=(page,))
    assert screening(screened, answers | {"first": ("flag",)}).stops
