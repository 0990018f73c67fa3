"""`manage.py evaluate`: two made-up people, and files with something wrong in them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assessments.evaluation import interval
from assessments.models import Assessment

TIPPED = {
    "pain-where": ["low-back"],
    "pain-worse": ["standing-still", "lying-flat"],
    "sitting-hours": "9-plus",
    "sitting-style": "perched",
    "standing": "belly-forward",
    "hollow": "deep",
    "belt": "front",
    "sway": "no",
    "hip-hands": "level",
    "belt-line": "level",
    "waist": "none",
    "ear": "over",
    "shoulders": "thumbs",
    "wall-head": "touches",
    "wall-gap": "fist",
}
UNEVEN = TIPPED | {
    "hollow": "gentle",
    "belt": "level",
    "wall-gap": "flat-hand",
    "sitting-style": "leaning",
    "standing": "one-leg",
    "pain-where": ["low-back-one-side"],
    "pain-side": "left",
    "hip-hands": "clear-left-high",
    "belt-line": "left-high",
    "waist": "left",
    "pain-average": 4,
}
ANN = {"id": "ann", "labels": ["forward-tipped-pelvis"], "side": None, "triage": "self-care"}
BEN = {"id": "ben", "labels": ["high-hip"], "side": "right", "triage": "self-care"}


@pytest.fixture
def evaluate(db, tmp_path):
    """Runs the command over lines of two files; says what was printed and what complained of."""

    def run(people, answers, **options):
        files = []
        for name, lines in (("people.jsonl", people), ("answers.jsonl", answers)):
            path = tmp_path / name
            path.write_text(
                "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines)
            )
            files.append(str(path))
        out, err = StringIO(), StringIO()
        call_command("evaluate", *files, stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return run


def gives(id, answers):
    return {"id": id, "answers": answers}


def test_two_people_are_walked_through_the_check_and_compared_with_the_truth(evaluate):
    printed, complaints = evaluate([ANN, BEN], [gives("ann", TIPPED), gives("ben", UNEVEN)])
    assert complaints == ""
    assert (
        "exact set of imbalances: 2 of 2 right, 100.0% (95 % interval 34.2% to 100.0%)" in printed
    )
    assert "side of a high hip found: 0 of 1 right" in printed
    assert "macro-F1 of the imbalances: 1.000" in printed
    assert "pelvis told to tip the wrong way: 0" in printed
    assert "ben: the high side is right, was told left" in printed
    assert "questions asked: 22 to " in printed
    assert "ann" not in printed


def test_nothing_of_it_is_stored(evaluate):
    evaluate([ANN], [gives("ann", TIPPED)])
    assert not Assessment.objects.exists()


def test_a_person_who_is_stopped_counts_for_triage_and_not_for_the_set(evaluate):
    cleo = {"id": "cleo", "labels": [], "triage": "emergency", "labels_scored": False}
    dan = ANN | {"id": "dan", "triage": "urgent", "triage_also_ok": ["see-clinician"]}
    printed, _ = evaluate(
        [cleo, dan],
        [
            gives("cleo", {"emergency-body": ["saddle"]}),
            gives("dan", TIPPED | {"worth-checking": ["getting-worse"]}),
        ],
    )
    assert "exact set of imbalances: 1 of 1 right" in printed
    assert "triage: 2 of 2 right" in printed
    assert "emergency and urgent people stopped: 1 of 2 right" in printed
    assert "self-care people let through: nobody to measure it on" in printed
    assert "emergency                     1              0              0              0" in printed


def test_who_was_told_something_else_is_named_with_both(evaluate):
    eve = ANN | {"labels": ["high-hip"], "side": "left", "triage": "urgent"}
    printed, _ = evaluate([eve], [gives("ann", TIPPED)])
    assert "ann: is high-hip, was told forward-tipped-pelvis" in printed
    assert "ann: triage is urgent, was told self-care" in printed
    assert "side of a high hip found: nobody to measure it on" in printed


def test_a_pelvis_told_to_tip_the_wrong_way_is_counted_and_costs_both_imbalances(evaluate):
    fay = ANN | {"labels": ["backward-tipped-pelvis", "high-hip"]}
    printed, _ = evaluate([fay, BEN], [gives("ann", TIPPED), gives("ben", UNEVEN)])
    assert "pelvis told to tip the wrong way: 1" in printed
    # high hip: 1 hit, 1 miss; forward and backward: no hit
    assert f"macro-F1 of the imbalances: {2 / 3 / 3:.3f}" in printed


def test_the_quick_check_can_be_measured_alone(evaluate):
    printed, _ = evaluate([ANN], [gives("ann", TIPPED)], mode="quick")
    assert "questions asked: 22 to 22, median 22" in printed
    assert "minutes: 9 to 9, median 9" in printed


def test_a_page_nobody_is_sure_about_is_asked_line_by_line(evaluate):
    unsure = TIPPED | {"worth-checking": "not-sure", "getting-worse": "yes"}
    printed, complaints = evaluate([ANN], [gives("ann", unsure)])
    assert complaints == ""
    assert "ann: triage is self-care, was told see-clinician" in printed


def test_bad_lines_are_named_with_their_number_and_do_not_stop_the_rest(evaluate):
    printed, complaints = evaluate(
        [ANN, "{", {"id": "zoe"}, "[1]", "", BEN],
        [
            gives("ann", TIPPED),
            "nonsense",
            gives("nobody", {}),
            {"id": "ben"},
            gives("ben", {"hip-hands": "purple"}),
            gives("ben", {"no-such-question": "yes"}),
        ],
    )
    assert "exact set of imbalances: 1 of 1 right" in printed
    for line in (
        "people.jsonl, line 2: left out, because it is not JSON",
        "people.jsonl, line 3: left out, because it lacks 'labels'",
        "people.jsonl, line 4: left out, because it is not a JSON object",
        "answers.jsonl, line 2: left out, because it is not JSON",
        'answers.jsonl, line 3: left out, because it needs "id" of somebody known',
        'answers.jsonl, line 4: left out, because it needs "id" of somebody known',
        "answers.jsonl, line 5: left out, because hip-hands: Select one of the answers",
        "answers.jsonl, line 6: left out, because the check asks nothing called no-such-question",
        "ben: left out, because usable answers are missing",
    ):
        assert line in complaints, complaints
    assert "line 5: left out" not in complaints.split("answers.jsonl", 1)[0]


def test_a_file_that_cannot_be_read_is_one_sentence(db, tmp_path):
    missing = tmp_path / "none.jsonl"
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("evaluate", str(missing), str(missing))


def test_nobody_to_walk_is_an_error(evaluate):
    with pytest.raises(CommandError, match="Nobody could be walked"):
        evaluate([ANN], [])


@pytest.mark.parametrize(
    ("hits", "whole", "low", "high"),
    [(10, 10, 0.7225, 1), (0, 10, 0, 0.2775), (15, 22, 0.4732, 0.8364)],
)
def test_the_interval_is_wilsons(hits, whole, low, high):
    assert interval(hits, whole) == pytest.approx((low, high), abs=5e-5)
