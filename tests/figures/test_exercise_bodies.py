"""Posed bodies: standing is neutral, limbs keep their length, supports are touched."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures.body import landmark, shapes
from posture.figures.frontal import frontal_body
from posture.figures.geometry import edge_distance, inside, polyline
from posture.figures.limbs import area, authored, joints, parts
from posture.figures.placing import outline, pair, placed, worked_side
from posture.figures.sagittal import sagittal_body
from posture.figures.stances import SIGHTS, Stance, poses_of
from tests.figures.legal import any_stance

REST = (0.0, authored()["side"]["elbow_bent"])
STANDING = Stance(arm=(REST, REST))
SITTING = {"trunk": 0, "leg": [90, 90, 0], "contact": ["hip_seat", "heel"]}
SUPINE = {"trunk": -90, "leg": [37.5, 86, -39.5], "contact": ["shoulder", "hip", "heel"]}
FOURS = {"trunk": 78.5, "neck": -10, "arm": [76, 0.5], "leg": [72, 90.5, -60]}
PLANK = {"trunk": 83, "arm": [83, 90], "leg": [0.5, -0.5, 8], "contact": ["elbow", "toe"]}
STANCES = [
    {"contact": ["heel"]},
    SITTING,
    SUPINE,
    {**FOURS, "contact": ["knee", "hand"]},
    {**FOURS, "contact": ["knee_near", "hand_near"]},
    PLANK,
]


def stance(raw):
    return poses_of({"start": raw, "end": raw}).end


def test_the_standing_pose_is_the_neutral_body():
    body = sagittal_body(STANDING)
    named = body.joints()
    for name in ("hip", "knee", "ankle", "shoulder"):
        assert math.dist(named[f"{name}-near"], landmark("side", f"{name}_joint")) < 1e-6


@pytest.mark.parametrize("view", ["side", "front"])
def test_the_parts_together_are_the_standing_outline(view):
    """Nothing of the limbs sticks out of the body, and no point of its edge is left out."""
    whole = [s for s in shapes(view) if s.kind in ("body", "arm")]
    edges = [s.polygon() for s in whole]
    for name, points in parts(view).items():
        for p in polyline(points, closed=True, steps=2):
            near = min(edge_distance(edge, p) for edge in edges)
            assert any(inside(edge, p) for edge in edges) or near < 0.006, (name, p)
    cut = [p for points in parts(view).values() for p in polyline(points, closed=True)]
    mine = cut + [(-u, v) for u, v in cut] if view == "front" else cut
    for shape in whole:
        assert all(min(math.dist(p, q) for q in mine) < 0.02 for p in shape.polygon(2))


@pytest.mark.parametrize("view", ["side", "front"])
def test_every_part_runs_round_once(view):
    assert all(abs(area(points)) > 0.001 for points in parts(view).values())


@settings(max_examples=25, deadline=None)
@given(any_stance("side"))
def test_limbs_keep_their_length_in_every_legal_side_stance(drawn):
    rest, named = joints("side"), sagittal_body(replace(drawn, hip_abduction=0.0)).joints()
    for side in {name.split("-")[1] for name in named if "-" in name}:
        for a, b in (("hip", "knee"), ("knee", "ankle"), ("wrist", "fingertip")):
            if f"{a}-{side}" in named:
                kept = math.dist(named[f"{a}-{side}"], named[f"{b}-{side}"])
                assert kept == pytest.approx(math.dist(getattr(rest, a), getattr(rest, b)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SIGHTS).flatmap(any_stance))
def test_every_legal_stance_is_finite_and_stands_on_its_lowest_point(drawn):
    at = placed(replace(drawn, contact=()))
    points = list(outline(at.body))
    assert all(math.isfinite(u) and math.isfinite(v) for u, v in points)
    if drawn.view != "top":
        assert min(v for _, v in points) == pytest.approx(0.0, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(["front", "back"]).flatmap(any_stance))
def test_from_the_front_no_bone_is_longer_than_it_is(drawn):
    plain = replace(drawn, seated=False, crossed=False, side_lying=False)
    rest, named = joints("front"), frontal_body(plain).joints()
    for side in ("left", "right"):
        for a, b in (("hip", "knee"), ("knee", "ankle"), ("shoulder", "elbow"), ("elbow", "wrist")):
            seen = math.dist(named[f"{a}-{side}"], named[f"{b}-{side}"])
            assert seen <= math.dist(getattr(rest, a), getattr(rest, b)) + 1e-9


@pytest.mark.parametrize("raw", STANCES)
def test_contact_points_touch_their_support_and_nothing_is_below_it(raw):
    at = placed(stance(raw))
    for contact in raw["contact"]:
        if contact != "hip_seat":
            assert abs(at.lowest(contact)) < 0.01, contact
    assert min(v for _, v in outline(at.body)) > -0.01


def test_an_arched_back_keeps_the_lean_of_the_trunk():
    straight, arched = (sagittal_body(Stance(trunk=40, lumbar=bend)) for bend in (0.0, 20.0))

    def lean(body):
        (u, v), (x, y) = body.joints()["hip-near"], body.joints()["shoulder-near"]
        return math.degrees(math.atan2(u - x, y - v))

    assert lean(arched) == pytest.approx(lean(straight), abs=0.1)
    assert arched.trunk((0.05, 0.65)) != straight.trunk((0.05, 0.65))


@pytest.mark.parametrize("hip", [0, 45, 90, 125])
@pytest.mark.parametrize("knee", [0, 90, 150])
def test_muscles_stay_in_the_skin_at_every_bend(hip, knee):
    body = sagittal_body(Stance(leg=((hip, knee, 0.0), (hip, knee, 0.0))))
    polygons = [part.points for part in body.parts() if part.layer == "body"]
    for shape in shapes("side"):
        if shape.name in ("quadriceps", "hamstrings", "gluteal"):
            moved, layer = body.soft(shape)
            assert layer == "body"
            for p in moved.points:
                out = min(edge_distance(edge, p) for edge in polygons)
                assert any(inside(edge, p) for edge in polygons) or out < 0.012, shape.name


def test_who_lies_on_the_front_is_seen_from_the_head_with_the_arms_out():
    raw = {"view": "front", "trunk": 90, "arm_abduction": 80}
    down, up = (
        placed(stance({**raw, "arm": [turn, 0]})).body.joints()["wrist-left"] for turn in (90, -90)
    )
    assert up[1] > down[1] + 0.05
    parts_drawn = list(placed(stance(raw)).body.parts())
    assert [part.name for part in parts_drawn if part.layer == "near"] == ["trunk"]
    assert max(v for _, v in outline(placed(stance(raw)).body)) < 0.2


def test_the_leg_below_is_painted_first_where_knees_roll():
    for roll, lower in ((50, "left"), (-50, "right")):
        raw = {"view": "top", "trunk": -90, "leg": [60, 90, 0], "knees_roll": roll}
        far = {part.side for part in placed(stance(raw)).body.parts() if part.layer == "far"}
        assert far == {lower}


def test_heels_stay_together_where_the_upper_knee_opens():
    raw = {"view": "back", "side_lying": True, "leg": [45, 90, 0], "hip_abduction": 42}
    named = placed(stance(raw)).body.joints()
    assert math.dist(named["ankle-left"], named["ankle-right"]) < 0.06
    assert named["knee-left"][1] > named["knee-right"][1] + 0.15


@pytest.mark.parametrize(
    ("raw", "side"),
    [
        ({"view": "front"}, ""),
        ({"view": "back", "trunk_side": 20}, "right"),
        ({"view": "front", "pelvis_shift": "left"}, "right"),
        ({"view": "back", "pelvis_lateral": -8}, "left"),
        ({"view": "top", "trunk": -90, "hip_abduction": 40}, "left"),
        ({"view": "front", "side_lying": True, "arm": [90, 90]}, "right"),
        ({"view": "front", "arm": {"near": [0, 90], "far": [0, 0]}}, "left"),
        ({"hip_abduction": 40}, ""),
    ],
)
def test_an_uneven_stance_is_for_one_side(raw, side):
    assert worked_side(stance(raw)) == side


def test_what_stays_on_its_support_stays_in_place():
    one, two = pair(
        stance({"contact": ["heel"]}), stance({"trunk": 40, "leg": [40, 0, 0], "contact": ["heel"]})
    )
    ankles = [at.body.joints()["ankle-near"] for at in (one, two)]
    assert ankles[0] == pytest.approx(ankles[1], abs=1e-6)
