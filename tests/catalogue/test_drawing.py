"""Figures with the catalogue's names, and the command that writes one to a file."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command
from django.utils.safestring import SafeString

from posture import figures
from posture.catalogue import drawing, editions, models
from posture.figures import Marking, Posture

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def draw(*words):
    out = io.StringIO()
    call_command("draw", *words, stdout=out)
    return out.getvalue()


def shapes(svg, attribute):
    return [one for one in ET.fromstring(svg.encode()).iter() if attribute in one.attrib]


# In a page


def test_a_plate_names_the_posture_its_looks_and_its_muscles_in_words(published):
    markings = (Marking("psoas", "tight", "right", 1), Marking("gluteal", "weak", "", 2))
    drawn = drawing.plate(published, (Posture("high-hip", "right"),), markings, id="p")
    assert isinstance(drawn.figure, SafeString)
    assert drawn.figure.count("<svg") == 2
    assert "High hip, seen from the front" in drawn.figure
    assert published.imbalances["high-hip"].looks_back in drawn.figure
    assert "Tight: psoas on the right. Weak: gluteal." in drawn.figure
    assert drawn.caption == (
        "Seen from the front and from the back. The numbers match the lists."
        " From the front, the left side of the body is at the right."
    )


def test_a_plate_of_several_postures_names_them_all(published):
    both = (Posture("forward-head-and-neck"), Posture("backward-tipped-pelvis"))
    drawn = drawing.plate(published, both, (), id="p")
    assert "Forward head and neck and Backward tipped pelvis, seen from the left" in drawn.figure


def test_a_plate_of_no_posture_is_the_neutral_body(published):
    drawn = drawing.plate(published, (), (Marking("psoas", "mixed", "left", 1),), id="p")
    assert "Neutral posture, seen from the left side" in drawn.figure
    assert "Pulled both ways: psoas on the left." in drawn.figure


def test_a_high_hip_without_a_side_is_drawn_with_the_left_side_high(published):
    unclear = drawing.plate(published, (Posture("high-hip"),), (), id="p")
    assert (
        unclear.figure
        == drawing.plate(published, (Posture("high-hip", "left"),), (), id="p").figure
    )


def test_a_muscle_without_a_shape_is_left_to_the_words(published):
    markings = (Marking("vastus-medialis", "tight", "", 1),)
    drawn = drawing.plate(published, (Posture("forward-tipped-pelvis"),), markings, id="p")
    assert 'data-role="tight"' not in drawn.figure
    assert "Tight: vastus medialis." in drawn.figure


def test_pictures_that_no_figure_has_are_empty():
    assert drawing.pattern_picture("slouch", id="p") == ""
    assert drawing.standing_picture("slouch", (), id="p") == ""
    assert drawing.muscle_picture("biceps", id="p") == ""
    assert drawing.muscle_sights("biceps") == ()
    assert drawing.choice_picture("unknown") == ""


def test_a_muscle_is_shown_from_every_side_where_it_can_be_seen():
    captions = [sight.caption for sight in drawing.muscle_sights("pectoralis")]
    assert captions == ["From the front", "From the left"]
    assert drawing.muscle_picture("pectoralis", id="p").count("<svg") == 2


def test_the_body_map_has_two_sides_with_labels():
    assert [view.caption for view in drawing.body_map()] == ["Back", "Front"]
    assert all(view.hits and "<svg" in view.picture for view in drawing.body_map())


def test_every_picture_that_a_choice_or_test_names_is_drawn(published):
    for question in published.catalogue.questions:
        for picture in (question.picture, *(choice.picture for choice in question.choices)):
            assert not picture or drawing.choice_picture(picture)


# In a file


@pytest.mark.parametrize("posture", ["neutral", *figures.IMBALANCES])
@pytest.mark.parametrize("view", figures.VIEWS)
def test_a_file_carries_the_body_and_every_muscle_with_its_names(posture, view):
    svg = draw(posture, "--view", view, "--muscles", "all")
    assert svg.startswith("<?xml")
    (body,) = shapes(svg, "data-part")
    assert (body.get("data-part"), body.get("data-view")) == ("body", view)
    muscles = shapes(svg, "data-muscle")
    assert {one.get("data-view") for one in muscles} == {view}
    assert {one.get("data-side") for one in muscles} <= {"left", "right"}
    expected = {muscle for muscle in figures.MUSCLES if view in figures.views_of_muscle(muscle)}
    assert {one.get("data-muscle") for one in muscles} == expected


def test_a_file_marks_the_involved_muscles_with_their_roles(published):
    for imbalance in published.catalogue.imbalances:
        found = set()
        for view in figures.VIEWS:
            svg = draw(imbalance.slug, "--view", view, "--muscles", "involved")
            marked = shapes(svg, "data-muscle")
            assert all(one.get("data-role") in ("tight", "weak") for one in marked)
            found |= {(one.get("data-muscle"), one.get("data-role")) for one in marked}
        assert found == {(one.muscle, one.role) for one in imbalance.involvements}


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_high_hip_is_drawn_on_the_side_that_is_asked_for(side):
    svg = draw("high-hip", "--view", "back", "--side", side, "--muscles", "involved")
    assert {one.get("data-side") for one in shapes(svg, "data-role")} == {side}
    left, right = (draw("high-hip", "--view", "back", "--side", s) for s in ("left", "right"))
    assert left != right


def test_a_neutral_file_involves_no_muscle():
    svg = draw("neutral", "--view", "side", "--muscles", "involved")
    assert shapes(svg, "data-muscle") == []
    title = ET.fromstring(svg.encode()).findtext(f"{SVG}title")
    assert title == "Neutral posture, seen from the left side"


def test_the_same_words_write_the_same_file():
    assert draw("high-hip", "--view", "front") == draw("high-hip", "--view", "front")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["slouch"], "There is no posture 'slouch'; choose one of neutral, forward-head-and-neck"),
        (["neutral", "--view", "top"], "There is no view 'top'; choose one of front, back, side."),
        (["high-hip", "--side", "up"], "There is no side 'up'; choose one of left, right."),
        (["neutral", "--muscles", "some"], "There is no choice of muscles 'some'; choose one of"),
    ],
)
def test_a_wrong_name_is_answered_with_one_sentence(words, said):
    with pytest.raises(CommandError) as refused:
        draw(*words)
    assert str(refused.value).startswith(said)
    assert re.fullmatch(r"[^\n]+\.", str(refused.value))


def test_without_an_edition_the_shipped_content_is_drawn(published):
    before = draw("high-hip", "--view", "front")
    models.Edition.objects.all().delete()
    editions.desk.forget()
    try:
        assert draw("high-hip", "--view", "front") == before
    finally:
        editions.desk.forget()
