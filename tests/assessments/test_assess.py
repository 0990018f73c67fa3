"""`manage.py questions` and `manage.py assess`: the bank, and what the check says to people."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Assessment
from posture.catalogue import content
from tests.assessments.test_evaluate import TIPPED, UNEVEN

CATALOGUE = content.read().catalogue


@pytest.fixture
def assess(published, tmp_path):
    """What is said to the people of some lines, and what was complained of."""

    def assessed(*lines):
        file, out, err = tmp_path / "people.jsonl", StringIO(), StringIO()
        file.write_text(
            "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines)
        )
        try:
            call_command("assess", str(file), stdout=out, stderr=err)
        except CommandError as error:
            err.write(str(error))
        return [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()

    return assessed


def person(mode="quick", **answers):
    return {"id": "ann", "mode": mode, "answers": TIPPED | answers}


def test_it_prints_findings_muscles_and_what_was_asked(assess):
    [ann], complaints = assess(person())
    assert complaints == ""
    [found] = ann["findings"]
    assert (found["imbalance"], found["side"], found["word"]) == (
        "forward-tipped-pelvis",
        "",
        "strong",
    )
    assert found["probability"] > 0.8
    assert {"hollow", "wall-gap"} <= {*found["for"]}
    assert {"muscle": "quadriceps", "side": "", "state": "not-tested"} in ann["muscles"]
    assert (ann["id"], ann["triage"], ann["stopped"]) == ("ann", "self-care", False)
    assert len(ann["asked"]) == 22
    assert 5 < ann["minutes"] < 10
    assert not Assessment.objects.exists(), "nothing is stored"


def test_it_says_what_the_site_says(assess, walker):
    [told], _ = assess({"id": 1, "mode": "quick", "answers": UNEVEN})
    said = {name.replace("-", "_"): value for name, value in UNEVEN.items()}
    walker.to_result(**said | {"pain_average": "4", "mode": "quick"})
    stored = walker.row.result["conclusion"]
    shown = [one for one in stored["findings"] if one["word"] in {"strong", "possible"}]
    assert told["asked"] == walker.row.result["asked"]
    assert [
        (one["imbalance"], one["side"], one["word"], one["probability"]) for one in told["findings"]
    ] == [
        (one["imbalance"], one["side"], one["word"], round(one["probability"], 4)) for one in shown
    ]


def test_the_full_check_asks_more_and_a_tested_muscle_has_its_state(assess):
    quiet = {"hollow": "gentle", "wall-gap": "not-sure", "belt": "level"}
    [quick], _ = assess(person(**quiet))
    sides = ["left-thigh-up", "right-thigh-up"]
    [full], _ = assess(person("full", **quiet, **{"bed-edge": sides, "lying-gap": "not-sure"}))
    assert full["asked"][:22] == quick["asked"]
    assert len(full["asked"]) > 22
    assert full["minutes"] > quick["minutes"]


def test_a_side_that_is_not_told_is_not_known(assess):
    [told], complaints = assess(person("full", **{"bed-edge": "left-thigh-up"}))
    assert (complaints, told["id"]) == ("", "ann")


@pytest.mark.parametrize(
    ("said", "triage", "stopped"),
    [
        ({"saddle": "yes"}, "emergency", True),
        ({"saddle": "not-sure"}, "emergency", True),
        ({"emergency-body": ["saddle"]}, "emergency", True),
        ({"getting-worse": "yes"}, "see-clinician", False),
        ({"getting-worse": "no"}, "self-care", False),
        ({"ibp": ["over-3-months", "better-moving"]}, "self-care", False),
        ({"osteoporosis": "yes"}, "self-care", False),
    ],
)
def test_safety_can_be_told_by_its_pages_or_one_by_one(assess, said, triage, stopped):
    [told], _ = assess(person(**said))
    assert (told["triage"], told["stopped"]) == (triage, stopped)
    assert bool(told["findings"]) != stopped


@pytest.mark.parametrize("age", [{}, {"age": "not-sure"}])
def test_whose_age_is_not_told_is_asked_nothing_on_the_floor(assess, age):
    [unknown], complaints = assess({"id": "ann", "mode": "full", "answers": age})
    [grown], _ = assess({"id": "ann", "mode": "full", "answers": {"age": "40-54"}})
    on_the_floor = {one.slug for one in CATALOGUE.questions if "floor" in one.avoid}
    assert (complaints, unknown["triage"], unknown["stopped"]) == ("", "self-care", False)
    assert on_the_floor & {*grown["asked"]}
    assert on_the_floor.isdisjoint(unknown["asked"])


def test_a_bad_line_is_named_with_its_number_and_does_not_stop_the_rest(assess):
    told, complaints = assess(
        "nonsense",
        person(),
        {"id": "zoe", "answers": {}, "mode": "slow"},
        person(hollow="purple"),
        person(nothing="yes"),
    )
    assert len(told) == 1
    assert "line 1: left out, because it is not JSON" in complaints
    assert 'line 3: left out, because it needs "id"' in complaints
    assert "line 4: left out, because hollow: Select one of the answers" in complaints
    assert "line 5: left out, because the check asks nothing called nothing" in complaints
    assert "3 lines were left out" in complaints


def test_people_may_come_from_standard_input(published, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO(json.dumps(person())))
    out = StringIO()
    call_command("assess", "-", stdout=out)
    assert json.loads(out.getvalue())["id"] == "ann"


def test_the_bank_lists_all_that_can_be_asked_with_its_choices(published):
    out = StringIO()
    call_command("questions", stdout=out)
    bank = {one["slug"]: one for one in json.loads(out.getvalue())}
    asked = (*CATALOGUE.red_flags, *CATALOGUE.conditions, *CATALOGUE.questions)
    assert {*bank} == {one.slug for one in asked}
    assert bank["hollow"]["fact"] == "v_arch"
    assert "deep" in {one["slug"] for one in bank["hollow"]["choices"]}
    assert [one["slug"] for one in bank["saddle"]["choices"]] == ["yes", "no", "not-sure"]
    assert bank["ibp"]["kind"] == "multiple"
    sided = bank["bed-edge"]
    assert {"left-thigh-up", "right-thigh-up", "cannot"} <= {
        one["slug"] for one in sided["choices"]
    }
    assert sided["when"]["every"] == [["mode=full", "mode=helper"]]
