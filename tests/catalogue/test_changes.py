"""What differs between two catalogues is said field by field."""

from dataclasses import replace

from posture.catalogue import records
from posture.catalogue.changes import Change, differences
from tests.catalogue.small import (
    AXIS,
    CHOICE,
    EVIDENCE,
    IMBALANCE,
    INVOLVEMENT,
    MUSCLE,
    OTHER_MUSCLE,
    QUESTION,
    SMALL,
    small,
    with_evidence,
    with_imbalance,
    with_question,
)


def test_a_catalogue_does_not_differ_from_itself():
    assert differences(SMALL, small()) == ()


def test_a_field_is_named_with_both_values():
    after = small(axes=(replace(AXIS, name="Tipping"),))
    assert differences(SMALL, after) == (Change("axes", "tilt", "name", "Tilt", "Tipping"),)


def test_a_record_that_came_or_went_is_named_once_by_its_title():
    other = replace(AXIS, slug="head", name="Head")
    longer = small(axes=(AXIS, other))
    assert differences(SMALL, longer) == (Change("axes", "head", "", None, "Head"),)
    assert differences(longer, SMALL) == (Change("axes", "head", "", "Head", None),)


def test_a_field_of_a_record_inside_another_is_named_by_its_path():
    after = with_evidence(ratio=3.0)
    assert differences(with_evidence(), after) == (
        Change(
            "questions", "hollow", "choices deep evidence forward-tipped-pelvis ratio", 2.0, 3.0
        ),
    )


def test_a_record_inside_another_that_came_is_named_by_its_key():
    weak = replace(INVOLVEMENT, muscle="gluteal", role="weak")
    after = with_imbalance(involvements=(INVOLVEMENT, weak))
    assert differences(SMALL, after) == (
        Change("imbalances", "forward-tipped-pelvis", "involvements gluteal", None, "gluteal"),
    )


def test_another_order_is_a_change_of_the_list():
    turned = small(muscles=(OTHER_MUSCLE, MUSCLE))
    assert differences(SMALL, turned) == (
        Change("muscles", "", "order", ("psoas", "gluteal"), ("gluteal", "psoas")),
    )


def test_another_order_of_choices_is_a_change_of_the_question():
    turned = with_question(choices=tuple(reversed(QUESTION.choices)))
    assert differences(SMALL, turned) == (
        Change("questions", "hollow", "choices order", ("deep", "flat"), ("flat", "deep")),
    )


def test_a_record_put_between_two_is_no_change_of_order():
    between = small(muscles=(MUSCLE, replace(MUSCLE, slug="adductor"), OTHER_MUSCLE))
    assert [change.field for change in differences(SMALL, between)] == [""]


def test_sources_in_another_order_are_no_change():
    assert differences(with_imbalance(sources=("a", "b")), with_imbalance(sources=("b", "a"))) == ()


def test_lines_in_another_order_are_a_change():
    before, after = with_imbalance(symptoms=("a", "b")), with_imbalance(symptoms=("b", "a"))
    assert [change.field for change in differences(before, after)] == ["symptoms"]


def test_changes_can_be_members_of_a_set_whatever_the_field_holds():
    exercise = records.Exercise(
        "squat", "x", "Squat", "strengthen", "easy", "standing", "none", ("gluteal",)
    )
    before = small(exercises=(exercise,))
    after = small(exercises=(replace(exercise, poses={"start": {"knee": 90}}),))
    assert len(set(differences(before, after))) == 1


def test_an_imbalance_that_went_takes_its_involvements_along():
    assert differences(SMALL, small(imbalances=())) == (
        Change("imbalances", IMBALANCE.slug, "", IMBALANCE.name, None),
    )


def test_evidence_is_told_apart_by_what_it_speaks_for():
    tight = records.Evidence(1.5, muscle="psoas", role="tight")
    both = with_question(choices=(replace(CHOICE, evidence=(EVIDENCE, tight)),))
    only = with_question(choices=(replace(CHOICE, evidence=(EVIDENCE,)),))
    assert [change.field for change in differences(only, both)] == [
        "choices deep evidence psoas/tight"
    ]
