"""The published figures of invented people are what `manage.py evaluate` gives for their files."""

import json
import math
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from posture.catalogue.library.accuracy import BY_DIFFICULTY, KNOWN, NEW, Share, Spread
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


def agree(rows, column, printed):
    lines = re.sub(r"(?<=right), .*", "", printed).splitlines()
    for row in rows:
        assert line(row.measure, getattr(row, column)) in lines
    assert "pelvis told to tip the wrong way: 0" in lines


def by_difficulty(people, printed):
    """How many sets of how many people are right, for each difficulty."""
    lines = (FILES / people).read_text("utf-8").splitlines()
    scored = [one for one in map(json.loads, lines) if one["labels_scored"]]
    wrong = set(re.findall(r"^(\w+): is ", printed, re.MULTILINE))
    return {
        row.measure.slug: (
            sum(one["id"] not in wrong for one in scored if one["difficulty"] == row.measure.slug),
            sum(one["difficulty"] == row.measure.slug for one in scored),
        )
        for row in BY_DIFFICULTY
    }


@pytest.mark.parametrize(("column", "mode"), [("left", "quick"), ("right", "full")])
def test_the_known_people_are_told_what_is_published(column, mode):
    agree(KNOWN, column, evaluated("people.jsonl", "answers.jsonl", mode))


def test_the_first_new_people_are_told_what_is_published_by_the_rule_before(monkeypatch):
    monkeypatch.setattr(adaptive, "WORTH", 0.03)
    monkeypatch.setattr(adaptive, "TURNING", math.inf)
    printed = evaluated("new-people-1.jsonl", "new-answers-1.jsonl", "full")
    agree(NEW, "left", printed)
    published = {row.measure.slug: (row.left.right, row.left.whole) for row in BY_DIFFICULTY}
    assert by_difficulty("new-people-1.jsonl", printed) == published


def test_the_second_new_people_are_told_what_is_published():
    printed = evaluated("new-people-2.jsonl", "new-answers-2.jsonl", "full")
    agree(NEW, "right", printed)
    published = {row.measure.slug: (row.right.right, row.right.whole) for row in BY_DIFFICULTY}
    assert by_difficulty("new-people-2.jsonl", printed) == published
