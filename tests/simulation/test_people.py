"""Simulated people: drawn by the seed, as common as said, and answering as their bodies are."""

from collections import Counter

import pytest

from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.simulation.people import people
from posture.simulation.world import world

BANK = knowledge_of(content.read().catalogue)
MANY = list(people(world(BANK), count=1500, seed=5))
CLEAR = list(people(world(BANK, error=0), count=600, seed=5))


def share(of, slug, *choices):
    """How many of these people answer a question by one of the choices."""
    return sum(bool({*one.replies[slug]} & {*choices}) for one in of) / len(of)


def having(of, label, side=""):
    return [one for one in of if label in one.labels and side in {"", one.side}]


def lacking(of, label):
    return [one for one in of if label not in one.labels]


def test_the_same_seed_gives_the_same_people_and_another_gives_others():
    again = list(people(world(BANK), count=20, seed=5))
    assert again == MANY[:20]
    assert list(people(world(BANK), count=20, seed=6)) != again


def test_imbalances_are_as_common_as_the_edition_says_and_those_of_an_axis_exclude_each_other():
    seen = Counter(label for one in MANY for label in one.labels)
    for imbalance in BANK.imbalances:
        assert seen[imbalance.slug] / len(MANY) == pytest.approx(imbalance.prior, abs=0.05)
    both = {"forward-tipped-pelvis", "backward-tipped-pelvis"}
    assert not any(both <= one.labels for one in MANY)


def test_only_a_high_hip_has_a_side_and_either_is_as_likely():
    assert all(bool(one.side) == ("high-hip" in one.labels) for one in MANY)
    high = having(MANY, "high-hip")
    assert len(having(MANY, "high-hip", "left")) / len(high) == pytest.approx(0.5, abs=0.1)


def test_signs_follow_the_imbalance_and_its_side():
    assert share(having(MANY, "forward-head-and-neck"), "ear", "over") < 0.5
    assert share(lacking(MANY, "forward-head-and-neck"), "ear", "over") > 0.5
    left, right = (having(MANY, "high-hip", side) for side in ("left", "right"))
    assert share(left, "belt-line", "left-high") > 5 * share(right, "belt-line", "left-high")
    assert share(left, "shoulder-heights", "left-low") > share(
        right, "shoulder-heights", "left-low"
    )


def test_a_muscle_short_on_one_side_holds_the_other_side_back():
    left, right = (having(MANY, "high-hip", side) for side in ("left", "right"))
    assert share(left, "side-bend", "right-less") > share(right, "side-bend", "right-less")


def test_without_error_a_plain_imbalance_is_plain_to_see():
    head = having(CLEAR, "forward-head-and-neck")
    assert share(head, "wall-head", "small-gap", "bigger-gap") > 0.5
    assert share(having(MANY, "forward-head-and-neck"), "ear", "over") > share(head, "ear", "over")


def test_muscles_that_follow_nothing_tell_nothing():
    apart = list(people(world(BANK, muscles=0), count=1500, seed=5))
    held = ("long-bridge", "left-first")
    assert share(having(MANY, "high-hip", "left"), *held) > 1.3 * share(
        having(MANY, "high-hip", "right"), *held
    )
    difference = share(having(apart, "high-hip", "left"), *held) - share(
        having(apart, "high-hip", "right"), *held
    )
    assert abs(difference) < 0.06


def test_sitting_is_compared_with_the_side_seen_standing():
    high = [one for one in CLEAR if "left-high" in one.replies["hip-hands"][0]]
    assert share(high, "hip-hands-sitting", "same-side") > share(
        high, "hip-hands-sitting", "other-side"
    )
