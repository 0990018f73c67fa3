"""What is drawn and said beside the muscles: the tilt of the pelvis, the ear, left and right."""

from posture.figures import Marking, Posture, Words, plate
from tests.figures.markup import SVG, commands, parsed

WORDS = {"id": "f", "title": "A title", "description": "A description."}
HIGH_LEFT = (Posture("high-hip", "left"),)
SAID = Words("forward", "backward", "left hip", "right hip", "ear ahead", "left", "right")


def test_a_pelvis_line_shows_in_the_views_that_show_the_tilt():
    def has_line(view, imbalance):
        return "fig-pelvis" in plate(view, (Posture(imbalance, "left"),), **WORDS)

    assert has_line("side", "forward-tipped-pelvis")
    assert not has_line("front", "forward-tipped-pelvis")
    assert has_line("front", "high-hip")
    assert not has_line("side", "high-hip")


def test_a_line_shows_how_far_the_ear_is_ahead_of_the_shoulder():
    def has_gap(view, imbalance):
        return "fig-gap" in plate(view, (Posture(imbalance, "left"),), **WORDS)

    assert has_gap("side", "forward-head-and-neck")
    assert not has_gap("back", "forward-head-and-neck")
    assert not has_gap("side", "backward-tipped-pelvis")


def said(view, *postures):
    """The notes of a figure, and where its left and right are."""
    text = plate(view, postures, words=SAID, **WORDS)
    kinds = {"note-text": "note", "fig-side": "side"}
    found = [e for e in parsed(text).iter(f"{SVG}text") if e.get("class") in kinds]
    return ["".join(e.itertext()) for e in found if e.get("class") == "note-text"], {
        e.text: float(e.get("x")) for e in found if e.get("class") == "fig-side"
    }


def test_the_marks_are_said_in_words():
    assert said("side", Posture("forward-tipped-pelvis"))[0] == ["forward"]
    assert said("side", Posture("backward-tipped-pelvis"))[0] == ["backward"]
    assert said("side", Posture("forward-head-and-neck"))[0] == ["ear ahead"]
    assert said("front", *HIGH_LEFT)[0] == said("back", *HIGH_LEFT)[0] == ["left hip"]
    assert said("back", Posture("high-hip", "right"))[0] == ["right hip"]
    assert said("back", Posture("high-hip"))[0] == []
    assert "note" not in plate("side", (Posture("forward-tipped-pelvis"),), **WORDS)
    assert "note" not in plate("side", (Posture("forward-head-and-neck"),), **WORDS)


def test_the_words_of_a_tilt_stand_beside_the_hip_that_is_high():
    for view, sign in (("front", 1), ("back", -1)):
        text = plate(view, HIGH_LEFT, words=SAID, **WORDS)
        (note,) = (e for e in parsed(text).iter(f"{SVG}text") if e.get("class") == "note-text")
        assert float(note.get("x")) * sign > 0


def test_left_and_right_are_written_on_views_that_need_it():
    assert said("side")[1] == {}
    front, back = said("front")[1], said("back")[1]
    assert front["right"] < 0 < front["left"]
    assert back["left"] < 0 < back["right"]


def test_words_of_the_caller_cannot_break_out():
    words = Words(forward="<b>&tips", left="<i>")
    bent = (Posture("forward-tipped-pelvis"),)
    text = plate(
        "side",
        bent,
        (Marking("gluteal", "weak", "", 1),),
        words=words,
        names={"gluteal": "</text><script>"},
        **WORDS,
    )
    assert "<b>" not in text
    assert "<script>" not in text
    assert parsed(plate("front", words=words, **WORDS)) is not None


def test_the_arc_of_a_tilt_has_the_same_commands_above_and_below_the_level():
    def arc(imbalance):
        text = plate("side", (Posture(imbalance),), **WORDS)
        return next(e for e in parsed(text).iter() if e.get("class") == "fig-angle").get("d")

    assert commands(arc("forward-tipped-pelvis")) == commands(arc("backward-tipped-pelvis")) == "MQ"
