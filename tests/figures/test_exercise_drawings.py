"""The picture of an exercise: both ends, props, arrows, words; the same bytes each time."""

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures import MUSCLES, PROPS, FigureError, Marking, exercise, standalone
from posture.figures.panels import sheet
from posture.figures.placing import pair, placed
from posture.figures.props import DRAWN, floor, things
from posture.figures.stances import SIGHTS, Poses, poses_of
from tests.figures.legal import any_stance
from tests.figures.markup import SVG, having, numbers, parsed
from tests.figures.movements import DRAWINGS, PAIRS

MARKED = (Marking("hamstrings", "tight"), Marking("anterior-deltoid", "weak"))


def drawn(name, markings=MARKED, title="t"):
    start, end, props = DRAWINGS[name]
    poses = {"start": start, "end": end, "props": list(props)}
    return exercise(poses, markings, id="x", title=title, description="d")


@settings(max_examples=12, deadline=None)
@given(st.data(), st.sampled_from(PROPS))
def test_whatever_is_accepted_can_be_drawn(data, prop):
    """Staff write poses: none that passes the check may break the page that shows it."""
    start, end = (any_stance(data.draw(st.sampled_from(SIGHTS))) for _ in range(2))
    drawn = sheet(Poses(data.draw(start), data.draw(end), (prop,)))
    assert drawn.frame.width > 0
    assert math.isfinite(drawn.frame.height)


def test_every_prop_is_drawn_here():
    assert set(PAIRS) == set(PROPS) == set(DRAWN)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_is_finite_closed_and_the_same_each_time(name):
    text = drawn(name)
    assert text == drawn(name)
    assert all("n" not in n for n in numbers(text))
    for skin in (
        e for e in parsed(text).iter(f"{SVG}path") if re.search(r"-\d+$", e.get("id", ""))
    ):
        assert skin.get("d").endswith("z")
    assert "style=" not in text
    assert "#" not in re.sub(r'url\(#[^)]*\)|href="#[^"]*"', "", text)


@pytest.mark.parametrize("name", DRAWINGS)
def test_what_is_drawn_lies_in_the_frame(name):
    root = parsed(drawn(name))
    left, top, width, height = map(float, root.get("viewBox").split())
    for path in root.iter(f"{SVG}path"):
        x, y = map(float, re.match(r"M(-?[\d.]+)[ ]?(-?[\d.]+)", path.get("d")).groups())
        if "pat-mark" not in path.get("class", ""):
            assert left <= x <= left + width
            assert top <= y <= top + height


@pytest.mark.parametrize("name", DRAWINGS)
def test_each_end_stands_where_the_props_are(name):
    start, end, props = DRAWINGS[name]
    read = poses_of({"start": start, "end": end, "props": list(props)})
    one, two = pair(read.start, read.end)
    assert all(t.points for t in (*things(one, two, read.props), *things(two, one, read.props)))


def test_muscles_are_marked_only_at_the_end_and_clipped_to_their_skin():
    marked = having(drawn("strap"), "data-muscle")
    assert {e.get("data-muscle") for e in marked} == {"hamstrings", "anterior-deltoid"}
    assert {e.get("data-role") for e in marked} == {"tight", "weak"}
    start, end = (e for e in parsed(drawn("strap")) if e.get("class") in ("ex-start", "ex-end"))
    assert not [e for e in start.iter() if e.get("data-muscle")]
    clipped = [g for g in end.iter(f"{SVG}g") if g.get("clip-path")]
    assert {p.get("data-muscle") for g in clipped for p in g} == {"hamstrings", "anterior-deltoid"}


def test_only_the_stretched_side_is_marked():
    marked = having(drawn("wall-side", [Marking("quadratus-lumborum", "tight")]), "data-side")
    assert {e.get("data-side") for e in marked} == {"right"}


def test_every_id_that_is_used_is_there_once():
    text = drawn("far limbs that appear")
    there = re.findall(r' id="([^"]*)"', text)
    used = re.findall(r'href="#([^"]*)"|url\(#([^)]*)\)', text)
    assert len(there) == len(set(there))
    assert {a or b for a, b in used} <= set(there)


def test_people_who_lie_are_drawn_above_each_other_and_people_who_stand_beside_each_other():
    def shape(name):
        _, _, width, height = map(float, parsed(drawn(name)).get("viewBox").split())
        return width / height

    assert shape("wall-front") > 0.7
    assert len(set(re.findall(r"M-?\d+", drawn("wall-front")))) > 1
    assert 0.6 < shape("strap") < 1.6


def test_a_picture_without_a_title_is_hidden_from_screen_readers():
    assert parsed(drawn("chair", title="")).get("aria-hidden") == "true"
    spoken = parsed(drawn("chair", title="Sit <and> stand"))
    assert spoken.get("role") == "img"
    assert spoken.find(f"{SVG}title").text == "Sit <and> stand"


def test_where_nothing_moves_one_picture_is_enough():
    assert "ex-start" not in drawn("press on one wall")
    assert "ex-next" not in drawn("cushion")
    assert "ex-start" in drawn("lift")


@pytest.mark.parametrize("name", ["wall-front", "wall-behind", "wall-side", "door-frame"])
def test_walls_stay_where_they_are(name):
    start, end, props = DRAWINGS[name]
    read = poses_of(
        {"start": end | {"view": start.get("view", "side")}, "end": end, "props": props}
    )
    one, two = pair(read.start, read.end)
    assert things(one, two, read.props) == things(two, one, read.props)


def test_a_lifted_arm_throws_a_shadow_on_the_mat():
    start, end = (e for e in parsed(drawn("lift")) if e.get("class") in ("ex-start", "ex-end"))
    shades = [sum(p.get("class") == "ex-shade" for p in e.iter()) for e in (start, end)]
    assert shades == [0, 6]


def test_a_tilt_of_the_pelvis_from_behind_is_shown_by_a_line():
    assert drawn("step from the back").count("ex-belt") == 2
    assert "ex-belt" not in drawn("wall-side")


def test_muscles_too_small_to_be_found_have_a_ring():
    small, large = Marking("quadratus-lumborum", "tight"), Marking("latissimus-dorsi", "tight")
    assert drawn("wall-side", [small]).count("ex-belt") == 1
    assert "ex-belt" not in drawn("wall-side", [small, large])


def test_an_exercise_without_a_muscle_has_no_patterns():
    assert "<defs>" not in drawn("chair", ())


def test_unknown_muscles_and_poses_are_refused():
    with pytest.raises(FigureError, match="no muscle 'heart'"):
        drawn("chair", [Marking("heart", "tight")])
    with pytest.raises(FigureError, match="poses need a table 'start'"):
        exercise({}, (), id="x", title="", description="")


def test_every_muscle_can_be_marked_in_a_bent_body():
    text = drawn("far limbs that appear", [Marking(m, "shown") for m in MUSCLES])
    assert {e.get("data-muscle") for e in having(text, "data-muscle")} >= {"psoas", "gluteal"}


def test_a_wall_goes_down_to_the_floor_beside_a_step():
    start, end, _ = DRAWINGS["step from the back"]
    read = poses_of({"start": start, "end": end})
    one, two = pair(read.start, read.end)
    found = things(one, two, ("step", "wall-side"))
    (wall,) = (thing for thing in found if thing.class_ == "ex-wall")
    assert min(v for _, v in wall.points) == floor(one, ("step",)) < 0


def test_a_crossed_ankle_lies_on_the_other_knee():
    start, end, _ = DRAWINGS["ankle on the other knee"]
    joint = placed(poses_of({"start": start, "end": end}).start).body.joints()
    assert math.dist(joint["ankle-left"], joint["knee-right"]) < 0.08


def test_a_forearm_that_hangs_from_a_bed_is_seen_when_it_is_turned_up():
    start, end, _ = DRAWINGS["bed, from above"]
    read = poses_of({"start": start, "end": end})
    seen = [
        math.dist(joint["elbow-left"], joint["wrist-left"])
        for joint in (placed(stance).body.joints() for stance in (read.start, read.end))
    ]
    assert seen[0] < 0.3 * seen[1]


def test_a_file_of_an_exercise_carries_its_colours():
    assert "var(" not in standalone(drawn("chair"))
