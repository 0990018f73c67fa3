"""How the shipped bank behaves: textbook people, neutral ones, and those who click anything."""

from collections import Counter
from functools import cache
from random import Random

import pytest

from posture.reasoning.findings import Outcome, Word
from tests.reasoning.shipped import (
    IMBALANCES,
    anybody,
    bank,
    concluded,
    neutral,
    textbook,
)

PEOPLE = 2000


@cache
def random_conclusions():
    random = Random(1)
    return [concluded(anybody(random)) for _ in range(PEOPLE)]


@pytest.mark.no_cover
def test_random_answers_are_rarely_a_strong_match():
    strong = Counter(
        finding.imbalance
        for whole in random_conclusions()
        for finding in whole.findings
        if finding.word == Word.STRONG
    )
    assert all(strong[slug] <= 0.10 * PEOPLE for slug in IMBALANCES), strong


@pytest.mark.no_cover
def test_most_people_who_answer_at_random_are_told_that_their_answers_disagree():
    told = sum(any(one.disagrees for one in whole.findings) for whole in random_conclusions())
    assert told > PEOPLE / 2


@pytest.mark.no_cover
def test_findings_of_one_axis_exclude_each_other():
    for whole in random_conclusions():
        axes = [bank().imbalance[one.imbalance].axis for one in whole.found]
        assert len(axes) == len(set(axes))


@pytest.mark.parametrize(
    ("imbalance", "side"),
    [*((one, "") for one in IMBALANCES[:3]), *(("high-hip", side) for side in ("left", "right"))],
)
def test_textbook_answers_find_their_imbalance(imbalance, side):
    whole = concluded(textbook(imbalance, side))
    first = whole.found[0]
    assert (first.imbalance, first.side) == (imbalance, side)
    assert first.probability > 0.85
    assert not first.disagrees


def test_a_textbook_pelvis_is_never_found_tipped_both_ways():
    forward = concluded(textbook("forward-tipped-pelvis"))
    assert {one.imbalance: one.word for one in forward.findings}[
        "backward-tipped-pelvis"
    ] == Word.NO_FIT


def test_neutral_answers_find_nothing():
    whole = concluded(neutral())
    assert whole.outcome == Outcome.NO_PATTERN
    assert all(one.probability <= 0.21 for one in whole.findings)


def test_without_signs_there_is_not_enough_to_say():
    answers = {one.slug: ("not-sure",) for one in bank().questions}
    assert concluded(answers).outcome == Outcome.NOT_ENOUGH
