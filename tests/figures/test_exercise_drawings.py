"""The picture of an exercise: both ends, props, arrows, words; the same bytes each time."""

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.figures import MUSCLES, PROPS, FigureError, Marking, exercise, standalone
from posture.figures.geometry import bounds
from posture.figures.motion import ways
from posture.figures.panels import sheet
from posture.figures.placing import pair, placed
from posture.figures.props import DRAWN, floor, things
from posture.figures.stances import SIGHTS, Poses, poses_of
from tests.figures.legal import any_stance
from tests.figures.markup import SVG, having, numbers, parsed

STAND = {"arm": [0, 10], "contact": ["heel"]}
REACH = {**STAND, "arm": [120, 10]}
SIT = {"arm": [0, 40], "leg": [90, 90, 0], "contact": ["hip_seat", "heel"]}
SUPINE = {"trunk": -90, "leg": [37.5, 86, -39.5], "contact": ["shoulder", "hip", "heel"]}
PRONE = {"trunk": 85.5, "leg": [2, 4.5, -60], "contact": ["shoulder", "hip"]}
KNEEL = {
    "leg": {"near": [0, 90, -60], "far": [90, 90, 0]},
    "contact": ["knee_near", "heel_far"],
}
LEG_UP = {**SUPINE, "leg": {"near": [80, 10, 0], "far": [37.5, 86, -39.5]}}
ABOVE = {"view": "top", "trunk": -90}
SIDE_LYING = {"view": "back", "side_lying": True}
FLOOR = {"view": "front", "seated": True, "hip_abduction": 45, "contact": ["hip"]}
ISOMETRIC = {"view": "front", "arm": {"near": [0, 90], "far": [0, 0]}}
HANGING = {
    "view": "top",
    "trunk": 90,
    "arm": {"near": [0, 90], "far": [0, 0]},
    "arm_l_abd": 90,
    "forearm_hang": True,
}
PAIRS = {
    "band": (REACH, {"view": "back", "arm_abduction": 86, "press": "outward"}),
    "bed": (SUPINE, {**SUPINE, "leg": {"near": [-12, 70, 0], "far": [122, 120, 0]}}),
    "chair": (SIT, STAND),
    "chair-behind": (STAND, {**STAND, "leg": {"near": [-10, 90, -30], "far": [0, 0, 0]}}),
    "chair-front": (SUPINE, {**SUPINE, "leg": [92, 92, 0]}),
    "counter": (REACH, {**STAND, "trunk": 40, "leg": [40, 0, 0], "arm": [80, 0]}),
    "cushion": (KNEEL, KNEEL),
    "door-frame": (
        REACH,
        {"view": "front", "arm_l_abd": 80, "arm": {"near": [0, 90], "far": [0, 0]}},
    ),
    "pillow": (SUPINE, {**ABOVE, "leg": [37, 86, 0], "hip_abduction": 50}),
    "roll": (SUPINE, {**ABOVE, "arm": [0, 90], "arm_abduction": 80}),
    "slider": (SUPINE, {**SUPINE, "leg": [20, 40, 10]}),
    "step": (STAND, {**STAND, "leg": {"near": [30, 0, 0], "far": [0, 0, 0]}}),
    "strap": (SUPINE, LEG_UP),
    "wall-behind": (STAND, {**STAND, "lumbar": -8}),
    "towel": (SIDE_LYING, {**SIDE_LYING, "arm": [0, 90], "forearm_rotation_out": 45}),
    "wall-front": (STAND, REACH),
    "wall-side": (
        {"view": "back", "arm_l_abd": 60},
        {"view": "back", "arm_l_abd": 60, "trunk_side": 20, "arm_r_abd": 170},
    ),
}
OTHERS = {
    "push into the floor": (SUPINE, {**SUPINE, "press": "down"}, ()),
    "lift": (
        {"view": "top", "trunk": 90, "arm_abduction": 90},
        {"view": "top", "trunk": 90, "arm_abduction": 90, "arm": [-10, 0], "press": "up"},
        (),
    ),
    "pillow below the hips": (PRONE, {**PRONE, "trunk": 77}, ("pillow",)),
    "press on one wall": (ISOMETRIC, {**ISOMETRIC, "press": "outward"}, ("wall-side",)),
    "turn of the chest": (
        {"view": "front"},
        {"view": "front", "trunk_side": 5, "press": "turn"},
        (),
    ),
    "tuck of the chin": ({**SIT, "neck": 30}, {**SIT, "neck": -4, "follow": "chin"}, ()),
    "arch": ({**STAND, "lumbar": -8}, {**STAND, "lumbar": 8}, ()),
    "hips": (SIT, {**STAND, "follow": "hip"}, ("chair",)),
    "lift of the upper leg": (SIDE_LYING, {**SIDE_LYING, "hip_abduction": 30}, ("pillow",)),
    "turn of the upper arm": (
        {**SIDE_LYING, "arm": [0, 90], "forearm_rotation_out": -45},
        {**SIDE_LYING, "arm": [0, 90], "forearm_rotation_out": 45},
        (),
    ),
    "turn of the lower arm": (
        {"view": "front", "side_lying": True, "arm": [90, 90], "forearm_rotation_out": -30},
        {"view": "front", "side_lying": True, "arm": [90, 90], "forearm_rotation_out": 50},
        ("pillow",),
    ),
    "soles together": (FLOOR, {**FLOOR, "hip_abduction": 60}, ("cushion",)),
    "soles together at a wall": (
        FLOOR,
        {**FLOOR, "hip_abduction": 60, "follow": "crown"},
        ("wall-behind",),
    ),
    "ankle on the other knee": (
        {"view": "front", "seated": True, "hip_abduction": 56, "contact": ["hip_seat"]},
        {**SIT, "trunk": 25, "hip_abduction": 56, "follow": "crown"},
        ("chair",),
    ),
    "bed, from above": (
        {**HANGING, "forearm_rotation_out": 10},
        {**HANGING, "forearm_rotation_out": 90, "follow": "wrist"},
        ("bed",),
    ),
    "lift from the side": (PRONE, {**PRONE, "arm": [190, 0], "press": "up"}, ()),
    "seat from the front": (
        {"view": "front", "seated": True},
        {"view": "front", "seated": True, "trunk_side": 20},
        ("chair",),
    ),
    "step from the back": (
        {"view": "back", "pelvis_lateral": -10, "contact": ["heel_near"]},
        {"view": "back", "pelvis_lateral": 4, "contact": ["heel_near"]},
        ("step",),
    ),
    "bed, on the front": (
        {**PRONE, "arm": [90, 0], "arm_abduction": 90, "forearm_hang": True},
        {**PRONE, "arm": [90, 90], "arm_abduction": 90, "forearm_hang": True},
        ("bed",),
    ),
    "on the side from above": (
        {"view": "top", "leg": {"near": [0, 60, 0], "far": [70, 90, 0]}},
        {"view": "top", "leg": {"near": [-8, 128, -35], "far": [70, 90, 0]}},
        ("pillow",),
    ),
    "far limbs that appear": (
        {"trunk": 78, "arm": [76, 0], "leg": [72, 90, -60], "contact": ["knee", "hand"]},
        {
            "trunk": 78,
            "arm": {"near": [76, 0], "far": [165, 0]},
            "leg": {"near": [72, 90, -60], "far": [-14, 0, -20]},
            "contact": ["knee_near", "hand_near"],
        },
        (),
    ),
}
DRAWINGS = {name: (*ends, (name,)) for name, ends in PAIRS.items()} | OTHERS
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


# ---------------------------------------------------------------- arrows
def arrows(name):
    start, end, props = DRAWINGS[name]
    read = poses_of({"start": start, "end": end, "props": list(props)})
    one, two = pair(read.start, read.end)
    return ways(read.start, read.end, one, two), two


def test_an_arrow_follows_the_joint_that_moves_most():
    (way,), end = arrows("wall-front")
    assert way[-1] == pytest.approx(end.body.joints()["wrist-near"])
    assert bounds(way).height > 0.3


def test_nothing_that_stays_has_an_arrow():
    assert arrows("cushion")[0] == ()


def test_a_tilt_of_the_pelvis_is_shown_below_the_hip_and_turns_with_it():
    (tucked,), end = arrows("wall-behind")
    (arched,), _ = arrows("arch")
    assert max(v for _, v in tucked) < end.body.joints()["hip-near"][1]
    assert tucked[0][0] > tucked[-1][0]
    assert arched[0][0] < arched[-1][0]


def test_a_push_has_an_arrow_at_each_place_that_pushes():
    assert len(arrows("push into the floor")[0]) == 2
    assert len(arrows("band")[0]) == 2
    assert len(arrows("press on one wall")[0]) == 1
    assert len(arrows("lift")[0]) == 2


def test_a_lift_seen_from_the_side_has_an_arrow_at_the_hand_that_goes_up():
    (way,), end = arrows("lift from the side")
    assert way[0][1] < end.body.joints()["fingertip-near"][1] < way[-1][1]


def test_what_both_sides_do_has_an_arrow_on_each():
    left, right = arrows("soles together")[0]
    assert [(-u, v) for u, v in left] == [pytest.approx(p) for p in right]
    assert len(arrows("lift of the upper leg")[0]) == 1


def test_a_turn_of_the_chest_is_an_arc_before_the_waist():
    (way,), end = arrows("turn of the chest")
    assert way[0][0] > 0 > way[-1][0]
    assert end.body.joints()["hip-left"][1] < way[0][1] < end.body.joints()["shoulder-left"][1]


def test_a_tucked_chin_has_an_arrow_before_the_face():
    (way,), end = arrows("tuck of the chin")
    assert way[0][0] < way[-1][0] < end.body.joints()["crown"][0]


# ---------------------------------------------------------------- files
def test_a_file_of_an_exercise_carries_its_colours():
    assert "var(" not in standalone(drawn("chair"))
