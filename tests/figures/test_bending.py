"""Postures: the angles they draw, how they add up, what they keep."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures.body import FigureError, shapes
from posture.figures.poses import IMBALANCES, Posture, bend_of, posed
from tests.figures.measured import contained, measured

SAGITTAL = IMBALANCES[:3]
ANGLES = (
    "craniovertebral_angle",
    "pelvic_tilt_ASIS_PSIS",
    "lumbar_lordosis_L1-S1_discs",
    "thoracic_kyphosis_T3/4-T11/12",
)


def side_bend(*postures):
    return bend_of("side", postures)


def slope(bend, a, b):
    """Degrees from the level of the line between two landmarks of the side view."""
    neutral = measured()["neutral"]
    p, q = (bend(tuple(neutral[name]), "trunk") for name in (a, b))
    return math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))


def turned(bend, above, below):
    """How far the disc between two vertebrae has turned forward, in degrees."""
    bodies = [measured()["neutral"][f"{name}_body"] for name in (above, below)]
    u, v = (sum(body[i] for body in bodies) / 2 for i in (0, 1))
    p, q = (bend((u + d, v), "trunk") for d in (-0.002, 0.002))
    return math.degrees(math.atan2(q[1] - p[1], q[0] - p[0]))


def angles(bend):
    """The four angles by which the poses were made."""
    start = measured()["neutral_angles"]
    pelvis = slope(bend, "ASIS", "PSIS")
    still = slope(bend_of("side", ()), "ASIS", "PSIS")
    return {
        "craniovertebral_angle": 180 - slope(bend, "C7_skin", "tragus"),
        "pelvic_tilt_ASIS_PSIS": pelvis,
        "lumbar_lordosis_L1-S1_discs": start["lumbar_lordosis_L1-S1_discs"]
        + (pelvis - still)
        - turned(bend, "L1", "L2"),
        "thoracic_kyphosis_T3/4-T11/12": start["thoracic_kyphosis_T3/4-T11/12"]
        + turned(bend, "T3", "T4")
        - turned(bend, "T11", "T12"),
    }


@pytest.mark.parametrize("imbalance", SAGITTAL)
def test_posed_landmarks_show_the_angles_of_the_pose(imbalance):
    found, wanted = angles(side_bend(Posture(imbalance))), measured()["posed"][imbalance]["angles"]
    for name in ANGLES:
        assert found[name] == pytest.approx(wanted[name], abs=1.0), name


@pytest.mark.parametrize("imbalance", SAGITTAL)
def test_posed_landmarks_lie_where_the_pose_puts_them(imbalance):
    bend = side_bend(Posture(imbalance))
    for name, wanted in measured()["posed"][imbalance]["trunk"].items():
        assert math.dist(bend(tuple(measured()["neutral"][name]), "trunk"), wanted) < 0.001, name


def test_neutral_is_neutral():
    still = side_bend()
    assert angles(still)["craniovertebral_angle"] == pytest.approx(55.2, abs=0.2)
    for view in ("front", "back", "side"):
        for before, after in zip(shapes(view), posed(view, ()), strict=True):
            for p, q in zip(before.points, after.points, strict=True):
                assert math.dist(p, q) < 1e-9


def test_a_high_hip_tilts_the_pelvis_by_the_pose_and_is_drawn_clearer():
    table = measured()["high_hip"]
    as_posed = bend_of("front", (Posture("high-hip", "left", 1 / 1.6),))
    as_drawn = bend_of("front", (Posture("high-hip", "left"),))
    for name, wanted in table["posed_left"].items():
        u, v = table["neutral"][name]
        assert math.dist(as_posed((u, v), "trunk"), wanted["left"]) < 0.0015, name
        assert math.dist(as_posed((-u, v), "trunk"), wanted["right"]) < 0.0015, name
    u, v = table["neutral"]["ASIS"]
    high, low = as_drawn((u, v), "trunk"), as_drawn((-u, v), "trunk")
    tilt = math.degrees(math.atan2(high[1] - low[1], high[0] - low[0]))
    assert tilt == pytest.approx(1.6 * table["obliquity_deg"], abs=1.0)


def test_a_high_hip_is_mirrored_to_its_side():
    left, right = (bend_of("front", (Posture("high-hip", s),)) for s in ("left", "right"))
    for u, v in ((0.06, 0.6), (0.04, 0.28), (-0.09, 0.81), (0.0, 0.9)):
        x, y = left((u, v), "trunk")
        assert right((-u, v), "trunk") == pytest.approx((-x, y), abs=1e-9)
    back = bend_of("back", (Posture("high-hip", "left"),))
    x, y = left((0.06, 0.6), "trunk")
    assert back((-0.06, 0.6), "trunk") == pytest.approx((-x, y), abs=1e-9)


def test_a_high_hip_without_a_side_stays_level():
    assert posed("front", (Posture("high-hip"),)) == posed("front", ())


def test_feet_stay_and_the_head_comes_back_over_the_base():
    bend = bend_of("front", (Posture("high-hip", "left"),))
    assert bend((0.05, 0.0), "trunk") == pytest.approx((0.05, 0.0), abs=0.001)
    assert bend((0.0, 1.0), "trunk")[0] == pytest.approx(0.0, abs=0.003)


@pytest.mark.parametrize("pelvis", ["forward-tipped-pelvis", "backward-tipped-pelvis"])
def test_two_postures_keep_what_each_is_known_by(pelvis):
    both = angles(side_bend(Posture("forward-head-and-neck"), Posture(pelvis)))
    head = angles(side_bend(Posture("forward-head-and-neck")))
    hips = angles(side_bend(Posture(pelvis)))
    assert both["pelvic_tilt_ASIS_PSIS"] == pytest.approx(hips["pelvic_tilt_ASIS_PSIS"], abs=2)
    assert both["craniovertebral_angle"] == pytest.approx(head["craniovertebral_angle"], abs=5)


def test_postures_of_both_planes_meet_in_the_front_view():
    tilted = bend_of("front", (Posture("high-hip", "left"),))((0.0, 0.95), "trunk")
    both = (Posture("high-hip", "left"), Posture("forward-head-and-neck"))
    lower = bend_of("front", both)((0.0, 0.95), "trunk")
    assert lower[0] == tilted[0]
    assert lower[1] < tilted[1] - 0.005


POSTURES = st.lists(
    st.builds(
        Posture,
        st.sampled_from(IMBALANCES),
        st.sampled_from(["left", "right", ""]),
        st.floats(0, 1.5),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=25, deadline=None)
@given(POSTURES, st.sampled_from(["front", "back", "side"]))
def test_any_posture_keeps_the_points_and_their_attachments(postures, view):
    for before, after in zip(shapes(view), posed(view, postures), strict=True):
        assert len(before.points) == len(after.points)
        assert all(math.isfinite(x) for p in after.points for x in p)
        assert all(math.dist(p, q) < 0.2 for p, q in zip(before.points, after.points, strict=True))


@pytest.mark.parametrize("imbalance", IMBALANCES)
@pytest.mark.parametrize("view", ["front", "back", "side"])
def test_muscles_stay_inside_the_bent_body(imbalance, view):
    body, *others = posed(view, (Posture(imbalance, "left"),))
    for shape in others:
        if shape.kind == "muscle":
            assert contained(shape.polygon(4), body.polygon(4), lines=60) >= 0.97, shape.name


def test_severity_scales_the_angles():
    full, half = (angles(side_bend(Posture("forward-tipped-pelvis", "", s))) for s in (1.0, 0.5))
    start = measured()["neutral_angles"]["pelvic_tilt_ASIS_PSIS"]
    assert half["pelvic_tilt_ASIS_PSIS"] - start == pytest.approx(
        (full["pelvic_tilt_ASIS_PSIS"] - start) / 2, abs=0.2
    )
    assert posed("side", (Posture("forward-tipped-pelvis", "", 0.0),)) == posed("side", ())


def test_the_arm_hangs_from_the_shoulder_unbent():
    arm = next(s for s in shapes("side") if s.kind == "arm")
    bent = next(s for s in posed("side", (Posture("forward-head-and-neck"),)) if s.kind == "arm")
    moves = {
        (round(q[0] - p[0], 9), round(q[1] - p[1], 9))
        for p, q in zip(arm.points, bent.points, strict=True)
    }
    assert len(moves) == 1


def test_an_unknown_pose_is_named():
    with pytest.raises(FigureError, match="there is no pose 'slouch'"):
        bend_of("side", (Posture("slouch"),))
