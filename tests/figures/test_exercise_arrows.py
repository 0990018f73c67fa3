"""The arrows of an exercise: where a body moves, pushes or lifts."""

import pytest

from posture.figures.geometry import bounds
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
