"""The body map: every place of the question, with room for a finger."""

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
from posture.figures.bodymap import PICTURE, body_map_rules
from tests.figures.markup import having

PLACES = {
    "neck", "base-of-skull", "top-of-shoulder", "between-shoulder-blades", "front-of-shoulder",
    "headache", "mid-back", "low-back", "low-back-one-side", "flank-one-side",
    "buttock-one-side", "both-buttocks", "outer-hip-one-side", "both-hips",
    "groin-front-of-hip", "back-of-thigh", "front-of-thigh", "inner-thigh-one-side", "knee",
}  # fmt: skip


def test_every_place_is_drawn_and_can_be_tapped():
    drawn = {
        e.get("data-reg") for v in BODY_MAP_VIEWS for e in having(body_map(v, id="m"), "data-reg")
    }
    assert drawn == PLACES
    assert {region.slug for region in body_map_regions()} == PLACES
    assert all(region.hits for region in body_map_regions())


@pytest.mark.parametrize("view", BODY_MAP_VIEWS)
def test_a_label_is_large_enough_for_a_finger_on_the_smallest_phone(view):
    """Two pictures share a screen of 320 px: 127 px each, beside gutters, padding and a gap."""
    width = 127
    height = width * PICTURE.height / PICTURE.width
    for hit in body_map_hits(view):
        assert hit.width / 100 * width >= 24, hit.region
        assert hit.height / 100 * height >= 24, hit.region


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
            assert shared <= 0.25 * min(a.width * a.height, b.width * b.height), (a, b)


def test_labels_have_names_of_their_own_and_tick_their_place():
    hits = [hit for region in body_map_regions() for hit in region.hits]
    assert len({hit.region for hit in hits}) == len(hits)
    assert all(hit.region.startswith(hit.value) for hit in hits)
    one_sided = next(r for r in body_map_regions() if r.slug == "buttock-one-side")
    assert [hit.region for hit in one_sided.hits] == ["buttock-one-side-1", "buttock-one-side-2"]


def test_there_is_no_body_map_from_the_side():
    with pytest.raises(FigureError, match="back and front, not 'side'"):
        body_map("side", id="m")


def test_each_label_has_its_place_and_paints_its_region_when_pointed_at():
    rules = body_map_rules()
    pointed = re.findall(r'has\(\.bm-hit-([a-z0-9-]+):hover\) \[data-reg="([a-z-]+)"\]', rules)
    hits = [hit for region in body_map_regions() for hit in region.hits]
    assert pointed == [(hit.region, hit.value) for hit in hits]
    assert all(rules.count(f".bm-hit-{hit.region}{{") == 1 for hit in hits)
    assert set(re.findall(r'input\[value="([a-z-]+)"\]:checked', rules)) == PLACES


def test_the_body_of_the_map_is_the_body_of_the_figures():
    for view in BODY_MAP_VIEWS:
        ours, theirs = body_map(view, id="m"), decoration(view, id="m", muscles="surface")
        body = re.search(r'<path id="m-body"[^>]*>', theirs)[0]
        assert body in ours
        assert re.search(r'<g class="mus-idle">.*?</g>', theirs)[0] in ours
