"""The neutral body against the measured anatomy, in parts of stature."""

import math

import pytest

from posture.figures.body import MUSCLES, VIEWS, prepare, shapes
from posture.figures.geometry import bounds
from tests.figures.measured import (
    across,
    centroid,
    contained,
    length,
    long_axis,
    measured,
    overlap,
    ribbon,
    runs,
)

# The muscles that the article names.
ARTICLE = (
    "anterior-deltoid", "pectoralis", "latissimus-dorsi", "middle-trapezius", "lower-trapezius",
    "infraspinatus", "teres-minor", "lumbar", "hip-flexors", "quadriceps", "abdominal", "gluteal",
    "hamstrings", "upper-abdominal", "thoracic-erector-spinae", "quadratus-lumborum", "psoas",
    "adductor",
)  # fmt: skip
# Parts of measured muscles that were not measured by themselves.
UNMEASURED = {
    "iliocostalis-lumborum", "longissimus-thoracis-lumbar", "multifidus-lumborum",
    "multifidus-thoracis", "longissimus-thoracis", "iliocostalis-thoracis", "spinalis-thoracis",
    "semispinalis-thoracis", "psoas-minor",
}  # fmt: skip
SAME = {
    "deltoid-clavicular": "anterior-deltoid",
    "trapezius-transverse": "middle-trapezius",
    "trapezius-ascending": "lower-trapezius",
    "psoas-major": "psoas",
}
LEFT_MUSCLES = [
    (view, shape)
    for view in VIEWS
    for shape in shapes(view)
    if shape.kind == "muscle" and shape.side == "left"
]
MEASURED = [(view, shape) for view, shape in LEFT_MUSCLES if shape.name in measured()["muscles"]]
LONG = [(v, s) for v, s in MEASURED if measured()["muscles"][s.name][v]["elongation"] >= 2]


def named(value):
    return getattr(value, "name", value)


def body(view):
    return shapes(view)[0].polygon()


def test_a_process_that_is_prepared_has_every_view():
    prepare()
    assert shapes.cache_info().currsize == len(VIEWS)


def test_every_view_draws_every_muscle():
    for view in VIEWS:
        assert {s.name for v, s in LEFT_MUSCLES if v == view} == set(MUSCLES)
    assert set(ARTICLE) < set(MUSCLES)


def test_whatever_is_drawn_was_measured_or_is_a_part_of_what_was():
    assert set(MUSCLES) == set(measured()["muscles"]) | UNMEASURED | set(SAME)


def test_a_muscle_with_two_names_has_one_shape():
    for view in VIEWS:
        drawn = {s.name: s.points for v, s in LEFT_MUSCLES if v == view}
        assert all(drawn[one] == drawn[other] for one, other in SAME.items())


def test_the_muscles_of_the_article_are_marked_where_they_can_be_seen():
    seen = {
        view: {s.name for v, s in LEFT_MUSCLES if v == view and s.layer != "hidden"} & set(ARTICLE)
        for view in VIEWS
    }
    assert seen["side"] == set(ARTICLE)
    assert seen["front"] == {
        "anterior-deltoid", "pectoralis", "abdominal", "upper-abdominal", "hip-flexors", "psoas",
        "quadratus-lumborum", "quadriceps", "adductor",
    }  # fmt: skip
    assert seen["back"] == {
        "middle-trapezius", "lower-trapezius", "infraspinatus", "teres-minor", "latissimus-dorsi",
        "thoracic-erector-spinae", "lumbar", "quadratus-lumborum", "gluteal", "hamstrings",
    }  # fmt: skip


# Against the ribbon of measured stations (see measured.py), not against the mesh itself.


@pytest.mark.parametrize(("view", "shape"), MEASURED, ids=named)
def test_a_muscle_overlaps_the_measured_one(view, shape):
    muscle = measured()["muscles"][shape.name][view]
    drawn = shape.polygon()
    assert overlap(drawn, ribbon(muscle)) >= (0.7 if shape.name in ARTICLE else 0.6)
    assert math.dist(centroid(drawn), muscle["centroid"]) <= 0.01


@pytest.mark.parametrize(("view", "shape"), MEASURED, ids=named)
def test_a_muscle_fills_the_measured_box_and_widths(view, shape):
    muscle = measured()["muscles"][shape.name][view]
    drawn = shape.polygon()
    box = bounds(drawn)
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx(muscle["box"], abs=0.025)
    wider = [abs(w) for w in across(drawn, muscle)]
    assert max(wider) <= 0.02
    assert sum(wider) / len(wider) <= 0.008


@pytest.mark.parametrize(("view", "shape"), LONG, ids=named)
def test_a_long_muscle_runs_the_measured_way(view, shape):
    turned = long_axis(shape.polygon()) - measured()["muscles"][shape.name][view]["axis_deg"]
    assert abs((turned + 90) % 180 - 90) <= 10


@pytest.mark.parametrize("view", VIEWS)
def test_the_muscles_of_the_article_overlap_the_measured_ones_on_average(view):
    table = measured()["muscles"]
    found = [
        overlap(s.polygon(), ribbon(table[s.name][view]))
        for v, s in LEFT_MUSCLES
        if v == view and s.name in ARTICLE
    ]
    assert len(found) == len(ARTICLE)
    assert sum(found) / len(found) >= 0.88


@pytest.mark.parametrize(("view", "shape"), LEFT_MUSCLES, ids=named)
def test_a_muscle_lies_inside_the_body(view, shape):
    assert contained(shape.polygon(), body(view)) >= 0.97


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_outline_is_the_measured_one_from_the_front_and_back(view):
    for v, (inner, outer) in measured()["outline_front"]:
        drawn = [run for run in runs(body(view), v) if run[1] > 0]
        run = drawn[0]
        assert max(run[0], 0.0) == pytest.approx(inner, abs=0.01), v
        # Where the table parts an arm that the drawing still joins, only the inner edge counts.
        if len(drawn) > 1 or v < 0.42 or v > 0.83:
            assert run[1] == pytest.approx(outer, abs=0.01), v


def test_the_outline_is_the_measured_one_from_the_side():
    for v, ahead, behind in measured()["outline_side"]:
        (first, *_, last) = [edge for run in runs(body("side"), v) for edge in run]
        assert first == pytest.approx(ahead, abs=0.01), v
        assert last == pytest.approx(behind, abs=0.01), v


def test_the_body_overlaps_the_measured_outline():
    """At the 60 measured heights: the shared width over the width of either."""
    rows = measured()["outline_side"]
    side = [(runs(body("side"), v), [(ahead, behind)]) for v, ahead, behind in rows]
    front = [
        ([(max(a, 0.0), b) for a, b in runs(body("front"), v) if b > 0], table)
        for v, table in measured()["outline_front_arms"]
    ]
    for pairs in (side, front):
        shared = sum(
            max(0.0, min(b, d) - max(a, c)) for one, two in pairs for a, b in one for c, d in two
        )
        either = sum(length(one) + length(two) for one, two in pairs) - shared
        assert shared / either >= 0.95


@pytest.mark.parametrize("view", ["front", "back"])
def test_the_right_half_mirrors_the_left(view):
    halves = {
        side: {
            (s.kind, s.name): {(round(abs(u), 6), v) for u, v in s.points}
            for s in shapes(view)
            if s.side == side and s.kind != "arm"
        }
        for side in ("left", "right")
    }
    assert halves["left"] == halves["right"]
    points = {(round(u, 6), v) for u, v in shapes(view)[0].points}
    assert points == {(-u + 0.0, v) for u, v in points}


def test_the_left_muscle_stands_on_the_persons_left():
    for view, sign in (("front", 1), ("back", -1)):
        for _, shape in (pair for pair in LEFT_MUSCLES if pair[0] == view):
            assert sign * centroid(shape.polygon())[0] > 0, shape.name
