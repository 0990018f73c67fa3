"""Loading is three-way: files change what nobody edited, and never what staff wrote or made."""

from dataclasses import replace

import pytest
from django.db import IntegrityError

from posture.catalogue import loading, models, records, working
from posture.catalogue.changes import differences
from posture.catalogue.models import Choice, Involvement, Muscle, Question
from tests.catalogue.small import changed

pytestmark = pytest.mark.django_db

MOST_QUERIES = 45  # one for each table of rows or references, however many rows


def without(catalogue, name, slug):
    listed = tuple(one for one in getattr(catalogue, name) if one.slug != slug)
    return replace(catalogue, **{name: listed})


def psoas():
    return Muscle.objects.get(pk="psoas")


def edit(row, **values):
    """What a member of staff does in the admin."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def test_the_rows_hold_exactly_what_is_shipped(shipped):
    assert differences(shipped, working.catalogue("en")) == ()


def test_loading_twice_changes_nothing(shipped, django_assert_max_num_queries):
    before = {one.pk: one.changed for one in Muscle.objects.all()}
    with django_assert_max_num_queries(MOST_QUERIES):
        report = loading.load(shipped)
    assert report == loading.Report()
    assert not report.changes_something
    assert {one.pk: one.changed for one in Muscle.objects.all()} == before


def test_a_field_nobody_edited_follows_the_file(shipped):
    report = loading.load(changed(shipped, "muscles", "psoas", where="Deep in the belly"))
    assert psoas().where == "Deep in the belly"
    assert report.updated == ["muscles psoas: where"]


def test_a_field_that_staff_edited_is_kept_and_the_rest_of_the_row_follows(shipped):
    edit(psoas(), where="Where staff say")
    report = loading.load(
        changed(shipped, "muscles", "psoas", where="Deep in the belly", nerve="Another")
    )
    assert (psoas().where, psoas().nerve) == ("Where staff say", "Another")
    assert report.updated == ["muscles psoas: nerve"]
    assert report.kept == ["muscles psoas: where"]


def test_an_edit_is_kept_however_often_is_loaded(shipped):
    edit(psoas(), where="Where staff say")
    loading.load(changed(shipped, "muscles", "psoas", where="Deep in the belly"))
    report = loading.load(shipped)
    assert psoas().where == "Where staff say"
    assert report.kept == ["muscles psoas: where"]
    assert not report.changes_something


def test_an_edit_that_says_what_the_file_says_later_follows_the_file_again(shipped):
    edit(psoas(), where="Deep in the belly")
    loading.load(changed(shipped, "muscles", "psoas", where="Deep in the belly"))
    loading.load(changed(shipped, "muscles", "psoas", where="Deeper"))
    assert psoas().where == "Deeper"


def test_references_that_staff_edited_are_kept(shipped):
    psoas().sources.set(["ken"])
    report = loading.load(changed(shipped, "muscles", "psoas", sources=("art", "m")))
    assert [source.pk for source in psoas().sources.all()] == ["ken"]
    assert report.kept == ["muscles psoas: sources"]


def test_references_in_another_order_are_no_change(shipped):
    turned = tuple(reversed(next(one for one in shipped.muscles if one.slug == "psoas").sources))
    assert not loading.load(changed(shipped, "muscles", "psoas", sources=turned)).changes_something


def test_a_record_that_vanished_is_withdrawn_and_not_deleted(shipped):
    report = loading.load(without(shipped, "questions", "waist"))
    assert Question.objects.get(pk="waist").withdrawn
    assert report.withdrawn == ["questions waist"]
    assert not loading.load(without(shipped, "questions", "waist")).changes_something


def test_a_vanished_record_that_is_shipped_again_comes_back(shipped):
    loading.load(without(shipped, "questions", "waist"))
    report = loading.load(shipped)
    assert not Question.objects.get(pk="waist").withdrawn
    assert report.updated == ["questions waist: withdrawn"]


def test_a_record_inside_another_that_vanished_is_withdrawn(shipped):
    hollow = next(one for one in shipped.questions if one.slug == "hollow")
    report = loading.load(changed(shipped, "questions", "hollow", choices=hollow.choices[:2]))
    assert Choice.objects.get(question="hollow", slug="flat").withdrawn
    assert report.withdrawn == ["questions hollow, choices flat"]


def test_what_staff_made_is_theirs(shipped):
    Muscle.objects.create(
        slug="soleus", name="Soleus", plain="calf", kind="muscle", region="lower-leg"
    )
    Involvement.objects.create(
        imbalance_id="forward-tipped-pelvis", muscle_id="soleus", role="weak"
    )
    report = loading.load(shipped)
    assert not report.changes_something
    assert not Muscle.objects.get(pk="soleus").withdrawn
    assert not Involvement.objects.get(muscle="soleus").withdrawn


def test_a_row_that_staff_made_keeps_its_values_when_its_slug_is_shipped_later(shipped):
    made = {"slug": "soleus", "plain": "calf", "kind": "muscle", "region": "lower-leg"}
    Muscle.objects.create(name="Soleus of staff", **made)
    soleus = records.Muscle(name="Soleus", **made)
    later = replace(shipped, muscles=(*shipped.muscles, soleus))
    report = loading.load(later)
    assert Muscle.objects.get(pk="soleus").name == "Soleus of staff"
    assert "muscles soleus: name" in report.kept
    assert not loading.load(later).changes_something


def test_what_staff_withdrew_stays_withdrawn(shipped):
    edit(Question.objects.get(pk="waist"), withdrawn=True)
    report = loading.load(shipped)
    assert Question.objects.get(pk="waist").withdrawn
    assert report.kept == ["questions waist: withdrawn"]


def test_what_staff_withdrew_stays_withdrawn_when_it_vanishes_and_comes_back(shipped):
    edit(Question.objects.get(pk="waist"), withdrawn=True)
    assert loading.load(without(shipped, "questions", "waist")).withdrawn == []
    loading.load(shipped)
    assert Question.objects.get(pk="waist").withdrawn


def test_what_staff_brought_back_after_it_vanished_stays(shipped):
    loading.load(without(shipped, "questions", "waist"))
    edit(Question.objects.get(pk="waist"), withdrawn=False)
    loading.load(without(shipped, "questions", "waist"))
    assert not Question.objects.get(pk="waist").withdrawn


def test_rows_follow_the_order_of_the_files(shipped):
    report = loading.load(replace(shipped, axes=tuple(reversed(shipped.axes))))
    assert [axis.slug for axis in working.catalogue("en").axes] == [
        axis.slug for axis in reversed(shipped.axes)
    ]
    assert (report.moved, report.updated) == (2, [])


def test_a_place_that_staff_chose_is_kept(shipped):
    edit(models.Axis.objects.get(pk="head"), order=25)
    report = loading.load(shipped)
    assert models.Axis.objects.get(pk="head").order == 25
    assert report.kept == ["axes head: order"]


def test_rows_that_staff_make_come_last(shipped):
    models.Axis.objects.create(slug="knees", name="Knees", neutral="Straight")
    assert working.catalogue("en").axes[-1].slug == "knees"


def test_a_field_that_is_new_in_this_version_follows_the_file(shipped):
    """Rows loaded by an older version know no shipped value of it."""
    row = psoas()
    del row.shipped["nerve"]
    row.save()
    report = loading.load(changed(shipped, "muscles", "psoas", nerve="Another"))
    assert psoas().nerve == "Another"
    assert report.updated == ["muscles psoas: nerve"]


def test_a_dry_run_says_what_would_change_and_changes_nothing(shipped):
    later = changed(without(shipped, "questions", "waist"), "muscles", "psoas", nerve="Another")
    report = loading.load(later, dry_run=True)
    assert report.updated == ["muscles psoas: nerve"]
    assert report.withdrawn == ["questions waist"]
    assert differences(shipped, working.catalogue("en")) == ()
    assert loading.load(later) == report


def test_a_value_that_the_database_refuses_changes_nothing(shipped):
    """The muscles are written before the imbalance with the impossible prior."""
    bad = changed(shipped, "imbalances", "high-hip", prior=2.0)
    with pytest.raises(IntegrityError, match="imbalance_prior_is_a_probability"):
        loading.load(changed(bad, "muscles", "psoas", nerve="Another"))
    assert differences(shipped, working.catalogue("en")) == ()


def test_an_empty_database_is_filled_in_one_go(shipped):
    for model in (models.Evidence, Involvement, Choice, models.Statement):
        model.objects.all().delete()
    report = loading.load(shipped)
    assert differences(shipped, working.catalogue("en")) == ()
    assert "imbalances high-hip, involvements psoas/high" in report.added
    assert "questions hollow, choices deep, evidence forward-tipped-pelvis" in report.added
