"""The arrows of an exercise: where a body moves, pushes or lifts."""

import math
from itertools import pairwise

import pytest

from posture.figures.geometry import bounds, inside, polyline
from posture.figures.motion import ways
from posture.figures.placing import pair
from posture.figures.stances import poses_of
from tests.figures.movements import DRAWINGS


def arrows(name):
    start, end, props = DRAWINGS[name]
    read = poses_of({"start": start, "end": end, "props": list(props)})
    one, two = pair(read.start, read.end)
    return ways(read.start, read.end, one, two), two


def test_an_arrow_follows_the_joint_that_moves_most():
    (way,), end = arrows("wall-front")
    assert way[-1] == pytest.approx(end.body.joints()["wrist-near"])
    assert bounds(way).height > 0.3


def test_nothing_that_stays_has_an_arrow():
    assert arrows("cushion")[0] == ()


def test_a_tilt_of_the_pelvis_is_shown_below_the_hip_and_turns_with_it():
    (tucked,), end = arrows("wall-behind")
    (arched,), _ = arrows("arch")
    assert max(v for _, v in tucked) < end.body.joints()["hip-near"][1]
    assert tucked[0][0] > tucked[-1][0]
    assert arched[0][0] < arched[-1][0]


def test_a_push_has_an_arrow_at_each_place_that_pushes():
    assert len(arrows("push into the floor")[0]) == 2
    assert len(arrows("band")[0]) == 2
    assert len(arrows("press on one wall")[0]) == 1
    assert len(arrows("lift")[0]) == 2


def test_a_lift_seen_from_the_side_has_an_arrow_at_the_hand_that_goes_up():
    (way,), end = arrows("lift from the side")
    assert way[0][1] < end.body.joints()["fingertip-near"][1] < way[-1][1]


def test_what_both_sides_do_has_an_arrow_on_each():
    left, right = arrows("soles together")[0]
    assert [(-u, v) for u, v in left] == [pytest.approx(p) for p in right]
    assert len(arrows("lift of the upper leg")[0]) == 1


def test_a_turn_of_the_chest_is_an_arc_before_the_waist():
    (way,), end = arrows("turn of the chest")
    assert way[0][0] > 0 > way[-1][0]
    assert end.body.joints()["hip-left"][1] < way[0][1] < end.body.joints()["shoulder-left"][1]


def test_a_tucked_chin_has_an_arrow_before_the_face():
    (way,), end = arrows("tuck of the chin")
    assert way[0][0] < way[-1][0] < end.body.joints()["crown"][0]


def test_an_arrow_of_a_hip_or_a_knee_is_beside_the_body():
    for name in ("chair-sideways", "ankle on the other knee, from above", "upper knee that opens"):
        (way,), end = arrows(name)
        skins = [polyline(part.points, closed=True) for part in end.body.parts()]
        assert not any(inside(skin, p) for p in way for skin in skins), name


def test_an_arm_and_a_leg_that_both_go_far_both_have_an_arrow():
    ways, end = arrows("arm and leg")
    joint = end.body.joints()
    assert [way[-1] for way in ways] == [
        pytest.approx(joint["wrist-near"]),
        pytest.approx(joint["ankle-far"]),
    ]


def test_a_tilt_of_who_lies_on_the_back_is_shown_above_the_belly():
    (way,), end = arrows("tilt of who lies")
    assert min(v for _, v in way) > end.body.joints()["hip-near"][1]
    assert way[0][0] < way[-1][0]


def test_of_a_long_way_the_last_part_is_drawn():
    (way,), end = arrows("wall-side")
    assert sum(math.dist(*step) for step in pairwise(way)) < 0.51
    assert way[-1] == pytest.approx(end.body.joints()["wrist-right"])


def test_an_arrow_with_no_room_beside_the_body_stays_on_its_way():
    (way,), end = arrows("knee lifted high")
    assert way[-1] == pytest.approx(end.body.joints()["knee-near"])
