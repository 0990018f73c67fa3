"""The body map: every place of the question, with room for a finger."""

import json
import re

import pytest

from posture.figures import (
    BODY_MAP_VIEWS,
    FigureError,
    body_map,
    body_map_hits,
    body_map_regions,
    decoration,
)
from posture.figures.body import DATA
from posture.figures.bodymap import PICTURE, body_map_rules
from posture.figures.svg import UNIT
from tests.figures.markup import having
from tests.figures.measured import contained

PLACES = {
    "neck", "base-of-skull", "top-of-shoulder", "between-shoulder-blades", "front-of-shoulder",
    "headache", "mid-back", "low-back", "low-back-one-side", "flank-one-side",
    "buttock-one-side", "both-buttocks", "outer-hip-one-side",
    "groin-front-of-hip", "back-of-thigh", "front-of-thigh", "inner-thigh-one-side", "knee",
}  # fmt: skip


BOTH = {
    "low-back": "low-back-one-side",
    "both-buttocks": "buttock-one-side",
    "both-hips": "outer-hip-one-side",
}
SCREEN = 320  # pixels: the narrowest, which the two views share
HEIGHT = SCREEN / 2 * PICTURE.height / PICTURE.width


def rectangle(hit):
    """The label of a hit as a polygon, in parts of stature with the floor at 0."""
    left = (PICTURE.left + hit.left / 100 * PICTURE.width) / UNIT
    top = 1 - (PICTURE.top + hit.top / 100 * PICTURE.height) / UNIT
    right = left + hit.width / 100 * PICTURE.width / UNIT
    bottom = top - hit.height / 100 * PICTURE.height / UNIT
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def test_every_place_is_drawn_and_can_be_tapped():
    drawn = {
        e.get("data-reg") for v in BODY_MAP_VIEWS for e in having(body_map(v, id="m"), "data-reg")
    }
    assert drawn == PLACES
    assert {region.slug for region in body_map_regions() if region.hits} == PLACES


def test_the_belly_is_not_taken_for_the_hips():
    """Between the outer sides of the hips lies what nobody means by both hips: the list has it."""
    [both] = [region for region in body_map_regions() if region.slug == "both-hips"]
    assert both.hits == ()


@pytest.mark.parametrize("view", BODY_MAP_VIEWS)
def test_a_label_is_large_enough_for_a_finger_on_the_narrowest_phone(view):
    """24 px at the least (WCAG 2.5.8) and 44 px (2.5.5) but for the strip below the skull."""
    for hit in body_map_hits(view):
        least = 32 if hit.value == "base-of-skull" else 44
        assert hit.width / 100 * SCREEN / 2 >= least, hit.region
        assert hit.height / 100 * HEIGHT >= least, hit.region


@pytest.mark.parametrize("view", BODY_MAP_VIEWS)
def test_a_tap_on_what_is_drawn_of_a_place_ticks_that_place(view):
    hits = body_map_hits(view)
    for slug, region in json.loads((DATA / "regions.json").read_text("utf-8")).items():
        own = [rectangle(hit) for hit in hits if hit.value == slug]
        others = [rectangle(hit) for hit in hits if hit.value != slug]
        for outline in region.get("shapes", {}).get(view, ()):
            assert max(contained(outline, label) for label in own) >= 0.9, slug
            assert max(contained(outline, label) for label in others) <= 0.1, slug


@pytest.mark.parametrize("view", BODY_MAP_VIEWS)
def test_labels_lie_inside_the_picture_and_hardly_over_each_other(view):
    hits = body_map_hits(view)
    for hit in hits:
        assert hit.left >= 0
        assert hit.top >= 0
        assert hit.left + hit.width <= 100
        assert hit.top + hit.height <= 100
    for i, a in enumerate(hits):
        for b in hits[i + 1 :]:
            across = min(a.left + a.width, b.left + b.width) - max(a.left, b.left)
            down = min(a.top + a.height, b.top + b.height) - max(a.top, b.top)
            shared = max(across, 0) * max(down, 0)
            assert shared <= 0.05 * min(a.width * a.height, b.width * b.height), (a, b)


def test_labels_have_names_of_their_own_and_tick_their_place():
    hits = [hit for region in body_map_regions() for hit in region.hits]
    assert len({hit.region for hit in hits}) == len(hits)
    assert all(hit.region.startswith(hit.value) for hit in hits)
    one_sided = next(r for r in body_map_regions() if r.slug == "buttock-one-side")
    assert [hit.region for hit in one_sided.hits] == ["buttock-one-side-1", "buttock-one-side-2"]


def test_there_is_no_body_map_from_the_side():
    with pytest.raises(FigureError, match="back and front, not 'side'"):
        body_map("side", id="m")


def test_each_label_has_its_place():
    rules = body_map_rules()
    hits = [hit for region in body_map_regions() for hit in region.hits]
    assert all(rules.count(f".bm-hit-{hit.region}{{") == 1 for hit in hits)


@pytest.mark.parametrize("state", ["hover", "focus-visible", "checked"])
def test_a_box_paints_its_region_and_that_of_both_sides_the_one_of_one_side(state):
    found = re.findall(
        rf'has\(\[value="([a-z-]+)"\]:{state}\)\) \[data-reg="([a-z-]+)"\]', body_map_rules()
    )
    painted = {pair for pair in found if pair[1] in PLACES}
    assert painted == {(slug, slug) for slug in PLACES} | set(BOTH.items())


def test_the_name_of_a_ticked_choice_is_shown():
    named = re.findall(
        r'has\(\[value="([a-z-]+)"\]:checked\)\) \.bm-name-([a-z-]+)', body_map_rules()
    )
    assert named == [(region.slug, region.slug) for region in body_map_regions()]


def test_the_body_of_the_map_is_the_body_of_the_figures():
    for view in BODY_MAP_VIEWS:
        ours, theirs = body_map(view, id="m"), decoration(view, id="m", muscles="surface")
        body = re.search(r'<path id="m-body"[^>]*>', theirs)[0]
        assert body in ours
        assert re.search(r'<g class="mus-idle">.*?</g>', theirs)[0] in ours
