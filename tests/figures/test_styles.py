"""The stylesheet: current, and for every class that a figure uses."""

import re
from pathlib import Path
from runpy import run_module

from posture.figures import PICTURES, Marking, Posture, body_map, picture, plate, stylesheet
from posture.figures.styles import TOKENS

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


def test_every_class_of_a_figure_has_a_rule():
    markings = [Marking("gluteal", r, "", 1) for r in ("tight",)] + [
        Marking("psoas", "weak", "", 2),
        Marking("lumbar", "mixed", "", 3),
        Marking("hamstrings", "shown"),
    ]
    texts = [picture(name, id="p") for name in PICTURES]
    texts += [
        plate(
            v,
            (Posture("high-hip", "left"),),
            markings,
            id="f",
            title="",
            description="",
            muscles="all",
        )
        for v in ("front", "back", "side")
    ]
    texts += [body_map("back", id="m")]
    names = {
        n for text in texts for value in re.findall(r'class="([^"]*)"', text) for n in value.split()
    }
    ruled = set(re.findall(r"\.([a-z][a-z0-9-]*)", stylesheet()))
    hooks = {"fig-plate", "fig-picture", "bm-svg", "badge", "lead", "mus", "mus-deep", "g-mixed"}
    assert names - ruled - hooks == set()
