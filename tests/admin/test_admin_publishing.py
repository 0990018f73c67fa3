"""The banner, the review page, and “Save and publish”: from a form to what visitors see."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from posture.catalogue import editions
from posture.catalogue.admin.pending import look
from posture.catalogue.models import Choice, Edition, Imbalance, Involvement, Muscle
from tests.admin.forms import filled


def seen(slug="psoas"):
    """What a visitor reads of a muscle."""
    return editions.current().muscles[slug]


def test_a_small_correction_is_one_click(owner):
    response = owner.save("muscle/psoas/change/", "_publish", plain="deep in the hip")
    assert "is saved and published as edition 2" in response.content.decode()
    assert seen().plain == "deep in the hip"
    edition = Edition.objects.get(number=2)
    assert edition.created_by == owner.user
    assert edition.note == "Muscle Psoas: plain words"
    assert "deep in the hip" in owner.client.get("/muscles/psoas/").content.decode()


def test_saving_alone_shows_visitors_nothing(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    assert seen().plain != "deep in the hip"
    assert "1 unpublished change:" in owner.text("muscle/")
    assert "1 unpublished change:" in owner.client.get("/admin/accounts/user/").content.decode()


def test_with_other_changes_waiting_the_click_leads_to_the_review(owner):
    owner.save("muscle/gluteal/change/", plain="the seat")
    response = owner.save("muscle/psoas/change/", "_publish", plain="deep in the hip")
    assert response.redirect_chain[-1][0] == "/admin/catalogue/edition/review/"
    text = response.content.decode()
    assert "1 other change waits too" in text
    assert "<ins>the seat</ins>" in text
    assert Muscle.objects.get(pk="psoas").plain == "deep in the hip"
    assert Edition.objects.count() == 1


def test_changes_of_the_same_record_are_no_others(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    owner.save("muscle/psoas/change/", "_publish", where="Inside")
    assert (seen().plain, seen().where) == ("deep in the hip", "Inside")


def test_a_change_of_a_choice_is_published_from_its_own_form(owner):
    choice = Choice.objects.filter(question="ear").first()
    owner.save(f"choice/{choice.pk}/change/", "_publish", said="My own words")
    record = editions.current().questions[choice.question_id]
    assert "My own words" in {one.said for one in record.choices}


def test_saving_what_is_published_already_publishes_nothing(owner):
    text = owner.save("muscle/psoas/change/", "_publish").content.decode()
    assert "Visitors see nothing new by it" in text
    assert Edition.objects.count() == 1


def test_a_new_row_can_be_published_at_once(owner):
    data = {"slug": "new-one", "name": "New one", "plain": "here", "kind": "muscle"}
    owner.send("muscle/add/", data | {"region": "arm", "order": 1, "_publish": "pressed"})
    assert seen("new-one").name == "New one"
    assert Muscle.objects.get(pk="new-one").released == 2


def test_what_keeps_it_from_being_published_is_said_and_nothing_is_lost(owner):
    response = owner.save("imbalance/high-hip/change/", "_publish", gate="no-such-family")
    assert response.redirect_chain[-1][0] == "/admin/catalogue/imbalance/high-hip/change/"
    text = response.content.decode()
    assert "It is saved, but not published" in text
    assert "no-such-family" in text
    assert "What the checks say" in text
    assert Imbalance.objects.get(pk="high-hip").gate == ["no-such-family"]
    assert Edition.objects.count() == 1
    assert "1 problem keeps them from being published" in owner.text("muscle/")


def test_a_muscle_both_tight_and_weak_is_not_published(owner):
    first = Involvement.objects.filter(imbalance="forward-tipped-pelvis", role="tight").first()
    owner.save("imbalance/forward-tipped-pelvis/change/")
    page = "imbalance/forward-tipped-pelvis/change/"
    data = filled(owner.see(page))
    count = int(data["involvements-TOTAL_FORMS"][0])
    data |= {
        "involvements-TOTAL_FORMS": count + 1,
        f"involvements-{count}-imbalance": "forward-tipped-pelvis",
        f"involvements-{count}-muscle": first.muscle_id,
        f"involvements-{count}-role": "weak",
        f"involvements-{count}-side": "high",
        f"involvements-{count}-order": 5,
        "_publish": "pressed",
    }
    text = owner.send(page, data).content.decode()
    assert "is both tight and weak in it; keep one." in text
    assert Edition.objects.count() == 1


# The review page


def test_the_review_lists_every_change_in_words(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip", withdrawn="")
    owner.save("imbalance/high-hip/change/", **{"involvements-0-note": "Look here."})
    involved = Involvement.objects.filter(imbalance="high-hip").first()
    text = owner.text("edition/review/")
    assert "Muscle: Psoas" in text
    assert "plain words" in text
    assert "Imbalance: High hip" in text
    assert f"involvement “{involved.muscle.name}" in text
    assert "<ins>Look here.</ins>" in text


def test_the_review_publishes_with_a_note(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    text = owner.publish(note="Plainer words.").content.decode()
    assert "Edition 2 is published" in text
    assert seen().plain == "deep in the hip"
    assert Edition.objects.get(number=2).note == "Plainer words."
    assert "unpublished" not in owner.text("muscle/")
    assert LogEntry.objects.filter(content_type__model="edition", object_id="2").exists()


def test_what_was_saved_after_the_page_was_opened_is_not_published_unseen(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    opened = filled(owner.see("edition/review/"))
    owner.save("muscle/gluteal/change/", plain="the seat")
    text = owner.send("edition/review/", opened | {"note": "My note"}).content.decode()
    assert "More was saved since you opened this page" in text
    assert 'value="My note"' in text
    assert Edition.objects.count() == 1
    owner.send("edition/review/", filled(owner.see("edition/review/")))
    assert Edition.objects.count() == 2


def test_the_same_changes_are_published_once(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    opened = filled(owner.see("edition/review/"))
    owner.send("edition/review/", opened)
    owner.send("edition/review/", opened)
    assert Edition.objects.count() == 2


def test_the_review_says_what_must_be_mended(owner):
    owner.save("imbalance/high-hip/change/", gate="no-such-family")
    text = owner.text("edition/review/")
    assert "This keeps it from being published" in text
    assert '<a href="/admin/catalogue/imbalance/high-hip/change/">Imbalance “High hip”</a>' in text
    assert "mend the problems below first" in owner.publish().content.decode()
    assert Edition.objects.count() == 1


def test_a_note_that_is_too_long_is_kept(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    text = owner.publish(note="x" * 201).content.decode()
    assert "at most 200 characters" in text
    assert "x" * 201 in text


def test_with_nothing_waiting_there_is_nothing_to_press(owner):
    text = owner.text("edition/review/")
    assert "There is nothing to publish" in text
    assert 'name="note"' not in text


def test_publishing_needs_its_permission(staff):
    reader = staff("view_edition", "change_muscle")
    reader.save("muscle/psoas/change/", plain="deep in the hip")
    text = reader.text("edition/review/")
    assert "<ins>deep in the hip</ins>" in text
    assert 'name="note"' not in text
    assert reader.send("edition/review/", {"seal": look().seal}).status_code == 403
    assert staff("change_question").see("edition/review/").status_code == 403
    assert Edition.objects.count() == 1


def test_a_get_publishes_nothing(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")
    owner.see("edition/review/?note=x")
    owner.see("muscle/psoas/change/?_publish=1")
    assert Edition.objects.count() == 1


# The banner


def test_the_banner_costs_one_query_a_page(owner):
    owner.save("muscle/psoas/change/", plain="deep in the hip")

    def statements():
        with CaptureQueriesContext(connection) as counted:
            owner.see("axis/")
        return [one["sql"] for one in counted if 'FROM "catalogue_edition"' not in one["sql"]]

    statements()
    told = statements()
    assert sum("UNION ALL" in sql for sql in told) == 1
    assert len(told) <= 8


@pytest.mark.parametrize("step", ["save", "add", "delete"])
def test_the_banner_sees_every_kind_of_change(owner, step):
    if step == "save":
        owner.save("muscle/psoas/change/", plain="deep in the hip")
        expected = "1 unpublished change:"
    else:
        owner.send("filter/add/", {"slug": "of-mine", "text": "A movement", "order": 7})
        expected = "unpublished change"
    assert expected in owner.text("muscle/")
    if step == "delete":
        owner.send("filter/of-mine/delete/", {"post": "yes"})
        assert "unpublished change" not in owner.text("muscle/")
