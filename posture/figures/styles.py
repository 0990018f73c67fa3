"""The figures' styles: the site's stylesheet, and what a file of its own carries inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from posture.figures.body import DATA
from posture.figures.bodymap import body_map_regions

# The light tokens (static/css/tokens.css) for files that leave the site.
TOKENS: Mapping[str, str] = {
    "--brand": "#0B5345",
    "--fig": "#EDF2EF",
    "--fig-line": "#10231F",
    "--fig-idle": "#D3DFD9",
    "--fig-mixed": "#5D4A66",
    "--surface": "#FFFFFF",
    "--plumb": "#B3791B",
    "--tight": "#D46C11",
    "--tight-ink": "#8A3B00",
    "--tight-pattern": "#FFFFFF",
    "--on-tight": "#FFFFFF",
    "--weak": "#1C3178",
    "--weak-ink": "#1C3178",
    "--weak-pattern": "#FFFFFF",
    "--on-weak": "#FFFFFF",
    "--font": "sans-serif",
}
LICENCE = (
    "Plumb, CC BY-SA 4.0. Drawn from BodyParts3D, © The Database Center for Life Science, "
    "and MakeHuman (CC0)."
)
NOTICE = "/* Written by posture/figures/styles.py; change posture/figures/data/*.css instead. */\n"


def stylesheet() -> str:
    """The text of static/css/figures.css."""
    return NOTICE + _css("site.css").replace("/* figure */", _css("figure.css").rstrip()).replace(
        "/* hits */", "\n".join([*_hit_areas(), *_picked()])
    )


def _hit_areas() -> list[str]:
    return [
        f".bm-hit-{hit.region}{{inset-inline-start:{hit.left:.2f}%;inset-block-start:{hit.top:.2f}%;"
        f"inline-size:{hit.width:.2f}%;block-size:{hit.height:.2f}%}}"
        for region in body_map_regions()
        for hit in region.hits
    ]


def _picked() -> list[str]:
    """A region is painted while the checkbox whose value is its slug is checked."""
    return [
        f'form:has(input[value="{region.slug}"]:checked) [data-reg="{region.slug}"]'
        "{fill-opacity:1;stroke:var(--brand);stroke-dasharray:none}"
        for region in body_map_regions()
    ]


def standalone(svg: str) -> str:
    """A figure as a file of its own, in the light colours, with its licence."""
    start = svg.index(">") + 1
    inside = f"<metadata>{LICENCE}</metadata><style>{_plain_style()}</style>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg[:start]}{inside}{svg[start:]}\n'


@lru_cache(maxsize=1)
def _plain_style() -> str:
    """The figure's rules with every token replaced, for viewers without custom properties."""
    return re.sub(r"var\((--[a-z-]+)\)", lambda m: TOKENS[m[1]], _css("figure.css")).strip()


def _css(name: str) -> str:
    return (DATA / name).read_text("utf-8")
