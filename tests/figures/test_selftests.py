"""Pictures of self-tests: bodies on their support, with what to look at marked."""

import math
import re

import pytest

from posture.figures import PICTURES, FigureError, picture, selftests
from posture.figures.panels import sheet
from posture.figures.placing import from_above, outline
from posture.figures.selftests import self_test, self_tests
from posture.figures.stances import poses_of
from tests.figures.markup import SVG, parsed

NAMES = sorted(self_tests())


def sheet_of(name):
    return sheet(poses_of(self_tests()[name]["poses"]))


def ends(name):
    drawn = sheet_of(name)
    return [end for end in (drawn.start, drawn.end) if end]


def marked(monkeypatch, look, **stance):
    """The picture of one pose with one thing marked."""
    poses = {"start": stance, "end": stance}
    asked = {"one": {"poses": poses, "look": {"end": [look]}}}
    monkeypatch.setattr(selftests, "self_tests", lambda: asked)
    return self_test("one", id="x")


def test_pictures_of_self_tests_are_pictures_too():
    assert set(NAMES) < set(PICTURES)
    assert len(PICTURES) == len(set(PICTURES))


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_hidden_from_screen_readers_and_the_same_each_time(name):
    text = picture(name, id="x")
    assert text == picture(name, id="x")
    assert parsed(text).get("aria-hidden") == "true"


@pytest.mark.parametrize("name", NAMES)
def test_what_supports_the_body_touches_it_and_nothing_sinks_in(name):
    for end in ends(name):
        at = end.at
        if from_above(at.stance) or at.stance.side_lying:
            continue
        ground = min(at.lowest(c) for c in at.stance.contact) if at.stance.contact else None
        for contact in at.stance.contact:
            if contact != "hip_seat":
                assert at.lowest(contact) - ground < 0.015, contact
        if "bed-edge" not in self_tests()[name]["poses"].get("props", ()):
            assert min(v for _, v in outline(at.body)) > end.floor - 0.012


@pytest.mark.parametrize("name", NAMES)
def test_what_is_marked_lies_in_the_frame(name):
    root = parsed(picture(name, id="x"))
    left, top, width, height = map(float, root.get("viewBox").split())
    for ring in root.iter(f"{SVG}circle"):
        x, y, r = (float(ring.get(key)) for key in ("cx", "cy", "r"))
        assert left < x - r < x + r < left + width
        assert top < y - r < y + r < top + height


def test_thigh_of_the_bed_edge_lies_level_and_the_lower_leg_hangs():
    joints = sheet_of("bed-edge").end.at.body.joints()
    hip, knee, ankle = (joints[f"{name}-near"] for name in ("hip", "knee", "ankle"))
    assert abs(hip[1] - knee[1]) < 0.02
    assert abs(knee[0] - ankle[0]) < 0.06
    assert knee[1] - ankle[1] > 0.2


def test_the_thigh_stays_upright_while_the_knee_straightens():
    for end in ends("straighten-knee"):
        joints = end.at.body.joints()
        assert abs(joints["hip-near"][0] - joints["knee-near"][0]) < 0.02


def test_the_under_knee_is_bent_for_balance_while_the_leg_is_held_up():
    for end in ends("side-leg"):
        joints = end.at.body.joints()
        assert joints["hip-left"][1] > joints["hip-right"][1]  # on the right side
        under, over = (
            joints[f"ankle-{side}"][0] - joints[f"knee-{side}"][0] for side in ("right", "left")
        )
        assert abs(under) < 0.05 < over


def test_books_are_as_high_as_the_foot_on_them_and_level_the_hips():
    (end,) = ends("book-pile")
    books = [thing for thing in end.things if thing.class_ == "ex-book"]
    top = max(v for book in books for _, v in book.points)
    assert top == pytest.approx(end.at.lowest("heel_near"))
    assert 0.006 < top < 0.017  # 1 to 3 cm
    assert end.at.lowest("heel_far") == pytest.approx(0)
    joints = end.at.body.joints()
    assert joints["hip-left"][1] == pytest.approx(joints["hip-right"][1])


@pytest.mark.parametrize("name", ["chair-reach", "knee-lift", "chair-stand", "sit-tall"])
def test_who_is_told_to_sit_on_the_front_half_keeps_away_from_the_backrest(name):
    start = sheet_of(name).start
    back = max(u for u, v in outline(start.at.body) if v > start.at.lowest("hip_seat") + 0.02)
    backrest = max((u for thing in start.things for u, _ in thing.points), default=0)
    assert backrest - back > 0.06


def test_both_hands_of_the_helper_lie_equally_high():
    (end,) = ends("book-pile")
    hands = [thing for thing in end.things if thing.class_ == "fig-limb"]
    assert [thing.over for thing in hands] == [True, True]
    assert len({max(v for _, v in hand.points) for hand in hands}) == 1


def test_hands_rest_on_the_hip_bones_of_who_sits_before_a_mirror():
    (end,) = ends("hip-hands-sitting")
    joints = end.at.body.joints()
    for side in ("left", "right"):
        assert 0.06 < joints[f"fingertip-{side}"][1] - joints[f"hip-{side}"][1] < 0.11


def test_of_who_bends_down_one_sees_from_behind_the_ribs_above_the_buttocks():
    body = ends("rib-height")[1].at.body
    back, *_, buttocks = (p for p in body.parts() if p.name == "trunk")
    tops = [max(v for _, v in part.points) for part in (back, buttocks)]
    assert 0.6 < tops[1] + 0.02 < tops[0] < 0.66
    joints = body.joints()
    assert abs(joints["fingertip-left"][0] - joints["fingertip-right"][0]) < 0.02  # palms together
    assert joints["shoulder-left"][1] > joints["wrist-left"][1] > joints["fingertip-left"][1]


def test_only_what_is_lower_is_shown_where_that_is_asked():
    top, floor = (
        float(parsed(picture(n, id="x")).get("viewBox").split()[1])
        for n in ("book-pile", "turn-out")
    )
    assert top == 2000 * (1 - self_tests()["book-pile"]["below"]) > floor


def test_an_angle_is_drawn_from_the_line_that_goes_on(monkeypatch):
    look = {"angle": ["hip-near", "knee-near", "ankle-near"]}
    legs = {"near": [90, 30, 0], "far": [0, 0, 0]}
    text = marked(monkeypatch, look, trunk=-90, leg=legs)
    (beyond,) = re.findall(r'class="fig-beyond" d="M([^"]*)"', text)
    (x, y), (u, v) = (map(float, p.split()) for p in beyond.split("L"))
    assert abs(x - u) < 12  # straight on, upward
    assert y - v == pytest.approx(selftests.BEYOND * 2000, rel=0.01)


def test_the_ground_is_straight_below_the_place_before_it(monkeypatch):
    text = marked(monkeypatch, {"line": ["wrist-near", "ground"]}, arm=[90, 0])
    (line,) = re.findall(r'class="fig-look" d="M([^"]*)"', text)
    (x, y), (u, v) = (map(float, p.split()) for p in line.split("L"))
    assert (x, 2000) == pytest.approx((u, v))
    assert y < v - 500


def test_a_ring_is_round_its_place(monkeypatch):
    text = marked(monkeypatch, {"ring": ["low-back"]})
    (ring,) = (c for c in parsed(text).iter(f"{SVG}circle") if c.get("class") == "fig-look")
    u, v = selftests.PLACES["low-back"]
    assert (
        math.dist((float(ring.get("cx")), float(ring.get("cy"))), (2000 * u, 2000 * (1 - v)))
        < 2000 * 0.03
    )


@pytest.mark.parametrize(
    ("look", "said"),
    [({"cross": ["low-back"]}, "not 'cross'"), ({"ring": ["third knee"]}, "no place 'third knee'")],
)
def test_a_mark_that_cannot_be_drawn_is_refused_by_name(monkeypatch, look, said):
    with pytest.raises(FigureError, match=said):
        marked(monkeypatch, look)
