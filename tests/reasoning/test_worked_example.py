"""The example of docs/scoring.md: every number it prints comes out of the code."""

from pathlib import Path

import pytest

from posture.reasoning.findings import Word
from posture.reasoning.scoring import scores, without_one
from tests.reasoning.shipped import bank, concluded

TEXT = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
EXAMPLE = TEXT.split("## Example")[1].split("## Behaviour")[0]
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
