"""The export holds everything personal, in fields and in words, and nothing of anybody else."""

import json

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from assessments import owndata
from assessments.models import Assessment
from tests.assessments.conftest import PASSWORD

SAID = {"pain_where": ["neck", "low-back"], "pain_average": "7"}

# Rows that name a person and are not about them, each with the reason.
NOT_EXPORTED = {
    "account.emailconfirmation": "links sent by mail are signed, not stored",
    "admin.logentry": "what staff did to the catalogue is its history",
    "catalogue.edition": "what staff published is the catalogue's history",
    "accounts.user_groups": "listed in the account's own field",
    "accounts.user_user_permissions": "listed in the account's own field",
}


def download(walker):
    walker.client.post("/account/reauthenticate/", {"password": PASSWORD})
    response = walker.client.get("/history/export/")
    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="plumb.json"'
    assert "no-store" in response["Cache-Control"]
    return json.loads(response.content)


def fields_of(model):
    label = model._meta.label_lower
    named = [one for one in model._meta.get_fields() if one.concrete and not one.primary_key]
    return {one.name for one in named if f"{label}.{one.name}" not in owndata.SECRET}


@pytest.mark.parametrize("who", ["walker", "member"])
def test_every_field_of_a_check_is_exported(request, who):
    walker = request.getfixturevalue(who).to_result(**SAID)
    [check] = download(walker)["checks"]
    assert set(check) == fields_of(Assessment) | {"id", "in_words", "plan"}
    assert check["id"] == walker.pk
    assert check["answers"] == walker.row.answers
    assert check["result"] == walker.row.result


def test_the_answers_are_in_words_too(walker):
    walker.begin().reply("not-sure").pass_safety().answer_all(**SAID).finish()
    rows = download(walker)["checks"][0]["in_words"]
    words = {row["question"]: row["answer"] for row in rows}
    assert len(words) == len(rows) == len(walker.row.answers)
    assert words["Where does it hurt or feel stiff?"] == "Neck; Low back, both sides or the middle"
    assert {"7 of 10", "None of these", "I'm not sure", "No"} <= {*words.values()}


def test_every_field_of_the_account_and_its_rows_is_exported(member, person):
    account = download(member)["account"]
    assert fields_of(get_user_model()) <= set(account)
    assert account["email"] == person.email
    for name, model in owndata.OF_ACCOUNT.items():
        for row in account[name]:
            assert set(row) == fields_of(model) | {"id"}
    assert account["signed_in_devices"], "where the person is signed in"


def test_every_table_that_names_a_person_is_exported_or_excused():
    exported = {Assessment, *owndata.OF_ACCOUNT.values()}
    person = get_user_model()
    for model in apps.get_models(include_auto_created=True):
        names = [one for one in model._meta.get_fields() if one.concrete and one.is_relation]
        if any(one.related_model is person for one in names):
            label = model._meta.label_lower
            assert (model in exported) != (label in NOT_EXPORTED), label


def test_proofs_are_not_exported(member, walker):
    walker.to_result()
    browser = walker.row.browser
    assert browser not in json.dumps(download(walker))
    text = json.dumps(download(member))
    assert get_user_model().objects.get().password not in text
    assert member.client.session.session_key not in text


def test_without_an_account_there_is_none_in_it(walker):
    assert download(walker.to_result())["account"] is None


def test_nothing_of_anybody_else_is_in_it(walker, member, other):
    for one in (walker, member, other):
        one.to_result()
    for one in (walker, member, other):
        own = download(one)
        assert [check["id"] for check in own["checks"]] == [one.pk]
    assert "ben@example.org" not in json.dumps(download(member))


def test_checks_of_a_shared_browser_that_were_left_are_not_in_it(walker, member):
    walker.to_result()
    member.client.cookies.update(walker.client.cookies)
    assert download(member)["checks"] == []


def test_somebody_signed_in_gives_the_password_first(member):
    response = member.client.get("/history/export/")
    assert response["Location"].startswith("/account/reauthenticate/?next=")


def test_deleting_the_account_deletes_its_checks(member, walker):
    member.to_result()
    walker.to_result()
    member.client.post("/account/delete/", {"password": PASSWORD})
    assert [str(one.pk) for one in Assessment.objects.all()] == [walker.pk]


@pytest.mark.parametrize("field", sorted(fields_of(Assessment)))
def test_no_field_of_a_check_is_called_what_nobody_understands(field):
    assert Assessment._meta.get_field(field).verbose_name
