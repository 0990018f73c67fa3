"""The small mathematics under the figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.figures.geometry import (
    Box,
    Monotone,
    bounds,
    cross,
    edge_distance,
    inside,
    linear,
    pieces,
    polyline,
    smoothstep,
)

SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
COORDINATE = st.floats(-1, 1)
POINT = st.tuples(COORDINATE, COORDINATE)


def test_a_box_holds_its_points():
    box = bounds([(1.0, 5.0), (3.0, 2.0)])
    assert box == Box(1.0, 2.0, 3.0, 5.0)
    assert (box.width, box.height) == (2.0, 3.0)


def test_smoothstep_rests_outside_its_ends():
    assert [smoothstep(x, 1, 3) for x in (0, 1, 2, 3, 9)] == [0, 0, 0.5, 1, 1]


def test_a_table_is_read_between_its_rows_and_held_beyond_them():
    table = ((0.0, 1.0), (1.0, 3.0), (2.0, 3.0))
    assert [linear(table, x) for x in (-1, 0.5, 1.5, 9)] == [1, 2, 3, 3]


@given(st.lists(st.floats(-20, 20), min_size=3, max_size=8), st.floats(-1, 9))
def test_a_monotone_curve_never_leaves_the_range_of_its_neighbours(ys, x):
    curve = Monotone(tuple(float(i) for i in range(len(ys))), tuple(ys))
    i = min(max(int(x), 0), len(ys) - 2)
    low, high = sorted(ys[i : i + 2])
    assert low - 1e-9 <= curve(x) <= high + 1e-9


def test_a_monotone_curve_meets_its_knots():
    curve = Monotone((0.0, 1.0, 3.0), (0.0, 4.0, 5.0))
    assert [curve(x) for x in (-1.0, 0.0, 1.0, 3.0, 4.0)] == [0.0, 0.0, 4.0, 5.0, 5.0]


def test_a_smooth_curve_touches_the_sides_of_its_control_polygon_half_way():
    around = pieces(SQUARE, closed=True)
    assert [control for _, control, _ in around] == SQUARE
    assert [end for _, _, end in around] == [(1.0, 0.0), (2.0, 1.0), (1.0, 2.0), (0.0, 1.0)]
    assert polyline(SQUARE, closed=True, steps=2)[:3] == [(0.0, 1.0), (0.25, 0.25), (1.0, 0.0)]


def test_an_open_curve_goes_from_its_first_control_point_to_its_last():
    line = polyline(SQUARE, closed=False, steps=4)
    assert (line[0], line[4], line[-1]) == (SQUARE[0], (2.0, 1.0), SQUARE[-1])
    assert polyline([(0.0, 0.0), (2.0, 2.0)], closed=False, steps=2)[1] == (1.0, 1.0)


def test_a_doubled_control_point_is_a_corner():
    assert SQUARE[1] in polyline([*SQUARE[:2], *SQUARE[1:]], closed=True)


@given(st.lists(POINT, min_size=3, max_size=9), st.booleans())
def test_a_curve_never_leaves_the_box_of_its_control_points(controls, closed):
    box, around = bounds(polyline(controls, closed=closed)), bounds(controls)
    assert around.left - 1e-9 <= box.left <= box.right <= around.right + 1e-9
    assert around.top - 1e-9 <= box.top <= box.bottom <= around.bottom + 1e-9


def test_inside_and_the_distance_to_the_edge():
    assert inside(SQUARE, (1.0, 0.5))
    assert not inside(SQUARE, (3.0, 1.0))
    assert edge_distance(SQUARE, (1.0, 0.5)) == pytest.approx(0.5)
    assert edge_distance(SQUARE, (3.0, 1.0)) == pytest.approx(1.0)
    assert edge_distance([(1.0, 1.0), (1.0, 1.0)], (1.0, 3.0)) == pytest.approx(2.0)


def test_segments_cross_only_when_they_truly_do():
    assert cross((0, 0), (2, 2), (0, 2), (2, 0))
    assert not cross((0, 0), (1, 0), (0, 1), (1, 1))
    assert not cross((0, 0), (2, 0), (1, 0), (1, 2))
