"""The share that is right after so many questions, as a table and as a figure."""

import xml.etree.ElementTree as ET
from itertools import pairwise

from posture.simulation.curve import as_csv, as_svg, averaged

CURVES = {
    "adaptive": [0.2, 0.6, 0.9],
    "fixed": [0.2, 0.4, 0.4, 0.4],
    "random": [0.2, 0.3, 0.38, 0.4],
}
SVG = "{http://www.w3.org/2000/svg}"


def drawn():
    return ET.fromstring(as_svg(CURVES, title="Right & wrong", across="questions asked"))


def test_who_is_asked_no_more_stays_as_they_were():
    assert averaged([[False, True], [False, False, True, True]]) == [0, 0.5, 1, 1]


def test_the_table_has_a_line_for_each_number_of_questions():
    lines = as_csv(CURVES).splitlines()
    assert lines[0] == "questions,adaptive,fixed,random"
    assert lines[4] == "3,0.9000,0.4000,0.4000"
    assert len(lines) == 5


def test_the_figure_has_a_named_line_for_each_order_and_a_title():
    root = drawn()
    lines = [one for one in root.iter(f"{SVG}path") if "curve-line" in one.get("class", "")]
    said = [one.text for one in root.iter(f"{SVG}text")]
    assert len({one.get("class") for one in lines}) == len(CURVES)
    assert {*CURVES, "Right & wrong", "questions asked", "90 %"} <= {*said}
    assert root.find(f"{SVG}title").text == "Right & wrong"


def test_a_better_share_is_drawn_higher_and_names_do_not_cover_each_other():
    root = drawn()
    heights = {
        one.text: float(one.get("y")) for one in root.iter(f"{SVG}text") if one.text in CURVES
    }
    assert heights["adaptive"] < heights["fixed"]
    assert all(below - above >= 18 for above, below in pairwise(sorted(heights.values())))


def test_the_figure_is_the_same_each_time_and_carries_its_own_style():
    assert as_svg(CURVES, title="A", across="b") == as_svg(CURVES, title="A", across="b")
    text = as_svg(CURVES, title="A", across="b")
    assert " style=" not in text
    assert "var(" not in text
    assert text.count("<style>") == 1
