"""Poses of exercises are read strictly: what cannot be drawn is refused with one sentence."""

import pytest

from posture.figures import PROPS, FigureError, checked_poses, exercise_views
from posture.figures.stances import poses_of

STAND = {"trunk": 0, "arm": [0, 0], "leg": [0, 0, 0], "contact": ["heel"]}

REFUSED = [
    ([{"start": STAND}], "poses are a table, not"),
    ({"start": STAND}, "poses need a table 'end'"),
    ({"start": STAND, "end": 3}, "poses need a table 'end'"),
    ({"start": STAND, "end": STAND, "stop": {}}, "not 'stop'"),
    ({"start": STAND, "end": STAND, "props": ["sofa"]}, "props is of .*, not 'sofa'"),
    ({"start": STAND, "end": STAND, "props": "chair"}, "props is a list"),
]
REFUSED_END = [
    ({"knees": 90}, "end has no key 'knees'"),
    ({"view": "above"}, "end.view is of side, front, back, top, not 'above'"),
    ({"contact": ["nose"]}, "end.contact is of .*, not 'nose'"),
    ({"contact": 3}, "end.contact is a list"),
    ({"trunk": 200}, "end.trunk is an angle from -130 to 130 degrees, not 200"),
    ({"trunk": float("nan")}, "end.trunk is an angle"),
    ({"trunk": True}, "end.trunk is an angle"),
    ({"trunk": "upright"}, "end.trunk is an angle"),
    ({"arm": [0, 0, 0]}, "end.arm is a list of 2 angles"),
    ({"leg": [0, 0]}, "end.leg is a list of 3 angles"),
    ({"leg": 3}, "end.leg is a list of 3 angles"),
    ({"leg": "abc"}, "end.leg is a list of 3 angles"),
    ({"leg": [0, 170, 0]}, "end.leg is an angle from -10 to 160"),
    ({"leg": {"near": [0, 0, 0]}}, "end.leg has near and far, not near"),
    ({"arm": {"near": [0, 0], "far": [300, 0]}}, "end.arm.far is an angle"),
    ({"seated": "yes"}, "end.seated is true or false"),
]


@pytest.mark.parametrize(("poses", "said"), REFUSED)
def test_a_pair_that_cannot_be_drawn_is_refused_by_name(poses, said):
    with pytest.raises(FigureError, match=said):
        checked_poses(poses)


@pytest.mark.parametrize(("end", "said"), REFUSED_END)
def test_a_pose_that_cannot_be_drawn_is_refused_by_name(end, said):
    with pytest.raises(FigureError, match=said):
        checked_poses({"start": STAND, "end": {**STAND, **end}})


def test_the_views_are_those_of_the_pictures():
    start, end = {"view": "back"}, {"view": "top"}
    assert exercise_views({"start": start, "end": end}) == ("back", "top")
    assert exercise_views({"start": start, "end": start}) == ("back",)
    assert exercise_views({"start": {}, "end": {"press": "down"}}) == ("side",)


def test_every_prop_is_accepted():
    checked_poses({"start": STAND, "end": STAND, "props": list(PROPS)})


def test_a_limb_given_once_is_meant_for_both_sides():
    read = poses_of({"start": STAND, "end": {"leg": [10, 20, 0]}})
    assert read.end.leg == ((10.0, 20.0, 0.0), (10.0, 20.0, 0.0))
