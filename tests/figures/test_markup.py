"""What a figure's text promises: names and numbers, never looks."""

import re
from zlib import compress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures import (
    CROPS,
    IMBALANCES,
    MUSCLES,
    PICTURES,
    VIEWS,
    FigureError,
    Marking,
    Posture,
    body_map,
    decoration,
    picture,
    plate,
    standalone,
    views_of,
    views_of_muscle,
)
from posture.figures.svg import element, number, path_data
from tests.figures.markup import SVG, commands, having, numbers, parsed

WORDS = {"id": "f", "title": "A title", "description": "A description."}
HIGH_LEFT = (Posture("high-hip", "left"),)


def every_figure():
    for view in VIEWS:
        markings = tuple(Marking(m, "weak", "", i) for i, m in enumerate(MUSCLES, 1))
        yield plate(view, HIGH_LEFT, markings, muscles="all", **WORDS)
        yield decoration(view, (Posture("forward-tipped-pelvis"),), id="f")
    yield from (picture(name, id="f") for name in PICTURES)
    yield from (body_map(view, id="f") for view in ("back", "front"))


def test_figures_carry_no_looks_and_no_scripts():
    for text in every_figure():
        assert not re.search(r'style=|<style|#[0-9a-fA-F]{6}|rgb\(|stroke="|<script| on\w+="', text)
        assert not re.search(r'fill="(?!url\(#f-)', text)


def test_ids_come_from_the_caller_and_are_unique():
    for text in every_figure():
        ids = [e.get("id") for e in having(text, "id")]
        assert len(ids) == len(set(ids))
        assert all(name.startswith("f-") for name in ids)
        used = set(re.findall(r"url\(#([^)]*)\)|href=\"#([^\"]*)\"", text))
        assert {a or b for a, b in used} <= set(ids)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(VIEWS),
    st.lists(
        st.builds(
            Posture,
            st.sampled_from(IMBALANCES),
            st.sampled_from(["left", "right", ""]),
            st.floats(-1, 1.5),
        ),
        max_size=3,
    ),
    st.lists(
        st.builds(
            Marking,
            st.sampled_from(MUSCLES),
            st.sampled_from(["tight", "weak", "mixed"]),
            st.sampled_from(["left", "right", ""]),
            st.integers(0, 18),
        ),
        max_size=6,
    ),
)
def test_numbers_are_plain_and_the_same_input_gives_the_same_text(view, postures, markings):
    one = plate(view, postures, markings, **WORDS)
    assert one == plate(view, tuple(postures), tuple(markings), **WORDS)
    found = numbers(one)
    assert found
    for text in found:
        assert re.fullmatch(r"-?\d+(\.\d{1,2})?", text), text
        assert text != "-0"


def test_a_number_has_at_most_two_decimals_and_no_minus_nought():
    assert [number(x) for x in (1, -2.5, 0.125, -0.001, 1e-9, 12345.678)] == [
        "1",
        "-2.5",
        "0.12",
        "0",
        "0",
        "12345.68",
    ]


def test_a_path_is_relative_in_whole_units():
    data = path_data([(0.0, 1.0), (0.1, 1.0), (0.1, 0.9)], closed=False)
    assert data.startswith("M0 0c")
    assert commands(data) == "Mcs"
    assert commands(path_data([(0.0, 1.0), (0.1, 1.0), (0.1, 0.9)], closed=True)) == "Mcssz"


@pytest.mark.parametrize("view", VIEWS)
def test_shapes_have_the_same_commands_in_every_pose(view):
    def shape_commands(*postures):
        text = plate(view, postures, muscles="all", ghost=False, **WORDS)
        keys = ("data-part", "data-muscle", "data-side")
        return [
            (*(e.get(k) for k in keys), commands(e.get("d")))
            for e in parsed(text).iter(f"{SVG}path")
            if "data-part" in e.attrib or "data-muscle" in e.attrib
        ]

    neutral = shape_commands()
    for imbalance in IMBALANCES:
        assert shape_commands(Posture(imbalance, "left")) == neutral
    assert shape_commands(*(Posture(i, "right", 0.5) for i in IMBALANCES[1:])) == neutral


def test_a_muscle_says_its_name_view_side_and_role():
    text = plate("back", HIGH_LEFT, (Marking("gluteal", "weak", "left"),), **WORDS)
    gluteals = [e for e in having(text, "data-muscle") if e.get("data-muscle") == "gluteal"]
    assert {(e.get("data-view"), e.get("data-side"), e.get("data-role")) for e in gluteals} == {
        ("back", "left", "weak"),
        ("back", "right", None),
    }
    body = having(text, "data-part")
    assert [e.get("data-part") for e in body] == ["body"]


def test_a_muscle_that_is_only_shown_plays_no_role_and_has_no_pattern():
    text = decoration("side", (), (Marking("psoas", "shown"),), id="f")
    (psoas,) = having(text, "data-muscle")
    assert psoas.get("class") == "mus mus-shown mus-deep"
    assert psoas.get("data-role") is psoas.get("fill") is None
    assert "<pattern" not in text


def test_the_views_of_a_muscle_are_those_in_which_it_is_drawn():
    assert views_of_muscle("pectoralis") == ("front", "side")
    assert views_of_muscle("lower-trapezius") == ("back", "side")
    for muscle in MUSCLES:
        for view in VIEWS:
            drawn = decoration(view, (), (Marking(muscle, "shown"),), id="f")
            assert ("data-muscle" in drawn) == (view in views_of_muscle(muscle))
    with pytest.raises(FigureError, match="no muscle 'biceps'"):
        views_of_muscle("biceps")


def test_what_is_drawn_besides_the_marked_muscles():
    def drawn(shown):
        text = plate("front", (), (Marking("adductor", "tight"),), muscles=shown, **WORDS)
        return {e.get("data-muscle") for e in having(text, "data-muscle")}

    assert drawn("involved") == {"adductor"}
    assert drawn("surface") == drawn("all") - {"psoas", "quadratus-lumborum", "hip-flexors"}
    assert "fig-context" in plate("front", muscles="all", **WORDS)


def test_marked_deep_muscles_lie_over_the_others():
    markings = (Marking("psoas", "tight"), Marking("abdominal", "weak"))
    text = plate("front", (), markings, muscles="all", **WORDS)
    order = [(e.get("data-muscle"), e.get("data-role")) for e in having(text, "data-muscle")]
    assert order.index(("abdominal", "weak")) < order.index(("psoas", "tight"))
    assert order.index(("hip-flexors", None)) < order.index(("quadriceps", None))


def test_a_plate_has_a_name_and_a_description_for_those_who_cannot_see_it():
    text = plate("side", id="a", title='<b>"&', description="x < y & z")
    root = parsed(text)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "a-title a-desc"
    assert root.findtext(f"{SVG}title") == '<b>"&'
    assert root.findtext(f"{SVG}desc") == "x < y & z"


def test_an_id_cannot_break_out_of_its_attribute():
    assert 'id="&quot;&gt;"' in element("g", id='">')


def test_decorations_and_pictures_are_hidden_from_screen_readers():
    quiet = [decoration("side", id="f"), picture("ear-over", id="f"), body_map("back", id="f")]
    for text in quiet:
        root = parsed(text)
        assert (root.get("aria-hidden"), root.get("focusable")) == ("true", "false")
        assert not list(root.iter(f"{SVG}title"))


def test_a_crop_shows_its_part_of_the_canvas():
    boxes = {crop: parsed(decoration("side", id="f", crop=crop)).get("viewBox") for crop in CROPS}
    assert len(set(boxes.values())) == len(CROPS)
    assert boxes["head"] == "-380 -56 720 760"


def test_parts_can_be_left_out():
    bent = (Posture("backward-tipped-pelvis"),)
    full = plate("side", bent, (Marking("gluteal", "tight", "", 1),), **WORDS)
    for part, off in (
        ("fig-ghost", {"ghost": False}),
        ("fig-plumb", {"plumb": False}),
        ("badge-tight", {"badges": False}),
    ):
        assert part in full
        assert part not in plate(
            "side", bent, (Marking("gluteal", "tight", "", 1),), **WORDS, **off
        )


def test_the_ghost_shows_only_where_the_posture_leaves_it():
    assert "fig-ghost" not in plate("side", **WORDS)
    assert "fig-ghost" in plate("side", (Posture("forward-head-and-neck"),), **WORDS)


def test_a_pelvis_line_shows_in_the_views_that_show_the_tilt():
    def has_line(view, imbalance):
        return "fig-pelvis" in plate(view, (Posture(imbalance, "left"),), **WORDS)

    assert has_line("side", "forward-tipped-pelvis")
    assert not has_line("front", "forward-tipped-pelvis")
    assert has_line("front", "high-hip")
    assert not has_line("side", "high-hip")


def test_a_line_shows_how_far_the_ear_is_ahead_of_the_shoulder():
    def has_gap(view, imbalance):
        return "fig-gap" in plate(view, (Posture(imbalance, "left"),), **WORDS)

    assert has_gap("side", "forward-head-and-neck")
    assert not has_gap("back", "forward-head-and-neck")
    assert not has_gap("side", "backward-tipped-pelvis")


def test_unknown_names_are_refused_with_a_remedy():
    with pytest.raises(FigureError, match="no imbalance 'slouch'; they are forward-head"):
        plate("side", (Posture("slouch"),), **WORDS)
    with pytest.raises(FigureError, match="no imbalance 'sway'"):
        plate("side", (Posture("sway"),), **WORDS)
    with pytest.raises(FigureError, match="seen from front, back, side, not from 'top'"):
        plate("top", **WORDS)
    with pytest.raises(FigureError, match="no muscle 'biceps'"):
        plate("side", (), (Marking("biceps", "tight"),), **WORDS)
    with pytest.raises(FigureError, match="not 'sore'"):
        plate("side", (), (Marking("gluteal", "sore"),), **WORDS)
    with pytest.raises(FigureError, match="no picture 'ear'"):
        picture("ear", id="f")


def test_the_views_that_show_imbalances_best():
    assert views_of(["forward-head-and-neck"]) == ("side", "back")
    assert views_of(["forward-tipped-pelvis"]) == ("side",)
    assert views_of(["high-hip"]) == ("front", "back")
    assert views_of(["high-hip", "backward-tipped-pelvis"]) == ("side", "front", "back")
    assert views_of([]) == ()
    with pytest.raises(FigureError):
        views_of(["slouch"])


def test_a_file_of_its_own_carries_plain_styles_and_the_licence():
    text = standalone(plate("side", (), (Marking("gluteal", "tight"),), **WORDS))
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert "CC BY-SA 4.0" in text
    assert "Database Center for Life Science" in text
    assert "var(" not in text
    assert parsed(text.encode()).find(f"{SVG}style") is not None


def test_figures_stay_small():
    """Two of these and the page around them are to stay under 15 KB compressed."""
    markings = [Marking(m, "tight", "left", i) for i, m in enumerate(MUSCLES[13:], 1)]
    for view in VIEWS:
        text = plate(view, HIGH_LEFT, markings, **WORDS)
        assert len(compress(text.encode(), 9)) < 5000
