"""The shipped exercises as pictures: they stand on their support and can all be drawn."""

import math

import pytest

from posture import figures
from posture.figures.placing import outline, placed, sagittal
from posture.figures.props import floor
from posture.figures.props.furniture import BACKREST
from posture.figures.stances import poses_of

NEAR = 0.01  # of stature: how far a contact may be from its support
SEAT = (0.18, 0.26)  # of stature: how high a seat may be


def stances(shipped):
    for exercise in shipped.exercises:
        poses = poses_of(exercise.poses)
        for end, stance in (("start", poses.start), ("end", poses.end)):
            yield f"{exercise.slug} {end}", poses, stance


@pytest.mark.no_cover
def test_all_exercises_have_poses_that_can_be_drawn(shipped):
    assert len(shipped.exercises) == 69
    for exercise in shipped.exercises:
        markings = tuple(figures.Marking(muscle, "shown") for muscle in exercise.targets)
        text = figures.exercise(exercise.poses, markings, id="x", title="t", description="d")
        assert all(f'data-muscle="{muscle}"' in text for muscle in exercise.targets), exercise.slug
        assert "nan" not in text


def test_contact_points_of_all_poses_touch_their_support(shipped):
    off = [
        (name, contact, round(placed(stance).lowest(contact), 3))
        for name, _, stance in stances(shipped)
        if stance.view != "top"
        for contact in stance.contact
        if contact != "hip_seat" and abs(placed(stance).lowest(contact)) > NEAR
    ]
    assert off == []


def test_nothing_of_a_body_is_below_its_floor(shipped):
    low = {
        name: round(lowest - ground, 3)
        for name, poses, stance in stances(shipped)
        if (lowest := min(v for _, v in outline(placed(stance).body)))
        < (ground := floor(placed(stance), poses.props)) - NEAR
        and stance.view != "top"
    }
    assert low == {}


def test_seats_are_as_high_as_chairs_are(shipped):
    heights = {
        name: placed(stance).lowest("hip_seat")
        for name, _, stance in stances(shipped)
        if "hip_seat" in stance.contact
    }
    assert heights
    assert {name: h for name, h in heights.items() if not SEAT[0] < h < SEAT[1]} == {}
    assert SEAT[1] + BACKREST < 0.6


def test_feet_on_the_floor_lie_flat_where_a_body_stands_or_sits(shipped):
    tilted = {
        name: slope
        for name, _, stance in stances(shipped)
        if sagittal(stance) and stance.trunk > -45 and "heel" in stance.contact
        if (slope := round(_slope(placed(stance)), 1)) > 6
    }
    assert tilted == {}


def _slope(at):
    """Degrees between the sole and the floor."""
    sole = at.lowest("toe") - at.lowest("heel")
    return abs(math.degrees(math.asin(sole / 0.1)))
