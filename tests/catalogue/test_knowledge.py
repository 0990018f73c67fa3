"""The reasoning gets the values that decide, and nothing else."""

from dataclasses import asdict, replace

from posture.catalogue import records
from posture.catalogue.knowledge import knowledge_of
from posture.reasoning.knowledge import Concern, Evidence, Involvement, Level, Part, Role, When
from tests.catalogue.small import (
    CHOICE,
    RED_FLAG,
    SMALL,
    small,
    with_evidence,
    with_imbalance,
    with_question,
)


def only_evidence(catalogue):
    return knowledge_of(catalogue).questions[0].choices[0].evidence


def test_evidence_without_a_family_is_of_its_question():
    assert only_evidence(SMALL) == (Evidence("forward-tipped-pelvis", 2.0, "arch", None, ""),)


def test_evidence_may_name_a_family_of_its_own():
    assert only_evidence(with_evidence(family="sway"))[0].family == "sway"


def test_a_question_without_a_family_is_one_of_its_own():
    assert only_evidence(with_question(family=""))[0].family == "hollow"


def test_evidence_for_a_muscle_keeps_its_role():
    tight = with_evidence(imbalance="", muscle="psoas", role="tight")
    assert only_evidence(tight) == (Evidence("psoas", 2.0, "arch", Role.TIGHT, ""),)


def test_a_question_keeps_when_it_is_asked_and_its_caps():
    catalogue = with_question(
        every=(("numb",),), unless=("pregnant",), avoid=("floor",), cap_low=0.5, cap_high=2.0
    )
    question = knowledge_of(catalogue).questions[0]
    assert question.when == When((("numb",),), ("pregnant",))
    assert question.avoid == frozenset({"floor"})
    assert question.cap == (0.5, 2.0)
    assert question.part == Part.LOOK


def test_an_imbalance_keeps_its_axis_gate_and_lists():
    imbalance = knowledge_of(with_imbalance(sided=True)).imbalances[0]
    assert (imbalance.axis, imbalance.gate) == ("tilt", frozenset({"arch"}))
    assert imbalance.involvements == (Involvement("psoas", Role.TIGHT, ""),)
    assert imbalance.sided


def test_a_safety_page_holds_its_red_flags_then_its_conditions():
    page = knowledge_of(SMALL).pages[0]
    assert [concern.slug for concern in page.concerns] == ["numb", "pregnant"]
    assert page.concerns[0].level == Level.EMERGENCY


def test_a_set_of_statements_keeps_how_many_are_needed():
    lines = tuple(records.Statement(slug, slug) for slug in "abc")
    flagged = small(red_flags=(replace(RED_FLAG, statements=lines, needed=1),))
    assert knowledge_of(flagged).pages[0].concerns[0] == Concern(
        slug="numb",
        level=Level.EMERGENCY,
        filters=frozenset(),
        statements=("a", "b", "c"),
        needed=1,
    )


def test_words_do_not_reach_the_reasoning():
    other = with_question(choices=(replace(CHOICE, text="Very deep"), records.Choice("flat", "F")))
    assert asdict(knowledge_of(other)) == asdict(knowledge_of(SMALL))


def test_the_shipped_content_becomes_knowledge_in_its_order(shipped):
    knowledge = knowledge_of(shipped)
    assert [one.slug for one in knowledge.questions] == [one.slug for one in shipped.questions]
    assert [one.slug for one in knowledge.imbalances] == [one.slug for one in shipped.imbalances]
    assert len(knowledge.pages) == len(shipped.safety_pages)
