"""The command that draws an exercise, and sheets of all figures of a kind."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command

from posture import figures
from posture.catalogue import editions, models, sheets
from posture.figures import styles

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
LICENCE = "".join(styles.LICENCE)


def draw(*words):
    out = io.StringIO()
    call_command("draw", *words, stdout=out)
    return out.getvalue()


def credit(file):
    """What stands below a figure of its own, line after line."""
    return "".join(file.findall(f"{SVG}g[@class='file-foot']/{SVG}text")[-1].itertext())


def names(svg):
    """The words below each figure, lines joined, in reading order."""
    rows = {}
    for one in ET.fromstring(svg.encode()).findall(f"{SVG}text"):
        row = (int(one.get("y")) - sheets.MARGIN) // sheets.ROW
        rows.setdefault((row, int(one.get("x"))), []).append(one.text)
    return [" ".join(rows[place]) for place in sorted(rows)]


def test_an_exercise_is_a_file_of_its_own_with_style_and_licence():
    svg = draw("glute-bridge")
    assert svg.startswith("<?xml")
    assert "CC BY-SA 4.0" in svg
    assert "<style>" in svg
    assert "var(" not in svg
    found = {one.get("data-muscle") for one in ET.fromstring(svg.encode()).iter()}
    assert found - {None} == {"gluteal"}


def test_the_sheet_of_exercises_shows_every_one_with_its_name(published):
    svg = draw("exercises", "--sheet")
    assert len(re.findall("<svg ", svg)) == 1 + len(published.catalogue.exercises)
    assert names(svg) == [one.name for one in published.catalogue.exercises]
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert not re.search(r'(?:href|src)="(?!#)', svg)


def test_a_sheet_is_as_large_as_its_units_say_and_its_lines_shrink_with_it():
    svg = draw("exercises", "--sheet")
    sheet = ET.fromstring(svg.encode())
    assert sheet.get("viewBox") == f"0 0 {sheet.get('width')} {sheet.get('height')}"
    assert "*{vector-effect:none!important}" in svg
    assert credit(sheet) == LICENCE


@pytest.mark.no_cover
def test_the_sheet_of_postures_has_neutral_all_imbalances_and_what_goes_together(published):
    found = names(draw("postures", "--sheet"))
    assert "Neutral, side" in found
    for imbalance in published.catalogue.imbalances:
        assert any(name.startswith(imbalance.name) for name in found)
    assert {"High hip, left high, back", "High hip, right high, back"} <= set(found)
    assert any(name.count(" + ") == 2 for name in found)
    assert not any("Forward tipped" in name and "Backward tipped" in name for name in found)


@pytest.mark.no_cover
def test_the_sheet_of_muscles_has_each_from_every_side(published):
    drawn = [one.slug for one in published.catalogue.muscles if one.slug in figures.MUSCLES]
    assert len(names(draw("muscles", "--sheet"))) == len(drawn) * len(figures.VIEWS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["squat"], "There is no figure 'squat'; choose neutral, or the slug of an imbalance"),
        (["hands", "--sheet"], "There is no sheet 'hands'; choose one of postures, muscles"),
        (["exercises"], "There is no figure 'exercises'"),
        (["exercises", "postures", "--sheet"], "There is no sheet 'exercises postures'; choose"),
        (["exercises", "--sheet", "--view", "top"], "--view changes nothing about exercises;"),
        (["exercises", "--sheet", "--side", "left"], "--side changes nothing about exercises;"),
        (["glute-bridge", "--muscles", "involved"], "--muscles changes nothing about glute-bridge"),
        (["psoas-major", "--muscles", "involved"], "--muscles changes nothing about psoas-major"),
        (["psoas-major", "--view", "top"], "There is no --view 'top'; choose one of front, back"),
    ],
)
def test_a_wrong_name_is_answered_with_one_sentence(words, said):
    with pytest.raises(CommandError) as refused:
        draw(*words)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(("words", "view"), [((), "front"), (("--view", "back"), "back")])
def test_a_muscle_is_drawn_as_its_portrait_from_where_one_sees_it_best(words, view):
    portrait = ET.fromstring(draw("psoas-major", *words).encode())
    assert (portrait.get("class"), portrait.get("data-view")) == ("fig fig-portrait", view)
    assert {one.get("data-muscle") for one in portrait.iter()} - {None} == {"psoas-major"}
    assert credit(portrait) == LICENCE


def test_a_muscle_without_a_shape_is_not_drawn(monkeypatch):
    monkeypatch.setattr(figures, "MUSCLES", ())
    with pytest.raises(CommandError, match="'psoas-major' has no shape to draw"):
        draw("psoas-major")


def test_an_exercise_without_poses_is_not_drawn():
    models.Exercise.objects.filter(slug="glute-bridge").update(poses={})
    editions.publish()
    with pytest.raises(CommandError, match="'glute-bridge' has no poses to draw"):
        draw("glute-bridge")
    assert "Glute bridge" in names(draw("exercises", "--sheet"))
