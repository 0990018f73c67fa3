"""Publishing: what it refuses, what it marks, and what a set-up leaves to staff."""

import pytest

from posture.catalogue import editions, loading, models
from posture.catalogue.changes import differences
from posture.catalogue.models import Choice, Edition, Evidence, Muscle, Question
from posture.catalogue.shapes import checksum, frozen
from tests.catalogue.small import changed

pytestmark = pytest.mark.django_db


def edit(slug="psoas", **values):
    """What a member of staff does to a muscle in the admin."""
    muscle = Muscle.objects.get(pk=slug)
    for name, value in values.items():
        setattr(muscle, name, value)
    muscle.save()


# What publishing refuses and marks


def test_errors_keep_the_working_copy_from_being_published():
    Evidence.objects.filter(choice__question="hollow", ratio=2.5).update(ratio=9)
    with pytest.raises(editions.CannotPublish) as refused:
        editions.publish()
    assert [problem.slug for problem in refused.value.problems] == ["hollow", "hollow"]
    assert "outside the question's 0.25 to 4" in str(refused.value)
    assert editions.current().number == 1


def test_an_empty_catalogue_is_not_published():
    for model in (models.Escalation, Question, models.RedFlag, models.Condition):
        model.objects.all().delete()
    with pytest.raises(editions.CannotPublish, match="questions: there are none"):
        editions.publish()


def test_rows_remember_the_first_edition_they_were_in():
    edit("psoas", where="Where staff say")
    Muscle.objects.create(
        slug="soleus", name="Soleus", plain="calf", kind="muscle", region="lower-leg"
    )
    editions.publish()
    released = dict(Muscle.objects.values_list("slug", "released"))
    assert (released["psoas"], released["soleus"]) == (1, 2)
    assert not Choice.objects.filter(released=None).exists()


def test_rows_left_out_of_an_edition_are_not_marked_as_released():
    """Neither what is withdrawn, nor what is listed inside it."""
    hidden = Question.objects.create(
        slug="draft", text="?", short="Draft", why="?", kind="single", part="look", withdrawn=True
    )
    Choice.objects.create(question=hidden, slug="yes", text="Yes")
    editions.publish()
    assert Question.objects.get(pk="draft").released is None
    assert Choice.objects.get(question="draft").released is None


def test_publishing_costs_the_same_queries_for_few_and_many_new_rows(
    django_assert_max_num_queries,
):
    Choice.objects.update(released=None)
    with django_assert_max_num_queries(50):
        editions.publish()


# What is not published yet


def test_changes_say_what_visitors_do_not_see_yet():
    assert editions.changes() == ()
    edit(where="Where staff say")
    (change,) = editions.changes()
    assert (change.record, change.slug, change.field) == ("muscles", "psoas", "where")
    assert change.after == "Where staff say"


def test_before_the_first_edition_everything_is_a_change(shipped):
    Edition.objects.all().delete()
    editions.desk.forget()
    assert len(editions.changes()) == 414
    assert editions.publish_changes() == "Edition 1 was published."


def test_publishing_changes_does_nothing_when_there_are_none():
    assert editions.publish_changes() == "Nothing has changed: edition 1 is current."
    edit(where="Where staff say")
    assert editions.publish_changes(note="Better") == "Edition 2 was published."
    assert editions.publish_changes() == "Nothing has changed: edition 2 is current."


# What a set-up publishes


@pytest.fixture
def older(shipped):
    """Edition 2 is of an older version, which said something else of the psoas."""
    catalogue = changed(shipped, "muscles", "psoas", where="As the older version said")
    loading.load(catalogue)
    number = editions.publish().number
    Edition.objects.filter(number=number).update(shipped=checksum(frozen(catalogue)))
    editions.desk.forget()


def test_a_set_up_publishes_new_shipped_content(older, shipped):
    loading.load(shipped)
    assert editions.publish_shipped() == "Edition 3 was published."
    assert differences(shipped, editions.current().catalogue) == ()
    assert editions.publish_shipped() == "Edition 3 is current."


def test_a_set_up_leaves_unpublished_work_to_staff(older, shipped):
    edit("adductor", where="Where staff say")
    loading.load(shipped)
    assert editions.publish_shipped().startswith("2 changes are not published: review")
    assert editions.current().number == 2


def test_a_set_up_keeps_what_staff_published_and_adds_what_is_new(older, shipped):
    edit("adductor", where="Where staff say")
    newest = editions.publish().number
    Edition.objects.filter(number=newest).update(shipped="of the older version")
    editions.desk.forget()
    loading.load(shipped)
    assert editions.publish_shipped() == "Edition 4 was published."
    assert editions.current().muscles["adductor"].where == "Where staff say"
    assert editions.current().muscles["psoas"].where != "As the older version said"


def test_a_set_up_does_not_undo_that_staff_went_back(older, shipped):
    loading.load(shipped)
    editions.publish_shipped()
    editions.reissue(2)
    assert editions.publish_shipped().startswith("1 change is not published")
    assert editions.current().muscles["psoas"].where == "As the older version said"


def test_a_set_up_does_not_undo_a_recall(older, shipped):
    loading.load(shipped)
    editions.publish_shipped()
    editions.recall(3, by=None, reason="The new words were wrong.")
    assert editions.publish_shipped().startswith("1 change is not published")
    assert editions.current().number == 2
