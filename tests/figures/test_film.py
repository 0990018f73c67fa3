"""A film: the plate, led from its posture to neutral and back."""

import math
import re
from itertools import pairwise

import pytest

from posture.figures import VIEWS, FigureError, Marking, Posture, Words, film, plate
from posture.figures.figure import Scene
from posture.figures.film import STEPS, steps
from posture.figures.geometry import inside
from posture.figures.svg import canvas
from tests.figures.markup import SVG, commands, having, parsed

WORDS = {"id": "f", "title": "A title", "description": "A description."}
SAID = Words(forward="tips forward", left="left", right="right")
BENT = (
    Posture("forward-tipped-pelvis"),
    Posture("forward-head-and-neck"),
    Posture("high-hip", "left"),
)
MARKED = (Marking("gluteal", "weak", "", 1), Marking("psoas", "tight", "left", 2))


def moving(text, name):
    (part,) = (e for e in parsed(text).iter(f"{SVG}g") if e.get("class") == f"film-{name}")
    return part


def led(text):
    """Every element that moves, and the values that it goes through."""
    for one in parsed(text).iter():
        for animate in one.iter(f"{SVG}animate"):
            if animate in list(one):
                yield one, animate


@pytest.mark.parametrize("view", VIEWS)
def test_a_path_keeps_its_commands_and_ends_as_on_the_plate(view):
    found = list(led(film(view, BENT, MARKED, words=SAID, **WORDS)))
    assert found
    for shape, animate in found:
        values = animate.get("values").split(";")
        attribute = animate.get("attributeName")
        assert len({commands(value) for value in values}) == 1
        assert len(values) in {2 * STEPS - 1, 3}, "idle muscles have two angles"
        assert values == values[::-1]
        assert values[-1] == shape.get(attribute)


def test_it_goes_to_the_neutral_body():
    (neutral,) = having(plate("side", (), MARKED, **WORDS), "data-part")
    shape, animate = next(led(film("side", BENT, MARKED, **WORDS)))
    assert shape.get("data-part") == "body"
    assert animate.get("values").split(";")[STEPS - 1] == neutral.get("d")


def test_body_muscles_marks_and_leaders_move_and_the_rest_stands_still():
    text = film("side", BENT, MARKED, words=SAID, **WORDS)
    classes = {one.get("class") or one.get("data-part") for one, _ in led(text)}
    assert {"body", "mus mus-weak", "mus mus-tight mus-deep", "fig-pelvis", "fig-dot"} <= classes
    assert {"lead-line", "lead-edge", "lead-dot"} <= classes
    assert not classes & {"fig-plumb", "fig-bob", "fig-ghost"}
    (idle,) = (e for e in moving(text, "moving").iter() if e.get("class") == "mus-idle")
    assert all(list(one.iter(f"{SVG}animate")) for one in idle), "one body, and all of it moves"
    (shown,) = (e for e in moving(text, "still").iter() if e.get("class") == "mus-idle")
    assert [one.get("d") for one in idle] == [one.get("d") for one in shown]


def test_a_body_without_idle_muscles_moves_without_them():
    assert "mus-idle" not in film("side", BENT, MARKED, muscles="involved", **WORDS)


@pytest.mark.parametrize("view", VIEWS)
def test_a_leader_stays_on_its_muscle(view):
    scene = Scene(view, BENT, (*MARKED, Marking("latissimus-dorsi", "tight", "", 3)), "f")
    (part,) = (
        e
        for e in parsed(film(view, BENT, scene.markings, **WORDS)).iter(f"{SVG}g")
        if e.get("class") == "film-moving"
    )
    for lead in (e for e in part.iter() if e.get("data-badge")):
        line = next(lead.iter(f"{SVG}animate")).get("values").split(";")
        for step, there in zip(steps(scene), line[STEPS - 1 :], strict=True):
            anchor = tuple(map(float, re.match(r"M(\S+) (\S+)L", there).groups()))
            own = [s for s in step.shapes if s.name == lead.get("data-badge")]
            assert any(inside([canvas(p) for p in s.polygon()], anchor) for s in own)


def test_whoever_wants_no_motion_gets_the_same_plate_standing():
    text = film("side", BENT, MARKED, words=SAID, **WORDS)
    still = moving(text, "still")
    assert not list(still.iter(f"{SVG}animate"))

    def drawn(root):
        return [e.get("d") for e in root.iter(f"{SVG}path") if e.get("d")]

    whole = parsed(plate("side", BENT, MARKED, words=SAID, **WORDS))
    assert sorted(drawn(still)) == sorted(set_aside_patterns(whole))


def set_aside_patterns(root):
    patterned = {e for p in root.iter(f"{SVG}pattern") for e in p.iter()}
    return [e.get("d") for e in root.iter(f"{SVG}path") if e.get("d") and e not in patterned]


def test_a_film_has_a_name_a_frame_and_unique_ids_as_a_plate_has():
    one, other = (draw("front", BENT, MARKED, **WORDS) for draw in (film, plate))
    assert parsed(one).attrib == parsed(other).attrib
    ids = [e.get("id") for e in having(one, "id")]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'url\(#([^)]*)\)|href="#([^"]*)"', one))
    assert {a or b for a, b in used} <= set(ids)


def test_a_film_of_nothing_moves_nothing():
    assert "<animate" not in film("side", (), MARKED, **WORDS)
    assert "<animate" not in film("front", (Posture("high-hip"),), MARKED, **WORDS)


def test_the_body_sets_off_and_stops_softly():
    _, animate = next(led(film("side", (Posture("forward-head-and-neck"),), **WORDS)))
    heads = [
        tuple(map(int, re.findall(r"-?\d+", value)[:2]))
        for value in animate.get("values").split(";")[:STEPS]
    ]
    steps = [math.dist(a, b) for a, b in pairwise(heads)]
    assert steps[0] < steps[1] > steps[-1] or steps[0] < steps[2] > steps[-1]


def test_the_same_arguments_give_the_same_film():
    assert film("back", BENT, MARKED, **WORDS) == film("back", list(BENT), list(MARKED), **WORDS)


def test_unknown_names_are_refused():
    with pytest.raises(FigureError, match="no imbalance 'slouch'"):
        film("side", (Posture("slouch"),), **WORDS)
    with pytest.raises(FigureError, match="no muscle 'biceps'"):
        film("side", (), (Marking("biceps", "tight"),), **WORDS)
