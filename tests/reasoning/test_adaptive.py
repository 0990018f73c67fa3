"""Which question comes next once all that is always asked is answered."""

import math
from dataclasses import replace

import pytest

from posture.reasoning import adaptive
from posture.reasoning.adaptive import ranked
from posture.reasoning.flow import applicable, counted, next_question
from posture.reasoning.knowledge import Choice, Evidence, Involvement, Part, Role
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import scores
from tests.reasoning.small import BACKWARD, FORWARD, HIGH, ask, known, said, yes_no

FREE = Screening()


def later(question, minutes=1.0):
    return replace(question, adaptive=True, minutes=minutes)


BELT = yes_no("belt", FORWARD, 2.0)
STRONG = later(yes_no("strong", FORWARD, 4.0))
FEEBLE = later(yes_no("feeble", FORWARD, 1.1))
SILENT = later(ask("silent", ("yes",), ("no",)))
LEVEL = later(ask("level", ("left", (HIGH, 3.0, "left")), ("right", (HIGH, 3.0, "right"))))
KNOWLEDGE = known(BELT, FEEBLE, STRONG, SILENT, LEVEL)


def order(knowledge, **answers):
    left = [one for one in knowledge.questions if one.adaptive and one.slug not in answers]
    return [
        one.question.slug for one in ranked(knowledge, scores(knowledge, said(**answers)), left)
    ]


def entropy(*odds):
    return -sum(p * math.log2(p) for p in (one / sum(odds) for one in odds))


def test_the_fixed_questions_come_first_and_then_what_settles_most():
    assert next_question(KNOWLEDGE, {}, FREE).slug == "belt"
    assert next_question(KNOWLEDGE, said(belt="yes"), FREE).slug == "strong"


def test_a_question_is_worth_the_entropy_that_its_replies_are_expected_to_take_away():
    [worth] = ranked(known(STRONG), scores(known(STRONG), {}), [STRONG])
    # Of neutral, forward and backward. In forward "yes" and "no" are as likely as 4 : 1/4, in the
    # others as 1 : 1.
    yes, no = 4 / 4.25, 0.25 / 4.25
    chance = 0.4 * yes + 0.6 / 2
    left = chance * entropy(0.2, 0.4 * yes, 0.1)
    left += (1 - chance) * entropy(0.2, 0.4 * no, 0.1)
    assert worth.bits == pytest.approx(entropy(0.4, 0.4, 0.2) - left)


def test_what_a_question_settles_counts_by_the_minute():
    slow = replace(STRONG, slug="slow", minutes=3.0)
    assert order(known(slow, STRONG)) == ["strong", "slow"]
    quick = replace(FEEBLE, minutes=0.001)
    assert order(known(STRONG, quick)) == ["feeble", "strong"]


def test_among_equals_the_order_of_the_edition_holds():
    twin = replace(STRONG, slug="twin")
    assert order(known(twin, STRONG)) == ["twin", "strong"]


def test_a_question_of_a_family_that_spoke_already_is_worth_less():
    again = later(yes_no("again", FORWARD, 2.0, family="belt"))
    other = later(yes_no("other", FORWARD, 2.0))
    assert order(known(BELT, again, other), belt="yes") == ["other", "again"]


def test_the_side_of_an_imbalance_is_worth_asking_for():
    knowledge = known(yes_no("hands", HIGH, 4.0), LEVEL)
    unsided = replace(later(yes_no("waist", HIGH, 1.01)))
    assert order(known(*knowledge.questions, unsided), hands="yes") == ["level", "waist"]


def test_nothing_is_asked_that_could_hardly_change_anything():
    for question in (SILENT, FEEBLE):
        knowledge = known(BELT, question)
        assert next_question(knowledge, said(belt="yes"), FREE) is None


def test_a_slow_question_is_asked_when_its_reply_may_well_change_what_is_found():
    slow = later(yes_no("slow", FORWARD, 1.5), minutes=5.0)
    knowledge = known(BELT, slow)
    # "Yes" makes forward 3 : 1 : 0.5, so 0.67 instead of 0.57.
    [worth] = ranked(knowledge, scores(knowledge, said(belt="yes")), [slow])
    assert worth.rate < adaptive.WORTH
    assert next_question(knowledge, said(belt="yes"), FREE).slug == "slow"
    assert next_question(knowledge, said(belt="no"), FREE) is None, "it cannot be found by it"


def test_nor_is_one_whose_turning_reply_is_hardly_to_be_expected():
    rare = [(f"no-{n}",) for n in range(9)]
    slow = later(ask("slow", ("yes", (FORWARD, 1.2)), *rare), minutes=5.0)
    assert next_question(known(BELT, slow), said(belt="yes"), FREE) is None


def test_the_time_for_adaptive_questions_is_bounded():
    long = [later(yes_no(f"long-{n}", FORWARD, 4.0), minutes=4.0) for n in range(3)]
    short = later(yes_no("short", FORWARD, 4.0), minutes=2.0)
    knowledge = known(*long, short)
    asked = said(long_0="yes", long_1="no")
    assert adaptive.MINUTES == 10
    assert next_question(knowledge, asked, FREE).slug == "short"


def test_a_test_on_each_side_is_weighed_by_pairs_of_its_choices():
    choices = [
        Choice(f"{side}-{name}", (Evidence(HIGH, 3.0, "thigh", side=side),) * up, side, other)
        for side, over in (("left", "right"), ("right", "left"))
        for name, up in (("up", 1), ("flat", 0), ("low", 0))
        for other in [f"{over}-{name}"]
    ]
    thigh = later(replace(ask("thigh"), choices=tuple(choices)))
    [worth] = ranked(known(thigh), scores(known(thigh), {}), [thigh])
    ratios = [2 * 3.0 - 3.0**-0.5] * 2 + [3.0**-0.5] * 2 + [1.0] * 5  # left up, right up, alike
    swapped = [*ratios[2:4], *ratios[:2], *ratios[4:]]
    same, other = ([one / sum(ratios) for one in row] for row in (ratios, swapped))
    chances = [0.8 / 9 + 0.1 * a + 0.1 * b for a, b in zip(same, other, strict=True)]
    bits = sum(
        p * one * math.log2(one / chance)
        for p, row in ((0.8, [1 / 9] * 9), (0.1, same), (0.1, other))
        for one, chance in zip(row, chances, strict=True)
    )
    assert worth.bits == pytest.approx(bits)


def test_an_adaptive_question_belongs_to_a_check_once_it_is_answered_in_the_order_of_answers():
    answers = said(level="left", belt="yes", strong="no")
    assert [one.slug for one in applicable(KNOWLEDGE, answers, FREE)] == ["belt", "level", "strong"]
    assert [*counted(KNOWLEDGE, answers, FREE)] == ["belt", "level", "strong"]


def test_an_adaptive_question_that_does_not_suit_is_not_asked():
    test = replace(STRONG, part=Part.TEST, avoid=frozenset({"floor"}))
    knowledge = known(BELT, test)
    assert next_question(knowledge, said(belt="yes"), FREE).slug == "strong"
    assert (
        next_question(knowledge, said(belt="yes"), Screening(filters=frozenset({"floor"}))) is None
    )


def test_the_opposite_pelvis_is_part_of_the_same_uncertainty():
    both = later(
        ask("both", ("hollow", (FORWARD, 2.5), (BACKWARD, 0.3)), ("flat", (BACKWARD, 2.5)))
    )
    one = later(ask("one", ("hollow", (FORWARD, 2.5)), ("flat",)))
    assert order(known(one, both)) == ["both", "one"]


def test_what_settles_a_muscle_that_two_findings_pull_apart_is_asked_first():
    knowledge, answers = pulled_apart()
    assert next_question(knowledge, answers, FREE).slug == "bed"
    assert next_question(knowledge, answers | said(bed="loose"), FREE).slug == "lift"
    assert next_question(knowledge, answers | said(bed="loose", lift="low"), FREE).slug == "strong"


def test_nothing_is_to_settle_where_one_of_the_two_is_normal_for_now():
    knowledge, answers = pulled_apart()
    explained = Screening(explained=frozenset({BACKWARD}))
    assert next_question(knowledge, answers, explained).slug == "strong"


def pulled_apart():
    """Somebody whose psoas is tight for a high hip and weak for a backward tip."""
    signs = {"flat": BACKWARD, "sway": BACKWARD, "stand": HIGH, "hands": HIGH}
    tests = (
        later(ask("lift", ("low",), part=Part.TEST)),
        later(ask("bed", ("loose",), part=Part.TEST)),
    )
    whole = known(
        *(yes_no(slug, target, 4.0) for slug, target in signs.items()),
        STRONG,
        *tests,
        involvements=[Involvement("psoas", Role.WEAK)],
    )
    muscles = tuple(
        replace(one, settled_by=("bed", "lift")) if one.slug == "psoas" else one
        for one in whole.muscles
    )
    return replace(whole, muscles=muscles), said(**dict.fromkeys(signs, "yes"))
