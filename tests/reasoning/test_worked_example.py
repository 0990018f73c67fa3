"""The example of docs/scoring.md: every number it prints comes out of the code."""

from dataclasses import replace
from pathlib import Path

import pytest

from posture.reasoning import adaptive
from posture.reasoning.findings import Word
from posture.reasoning.scoring import scores, without_one
from tests.reasoning.shipped import bank, concluded
from tests.reasoning.small import FORWARD, known, score, yes_no

TEXT = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
EXAMPLE = TEXT.split("## Example")[1].split("## Behaviour")[0]
STOPPING = TEXT.split("**When asking stops.**")[1].split("**On each side.**")[0]
ANSWERS = {
    "pain-where": ("low-back",),
    "pain-worse": ("standing-still", "lying-flat"),
    "sitting-hours": ("9-plus",),
    "sitting-style": ("perched",),
    "hollow": ("deep",),
    "belt": ("level",),
    "sway": ("no",),
    "hip-hands": ("slight-left-high",),
    "belt-line": ("left-high",),
    "waist": ("left",),
    "wall-gap": ("flat-hand",),
}


def scored(imbalance):
    return next(one for one in scores(bank(), ANSWERS) if one.imbalance == imbalance)


def families(state):
    return {one.name: one.weight for one in state.families}


def printed(*numbers):
    """Whether the page prints each number, with three decimals and a true minus."""
    return all(f"{one:.3f}".replace("-", "\N{MINUS SIGN}") in EXAMPLE for one in numbers)


def test_the_page_shows_the_answers_of_the_example():
    for question, choices in ANSWERS.items():
        assert question in EXAMPLE
        assert ", ".join(choices) in EXAMPLE


def test_forward():
    forward = scored("forward-tipped-pelvis")
    weights = families(forward.leading)
    assert weights == pytest.approx(
        {"location": 0.262, "mechanics": 0.811, "sitting": 0.756, "arch": 0.405}, abs=5e-4
    )
    assert printed(*weights.values(), sum(weights.values()), forward.leading.log_odds)
    assert printed(forward.probability, forward.favour, forward.against, forward.agreement)


def test_backward():
    backward = scored("backward-tipped-pelvis")
    weights = families(backward.leading)
    assert printed(*weights.values(), sum(weights.values()), backward.leading.log_odds)
    assert printed(backward.probability)


def test_its_word():
    finding = next(
        one for one in concluded(ANSWERS).findings if one.imbalance == "forward-tipped-pelvis"
    )
    assert (finding.word, finding.rests_on) == (Word.POSSIBLE, "hollow")
    left = without_one(bank(), ANSWERS, scored("forward-tipped-pelvis"))
    assert left == ("hollow", 0.60)


def test_level():
    high = scored("high-hip")
    left, right = high.states
    for state in (left, right):
        assert printed(*families(state).values(), state.log_odds, state.probability)
    assert printed(high.probability, left.probability / high.probability)
    assert high.side == "left"
    finding = next(one for one in concluded(ANSWERS).findings if one.imbalance == "high-hip")
    assert finding.word == Word.POSSIBLE


@pytest.mark.parametrize(("ratio", "turn"), [(4.0, 0.676), (1.5, 0)])
def test_when_asking_stops(ratio, turn):
    test = replace(yes_no("test", FORWARD, ratio), adaptive=True, minutes=5.0)
    knowledge = known(test)
    [worth] = adaptive.ranked(knowledge, scores(knowledge, {}), [test])
    assert f"{worth.bits:.3f}" in STOPPING
    assert worth.rate < adaptive.WORTH
    asked = adaptive.next_adaptive(knowledge, scores(knowledge, {}), [test])
    assert (asked == test) == (turn >= adaptive.TURNING)
    assert f"turn is P(yes) = {turn}" in STOPPING or f"turn is {turn}," in STOPPING
    found = score(knowledge, FORWARD, test="yes").probability
    assert f"{found:.3f}" in STOPPING
    assert (found >= 0.60) == bool(turn)


def test_the_limits_of_asking_are_those_in_force():
    assert (
        f"at least {adaptive.WORTH} bits a minute, or whose turn is at least {adaptive.TURNING}"
        in (STOPPING)
    )
    assert f"more than {adaptive.MINUTES:g} minutes" in STOPPING
