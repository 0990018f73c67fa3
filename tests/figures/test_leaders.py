"""Badges and words: readable, apart, on the right muscle, and no leader across another."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures import (
    IMBALANCES,
    MUSCLES,
    VIEWS,
    Marking,
    Posture,
    Words,
    plate,
)
from posture.figures.figure import Scene
from posture.figures.geometry import cross, inside
from posture.figures.layers import marks
from posture.figures.leaders import GAP, NOTE_GAP, PORT, RADIUS
from posture.figures.marks import BESIDE
from posture.figures.svg import canvas, halved
from tests.figures.markup import parsed

ROLES = st.sampled_from(["tight", "weak", "mixed"])
SIDES = st.sampled_from(["left", "right", ""])
SAID = Words(
    "pelvis tips forward",
    "pelvis tips backward",
    "left hip higher",
    "right hip higher",
    "ear ahead of the shoulder",
    "your left",
    "your right",
)
NAMES = {name: name.replace("-", " ") for name in MUSCLES}


@st.composite
def scenes(draw):
    """A view of any postures with up to 18 numbered muscles."""
    names = draw(st.lists(st.sampled_from(MUSCLES), unique=True, max_size=18))
    bent = draw(st.lists(st.sampled_from(IMBALANCES), unique=True, max_size=3))
    markings = tuple(
        Marking(name, draw(ROLES), draw(SIDES), number) for number, name in enumerate(names, 1)
    )
    postures = tuple(Posture(name, draw(SIDES)) for name in bent)
    return Scene(draw(st.sampled_from(VIEWS)), postures, markings, "f")


def apart(a, b):
    return a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top


def placed(view, markings):
    return Scene(view, (), markings, "f").beside(NAMES, SAID)


@settings(max_examples=25, deadline=None)
@given(scenes())
def test_no_leader_crosses_another(scene):
    for a, b in combinations(scene.beside(NAMES, SAID), 2):
        assert not cross(a.port, a.anchor, b.port, b.anchor)


@settings(max_examples=25, deadline=None)
@given(scenes())
def test_no_badge_and_no_word_lies_on_another_or_on_the_body(scene):
    found = scene.beside(NAMES, SAID)
    body, shown = scene.box, scene.framed(found)
    for a, b in combinations(found, 2):
        assert apart(a.box, b.box)
    for one in found:
        assert apart(one.box, body)
        assert shown.left < one.box.left < one.box.right < shown.right
        assert scene.view == "side" or one.box.top > BESIDE[1], "left and right are written above"
        assert shown.top < one.box.top < one.box.bottom < shown.bottom


@settings(max_examples=25, deadline=None)
@given(scenes())
def test_a_leader_leaves_its_column_before_it_bends(scene):
    """So it lies on no other badge: they all are in the columns."""
    found = scene.beside(NAMES, SAID)
    for one in found:
        ahead = [(x.port[0] - x.box.left, x.box.right - x.port[0]) for x in found]
        assert abs(one.port[0] - one.place[0]) == PORT > RADIUS
        assert not any(left > 0 and right > 0 for left, right in ahead)
        assert abs(one.anchor[0]) < abs(one.port[0])


@settings(max_examples=25, deadline=None)
@given(scenes())
def test_a_leader_ends_on_its_muscle(scene):
    by_number = {m.number: m for m in scene.markings}
    found = [one for one in scene.beside(NAMES, SAID) if one.number]
    for leader in found:
        named = [s for s in scene.shapes if marks(s, by_number[leader.number])]
        assert any(inside([canvas(p) for p in s.polygon(2)], leader.anchor) for s in named)
        box = scene.framed(found)
        assert box.left < leader.anchor[0] < box.right
        assert box.top < leader.anchor[1] < box.bottom


@settings(max_examples=25, deadline=None)
@given(scenes())
def test_figures_fit_a_narrow_phone_with_letters_of_eleven_pixels(scene):
    """A page of 320 pixels leaves 254 by 384 for a figure; badges have letters of 78, notes 74."""
    box = scene.framed(scene.beside(NAMES, SAID))
    assert 74 * min(254 / box.width, 384 / box.height) >= 11


def test_a_muscle_out_of_sight_gets_no_badge():
    assert placed("side", (Marking("gluteal", "weak", "right", 1),)) == ()
    assert placed("front", (Marking("gluteal", "weak", "", 1),)) == ()


def test_a_muscle_that_another_marked_one_covers_gets_no_badge():
    covered, cover = Marking("rectus-femoris", "weak", "", 1), Marking("quadriceps", "tight", "", 2)
    assert [one.number for one in placed("front", (covered,))] == [1]
    assert [one.number for one in placed("front", (covered, cover))] == [2]


def test_number_nought_has_no_badge():
    assert placed("side", (Marking("gluteal", "weak"),)) == ()


def test_a_full_column_gives_some_badges_to_the_other():
    names = [m for m in MUSCLES if m not in ("abdominal", "upper-abdominal", "pectoralis")][:18]
    found = placed("side", tuple(Marking(m, "weak", "", i) for i, m in enumerate(names, 1)))
    left = sum(x.place[0] < 0 for x in found)
    assert abs(left - len(found) / 2) <= 2


def test_a_leader_is_short_where_the_other_column_has_room():
    names = (
        "anterior-deltoid", "pectoralis", "latissimus-dorsi", "middle-trapezius",
        "lower-trapezius", "infraspinatus", "teres-minor",
    )  # fmt: skip
    markings = tuple(Marking(m, "weak", "", i) for i, m in enumerate(names, 1))
    found = Scene("side", (Posture("forward-head-and-neck"),), markings, "f").beside(NAMES, SAID)
    assert max(math.dist(x.anchor, x.port) for x in found) < 320
    assert {x.outward for x in found if x.muscle == "teres-minor"} == {1}


def test_badges_in_a_column_keep_their_distance():
    found = placed("back", tuple(Marking(m, "weak", "left", i) for i, m in enumerate(MUSCLES, 1)))
    for a, b in combinations(found, 2):
        assert a.place[0] != b.place[0] or abs(a.place[1] - b.place[1]) >= GAP


@pytest.mark.parametrize(
    ("role", "mark"), [("tight", "<rect"), ("weak", "<circle"), ("mixed", "<path")]
)
def test_the_badge_has_the_form_of_its_role(role, mark):
    text = plate("side", (), (Marking("gluteal", role, "", 7),), id="f", title="", description="")
    badge = text[text.index(f'class="badge badge-{role}">') :].partition(">")[2]
    assert badge.startswith(mark)
    assert ">7</text>" in badge
    assert f' g-{role}"' in text
    assert 'data-badge="gluteal" data-number="7"' in text


def test_the_name_of_a_muscle_stands_outside_its_badge():
    markings = (Marking("quadriceps", "tight", "", 1), Marking("hamstrings", "weak", "", 2))
    text = plate("side", (), markings, id="f", title="", description="", names=NAMES)
    named = [e for e in parsed(text).iter() if e.get("class") == "lead-name"]
    left, right = sorted(float(e.get("x")) for e in named)
    assert [e.text for e in named] == ["quadriceps", "hamstrings"]
    assert left < -RADIUS < RADIUS < right, "counted from the middle of the badge"
    at = [e.get("transform") for e in parsed(text).iter() if e.get("transform")]
    assert at == ["translate({} {})".format(*x.place) for x in placed("side", markings)]
    without = plate("side", (), markings, id="f", title="", description="")
    assert "lead-name" not in without


def test_a_muscle_on_one_side_has_its_badge_there_even_beside_many_on_both():
    both = ("hip-flexors", "quadriceps", "anterior-deltoid", "pectoralis", "abdominal")
    one = ("quadratus-lumborum", "psoas", "adductor")
    markings = tuple(
        Marking(name, "tight", "right" if name in one else "", number)
        for number, name in enumerate((*both, *one), 1)
    )
    found = Scene("front", (Posture("high-hip", "right"),), markings, "f").beside(NAMES, SAID)
    assert {x.outward for x in found if x.muscle in one} == {-1}
    assert abs(sum(x.outward for x in found)) <= 1


def test_a_note_keeps_more_distance_than_a_badge_does():
    names = ("hip-flexors", "quadriceps", "psoas", "adductor")
    markings = tuple(Marking(m, "tight", "right", i) for i, m in enumerate(names, 1))
    found = Scene("front", (Posture("high-hip", "right"),), markings, "f").beside(NAMES, SAID)
    (note,) = (x for x in found if not x.number)
    column = [x for x in found if x.number and x.place[0] == note.place[0]]
    assert min(abs(x.place[1] - note.place[1]) for x in column) == GAP + NOTE_GAP


def test_a_long_text_is_parted_at_the_space_nearest_its_middle():
    assert halved("ear ahead of the shoulder", 9) == ("ear ahead of", "the shoulder")
    assert halved("thoracic erector spinae", 11) == ("thoracic", "erector spinae")
    assert halved("Infraspinatus", 11) == ("Infraspinatus",)
    assert halved("hip flexors", 11) == ("hip flexors",)
