"""Editions in the admin: reading, going back, recalling, signing, bringing a record back."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from posture.catalogue import editions
from posture.catalogue.models import (
    Choice,
    Edition,
    Evidence,
    Filter,
    Imbalance,
    Involvement,
    Muscle,
)

SIGNATURE = {"name": "Dr Ada Heron", "profession": "physiotherapist"}


@pytest.fixture
def two(owner):
    """A second edition that changes one muscle and one imbalance."""
    Imbalance.objects.filter(pk="high-hip").update(summary="Another sentence.")
    Muscle.objects.filter(pk="psoas").update(plain="deep in the hip", where="Inside")
    editions.publish(by=owner.user, note="Second")
    return editions.edition(1).catalogue


def test_the_list_says_which_edition_visitors_see(owner, two):
    text = owner.text("edition/")
    assert text.count("Current: visitors see it") == 1
    assert "Not reviewed by a clinician" in text
    assert "Second" in text


def test_an_edition_shows_what_it_changed(owner, two):
    text = owner.text("edition/2/change/")
    assert "<ins>deep in the hip</ins>" in text
    assert "Another sentence." in text


def test_an_edition_cannot_be_changed_added_or_deleted(owner):
    assert owner.send("edition/1/change/", {"note": "x"}).status_code == 403
    assert owner.see("edition/add/").status_code == 403
    assert owner.see("edition/1/delete/").status_code == 403
    assert Edition.objects.get(number=1).note != "x"


def test_an_edition_can_be_downloaded_whole(owner):
    response = owner.see("edition/1/document/")
    assert response.json() == Edition.objects.get(number=1).document
    assert response["Content-Disposition"] == 'attachment; filename="edition-1.json"'


@pytest.mark.parametrize("address", ["change", "document", "compare", "recall", "sign", "reissue"])
def test_an_edition_that_is_not_there_is_not_found(owner, address):
    response = owner.see(f"edition/99/{address}/")
    assert response.status_code in {302, 404}
    assert owner.see("edition/99/restore/muscles/psoas/").status_code == 404


# Going back


def test_an_older_edition_is_published_again(owner, two):
    text = owner.save("edition/1/reissue/", note="The words were wrong.").content.decode()
    assert "Edition 1 is published again, as edition 3" in text
    assert editions.current().number == 3
    assert editions.current().catalogue == two
    assert Muscle.objects.get(pk="psoas").plain == "deep in the hip"
    assert "unpublished changes" in owner.text("muscle/")


def test_the_current_edition_need_not_be_published_again(owner):
    assert "../reissue/" not in owner.text("edition/1/change/")
    assert "is done already" in owner.text("edition/1/reissue/")
    assert Edition.objects.count() == 1


# Recall


def test_an_edition_is_recalled_with_a_reason(owner, two):
    text = owner.save("edition/2/recall/", reason="A test could hurt.").content.decode()
    assert "Edition 2 is recalled" in text
    assert editions.current().number == 1
    assert editions.edition(2).recalled == "A test could hurt."
    recalled = Edition.objects.get(number=2)
    assert recalled.recalled_by == owner.user
    assert LogEntry.objects.filter(object_id="2", change_message="Edition 2 is recalled.").exists()
    assert "../recall/" not in owner.text("edition/2/change/")


def test_a_recall_without_a_reason_is_refused(owner, two):
    assert "This field is required" in owner.save("edition/2/recall/").content.decode()
    assert editions.current().number == 2


def test_the_only_edition_cannot_be_recalled(owner):
    text = owner.save("edition/1/recall/", reason="A reason to keep.").content.decode()
    assert "It is the only edition left" in text
    assert "A reason to keep." in text
    assert editions.current().number == 1


# The signature


def test_a_signature_is_entered_once(owner):
    today = timezone.localdate()
    text = owner.save("edition/1/sign/", **SIGNATURE, on=today.isoformat()).content.decode()
    assert "The signature for edition 1 is entered" in text
    assert "Dr Ada Heron, physiotherapist" in text
    assert "Reviewed by Dr Ada Heron, physiotherapist" in editions.current().review
    again = SIGNATURE | {"name": "Somebody else", "on": today.isoformat()}
    owner.send("edition/1/sign/", again)
    assert Edition.objects.get(number=1).signer_name == "Dr Ada Heron"


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"name": ""}, "This field is required"),
        ({"profession": ""}, "This field is required"),
        ({"on": "yesterday"}, "Enter a valid date"),
        ({"on": (timezone.now() + timedelta(days=2)).date().isoformat()}, "still to come"),
    ],
)
def test_half_a_signature_is_refused_and_kept(owner, wrong, complaint):
    given = SIGNATURE | {"on": "2024-05-01"} | wrong
    text = owner.save("edition/1/sign/", **given).content.decode()
    assert complaint in text
    assert all(value in text for value in given.values())
    assert Edition.objects.get(number=1).signed_on is None


# Each permission opens its page and no other


@pytest.mark.parametrize(
    ("permission", "opens"),
    [
        ("view_edition", set()),
        ("publish_edition", {"reissue"}),
        ("recall_edition", {"recall"}),
        ("sign_edition", {"sign"}),
    ],
)
def test_each_permission_opens_its_own_page_only(staff, owner, two, permission, opens):
    somebody = staff(*{"view_edition", permission})
    offered = somebody.text("edition/1/change/")
    for act in ("reissue", "recall", "sign"):
        status = somebody.see(f"edition/1/{act}/").status_code
        assert status == (200 if act in opens else 403), act
        assert (f'href="../{act}/"' in offered) == (act in opens)
        if act not in opens:
            assert somebody.send(f"edition/1/{act}/", {}).status_code == 403


def test_the_document_and_the_comparison_need_the_view_permission(staff):
    somebody = staff("change_muscle")
    assert somebody.see("edition/1/document/").status_code == 403
    assert somebody.see("edition/1/compare/").status_code == 403


# Bringing back


def test_a_record_is_brought_back_field_by_field(owner, two):
    was = {one.slug: one for one in two.muscles}["psoas"]
    page = "edition/1/restore/muscles/psoas/"
    text = owner.save(page, field=["plain"]).content.decode()
    assert "is brought back from edition 1. It is not published yet." in text
    row = Muscle.objects.get(pk="psoas")
    assert (row.plain, row.where) == (was.plain, "Inside")
    assert editions.current().muscles["psoas"].plain == "deep in the hip"
    logged = LogEntry.objects.filter(object_id="psoas")
    assert logged.first().change_message == "Brought back from edition 1."


def test_a_whole_record_is_brought_back(owner, two):
    owner.save("edition/1/restore/muscles/psoas/")
    row = Muscle.objects.get(pk="psoas")
    was = {one.slug: one for one in two.muscles}["psoas"]
    assert (row.plain, row.where) == (was.plain, was.where)
    assert "There is nothing to bring back" in owner.text("edition/1/restore/muscles/psoas/")


def test_bringing_back_nothing_says_so(owner, two):
    text = owner.save("edition/1/restore/muscles/psoas/", field=[]).content.decode()
    assert "Tick at least one line." in text


def test_what_stands_inside_a_record_is_brought_back_with_it(owner):
    before = editions.current().questions["ear"]
    choice = Choice.objects.filter(question="ear").first()
    evidence = Evidence.objects.filter(choice=choice).first()
    owner.save(f"choice/{choice.pk}/change/", text="Other words", **{"evidence-0-ratio": "1.3"})
    Choice.objects.create(question_id="ear", slug="of-mine", text="Mine")
    Choice.objects.filter(pk=choice.pk).update(withdrawn=True)
    owner.save("edition/1/restore/questions/ear/")
    owner.publish()
    assert editions.current().questions["ear"] == before
    assert Choice.objects.get(slug="of-mine").withdrawn
    evidence.refresh_from_db()
    choice.refresh_from_db()
    assert (choice.withdrawn, choice.text) == (False, before.choices[0].text)
    assert not editions.changes()


def test_a_withdrawn_record_is_brought_back_whole(owner):
    some = Filter.objects.first().pk
    owner.save(f"filter/{some}/change/", withdrawn="on")
    text = owner.text(f"edition/1/restore/filters/{some}/")
    assert 'name="field"' not in text
    owner.save(f"edition/1/restore/filters/{some}/")
    assert not editions.changes()


def test_what_an_edition_never_held_cannot_be_brought_back(owner):
    Muscle.objects.create(slug="new-one", name="New", plain="here", kind="muscle", region="arm")
    assert owner.see("edition/1/restore/muscles/new-one/").status_code == 404
    assert owner.see("edition/1/restore/nonsense/psoas/").status_code == 404
    text = owner.text("edition/1/compare/")
    assert "/edition/1/restore/muscles/new-one/" not in text
    assert "Muscle: New" in text


def test_bringing_back_needs_the_permission_to_change_the_row(staff, owner, two):
    reader = staff("view_edition", "view_muscle")
    assert reader.see("edition/1/restore/muscles/psoas/").status_code == 403
    assert reader.send("edition/1/restore/muscles/psoas/", {"field": "plain"}).status_code == 403
    assert Muscle.objects.get(pk="psoas").plain == "deep in the hip"


def test_what_a_record_names_must_still_be_there(owner):
    Muscle.objects.create(slug="new-one", name="New", plain="here", kind="muscle", region="arm")
    row = Muscle.objects.get(pk="psoas")
    row.parts.add("new-one")
    editions.publish(by=owner.user)
    row.parts.remove("new-one")
    Muscle.objects.filter(pk="new-one").delete()
    text = owner.save("edition/2/restore/muscles/psoas/").content.decode()
    assert "It names the muscle “new-one”, which is gone." in text


def test_history_lists_the_editions_that_changed_a_record(owner, two):
    owner.save("muscle/gluteal/change/", plain="the seat")
    owner.publish(note="Third")
    text = owner.text("muscle/psoas/history/")
    for number, listed in ((1, True), (2, True), (3, False)):
        assert (f"/edition/{number}/restore/muscles/psoas/" in text) == listed
    choice = Choice.objects.filter(question="ear").first()
    assert "/edition/1/restore/questions/ear/" in owner.text(f"choice/{choice.pk}/history/")


def test_the_comparison_leads_to_what_differs(owner, two):
    text = owner.text("edition/1/compare/")
    assert "/edition/1/restore/muscles/psoas/" in text
    assert "/edition/1/restore/imbalances/high-hip/" in text
    assert "The working copy is as this edition was." in owner.text("edition/2/compare/")
    assert Involvement.objects.filter(withdrawn=True).count() == 0
