"""Probabilities against examples worked out by hand: odds, damping, caps, axes and sides."""

import math

import pytest

from posture.reasoning.knowledge import Part
from posture.reasoning.scoring import damped, muscle_scores, without_one
from tests.reasoning.small import (
    BACKWARD,
    FORWARD,
    HIGH,
    TIGHT,
    WEAK,
    ask,
    known,
    said,
    score,
    yes_no,
)


def nearly(value):
    return pytest.approx(value, abs=1e-12)


def test_without_answers_the_priors_stand():
    nothing = known()
    assert score(nothing, FORWARD).probability == nearly(0.4)
    assert score(nothing, BACKWARD).probability == nearly(0.2)
    assert score(nothing, HIGH).probability == nearly(0.2)


def test_a_ratio_multiplies_the_odds_against_neutral():
    knowledge = known(yes_no("arch", FORWARD, 3.0))
    # weights 0.4 x 3 : 0.2 : 0.4 of forward, backward and neutral
    assert score(knowledge, FORWARD, arch="yes").probability == nearly(1.2 / 1.8)
    assert score(knowledge, BACKWARD, arch="yes").probability == nearly(0.2 / 1.8)
    assert score(knowledge, FORWARD, arch="no").probability == nearly((0.4 / 3) / (0.4 / 3 + 0.6))


def test_imbalances_of_one_axis_share_what_neutral_leaves_and_other_axes_do_not_notice():
    knowledge = known(yes_no("arch", FORWARD, 3.0))
    states = [score(knowledge, slug, arch="yes").probability for slug in (FORWARD, BACKWARD)]
    assert sum(states) < 1
    assert score(knowledge, HIGH, arch="yes").probability == nearly(0.2)


def test_within_a_family_the_second_answer_counts_half_and_later_ones_a_quarter():
    favour, against = damped(math.log(ratio) for ratio in (2, 3, 1.5, 1.2, 0.5, 0.8))
    assert favour == nearly(math.log(3) + math.log(2) / 2 + math.log(1.5) / 4 + math.log(1.2) / 4)
    assert against == nearly(math.log(0.5) + math.log(0.8) / 2)


def test_equal_and_opposite_answers_of_a_family_cancel():
    knowledge = known(
        yes_no("belt", FORWARD, 2.0, family="arch"), yes_no("wall", FORWARD, 2.0, family="arch")
    )
    torn = score(knowledge, FORWARD, belt="yes", wall="no")
    assert torn.probability == nearly(0.4)
    assert torn.agreement == 0


def test_families_count_fully_beside_each_other():
    knowledge = known(yes_no("belt", FORWARD, 2.0), yes_no("wall", FORWARD, 2.0))
    both = score(knowledge, FORWARD, belt="yes", wall="yes")
    assert both.probability == nearly(1.6 / (1.6 + 0.2 + 0.4))


def test_all_choices_of_one_reply_reach_its_cap_together():
    knowledge = known(
        ask("worse", ("a", (FORWARD, 2.0)), ("b", (FORWARD, 2.0)), ("c", (FORWARD, 0.1)),
            cap=(0.5, 2.5)),
    )  # fmt: skip
    both = score(knowledge, FORWARD, worse=("a", "b")).leading
    assert both.contributions[0].weight == nearly(math.log(2.5))
    assert score(knowledge, FORWARD, worse="c").leading.contributions[0].weight == nearly(
        math.log(0.5)
    )


def test_no_family_says_more_than_its_cap():
    questions = [yes_no(f"q{n}", FORWARD, 4.0, family="arch") for n in range(9)]
    full = score(known(*questions), FORWARD, **{f"q{n}": "yes" for n in range(9)})
    assert full.leading.log_odds == nearly(math.log(0.4 / 0.4) + math.log(7))
    empty = score(known(*questions), FORWARD, **{f"q{n}": "no" for n in range(9)})
    assert empty.leading.log_odds == nearly(math.log(0.15))


def test_all_answers_together_say_no_more_than_their_cap():
    questions = [yes_no(f"q{n}", FORWARD, 4.0) for n in range(9)]
    full = score(known(*questions), FORWARD, **{f"q{n}": "yes" for n in range(9)})
    assert full.leading.log_odds == nearly(math.log(50))
    empty = score(known(*questions), FORWARD, **{f"q{n}": "no" for n in range(9)})
    assert empty.leading.log_odds == nearly(math.log(0.02))


def test_what_is_only_told_reaches_no_more_than_sixty_of_a_hundred():
    questions = [yes_no(f"q{n}", FORWARD, 4.0, part=Part.HABITS) for n in range(3)]
    told = {f"q{n}": "yes" for n in range(3)}
    assert score(known(*questions), FORWARD, **told).probability == 0.60
    seen = known(*questions, yes_no("wall", FORWARD, 1.2))
    assert score(seen, FORWARD, **told, wall="yes").probability > 0.9
    assert score(seen, FORWARD, **told, wall="no").probability == 0.60


def test_not_sure_and_scales_say_nothing():
    knowledge = known(yes_no("arch", FORWARD, 3.0), ask("pain", part=Part.FEEL))
    assert score(knowledge, FORWARD, arch="not-sure", pain=7).probability == nearly(0.4)


def test_an_answer_for_one_side_counts_half_against_the_other():
    knowledge = known(ask("hands", ("left", (HIGH, 4.0, "left"))))
    # 0.1 x (8 - 1/2) : 0.1 / 2 : 0.8 of left high, right high and level
    left = score(knowledge, HIGH, hands="left")
    assert left.leading.side == "left"
    assert left.leading.probability == nearly(0.75 / 1.6)
    assert left.states[1].probability == nearly(0.05 / 1.6)


def test_an_answer_for_one_side_multiplies_the_odds_of_both_together_by_its_ratio():
    for ratio in (1.3, 2.0, 4.0):
        left = score(known(ask("hands", ("left", (HIGH, ratio, "left")))), HIGH, hands="left")
        assert left.probability / (1 - left.probability) == nearly(ratio * 0.2 / 0.8)


def test_an_answer_against_one_side_says_nothing_of_the_other():
    knowledge = known(ask("hands", ("not-left", (HIGH, 0.5, "left"))))
    right = score(knowledge, HIGH, hands="not-left")
    assert right.leading.side == "right"
    assert right.probability == nearly(0.15 / 0.95)


def test_an_answer_without_a_side_counts_for_both():
    knowledge = known(yes_no("pain", HIGH, 3.0))
    assert score(knowledge, HIGH, pain="yes").probability == nearly(0.6 / 1.4)


def test_the_side_is_named_when_it_holds_four_fifths():
    hands = ask("hands", ("some", (HIGH, 1.5, "left")), ("much", (HIGH, 2.0, "left")))
    knowledge = known(hands)
    assert score(knowledge, HIGH, hands="some").side == "unclear"  # 2.18 : 0.82
    assert score(knowledge, HIGH, hands="much").side == "left"  # 3.29 : 0.71
    assert score(knowledge, FORWARD).side == ""


def test_agreement_is_one_where_nothing_speaks():
    assert score(known(), FORWARD).agreement == 1


def test_agreement_is_the_net_weight_by_the_total():
    knowledge = known(yes_no("belt", FORWARD, 4.0), yes_no("wall", FORWARD, 2.0))
    one = score(knowledge, FORWARD, belt="yes", wall="no")
    assert one.favour == nearly(math.log(4))
    assert one.against == nearly(math.log(2))
    assert one.agreement == nearly(1 / 3)


def test_the_answer_a_score_rests_on_is_the_one_it_would_miss_most():
    knowledge = known(yes_no("belt", FORWARD, 4.0), yes_no("wall", FORWARD, 2.0))
    answers = said(belt="yes", wall="yes")
    question, left = without_one(knowledge, answers, score(knowledge, FORWARD, **answers))
    assert question == "belt"
    assert left == nearly(0.8 / 1.4)


def test_a_score_without_answers_rests_on_none():
    knowledge = known()
    assert without_one(knowledge, {}, score(knowledge, FORWARD)) == ("", nearly(0.4))


def test_muscles_are_scored_by_role_side_and_family():
    knowledge = known(
        ask("thomas", ("left", ("psoas", 4.0, TIGHT, "left")), ("both", ("psoas", 2.0, TIGHT))),
        ask("lunge", ("stiff", ("psoas", 3.0, TIGHT)), family="thomas"),
        ask("lift", ("hard", ("psoas", 0.5, WEAK)), ("no", (FORWARD, 2.0))),
    )
    whole = muscle_scores(knowledge, said(thomas=("left", "both"), lunge="stiff", lift="hard"))
    told = {(one.muscle, one.role, one.side): one for one in whole}
    assert set(told) == {("psoas", TIGHT, ""), ("psoas", TIGHT, "left"), ("psoas", WEAK, "")}
    both = told["psoas", TIGHT, ""]
    assert both.weight == nearly(math.log(3) + math.log(2) / 2)
    assert both.questions == ("lunge", "thomas")
    assert told["psoas", TIGHT, "left"].weight == nearly(math.log(4))
    assert told["psoas", WEAK, ""].weight == nearly(math.log(0.5))
