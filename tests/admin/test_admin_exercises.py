"""Exercises and doses in the admin: the picture beside the form, lists to tick, coverage."""

import json

import pytest

from posture.catalogue.models import Exercise
from tests.admin.forms import filled


def test_the_picture_stands_beside_an_exercise_with_its_targets_marked(owner):
    text = owner.text("exercise/butterfly/change/")
    assert 'data-muscle="adductor"' in text
    assert 'data-role="tight"' in text


def test_the_picture_follows_the_form_before_anything_is_saved(owner):
    data = filled(owner.see("exercise/butterfly/change/"))
    changed = data | {"kind": "strengthen", "targets": ["quadriceps"]}
    drawn = owner.send("exercise/butterfly/preview/", changed).content.decode()
    assert 'data-muscle="quadriceps"' in drawn
    assert 'data-role="weak"' in drawn
    assert Exercise.objects.get(pk="butterfly").kind == "stretch"
    wrong = owner.send("exercise/butterfly/preview/", data | {"poses": '{"start": {}}'})
    assert b"poses need a table 'end'" in wrong.content
    assert wrong.headers["HX-Retarget"] == "#preview-note"


@pytest.mark.parametrize(
    ("poses", "said"),
    [
        ({"start": {"arm": [900, 0]}, "end": {}}, "start.arm is an angle from -90 to 200 degrees"),
        ([{"start": {}, "end": {}}], "poses are a table, not"),
    ],
)
def test_poses_that_cannot_be_drawn_are_refused_and_nothing_typed_is_lost(owner, poses, said):
    address = "exercise/butterfly/change/"
    typed = {"name": "Frog", "poses": json.dumps(poses)}
    answer = owner.save(address, **typed)
    assert said in answer.content.decode()
    given = filled(answer)
    assert (given["name"], json.loads(given["poses"][0])) == (["Frog"], poses)
    assert Exercise.objects.get(pk="butterfly").name != "Frog"


def test_an_exercise_may_be_saved_without_poses(owner):
    owner.save("exercise/butterfly/change/", poses="")
    assert Exercise.objects.get(pk="butterfly").poses == {}


def _write(poses):
    """As they may have been saved before a key was known no more."""
    row = Exercise.objects.get(pk="butterfly")
    row.poses = poses
    row.save()


def test_poses_that_cannot_be_drawn_are_said_beside_the_form(owner):
    _write({"start": {"knees": 90}, "end": {}})
    text = owner.text("exercise/butterfly/change/")
    assert 'class="ex-end"' not in text
    assert "start has no key" in text.partition('id="preview-note"')[2]
    assert "Its poses cannot be drawn: start has no key" in text


def test_poses_that_cannot_be_drawn_keep_everything_from_being_published(owner):
    _write({"start": {}})
    assert "poses need a table" in owner.publish().content.decode()


def test_places_and_equipment_are_ticked(owner):
    address = "exercise/butterfly/change/"
    assert 'type="checkbox" name="needs" value="cushion"' in owner.text(address)
    owner.save(address, needs=["wall", "towel"], elsewhere=["bed"])
    row = Exercise.objects.get(pk="butterfly")
    assert (row.needs, row.elsewhere) == (["wall", "towel"], ["bed"])
    owner.save(address, needs=["moon"])
    row.refresh_from_db()
    assert row.needs == ["wall", "towel"]


def test_a_muscle_left_without_a_second_stretch_is_said_beside_its_form(owner):
    owner.save("exercise/standing-split-psoas/change/", withdrawn="on")
    text = owner.text("muscle/psoas/change/")
    assert "It is called tight and has 1 of 2 stretches; add one." in text


def test_an_exercise_form_costs_the_same_for_few_targets_and_for_many(
    owner, django_assert_max_num_queries
):
    for slug in ("wall-sit", "band-bilateral-er"):
        owner.see(f"exercise/{slug}/change/")
        with django_assert_max_num_queries(45):
            assert owner.see(f"exercise/{slug}/change/").status_code == 200
