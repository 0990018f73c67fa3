"""Editions: frozen for ever, numbered, checksummed, and in memory for those who only read."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from posture.catalogue import editions, models, records, working
from posture.catalogue.changes import differences
from posture.catalogue.models import Choice, Edition, Muscle, Question
from posture.catalogue.shapes import checksum, frozen, thawed

pytestmark = pytest.mark.django_db


def edit(slug="psoas", **values):
    """What a member of staff does to a muscle in the admin."""
    muscle = Muscle.objects.get(pk=slug)
    for name, value in values.items():
        setattr(muscle, name, value)
    muscle.save()


def signed(number, **changes):
    facts = {"by": None, "name": "Ann Lee", "profession": "physiotherapist", "on": date(2026, 5, 1)}
    editions.sign(number, **(facts | changes))


# What an edition holds


def test_the_first_edition_is_what_was_shipped(shipped):
    edition = editions.current()
    assert edition.number == 1
    assert differences(shipped, edition.catalogue) == ()
    assert Edition.objects.get().note == "As shipped."


def test_visitors_see_an_edit_only_when_it_is_published(shipped):
    edit(where="Where staff say")
    assert editions.current().muscles["psoas"].where != "Where staff say"
    issued = editions.publish(note="A better place")
    assert issued.number == 2
    assert issued.note == "A better place"
    assert editions.current().muscles["psoas"].where == "Where staff say"


def test_an_edition_never_changes(shipped):
    edit(where="Where staff say")
    editions.publish()
    assert differences(shipped, editions.edition(1).catalogue) == ()
    with pytest.raises(FrozenInstanceError):
        editions.current().catalogue.muscles[0].where = "Elsewhere"


def test_an_edition_from_before_there_was_a_field_reads_it_at_rest(shipped):
    timed = next(one for one in shipped.questions if one.each_side)
    table = frozen(timed)
    del table["each_side"]
    assert thawed(records.Question, table) == replace(timed, each_side=False)


def test_equal_editions_have_equal_checksums():
    again = editions.publish()
    assert again.checksum == editions.edition(1).checksum
    edit(where="Where staff say")
    assert editions.publish().checksum != again.checksum


def test_what_is_withdrawn_is_not_in_the_next_edition():
    Question.objects.filter(pk="waist").update(withdrawn=True)
    Choice.objects.filter(question="hollow", slug="flat").update(withdrawn=True)
    editions.publish()
    edition = editions.current()
    assert "waist" not in edition.questions
    assert [choice.slug for choice in edition.questions["hollow"].choices] == ["gentle", "deep"]
    assert "waist" in editions.edition(1).questions


def test_who_published_is_kept(django_user_model):
    ann = django_user_model.objects.create_user("ann@example.org", "heron in shallow water")
    assert editions.publish(by=ann).created_by == ann


def test_an_edition_that_is_damaged_is_refused():
    Edition.objects.filter(number=1).update(document={"language": "en"})
    editions.published._remembered.cache_clear()
    with pytest.raises(editions.NoEdition, match="Edition 1 is damaged"):
        editions.current()


def test_an_edition_that_there_is_not_is_said():
    with pytest.raises(editions.NoEdition, match="There is no edition 7"):
        editions.edition(7)


def test_before_the_first_edition_the_command_is_named():
    Edition.objects.all().delete()
    editions.desk.forget()
    with pytest.raises(editions.NoEdition, match=r"run `manage\.py publish`"):
        editions.current()


# Back, away, and signed


def test_an_older_edition_can_be_published_again(shipped):
    edit(where="Where staff say")
    editions.publish()
    again = editions.reissue(1)
    assert (again.number, again.note) == (3, "As edition 1.")
    assert editions.current().checksum == editions.edition(1).checksum
    assert Muscle.objects.get(pk="psoas").where == "Where staff say"


def test_publishing_an_older_edition_again_releases_no_new_row():
    Muscle.objects.create(
        slug="soleus", name="Soleus", plain="calf", kind="muscle", region="lower-leg"
    )
    editions.reissue(1)
    assert Muscle.objects.get(pk="soleus").released is None


def test_a_recalled_edition_gives_way_to_the_newest_that_is_left():
    editions.publish()
    editions.recall(2, by=None, reason="A ratio was wrong.")
    assert editions.current().number == 1
    assert editions.edition(2).recalled == "A ratio was wrong."
    assert editions.edition(1).recalled == ""


def test_an_older_edition_can_be_recalled_too():
    editions.publish()
    editions.recall(1, by=None, reason="A ratio was wrong.")
    assert editions.current().number == 2


def test_the_only_edition_cannot_be_recalled():
    with pytest.raises(editions.NoEdition, match="Publish another one first"):
        editions.recall(1, by=None, reason="A ratio was wrong.")
    assert editions.current().number == 1


def test_an_edition_is_not_recalled_without_a_reason():
    editions.publish()
    refused = pytest.raises(IntegrityError, match="edition_is_recalled_with_a_reason")
    with refused, transaction.atomic():
        editions.recall(2, by=None, reason="")


def test_an_edition_is_signed_at_most_once():
    signed(1)
    with pytest.raises(editions.AlreadySigned, match="Edition 1 is signed already"):
        signed(1, name="Bob")
    assert Edition.objects.get(number=1).signer_name == "Ann Lee"


def test_a_signature_is_whole():
    with pytest.raises(IntegrityError, match="edition_signature_is_whole"), transaction.atomic():
        signed(1, profession="")


@pytest.mark.parametrize("act", [signed, editions.reissue])
def test_nothing_is_done_with_an_edition_that_there_is_not(act):
    with pytest.raises(editions.NoEdition):
        act(7)
    with pytest.raises(editions.NoEdition):
        editions.recall(7, by=None, reason="Why not")


def test_the_review_is_said_in_a_sentence():
    assert editions.current().review == "Not yet reviewed by a clinician."
    signed(1)
    assert editions.current().review == ("Reviewed by Ann Lee, physiotherapist, on 1 May 2026.")
    edit(where="Where staff say")
    editions.publish()
    assert editions.current().review == (
        "Edition 1 was reviewed by Ann Lee, physiotherapist, on 1 May 2026; what changed since"
        " then was not reviewed yet."
    )


def test_a_review_holds_for_the_same_content_under_another_number():
    signed(1)
    editions.publish()
    assert editions.current().review.startswith("Reviewed by Ann Lee")


def test_an_older_edition_is_not_reviewed_by_a_later_signature():
    edit(where="Where staff say")
    editions.publish()
    signed(2)
    assert editions.edition(1).review == "Not yet reviewed by a clinician."


def test_a_signature_under_a_recalled_edition_reviews_nothing():
    signed(1)
    edit(where="Where staff say")
    editions.publish()
    editions.recall(1, by=None, reason="A ratio was wrong.")
    assert editions.current().review == "Not yet reviewed by a clinician."


def test_the_working_copy_is_read_with_as_many_queries_as_there_are_tables(
    django_assert_max_num_queries,
):
    with django_assert_max_num_queries(40):
        working.catalogue("en")


def test_a_checksum_does_not_depend_on_the_order_of_keys():
    assert checksum({"a": 1, "b": [2, 3]}) == checksum({"b": [2, 3], "a": 1})
    assert checksum({"a": [1, 2]}) != checksum({"a": [2, 1]})


# Safety


def test_the_safety_checksum_changes_with_what_the_screen_shows_only():
    before = editions.current().safety_checksum
    models.RedFlag.objects.filter(pk="saddle").update(note="For editors")
    edit(where="Where staff say")
    editions.publish()
    assert editions.current().safety_checksum == before
    models.RedFlag.objects.filter(pk="saddle").update(text="Other words")
    editions.publish()
    assert editions.current().safety_checksum != before


def test_the_lines_of_a_page_are_its_items_or_the_statements_of_a_set(published):
    slugs = [line.slug for line in published.lines_of("stiff-back")]
    assert slugs[0] == "over-3-months"
    assert len(slugs) == 6
    assert published.lines_of("your-health")[0].slug == "pregnant"
    assert [item.slug for item in published.items_of("stiff-back")] == ["ibp"]


def test_what_the_screen_was_told_can_be_said_in_words(published):
    assert published.safety_text("pregnant") == "Pregnant"
    assert published.safety_text("too-young").startswith("You told us that you are under 16.")
    assert published.safety_text("nobody-knows") == ""


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("references", "ken"),
        ("axes", "head"),
        ("muscles", "psoas"),
        ("imbalances", "high-hip"),
        ("filters", "floor"),
        ("safety_pages", "stiff-back"),
        ("red_flags", "saddle"),
        ("conditions", "pregnant"),
        ("escalations", "too-young"),
        ("questions", "hollow"),
        ("doses", "stretch"),
        ("exercises", "glute-bridge"),
    ],
)
def test_records_are_found_by_slug(published, name, slug):
    assert getattr(published, name)[slug].slug == slug
    assert len(getattr(published, name)) == len(getattr(published.catalogue, name))
