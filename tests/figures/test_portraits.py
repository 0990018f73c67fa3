"""Portraits: a muscle close up from each side, with its ends; where it is; small for lists."""

import math
import re
from itertools import accumulate, pairwise

import pytest

from posture.figures import (
    MUSCLES,
    VIEWS,
    FigureError,
    layer,
    locator,
    portrait,
    silhouettes,
    thumbnail,
    views_by_sight,
)
from posture.figures.body import shapes
from posture.figures.geometry import edge_distance
from posture.figures.portraits import LEAST, frame
from posture.figures.svg import canvas
from tests.figures.markup import having, parsed


def drawn(view, muscle):
    return portrait(view, muscle, id="p", title="Name", description="Words")


def of_class(svg, name):
    return [one for one in having(svg, "class") if name in one.get("class").split()]


def own(view, muscle):
    return [one for one in shapes(view) if one.kind == "muscle" and one.name == muscle]


@pytest.mark.parametrize("view", VIEWS)
def test_every_muscle_has_a_portrait_that_says_what_it_is(view):
    for muscle in MUSCLES:
        svg = drawn(view, muscle)
        root = parsed(svg)
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == "p-title p-desc"
        assert {one.get("data-muscle") for one in having(svg, "data-muscle")} == {muscle}
        assert len(having(svg, "data-muscle")) == (1 if view == "side" else 2)


def test_a_portrait_is_the_same_square_at_the_same_height_from_all_sides():
    for muscle in MUSCLES:
        squares = [frame(view, muscle) for view in VIEWS]
        assert len({(one.top, one.bottom, one.width) for one in squares}) == 1
        assert all(one.width == one.height >= LEAST for one in squares)
        assert squares[0].left == -squares[0].right, "front and back are looked at straight"


@pytest.mark.parametrize("view", VIEWS)
def test_a_portrait_shows_the_whole_muscle_and_something_round_it(view):
    for muscle in MUSCLES:
        square = frame(view, muscle)
        for x, y in (canvas(p) for shape in own(view, muscle) for p in shape.points):
            assert square.left + 40 <= x <= square.right - 40, muscle
            assert square.top <= y <= square.bottom, muscle


def test_what_one_cannot_see_is_drawn_through_what_covers_it():
    assert of_class(drawn("front", "psoas"), "mus-deep")
    assert of_class(drawn("back", "pectoralis-major"), "mus-hidden")
    for view in VIEWS:
        for muscle in MUSCLES:
            through = {"surface": "", "deep": "mus-deep", "hidden": "mus-hidden"}
            marks = {one.get("class") for one in having(drawn(view, muscle), "data-muscle")}
            assert marks == {f"mus-shown {through[layer(view, muscle)]}".strip()}


def test_the_best_view_comes_first():
    assert views_by_sight("latissimus-dorsi")[0] == "back"
    assert views_by_sight("pectoralis-major")[-1] == "back"
    assert views_by_sight("gastrocnemius")[0] == "back", "it is at the surface, and both are seen"
    for muscle in MUSCLES:
        order = [
            ("surface", "deep", "hidden").index(layer(v, muscle)) for v in views_by_sight(muscle)
        ]
        assert order == sorted(order)
        assert order[0] < 2, f"{muscle} can be seen from nowhere"


@pytest.mark.parametrize("view", VIEWS)
def test_origin_and_insertion_are_marked_once_and_differ_in_form(view):
    for muscle in MUSCLES:
        svg = drawn(view, muscle)
        assert len(of_class(svg, "end-origin")) == 1
        assert len(of_class(svg, "end-insertion")) == len(of_class(svg, "end-hollow")) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_every_muscle_has_two_ends(view):
    for muscle in MUSCLES:
        for shape in own(view, muscle):
            assert shape.origin, muscle
            assert shape.insertion, muscle


def path_points(path):
    """The joints of a path that `svg.curve` wrote."""
    numbers = [int(n) for n in re.findall(r"-?\d+", path.get("d"))]
    xs, ys = ([numbers[i], *numbers[4 + i :: 2]] for i in (0, 1))
    return list(zip(accumulate(xs), accumulate(ys), strict=True))


def test_an_attachment_follows_the_edge_of_the_muscle_the_short_way():
    edge = [canvas(p) for p in own("back", "latissimus-dorsi")[0].polygon()]
    along = path_points(of_class(drawn("back", "latissimus-dorsi"), "end-origin")[0])
    assert len(along) > 3
    assert max(edge_distance(edge, p) for p in along) <= 2
    length = sum(math.dist(a, b) for a, b in pairwise(along))
    round_it = sum(math.dist(a, b) for a, b in pairwise([*edge, edge[0]]))
    assert length <= round_it / 2 + 1


@pytest.mark.parametrize("view", VIEWS)
def test_a_muscle_that_ends_away_from_its_flesh_reaches_there_by_a_sheet(view):
    svg = drawn(view, "transversus-abdominis")
    (seam,) = of_class(svg, "end-insertion")
    edge = [canvas(p) for p in own(view, "transversus-abdominis")[0].polygon()]
    far = max(edge_distance(edge, p) for p in path_points(seam))
    assert far > 40, "the middle line of the belly is beside the muscle"
    assert view == "side" or all(abs(x) < 20 for x, _ in path_points(seam))
    assert len(of_class(svg, "mus-sheet")) == len(own(view, "transversus-abdominis"))
    assert not of_class(drawn(view, "psoas"), "mus-sheet")


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_marked_lies_at_the_attachments_of_the_data(view):
    for muscle in MUSCLES:
        left = next(shape for shape in own(view, muscle) if shape.side == "left")
        edge = left.polygon()
        for ends in (left.origin, left.insertion):
            assert len(ends) > 2 or max(min(math.dist(p, q) for q in edge) for p in ends) <= 0.03, (
                muscle
            )


def test_the_locator_shows_the_square_of_the_portrait_and_is_silent():
    svg = locator("back", "teres-minor", id="p")
    assert {one.get("href") for one in having(svg, "href")} == {"#p-body", "#p-muscle"}
    ids = {one.get("id") for one in having(drawn("back", "teres-minor"), "id")}
    assert {"p-body", "p-muscle"} <= ids
    (square,) = of_class(svg, "fig-square")
    assert float(square.get("width")) == frame("back", "teres-minor").width
    assert parsed(svg).get("aria-hidden") == "true"


def test_a_thumbnail_stands_on_the_silhouette_of_its_best_view():
    bodies = {one.get("id") for one in having(silhouettes(id="b"), "id")}
    assert bodies == {"b-front", "b-back", "b-side"}
    for muscle in MUSCLES:
        svg = thumbnail(muscle, bodies="b")
        assert [one.get("href") for one in having(svg, "href")] == [
            f"#b-{views_by_sight(muscle)[0]}"
        ]
        assert parsed(svg).get("aria-hidden") == "true"
        assert 1 <= svg.count("<path") <= 2


def test_all_thumbnails_together_are_light():
    """The index shows them all on one page."""
    together = silhouettes(id="b") + "".join(thumbnail(one, bodies="b") for one in MUSCLES)
    assert len(together) <= 60_000


def test_names_that_nobody_knows_are_refused():
    with pytest.raises(FigureError, match="no muscle 'biceps'"):
        drawn("front", "biceps")
    with pytest.raises(FigureError, match="not from 'top'"):
        drawn("top", "psoas")
