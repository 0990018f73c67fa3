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


# Coverage


def test_an_exercise_says_which_muscles_lead_to_it_and_which_rest_on_it_alone(owner):
    text = owner.text("exercise/chair-figure-four/change/").partition('id="uses-title"')[2]
    assert (
        "1 muscle of the patterns leads to it. 1 rests on it alone in a common situation." in text
    )
    assert "(tight: Backward tipped pelvis)" in text
    assert "The only one left: <strong>Not on the floor, Pregnant</strong>" in text
    assert "None rests on it alone." in owner.text("exercise/glute-bridge/change/")


def test_an_exercise_that_no_pattern_leads_to_says_so(owner):
    assert "No muscle of the patterns leads to it" in owner.text("exercise/chin-tuck/change/")


def test_saving_says_for_which_muscle_and_whom_nothing_is_left_since(owner):
    text = owner.save("exercise/chair-figure-four/change/", withdrawn="on").content.decode()
    said = "there is now no stretch left for: Not on the floor, Pregnant."
    assert said in text
    assert "/admin/catalogue/muscle/gluteal/change/" in text
    again = owner.save("exercise/chair-figure-four/change/", feel="Buttock").content.decode()
    assert "there is now" not in again


def test_saving_and_publishing_says_it_too(owner):
    address = "exercise/chair-figure-four/change/"
    text = owner.save(address, button="_publish", withdrawn="on").content.decode()
    assert "there is now no stretch left for" in text
    assert "Visitors see it now" in text


def test_a_condition_that_leaves_out_more_is_told_what_it_leaves(owner):
    address = "condition/balance/change/"
    filters = filled(owner.see(address))["filters"]
    text = owner.save(address, filters=[*filters, "knee-deep-bend"]).content.decode()
    assert "no stretch left for: Poor balance." in text


def test_before_publishing_the_review_names_what_the_changes_leave_without_an_exercise(owner):
    assert "leave without an exercise" not in owner.text("edition/review/")
    owner.save("exercise/chair-figure-four/change/", withdrawn="on")
    text = owner.text("edition/review/")
    assert "Muscles that these changes leave without an exercise" in text
    assert "Gluteal</a>: no stretch left for: Not on the floor, Pregnant" in text
    assert 'href="/exercises/coverage/"' in text


def test_while_the_checks_find_an_error_nothing_is_said_of_what_is_left(owner):
    _write({"start": {}})
    text = owner.save("exercise/chair-figure-four/change/", withdrawn="on").content.decode()
    assert "there is now" not in text
    assert 'id="uses-title"' not in owner.text("exercise/glute-bridge/change/")
