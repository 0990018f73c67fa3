"""Choice pictures: all there, different from each other, showing what they ask."""

import re

import pytest

from posture.figures import picture
from posture.figures.body import landmark
from posture.figures.pictures import STANDING
from posture.figures.poses import bend_of
from tests.figures.markup import parsed

FAMILIES = [
    ("ear-over", "ear-little", "ear-much"),
    ("back-flat", "back-gentle", "back-round"),
    ("hollow-deep", "hollow-gentle", "hollow-flat"),
    ("belt-front", "belt-level", "belt-back"),
    ("sway-no", "sway-yes"),
    (
        "stand-even",
        "stand-one-leg",
        "stand-hips-forward",
        "stand-belly-forward",
        "stand-knees-back",
    ),
    ("hands-thumbs", "hands-mixed", "hands-backs"),
    ("mirror-level", "mirror-left-high", "mirror-right-high"),
    ("behind-level", "behind-left-high", "behind-right-high"),
    ("waist-none", "waist-left", "waist-right"),
    ("shoulder-blades",),
    ("wall-head", "wall-gap"),
]


def bend(name):
    return bend_of(STANDING[name].view, STANDING[name].postures)


def ahead(name, one, other):
    """How far a landmark of the side view is ahead of another, in stature."""
    moved = [bend(name)(landmark("side", n), "trunk")[0] for n in (one, other)]
    return moved[1] - moved[0]


def test_every_picture_belongs_to_a_question():
    assert {name for family in FAMILIES for name in family} == set(STANDING)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f[0])
def test_the_pictures_of_a_question_differ_and_are_cropped_alike(family):
    texts = [picture(name, id="p") for name in family]
    assert len(set(texts)) == len(family)
    if family[0] != "wall-head":
        assert len({parsed(t).get("viewBox") for t in texts}) == 1


def test_the_ear_goes_further_ahead_of_the_shoulder():
    over, little, much = (
        ahead(name, "ear_centroid", "acromion_lateral")
        for name in ("ear-over", "ear-little", "ear-much")
    )
    assert abs(over) < 0.008  # about 1 cm
    assert 0.011 < little < 0.024  # about 2 to 4 cm
    assert much > 0.028  # more than about 5 cm


def test_the_belt_slopes_to_the_front_stays_level_or_slopes_back():
    def drop(name):
        front, back = (bend(name)(landmark("side", n), "trunk")[1] for n in ("ASIS", "PSIS"))
        return back - front

    front, level, back = (drop(n) for n in ("belt-front", "belt-level", "belt-back"))
    assert front > level > 0 > back


def test_the_hips_of_a_sway_are_ahead_of_the_ankle_and_the_shoulder_behind_the_hips():
    assert ahead("sway-yes", "hip_joint", "lateral_malleolus") > 0.04
    assert ahead("sway-yes", "hip_joint", "acromion_lateral") > 0.04
    assert abs(ahead("sway-no", "hip_joint", "lateral_malleolus")) < 0.02


@pytest.mark.parametrize("seen", ["mirror", "behind"])
def test_a_high_side_is_high_where_a_mirror_or_a_photo_from_behind_shows_it(seen):
    def lift(name):
        line = re.search(r'class="fig-pelvis" d="M(\S+) (\S+)L(\S+) (\S+)"', picture(name, id="p"))
        (left, at_left), (right, at_right) = sorted(
            [(float(line[1]), float(line[2])), (float(line[3]), float(line[4]))]
        )
        assert left < 0 < right
        return at_right - at_left  # the canvas counts downward

    assert lift(f"{seen}-left-high") > 20
    assert lift(f"{seen}-right-high") < -20
    assert lift(f"{seen}-level") == 0


def test_a_crease_of_the_waist_is_at_the_side_where_a_mirror_shows_it():
    def places(name):
        drawn = re.findall(r'class="fig-accent" d="M(-?[\d.]+)', picture(name, id="p"))
        return [float(x) for x in drawn]

    assert all(x < 0 for x in places("waist-left"))
    assert all(x > 0 for x in places("waist-right"))
    assert places("waist-left")
    assert places("waist-none") == []


def test_the_inner_edge_and_the_tip_of_both_shoulder_blades_are_marked():
    drawn = re.findall(r'class="fig-accent" d="M(\S+) ', picture("shoulder-blades", id="p"))
    left, right = sorted(map(float, drawn))
    assert left == -right
