"""What a figure's text promises: names and numbers, never looks."""

import re
from functools import lru_cache
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
    Words,
    body_map,
    decoration,
    film,
    picture,
    plate,
    shows,
    standalone,
)
from posture.figures.svg import element, number, path_data
from tests.figures.markup import SVG, commands, having, numbers, parsed

WORDS = {"id": "f", "title": "A title", "description": "A description."}
BENT = (Posture("forward-tipped-pelvis"),)
HIGH_LEFT = (Posture("high-hip", "left"),)
MANY = ("lumbar", "hip-flexors", "quadriceps", "abdominal", "gluteal", "hamstrings", "psoas")
EVERY_MUSCLE = tuple(Marking(name, "shown") for name in MUSCLES)
SAID = Words("forward", "backward", "left hip", "right hip", "ear ahead", "left", "right")
NAMES = {name: name.replace("-", " ") for name in MUSCLES}


@lru_cache(maxsize=1)
def every_figure():
    markings = tuple(Marking(m, "weak", "", i) for i, m in enumerate(MANY, 1))
    shown = [Marking(m, "shown") for m in MUSCLES]
    figures = [
        draw(view, HIGH_LEFT, markings, words=SAID, names=NAMES, **WORDS)
        for view in VIEWS
        for draw in (plate, film)
    ]
    figures += [decoration(view, BENT, shown, id="f") for view in VIEWS]
    figures += [picture(name, id="f") for name in PICTURES]
    return [*figures, *(body_map(view, id="f") for view in ("back", "front"))]


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
    controls = [(0.0, 1.0), (0.1, 1.0), (0.1, 0.9), (0.2, 0.9)]
    assert path_data(controls, closed=False) == "M0 0q200 0 200 100t200 100"
    assert path_data(controls, closed=True) == "M200 100q-200-100-100-100t100 100t100 100t-100-100z"


@pytest.mark.parametrize("view", VIEWS)
def test_shapes_have_the_same_commands_in_every_pose(view):
    def shape_commands(*postures):
        text = plate(view, postures, EVERY_MUSCLE, ghost=False, **WORDS)
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


def test_a_marked_muscle_says_its_name_view_side_role_and_number():
    text = plate("back", HIGH_LEFT, (Marking("gluteal", "weak", "left", 3),), **WORDS)
    (gluteal,) = having(text, "data-muscle")
    names = ("muscle", "view", "side", "role", "number")
    assert [gluteal.get(f"data-{name}") for name in names] == [
        "gluteal",
        "back",
        "left",
        "weak",
        "3",
    ]
    body = having(text, "data-part")
    assert [e.get("data-part") for e in body] == ["body"]


def test_the_muscles_that_are_not_marked_are_one_group_without_names():
    (idle,) = (e for e in parsed(plate("back", **WORDS)).iter() if e.get("class") == "mus-idle")
    paths = list(idle.iter(f"{SVG}path"))
    assert len(paths) > 10
    assert all(set(path.attrib) <= {"d", "class"} for path in paths)


def test_halves_that_mirror_each_other_are_drawn_once():
    def idle(view, *postures):
        (found,) = (
            e for e in parsed(plate(view, postures, **WORDS)).iter() if e.get("class") == "mus-idle"
        )
        used = [e.get("transform") for e in found.iter(f"{SVG}use")]
        return len(list(found.iter(f"{SVG}path"))), used

    for view in ("front", "back"):
        half, mirrored = idle(view, Posture("forward-head-and-neck"))
        assert mirrored == ["scale(-1 1)"]
        assert idle(view, *HIGH_LEFT) == (2 * half, [])
    assert idle("side")[1] == []


def test_a_muscle_that_is_only_shown_plays_no_role_and_has_no_pattern():
    text = decoration("side", (), (Marking("psoas", "shown"),), id="f")
    (psoas,) = having(text, "data-muscle")
    assert psoas.get("class") == "mus mus-shown mus-deep"
    assert psoas.get("data-role") is psoas.get("fill") is None
    assert "<pattern" not in text


def test_every_muscle_can_be_shown_in_every_view():
    for muscle in MUSCLES:
        for view in VIEWS:
            shown = decoration(view, (), (Marking(muscle, "shown"),), id="f")
            assert f'data-muscle="{muscle}"' in shown


def test_what_is_drawn_besides_the_marked_muscles():
    marked = (Marking("adductor", "tight"),)
    assert "mus-idle" in plate("front", (), marked, **WORDS)
    assert "mus-idle" not in plate("front", (), marked, muscles="involved", **WORDS)


def test_a_muscle_behind_the_body_is_drawn_only_to_show_where_it_is():
    def drawn(role):
        return "data-muscle" in plate("front", (), (Marking("gluteal", role),), **WORDS)

    assert not drawn("weak")
    assert drawn("shown")


def test_marked_deep_muscles_lie_over_the_others_and_say_that_they_are_deep():
    markings = (Marking("psoas", "tight"), Marking("abdominal", "weak"))
    text = plate("front", (), markings, **WORDS)
    order = [(e.get("data-muscle"), e.get("class")) for e in having(text, "data-muscle")]
    assert order == [
        *[("abdominal", "mus mus-weak")] * 2,
        *[("psoas", "mus mus-tight mus-deep")] * 2,
    ]


def test_a_plate_has_a_name_and_a_description_for_those_who_cannot_see_it():
    text = plate("side", id="a", title='<b>"&', description="x < y & z")
    root = parsed(text)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "a-title a-desc"
    assert root.findtext(f"{SVG}title") == '<b>"&'
    assert root.findtext(f"{SVG}desc") == "x < y & z"
    assert root.find(f"{SVG}desc").get("lang") is None


def test_a_plate_says_the_language_of_its_name_and_description():
    root = parsed(plate("side", lang="de", **WORDS))
    assert [root.find(f"{SVG}{name}").get("lang") for name in ("title", "desc")] == ["de", "de"]


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


def test_a_file_of_its_own_carries_plain_styles_and_the_licence():
    text = standalone(plate("side", (), (Marking("gluteal", "tight"),), **WORDS))
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert "CC BY-SA 4.0" in text
    assert "Database Center for Life Science" in text
    assert "var(" not in text
    assert parsed(text.encode()).find(f"{SVG}style") is not None


def test_figures_stay_small():
    """Two of these and the page around them are to stay under 15 KB compressed."""
    markings = [Marking(m, "tight", "left", i) for i, m in enumerate(MANY, 1)]
    for view in VIEWS:
        text = plate(view, HIGH_LEFT, markings, **WORDS)
        assert len(compress(text.encode(), 9)) < 6500


def test_a_view_shows_a_muscle_only_where_it_can_be_seen():
    assert shows("back", Marking("gluteal", "weak"))
    assert shows("back", Marking("gluteal", "weak", "left"))
    assert not shows("front", Marking("gluteal", "weak"))
