"""The stylesheet: current, and for every class that a figure uses."""

import re
from pathlib import Path
from runpy import run_module

from posture.figures import (
    PICTURES,
    Marking,
    Posture,
    Words,
    body_map,
    film,
    picture,
    plate,
    portrait,
    standalone,
    stylesheet,
)
from posture.figures.styles import LICENCE, TOKENS

UNNAMED = {"id": "f", "title": "", "description": ""}
CSS = Path(__file__).parents[2] / "static/css"


def test_the_committed_stylesheet_is_what_the_room_writes(capsys):
    """Write it again with: python -m posture.figures > static/css/figures.css"""
    run_module("posture.figures", run_name="__main__")
    assert (CSS / "figures.css").read_text("utf-8") == capsys.readouterr().out


def test_every_token_of_a_figure_is_known_to_the_site():
    used = set(re.findall(r"var\((--[a-z0-9-]+)", stylesheet())) - {"--light", "--dark"}
    own = set(re.findall(r"(--[a-z-]+):", stylesheet()))
    site = set(re.findall(r"(--[a-z0-9-]+):", (CSS / "tokens.css").read_text("utf-8")))
    assert used <= site | own
    assert set(TOKENS) <= site | own


def test_a_file_has_room_for_names_a_key_and_the_licence_below_the_figure():
    psoas = Marking("psoas", "tight", "", 1)
    drawn = plate("front", (), (psoas,), id="f", title="", description="", names={"psoas": "Psoas"})
    alone = standalone(drawn)
    more = standalone(drawn, names=["Psoas"], key={"f-tight": "Tight"})
    narrow, low = _size(alone)
    assert _size(more) > (narrow, low)
    assert low > _size(drawn)[1]
    assert all(line in alone for line in LICENCE)
    assert 'fill="url(#f-tight)"/><text' in more
    assert "Tight</text>" in more


def test_a_file_says_what_it_shows_below_the_figure():
    long = "Forward head and neck & Forward tipped pelvis, seen from the left side"
    short, both = (
        standalone(plate("side", id="f", title=title, description="")) for title in ("Body", long)
    )
    assert 'class="file-name"' in short
    assert ">Body</text>" in short
    assert "Forward head and neck &amp; Forward tipped<tspan" in both
    assert _size(both)[1] > _size(short)[1] > _size(standalone(plate("side", **UNNAMED)))[1]


def test_a_file_explains_the_ends_of_a_muscle():
    drawn = portrait("front", "psoas", id="f", title="Psoas", description="")
    alone = standalone(drawn, key={"origin": "Begins", "insertion": "Ends"})
    assert alone.count('class="end-origin"') == 2, "on the muscle and in the key"
    assert alone.count('class="end-hollow"') == 2
    assert "Begins</text>" in alone


def test_a_file_in_pixels_says_how_large_it_is():
    drawn = plate("side", id="f", title="", description="")
    width, height = _size(standalone(drawn, pixels=True))
    assert f' width="{width:g}" height="{height:g}"' in standalone(drawn, pixels=True)
    assert width == _size(drawn)[0]
    assert ' height="' not in standalone(drawn).partition("<metadata>")[0]


def _size(svg):
    _, _, width, height = re.search(r'viewBox="([^"]+)"', svg)[1].split()
    return float(width), float(height)


def test_every_class_of_a_figure_has_a_rule():
    markings = [Marking("gluteal", r, "", 1) for r in ("tight",)] + [
        Marking("psoas", "weak", "", 2),
        Marking("lumbar", "mixed", "", 3),
        Marking("hamstrings", "shown"),
    ]
    texts = [picture(name, id="p") for name in PICTURES]
    bent = (
        Posture("high-hip", "left"),
        Posture("forward-head-and-neck"),
        Posture("forward-tipped-pelvis"),
    )
    said = Words(*"abcdefg")
    texts += [
        draw(v, bent, markings, id="f", title="", description="", words=said, names={"psoas": "P"})
        for v in ("front", "back", "side")
        for draw in (plate, film)
    ]
    texts += [body_map("back", id="m")]
    texts += [portrait("back", "transversus-abdominis", **UNNAMED)]
    names = {
        n for text in texts for value in re.findall(r'class="([^"]*)"', text) for n in value.split()
    }
    ruled = set(re.findall(r"\.([a-z][a-z0-9-]*)", stylesheet()))
    hooks = {
        "fig-plate",
        "fig-picture",
        "bm-svg",
        "badge",
        "lead",
        "mus",
        "g-mixed",
        "note",
        "fig-portrait",
        "ex-body",
        "ex-near",
        "ex-end",
    }
    assert names - ruled - hooks == set()
