"""Control points of authored curves."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.figures.body import VIEWS, drawn, shapes
from posture.figures.fitting import WITHIN, fitted, handle
from posture.figures.geometry import edge_distance, polyline

POINT = st.tuples(st.floats(-1, 1), st.floats(-1, 1))
ROUND = [(0.1 * math.cos(t / 5), 0.06 * math.sin(t / 5)) for t in range(0, 31, 3)]
ZIGZAG = [(0.0, 0.0), (0.1, 0.1), (0.1, 0.1), (0.2, 0.0), (0.2, 0.0), (0.3, 0.1)]


@given(POINT, POINT, POINT)
def test_a_handle_is_never_longer_than_the_shorter_gap(a, b, c):
    assert math.hypot(*handle(a, b, c)) <= 0.45 * min(math.dist(a, b), math.dist(b, c)) + 1e-9


def test_a_curve_that_turns_back_on_itself_has_no_handle():
    assert handle((0.0, 0.0), (1.0, 0.0), (0.0, 0.0)) == (0.0, 0.0)
    assert handle((1.0, 0.0), (1.0, 0.0), (2.0, 0.0)) == (0.0, 0.0)


@pytest.mark.parametrize("closed", [True, False])
def test_the_curve_passes_by_every_authored_point(closed):
    curve = polyline(fitted(ROUND, closed=closed).points, closed=closed, steps=12)
    assert all(edge_distance(curve, p) < 1.1 * WITHIN for p in ROUND)


@pytest.mark.parametrize("closed", [True, False])
def test_a_point_given_twice_is_a_corner(closed):
    found = fitted(ZIGZAG, closed=closed)
    for corner in (ZIGZAG[1], ZIGZAG[3]):
        assert found.points.count(corner) == 2
        assert corner in polyline(found.points, closed=closed)


def test_straight_lines_between_corners_need_no_more_points():
    assert fitted(ZIGZAG, closed=False).points == tuple(ZIGZAG)


def test_each_control_point_stands_for_an_authored_one_near_it():
    for points, closed in ((ROUND, True), (ROUND, False), (ZIGZAG, False)):
        found = fitted(points, closed=closed)
        near = [math.dist(p, points[i]) for p, i in zip(found.points, found.sources, strict=True)]
        assert max(near) < 0.04


def test_a_symmetric_curve_has_its_control_points_in_pairs():
    half = [(0.0, 0.2), (0.1, 0.15), (0.06, 0.0), (0.0, -0.2)]
    ring = [*half, *((-u, v) for u, v in reversed(half[1:-1]))]
    found = fitted(ring, closed=True, symmetric=True).points
    assert len(found) % 2 == 0
    for (u, v), other in zip(found, reversed(found), strict=True):
        assert other == pytest.approx((-u, v))


@pytest.mark.parametrize("view", VIEWS)
def test_the_shapes_of_the_body_are_as_authored(view):
    """A sharp tip that would take many control points may be blunter."""
    muscles = drawn(view)["muscles"]
    for shape in shapes(view):
        if shape.kind == "muscle" and shape.side == "left" and "edge" in muscles[shape.name]:
            curve = shape.polygon(4)
            off = [edge_distance(curve, p[:2]) for p in muscles[shape.name]["edge"]]
            assert max(off) < 2.5 * WITHIN, shape.name


def test_the_same_points_give_the_same_curve():
    assert fitted(ROUND, closed=True) == fitted(list(ROUND), closed=True)
