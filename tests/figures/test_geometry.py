"""The small mathematics under the figures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.figures.geometry import (
    Box,
    Monotone,
    bounds,
    cross,
    edge_distance,
    handle,
    inside,
    linear,
    polyline,
    segments,
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


def test_a_smooth_curve_passes_through_its_points():
    assert [end for _, _, end in segments(SQUARE, closed=True)] == [*SQUARE[1:], SQUARE[0]]
    assert [end for _, _, end in segments(SQUARE, closed=False)] == SQUARE[1:]
    for met, point in zip(polyline(SQUARE, closed=True, steps=4)[::4], SQUARE, strict=True):
        assert met == pytest.approx(point)
    assert polyline(SQUARE, closed=False, steps=4)[-1] == pytest.approx(SQUARE[-1])


@given(POINT, POINT, POINT)
def test_a_handle_is_never_longer_than_the_shorter_gap(a, b, c):
    assert math.hypot(*handle(a, b, c)) <= 0.45 * min(math.dist(a, b), math.dist(b, c)) + 1e-9


def test_a_curve_that_turns_back_on_itself_has_no_handle():
    assert handle((0.0, 0.0), (1.0, 0.0), (0.0, 0.0)) == (0.0, 0.0)
    assert handle((1.0, 0.0), (1.0, 0.0), (2.0, 0.0)) == (0.0, 0.0)


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
