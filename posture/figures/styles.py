"""The figures' styles: the site's stylesheet, and what a file of its own carries inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from posture.figures.body import DATA
from posture.figures.bodymap import body_map_rules
from posture.figures.geometry import Box, Point
from posture.figures.leaders import NAME_AWAY, NAME_LETTERS
from posture.figures.svg import element, group, halved, number, numbers, words

# The light tokens (static/css/tokens.css) for files that leave the site.
TOKENS: Mapping[str, str] = {
    "--brand": "#0B5345",
    "--fig": "#EDF2EF",
    "--fig-line": "#10231F",
    "--fig-idle": "#D3DFD9",
    "--fig-mixed": "#5D4A66",
    "--fig-prop": "#DDD6C6",
    "--fig-soft": "#EFE9DC",
    "--ink": "#10231F",
    "--ink-2": "#44574F",
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
    "Plumb, CC BY-SA 4.0.",
    "Drawn from BodyParts3D, © The Database Center for Life Science, and MakeHuman (CC0).",
)
FOOT = ".file-foot text{font-family:var(--font);fill:var(--ink)}.file-ground{fill:var(--surface)}"
SLENDER = 0.6  # a file is at least so wide for its height, so that its licence can be read
LETTERS = 46  # the width of a file in heights of the licence's letters
SMALL = 16.0  # pixels: their height where units are pixels
NAME_LETTER = 32.0  # canvas units that a letter of a muscle's name takes, rather too much
NO_KEY: Mapping[str, str] = MappingProxyType({})
NOTICE = "/* Written by posture/figures/styles.py; change posture/figures/data/*.css instead. */\n"


def stylesheet() -> str:
    """The text of static/css/figures.css."""
    return NOTICE + _css("site.css").replace("/* figure */", _css("figure.css").rstrip()).replace(
        "/* hits */", body_map_rules()
    )


def standalone(
    svg: str, *, names: Iterable[str] = (), key: Mapping[str, str] = NO_KEY, pixels: bool = False
) -> str:
    """A figure as a file of its own, in the light colours, with its licence below it.

    There is room for the `names` beside its badges. `key` has a word for each pattern, by the id of
    the pattern in the figure. With `pixels` the file is as large as its units say.
    """
    start, _, rest = svg.partition(' viewBox="')
    measures, _, rest = rest.partition('"')
    attributes, _, content = rest.partition(">")
    box = _roomy(measures, names, 0 if pixels else SLENDER)
    letter = SMALL if pixels else box.width / LETTERS
    foot = Box(box.left, box.bottom, box.right, round(box.bottom + letter * (6 if key else 4)))
    whole = Box(box.left, box.top, box.right, foot.bottom)
    size = f' width="{number(whole.width)}" height="{number(whole.height)}"' if pixels else ""
    view = numbers((whole.left, whole.top, whole.width, whole.height))
    inside = f"<metadata>{' '.join(LICENCE)}</metadata><style>{_plain_style()}</style>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{start} viewBox="{view}"{size}{attributes}>'
        f"{inside}{content.rstrip().removesuffix('</svg>')}{_foot(foot, letter, key)}</svg>\n"
    )


def _roomy(measures: str, names: Iterable[str], slender: float) -> Box:
    """What a figure shows, made wide enough for the names outside it and for the licence."""
    left, top, width, height = map(float, measures.split())
    letters = max((len(line) for name in names for line in halved(name, NAME_LETTERS)), default=0)
    named = width + 2 * (NAME_AWAY + NAME_LETTER * letters) * bool(letters)
    more = (max(named, height * slender) - width) / 2
    return Box(round(left - more), round(top), round(left + width + more), round(top + height))


def _foot(box: Box, letter: float, key: Mapping[str, str]) -> str:
    """The key, each pattern beside its word, and the licence below; on a ground of its own."""
    ground = element(
        "rect",
        class_="file-ground",
        x=number(box.left),
        y=number(box.top),
        width=number(box.width),
        height=number(box.height),
    )
    places = ((n + 0.5) * box.width / len(key) for n in range(len(key)))
    keys = (
        _key(pattern, word, (box.left + place, box.top), letter)
        for place, (pattern, word) in zip(places, key.items(), strict=True)
    )
    low = ((box.left + box.right) / 2, box.bottom - 1.5 * letter)
    licence = words(LICENCE, low, 1.4 * letter, font_size=number(letter), text_anchor="middle")
    return group(ground + "".join(keys) + licence, class_="file-foot")


def _key(pattern: str, word: str, at: Point, letter: float) -> str:
    """A patch of a pattern with its word, beginning a little left of a point."""
    left, top = at[0] - 4 * letter, at[1] + letter
    patch = element(
        "rect",
        x=number(left),
        y=number(top),
        width=number(2.4 * letter),
        height=number(1.4 * letter),
        fill=f"url(#{pattern})",
    )
    said = words(
        (word,), (left + 3 * letter, top + 1.2 * letter), 0, font_size=number(1.4 * letter)
    )
    return patch + said


@lru_cache(maxsize=1)
def _plain_style() -> str:
    """The figure's rules with every token replaced, for viewers without custom properties."""
    return re.sub(
        r"var\((--[a-z0-9-]+)\)", lambda m: TOKENS[m[1]], _css("figure.css").strip() + FOOT
    )


def _css(name: str) -> str:
    return (DATA / name).read_text("utf-8")
