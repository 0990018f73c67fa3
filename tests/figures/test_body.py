"""The neutral body against the measured anatomy, in parts of stature."""

import math

import pytest

from posture.figures.body import MUSCLES, VIEWS, shapes
from tests.figures.measured import (
    centroid,
    contained,
    length,
    measured,
    overlap,
    ribbon,
    runs,
)

LEFT_MUSCLES = [
    (view, shape)
    for view in VIEWS
    for shape in shapes(view)
    if shape.kind == "muscle" and shape.side == "left"
]


def body(view):
    return shapes(view)[0].polygon()


def test_every_muscle_of_the_article_is_drawn_where_it_can_be_seen():
    seen = {view: {s.name for v, s in LEFT_MUSCLES if v == view} for view in VIEWS}
    assert seen["side"] == set(MUSCLES)
    assert seen["front"] == {
        "anterior-deltoid", "pectoralis", "abdominal", "upper-abdominal", "hip-flexors", "psoas",
        "quadratus-lumborum", "quadriceps", "adductor",
    }  # fmt: skip
    assert seen["back"] == {
        "middle-trapezius", "lower-trapezius", "infraspinatus", "teres-minor", "latissimus-dorsi",
        "thoracic-erector-spinae", "lumbar", "quadratus-lumborum", "gluteal", "hamstrings",
        "adductor",
    }  # fmt: skip


@pytest.mark.parametrize(("view", "shape"), LEFT_MUSCLES, ids=lambda x: getattr(x, "name", x))
def test_a_muscle_overlaps_the_measured_one(view, shape):
    """Against the ribbon of measured stations (see measured.py), not against the mesh itself."""
    muscle = measured()["muscles"][shape.name][view]
    assert overlap(shape.polygon(), ribbon(muscle)) >= 0.80
    assert math.dist(centroid(shape.polygon()), muscle["centroid"]) <= 0.015


@pytest.mark.parametrize(("view", "least"), [("front", 0.92), ("back", 0.91), ("side", 0.93)])
def test_the_muscles_of_a_view_overlap_the_measured_ones_on_average(view, least):
    table = measured()["muscles"]
    found = [
        overlap(s.polygon(), ribbon(table[s.name][view])) for v, s in LEFT_MUSCLES if v == view
    ]
    assert sum(found) / len(found) >= least


@pytest.mark.parametrize(("view", "shape"), LEFT_MUSCLES, ids=lambda x: getattr(x, "name", x))
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
