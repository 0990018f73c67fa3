"""An exercise names what its drawn joints, its steps and its balance ask of somebody."""

import re

import pytest

SIDES = ("near", "far")
TRUNK_DOWN = {"hip", "shoulder"}  # lying: the kneecap or the hand bears no weight


def drawn(exercise):
    """The poses of its start and its end."""
    return [exercise.poses[end] for end in ("start", "end")]


def joints(pose, limb):
    """The angles of a limb of both sides, each from the trunk outward."""
    angles = pose.get(limb, [])
    both = [angles[side] for side in SIDES] if isinstance(angles, dict) else [angles]
    return [one for one in both if one]


def bears(pose, part):
    """Whether this part touches the ground and carries the body."""
    touching = {one.removesuffix("_near").removesuffix("_far") for one in pose["contact"]}
    return part in touching and not TRUNK_DOWN & touching


SHOWN = {
    "kneeling": lambda pose: bears(pose, "knee"),
    "wrist-load": lambda pose: bears(pose, "hand"),
    "hip-precaution": lambda pose: any(hip > 100 for hip, *_ in joints(pose, "leg")),
    "knee-deep-bend": lambda pose: any(knee >= 115 for _, knee, *_ in joints(pose, "leg")),
    "overhead": lambda pose: any(
        shoulder >= 130 and elbow < 90  # not the hand under the head of somebody on the side
        for shoulder, elbow in joints(pose, "arm")
    ),
}


@pytest.mark.parametrize("movement", sorted(SHOWN))
def test_what_the_picture_shows_is_named(shipped, movement):
    shown = {
        one.slug for one in shipped.exercises if any(SHOWN[movement](pose) for pose in drawn(one))
    }
    named = {one.slug for one in shipped.exercises if movement in one.avoid}
    assert shown
    assert shown - named == set()


def test_whatever_needs_balance_is_left_out_for_who_must_not_fall(shipped):
    balancing = [one for one in shipped.exercises if "balance" in one.avoid]
    assert balancing
    assert [one.slug for one in balancing if "falls" not in one.avoid] == []


def test_what_is_bad_for_a_person_named_in_not_for_is_named_as_a_movement(shipped):
    words = {"hip replacement": "hip-precaution", "knee replacement": "knee-deep-bend"}
    told = {
        (one.slug, movement)
        for one in shipped.exercises
        for word, movement in words.items()
        if word in one.not_for
    }
    assert told
    avoid = {one.slug: one.avoid for one in shipped.exercises}
    assert {(slug, movement) for slug, movement in told if movement not in avoid[slug]} == set()


def test_how_long_and_how_often_is_said_by_the_dose_alone(shipped):
    number = re.compile(r"\d+ (seconds?|minutes?|times)")
    said = [(one.slug, part) for one in shipped.exercises for part in (*one.steps, one.harder)]
    assert [pair for pair in said if number.search(pair[1])] == []
