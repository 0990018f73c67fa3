"""The flowchart of the adaptive order, drawn by a command."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from assessments.management.commands import order
from tests.assessments.people import ALL_THREE, TORN, UNCLEAR_HIP

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn(tmp_path, capsys, published):
    """`drawn(*lines, depth)`: what the command prints about these lines of a file."""

    def draw(*lines, depth=2):
        path = tmp_path / "people.jsonl"
        path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        call_command("order", str(path), depth=depth)
        return capsys.readouterr()

    return draw


def test_a_flowchart_is_drawn_for_every_person(drawn):
    out = drawn({"id": "ann", "answers": UNCLEAR_HIP}, {"id": "bob", "answers": TORN}).out
    _, ann, bob = out.split("flowchart TD")
    for name, chart in (("ann", ann), ("bob", bob)):
        assert f'n0(["{name}: after the quick check"])' in chart
        assert re.search(r'n0 --> n1\["[a-z-]+"\]', chart)
        assert re.search(r'n1 -->\|"[a-z-, ]+"\| n2\["[a-z-]+"\]', chart)


def test_of_a_person_who_is_asked_nothing_more_only_the_end_is_drawn(drawn):
    out = drawn({"id": "bob", "answers": ALL_THREE}).out
    assert out.splitlines()[-1] == '  n0 --> n1(["enough"])'


def test_the_answers_to_adaptive_questions_are_not_looked_at(drawn):
    known = {"id": "ann", "answers": UNCLEAR_HIP | {"shoulder-heights": "level"}}
    assert drawn(known).out == drawn({"id": "ann", "answers": UNCLEAR_HIP}).out


def test_of_a_person_who_is_stopped_nothing_is_drawn(drawn):
    stopped = {"id": "ann", "answers": {"emergency-body": ["saddle"]}}
    told = drawn(stopped)
    assert "left out, because the check stops them, for their safety" in told.err
    assert told.out == ""


def test_an_end_is_drawn_where_nothing_is_left_to_ask():
    assert list(order.drawn(None, "ann"))[-1] == '  n0 --> n1(["enough"])'


def test_a_person_who_cannot_be_walked_does_not_stop_the_others(drawn):
    told = drawn({"id": "eve", "answers": {"hat": "red"}}, {"id": "ann", "answers": UNCLEAR_HIP})
    assert "line 1: left out, because the check asks nothing called hat" in told.err
    assert told.out.count("flowchart TD") == 1


def test_a_tree_has_at_least_one_question(drawn):
    with pytest.raises(CommandError, match="at least 1"):
        drawn({"id": "ann", "answers": UNCLEAR_HIP}, depth=0)
