"""The published figures of invented people are what `manage.py evaluate` gives for their files."""

import json
import math
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from posture.catalogue.library.accuracy import (
    BY_DIFFICULTY,
    KNOWN,
    NEW,
    TOGETHER,
    Share,
    Spread,
)
from posture.reasoning import adaptive

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[1] / "vignettes"
LINES = {
    "set": "exact set of imbalances",
    "side": "side of a high hip found",
    "triage": "triage",
    "stopped": "emergency and urgent people stopped",
    "calm": "self-care people let through",
    "balance": "macro-F1 of the imbalances",
    "questions": "questions asked",
    "minutes": "minutes",
}


def evaluated(people, answers, mode):
    out = StringIO()
    call_command("evaluate", FILES / people, FILES / answers, mode=mode, stdout=out)
    return out.getvalue()


def line(measure, result):
    """The line of the command about a measure, without the share in per cent."""
    said = str(result)
    if isinstance(result, Share):
        said = f"{result.right} of {result.whole} right"
    elif isinstance(result, Spread):
        said = f"{result.least:g} to {result.most:g}, median {result.middle:g}"
    return f"{LINES[measure.slug]}: {said}"


def agree(table, column, printed):
    lines = re.sub(r"(?<=right), .*", "", printed).splitlines()
    for row in table.rows:
        assert line(row.measure, row.results[column]) in lines
    assert "pelvis told to tip the wrong way: 0" in lines


def agree_by_difficulty(column, people, printed):
    """The published sets of a group are right for as many of each difficulty as printed."""
    lines = (FILES / people).read_text("utf-8").splitlines()
    scored = [one for one in map(json.loads, lines) if one["labels_scored"]]
    wrong = set(re.findall(r"^(\w+): is ", printed, re.MULTILINE))
    for row in BY_DIFFICULTY.rows:
        alike = [one["id"] for one in scored if one["difficulty"] == row.measure.slug]
        share = row.results[column]
        assert (share.right, share.whole) == (len(set(alike) - wrong), len(alike))


@pytest.mark.parametrize(("column", "mode"), [(0, "quick"), (1, "full")])
def test_the_known_people_are_told_what_is_published(column, mode):
    agree(KNOWN, column, evaluated("people.jsonl", "answers.jsonl", mode))


def test_the_first_new_people_are_told_what_is_published_by_the_rule_before(monkeypatch):
    monkeypatch.setattr(adaptive, "WORTH", 0.03)
    monkeypatch.setattr(adaptive, "TURNING", math.inf)
    printed = evaluated("new-people-1.jsonl", "new-answers-1.jsonl", "full")
    agree(NEW, 0, printed)
    agree_by_difficulty(0, "new-people-1.jsonl", printed)


@pytest.mark.parametrize("group", [2, 3])
def test_later_new_people_are_told_what_is_published(group):
    people = f"new-people-{group}.jsonl"
    printed = evaluated(people, f"new-answers-{group}.jsonl", "full")
    agree(NEW, group - 1, printed)
    agree_by_difficulty(group - 1, people, printed)


def test_the_later_new_people_together_are_the_second_and_third_group():
    later = NEW.rows[0].results[1:]
    assert TOGETHER.right == sum(share.right for share in later)
    assert TOGETHER.whole == sum(share.whole for share in later)
