"""`load_catalogue` and `publish` say in plain words what they did, or what is wrong."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from posture.catalogue import content, editions
from posture.catalogue.content import Content, ContentError
from posture.catalogue.loading import Report
from posture.catalogue.management.commands import load_catalogue
from posture.catalogue.management.refusals import database_explained, refusal
from posture.catalogue.models import Edition, Evidence, Muscle, Question
from tests.catalogue.files import mended, written
from tests.catalogue.small import with_evidence, with_question


def run(*arguments, **options) -> list[str]:
    said = StringIO()
    call_command(*arguments, stdout=said, **options)
    return said.getvalue().splitlines()


def edit(**values):
    """What a member of staff does in the admin."""
    Muscle.objects.filter(pk="psoas").update(**values)


# load_catalogue --check


def test_a_check_says_that_the_files_are_in_order_and_asks_no_database():
    """This test may not touch one."""
    assert run("load_catalogue", "--check") == ["The content is in order: 414 records in 12 files."]


def test_errors_in_the_form_of_the_files_are_said_each_in_a_line(tmp_path):
    folder = written(tmp_path, axes=mended("axes.toml", 'name = "Tilt"', 'nam = "Tilt"'))
    with pytest.raises(ContentError) as found:
        content.read(folder)
    assert str(refusal(str(found.value).splitlines())).splitlines() == [
        "Nothing was changed: the catalogue has 2 errors.",
        "axes.toml: axes 'tilt' has an unknown key 'nam'; did you mean 'name'?",
        "axes.toml: axes 'tilt' has no 'name'; add it.",
    ]


def test_inconsistencies_are_errors_that_name_the_file():
    bad = Content(with_evidence(ratio=9.0), {("questions", "hollow"): "questions.toml"})
    with pytest.raises(CommandError) as refused:
        load_catalogue.sound(bad)
    assert str(refused.value).splitlines() == [
        "Nothing was changed: the catalogue has 1 error.",
        (
            "questions.toml: questions 'hollow': choice 'deep': the ratio 9 is outside the"
            " question's 0.25 to 4."
        ),
    ]


def test_what_is_no_error_is_only_noted():
    noted = Content(with_question(kind="body-map"), {("questions", "hollow"): "questions.toml"})
    assert load_catalogue.sound(noted) is noted
    assert next(load_catalogue.remarks(noted)).startswith(
        "Note: questions.toml: questions 'hollow': the body map has no place for 'deep'"
    )


# Loading


@pytest.mark.django_db
def test_loading_again_has_nothing_to_do():
    assert run("load_catalogue") == [
        "Nothing to load: the rows are as shipped, or as staff edited them."
    ]


@pytest.mark.django_db
def test_loading_says_what_it_kept():
    edit(where="Where staff say")
    assert run("load_catalogue")[1:] == ["  kept as staff edited it: muscles psoas: where"]


@pytest.mark.django_db
def test_rows_that_were_added_are_counted_and_named_when_asked():
    Evidence.objects.filter(choice__question="waist").delete()
    assert run("load_catalogue", "--dry-run") == [
        "Loading would change the rows: 3 added.",
        "  added: questions waist, choices none, evidence high-hip",
        "  added: questions waist, choices left, evidence high-hip/left",
        "  added: questions waist, choices right, evidence high-hip/right",
    ]
    assert run("load_catalogue") == ["The rows were changed: 3 added."]


@pytest.mark.django_db
def test_a_dry_run_changes_nothing():
    Evidence.objects.filter(choice__question="waist").delete()
    run("load_catalogue", "--dry-run")
    assert not Evidence.objects.filter(choice__question="waist").exists()


@pytest.mark.django_db
def test_loading_is_silent_when_asked():
    assert run("load_catalogue", verbosity=0) == []


def test_a_report_is_said_in_words():
    report = Report(
        added=["axes knees"],
        updated=["muscles psoas: where"],
        withdrawn=["questions waist"],
        kept=["muscles psoas: name"],
        moved=3,
    )
    assert list(load_catalogue.described(report, dry_run=False, whole=True)) == [
        "The rows were changed: 1 added, 1 field updated, 1 withdrawn, 3 moved to another place.",
        "  added: axes knees",
        "  updated: muscles psoas: where",
        "  withdrawn: questions waist",
        "  kept as staff edited it: muscles psoas: name",
    ]


# publish


@pytest.mark.django_db
def test_publishing_makes_the_rows_what_visitors_see():
    edit(where="Where staff say")
    assert run("publish", "--note", "A better place") == ["Edition 2 was published."]
    assert editions.current().muscles["psoas"].where == "Where staff say"
    assert Edition.objects.get(number=2).note == "A better place"


@pytest.mark.django_db
def test_publishing_again_changes_nothing():
    assert run("publish") == ["Nothing has changed: edition 1 is current."]
    assert Edition.objects.count() == 1


@pytest.mark.django_db
def test_problems_keep_the_rows_from_being_published_and_are_said_each_in_a_line():
    Question.objects.filter(pk="waist").update(unless=["nobody"])
    with pytest.raises(CommandError) as refused:
        run("publish")
    first, second = str(refused.value).splitlines()
    assert first == "Nothing was changed: the catalogue has 1 error."
    assert second.startswith("questions 'waist': nothing can say 'nobody'; ")
    assert Edition.objects.count() == 1


@pytest.mark.django_db
def test_a_note_that_is_too_long_is_refused():
    with pytest.raises(CommandError, match="at most 200 characters"):
        run("publish", "--note", "x" * 201)


@pytest.mark.parametrize("command", ["load_catalogue", "publish"])
def test_a_database_without_tables_is_named_with_its_remedy(command, empty_database):
    done = empty_database(command)
    assert done.returncode == 1
    assert "run `python3 manage.py migrate` first" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_database_that_cannot_be_used_is_said_with_its_reason():
    said = pytest.raises(CommandError, match=r"cannot be used: .* again\. \(database is locked\)")
    with said, database_explained():
        raise OperationalError("database is locked")
