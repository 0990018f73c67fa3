"""Figures with the catalogue's names, and the command that writes one to a file."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command
from django.utils.safestring import SafeString
from django.utils.translation import override

from posture import figures
from posture.catalogue import drawing, editions, library, models
from posture.figures import Marking, Posture
from posture.figures.styles import LICENCE

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
    front, back = re.findall("<desc[^>]*>([^<]*)<", drawn.figure)
    assert front.endswith("Tight: 1 Psoas on the right."), "what this view shows, and no more"
    assert back.endswith("Weak: 2 Gluteal.")
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
    assert "Pulled both ways: 1 Psoas on the left." in drawn.figure
    assert drawn.description == "Pulled both ways: Psoas on the left."


def test_a_high_hip_without_a_side_is_drawn_with_the_left_side_high(published):
    unclear = drawing.plate(published, (Posture("high-hip"),), (), id="p")
    assert (
        unclear.figure
        == drawing.plate(published, (Posture("high-hip", "left"),), (), id="p").figure
    )


def test_a_muscle_without_a_shape_is_left_to_the_words(published, monkeypatch):
    monkeypatch.setattr(figures, "MUSCLES", ())
    markings = (Marking("vastus-medialis", "tight", "", 1),)
    drawn = drawing.plate(published, (Posture("forward-tipped-pelvis"),), markings, id="w")
    assert 'data-role="tight"' not in drawn.figure
    assert drawn.description.endswith("Tight: Vastus medialis.")


def test_a_plate_is_described_in_words_once_for_each_view(published):
    hip, head = (published.imbalances[slug] for slug in ("high-hip", "forward-head-and-neck"))
    both = (Posture("forward-head-and-neck"), Posture("high-hip", "left"))
    markings = (Marking("psoas", "tight", "left", 1), Marking("infraspinatus", "weak", "", 2))
    drawn = drawing.plate(published, both, markings, id="p")
    looks = (
        f"Seen from the left: {head.looks_side} {hip.looks_side}".strip(),
        f"Seen from the front: {head.looks_front} {hip.looks_front}",
        f"Seen from the back: {head.looks_back} {hip.looks_back}",
    )
    muscles = "Tight: Psoas on the left. Weak: Infraspinatus."
    assert drawn.description.split("\n\n") == [*looks, muscles]


def test_a_plate_says_whether_it_shows_muscles_through_others(published):
    def deep(muscle, posture):
        mark = Marking(muscle, "tight", "", 1)
        return drawing.plate(published, (Posture(posture),), (mark,), id="p").deep

    assert deep("psoas", "high-hip")
    assert deep("hip-flexors", "forward-tipped-pelvis")
    assert not deep("quadriceps", "forward-tipped-pelvis")


def test_a_plate_says_its_marks_its_sides_and_its_muscles_in_words(published):
    mark = (Marking("quadratus-lumborum", "tight", "right", 1),)
    high = drawing.plate(published, (Posture("high-hip", "right"),), mark, id="p").figure
    for word in ("your left", "your right", "right hip", "Quadratus", "lumborum"):
        assert f">{word}</" in high or f">{word}<tspan" in high
    both = (Posture("forward-head-and-neck"), Posture("backward-tipped-pelvis"))
    bent = drawing.plate(published, both, (), id="p").figure
    assert ">pelvis tips<" in bent
    assert ">ear ahead of<" in bent


def test_the_words_of_a_figure_say_their_language_where_the_page_has_another(published):
    here = drawing.plate(published, (Posture("high-hip", "left"),), (), id="p").figure
    assert "lang=" not in here
    with override("de"):
        there = drawing.plate(published, (Posture("high-hip", "left"),), (), id="p").figure
    assert there.count('lang="en"') == 4


def test_a_film_is_the_plate_that_moves_and_is_kept_as_it_is(published):
    posture, mark = (Posture("forward-tipped-pelvis"),), (Marking("gluteal", "weak", "", 1),)
    film, still = (drawing.plate(published, posture, mark, id="p", film=f) for f in (True, False))
    assert (film.film, still.film) == (True, False)
    assert "<animate" in film.figure
    assert "<animate" not in still.figure
    assert (film.caption, film.description) == (still.caption, still.description)
    assert drawing.plate(published, posture, mark, id="p", film=True) is film
    assert drawing.plate(published, posture, mark, id="p") is still


def test_pictures_that_no_figure_has_are_empty():
    assert drawing.close_up("slouch", "side", id="p") == ""
    assert drawing.standing("slouch", "side", id="p") == ""
    assert drawing.choice_picture("unknown") == ""


def test_a_body_without_an_imbalance_stands_neutral():
    neutral = figures.decoration("side", id="p")
    assert drawing.standing(None, "side", id="p") == neutral
    assert drawing.standing("forward-tipped-pelvis", "side", id="p") != neutral


def test_the_record_decides_from_where_an_imbalance_is_shown(published):
    hip = published.imbalances["high-hip"]
    assert drawing.best_view(hip) == "front"
    assert drawing.best_view(replace(hip, views=("back",))) == "back"
    turned = replace(hip, views=("back",))
    catalogue = replace(published.catalogue, imbalances=(turned,))
    edition = editions.PublishedEdition(99, "", catalogue)
    (card,) = library.imbalance_index(edition)["imbalances"]
    assert 'data-view="back"' in card.figure
    (stands,) = library.first_page(edition)["bodies"]
    assert 'data-view="back"' in stands


def test_what_is_only_tried_out_is_drawn_like_what_is_published(published):
    marks, hip = (Marking("psoas", "tight", "left", 1),), (Posture("high-hip"),)
    tried = drawing.drafted(published, hip, marks, id="p")
    assert tried == drawing.plate(published, hip, marks, id="p")


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
def test_a_file_carries_the_body_and_the_other_muscles_unless_they_are_left_out(posture, view):
    svg = draw(posture, "--view", view)
    assert svg.startswith("<?xml")
    (body,) = shapes(svg, "data-part")
    assert (body.get("data-part"), body.get("data-view")) == ("body", view)
    muscles = shapes(svg, "data-muscle")
    assert {one.get("data-view") for one in muscles} <= {view}
    assert {one.get("data-side") for one in muscles} <= {"left", "right"}
    assert 'class="mus-idle"' in svg
    assert 'class="mus-idle"' not in draw(posture, "--view", view, "--muscles", "involved")


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


def test_a_file_of_a_muscle_or_an_exercise_has_its_name_below_it():
    def said(*words):
        foot = ET.fromstring(draw(*words).encode()).find(f"{SVG}g[@class='file-foot']")
        return [one.text for one in foot.iter(f"{SVG}text")]

    psoas = ["Psoas major, seen from the front", "Begins here", "Ends here", LICENCE[0]]
    assert said("psoas-major", "--view", "front") == psoas
    assert said("glute-bridge") == ["Glute bridge, from start to end", LICENCE[0]]


def test_a_neutral_file_involves_no_muscle():
    svg = draw("neutral", "--view", "side", "--muscles", "involved")
    assert shapes(svg, "data-muscle") == []
    title = ET.fromstring(svg.encode()).findtext(f"{SVG}title")
    assert title == "Neutral posture, seen from the left side"


def test_a_file_has_names_a_key_and_the_licence_to_be_read():
    file = ET.fromstring(draw("high-hip", "--view", "back").encode())
    names = {
        "".join(one.itertext()) for one in file.iter(f"{SVG}text") if "name" in one.get("class", "")
    }
    assert "Gluteal" in names
    foot = file.find(f"{SVG}g[@class='file-foot']")
    said = ["".join(one.itertext()) for one in foot.iter(f"{SVG}text")]
    assert said == ["High hip, seen from the back", "Tight", "Weak", "".join(LICENCE)]
    assert file.findtext(f"{SVG}metadata") == " ".join(LICENCE)
    left, top, width, height = map(float, file.get("viewBox").split())
    for x, y in texts(file):
        assert left < x < left + width
        assert top < y < top + height


def texts(element, x=0.0, y=0.0):
    """Where the words in it stand, with what moves the groups round them."""
    moved = re.findall(r"-?[\d.]+", element.get("transform", ""))
    x, y = (a + float(b) for a, b in zip((x, y), moved or (0, 0), strict=True))
    if element.tag == f"{SVG}text":
        yield x + float(element.get("x", 0)), y + float(element.get("y", 0))
    for child in element:
        yield from texts(child, x, y)


def test_a_key_says_only_what_the_view_shows():
    foot = ET.fromstring(draw("high-hip").encode()).find(f"{SVG}g[@class='file-foot']")
    said = [one.text for one in foot.iter(f"{SVG}text")]
    assert said == ["High hip, seen from the front", "Tight", LICENCE[0]]
    assert draw("high-hip") == draw("high-hip", "--view", "front"), "its best view"
    assert "Tight</text>" not in draw("neutral")


def test_several_imbalances_are_drawn_as_one_body(published):
    both = ("forward-tipped-pelvis", "forward-head-and-neck")
    svg = draw(*both)
    file = ET.fromstring(svg.encode())
    title = "Forward tipped pelvis and Forward head and neck, seen from the left side"
    assert file.findtext(f"{SVG}title") == title
    numbers = [int(one.get("data-number")) for one in shapes(svg, "data-badge")]
    assert len(numbers) == len(set(numbers)) > 5
    assert {"tight", "weak"} <= {one.get("data-role") for one in shapes(svg, "data-role")}


def test_muscles_that_imbalances_disagree_about_are_pulled_both_ways(published):
    marks = drawing.together(published, ("backward-tipped-pelvis", "high-hip"), "left")
    assert any(mark.role == "mixed" for mark in marks)
    assert [mark.number for mark in marks] == list(range(1, len(marks) + 1))
    assert len({(mark.muscle, mark.role) for mark in marks}) == len(marks)


def test_the_same_words_write_the_same_file():
    assert draw("high-hip", "--view", "front") == draw("high-hip", "--view", "front")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["slouch"], "There is no figure 'slouch'; choose neutral, or the slug of an"),
        (
            ["neutral", "--view", "top"],
            "There is no --view 'top'; choose one of front, back, side.",
        ),
        (["high-hip", "--side", "up"], "There is no --side 'up'; choose one of left, right."),
        (["neutral", "--side", "left"], "--side changes nothing about neutral; leave it out."),
        (["forward-tipped-pelvis", "--side", "left"], "--side changes nothing about forward-"),
        (["high-hip", "neutral"], "There is no imbalance 'neutral' to draw with others."),
        (["high-hip", "high-hip"], "One body cannot have high-hip and high-hip together."),
        (["neutral", "--muscles", "some"], "There is no --muscles 'some'; choose one of"),
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
