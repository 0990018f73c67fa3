"""`manage.py check` says what is inconsistent, with an id and where to mend it."""

from dataclasses import replace

import pytest
from django.core import checks

from posture.catalogue.checks import system
from posture.catalogue.content import Content
from posture.catalogue.models import Edition, Involvement, Muscle, Question
from tests.catalogue.small import CHOICE, INVOLVEMENT, with_imbalance, with_question

FILES = {("imbalances", "forward-tipped-pelvis"): "imbalances.toml"}


def test_the_shipped_content_is_checked_with_every_command():
    """It needs no database: this test may not touch one."""
    assert system.shipped_content in checks.registry.registry.get_checks()
    assert system.shipped_content() == []


def test_a_muscle_both_tight_and_weak_is_an_error_of_the_files():
    both = with_imbalance(
        sided=True, involvements=(INVOLVEMENT, replace(INVOLVEMENT, role="weak", side="low"))
    )
    (found,) = system.of_files(Content(both, FILES))
    assert (found.id, found.is_serious()) == ("catalogue.E002", True)
    assert "'psoas' is both tight and weak in it; keep one." in found.msg
    assert found.hint == "Mend it in posture/catalogue/content: imbalances.toml."


def test_what_only_deserves_a_word_is_a_warning():
    (found,) = system.of_files(Content(with_question(kind="body-map", choices=(CHOICE,)), {}))
    assert (found.id, found.is_serious()) == ("catalogue.W001", False)


def test_files_that_cannot_be_read_are_an_error_for_each_line():
    found = system.of_errors("axes.toml: this is wrong.\nmuscles.toml: and this.")
    assert [(one.id, one.msg) for one in found] == [
        ("catalogue.E001", "axes.toml: this is wrong."),
        ("catalogue.E001", "muscles.toml: and this."),
    ]


def test_rows_are_checked_only_when_the_database_is_named(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert system.working_copy() == []
        assert system.working_copy(databases=["another"]) == []


@pytest.mark.django_db
def test_the_rows_of_the_shipped_content_are_in_order():
    assert system.working_copy(databases=["default"]) == []


@pytest.mark.django_db
def test_rows_in_the_middle_of_work_are_warnings_that_stop_no_command():
    both = {"imbalance_id": "high-hip", "muscle_id": "hip-flexors"}
    Involvement.objects.create(**both, role="tight")
    Involvement.objects.create(**both, role="weak", side="low")
    (found,) = system.working_copy(databases=["default"])
    assert (found.id, found.is_serious()) == ("catalogue.W002", False)
    assert "'hip-flexors' is both tight and weak" in found.msg
    assert found.hint == "Change it in the admin, under imbalances."


@pytest.mark.django_db
def test_an_unreachable_question_is_found_in_the_rows():
    """Who ticks an emergency sign is asked nothing more."""
    Question.objects.filter(pk="waist").update(every=[["saddle"]])
    (found,) = system.working_copy(databases=["default"])
    assert found.msg == "questions 'waist': nobody can be asked it; mend when it is asked."


@pytest.mark.django_db
def test_a_muscle_without_a_shape_is_worth_a_word():
    Muscle.objects.create(
        slug="masseter", name="Masseter", plain="jaw", kind="muscle", region="neck", article=True
    )
    (found,) = system.working_copy(databases=["default"])
    assert (found.id, found.hint) == ("catalogue.W003", "Change it in the admin, under muscles.")


def test_a_database_before_it_is_migrated_is_no_problem(empty_database):
    done = empty_database("check", "--database", "default", "--tag", "catalogue")
    assert done.returncode == 0, done.stdout
    assert "no issues" in done.stdout


@pytest.mark.django_db
def test_editions_are_no_part_of_the_check():
    Edition.objects.all().delete()
    assert system.working_copy(databases=["default"]) == []
