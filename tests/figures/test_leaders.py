"""Badges: readable, apart, on the right muscle, and no leader across another."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures.body import MUSCLES, VIEWS
from posture.figures.figure import _box, plate
from posture.figures.geometry import cross, inside
from posture.figures.layers import Marking, marks
from posture.figures.leaders import GAP, RADIUS, leaders
from posture.figures.poses import posed
from posture.figures.svg import canvas

ROLES = st.sampled_from(["tight", "weak", "mixed"])
SIDES = st.sampled_from(["left", "right", ""])


@st.composite
def numbered(draw):
    names = draw(st.lists(st.sampled_from(MUSCLES), unique=True, max_size=14))
    return tuple(
        Marking(name, draw(ROLES), draw(SIDES), number) for number, name in enumerate(names, 1)
    )


def placed(view, markings, postures=()):
    return leaders(posed(view, postures), markings, _box(view, postures))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(VIEWS), numbered())
def test_leaders_never_cross_and_badges_stay_apart(view, markings):
    found = placed(view, markings)
    for a, b in combinations(found, 2):
        assert not cross(a.badge, a.anchor, b.badge, b.anchor)
        assert math.dist(a.badge, b.badge) >= GAP - 1e-6
    body = _box(view, ())
    for leader in found:
        assert leader.badge[0] + RADIUS < body.left or leader.badge[0] - RADIUS > body.right
        assert body.top <= leader.badge[1] - RADIUS
        assert leader.badge[1] + RADIUS <= body.bottom


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(VIEWS), numbered())
def test_a_leader_ends_on_its_muscle(view, markings):
    by_number = {m.number: m for m in markings}
    for leader in placed(view, markings):
        named = [s for s in posed(view, ()) if marks(s, by_number[leader.number])]
        assert any(inside([canvas(p) for p in s.polygon(2)], leader.anchor) for s in named)


def test_a_muscle_out_of_sight_gets_no_badge():
    assert placed("side", (Marking("gluteal", "weak", "right", 1),)) == ()
    assert placed("front", (Marking("gluteal", "weak", "", 1),)) == ()


def test_number_nought_has_no_badge():
    assert placed("side", (Marking("gluteal", "weak"),)) == ()


def test_a_full_column_gives_some_badges_to_the_other():
    names = [m for m in MUSCLES if m not in ("abdominal", "upper-abdominal", "pectoralis")]
    found = placed("side", tuple(Marking(m, "weak", "", i) for i, m in enumerate(names, 1)))
    left = sum(x.badge[0] < 0 for x in found)
    assert abs(left - len(found) / 2) <= 3


@pytest.mark.parametrize(
    ("role", "mark"), [("tight", "<rect"), ("weak", "<circle"), ("mixed", "z")]
)
def test_the_badge_has_the_form_of_its_role(role, mark):
    text = plate("side", (), (Marking("gluteal", role, "", 7),), id="f", title="", description="")
    badge = text[text.index(f'class="badge badge-{role}"') :]
    assert mark in badge or role == "mixed"
    assert ">7</text>" in badge
    assert f'class="lead g-{role}"' in text
    assert 'data-badge="gluteal"' in text
