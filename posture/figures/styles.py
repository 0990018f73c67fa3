"""The figures' styles: the site's stylesheet, and what a file of its own carries inside."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import unescape
from types import MappingProxyType

from posture.figures.body import DATA
from posture.figures.bodymap import body_map_rules
from posture.figures.geometry import Box, Point
from posture.figures.leaders import NAME_AWAY, NAME_LETTERS
from posture.figures.portraits import ENDS
from posture.figures.svg import element, group, halved, number, numbers, straight, words

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
FOOT = (
    ".file-foot text{font-family:var(--font);fill:var(--ink)}.file-name{font-weight:650}"
    ".file-ground{fill:var(--surface)}"
)
SLENDER = 0.6  # a file is at least so wide for its height, so that its licence can be read
LETTERS = 46  # the width of a file in heights of the licence's letters
TITLE_LETTERS = 44  # so many letters of its title are one line
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
    """A figure as a file of its own, in the light colours, with its title and licence below it.

    There is room for the `names` beside its badges. `key` has a word for each pattern, by the id of
    the pattern in the figure, and for the ends of a muscle. With `pixels` the file is as large as
    its units say.
    """
    start, _, rest = svg.partition(' viewBox="')
    measures, _, rest = rest.partition('"')
    attributes, _, content = rest.partition(">")
    box = _roomy(measures, names, 0 if pixels else SLENDER)
    letter = SMALL if pixels else box.width / LETTERS
    title = _title(content)
    lines = 4 + 2 * len(title) + 2.5 * bool(key)
    foot = Box(box.left, box.bottom, box.right, round(box.bottom + letter * lines))
    whole = Box(box.left, box.top, box.right, foot.bottom)
    size = f' width="{number(whole.width)}" height="{number(whole.height)}"' if pixels else ""
    view = numbers((whole.left, whole.top, whole.width, whole.height))
    inside = f"<metadata>{' '.join(LICENCE)}</metadata><style>{_plain_style()}</style>"
    below = _foot(foot, letter, title, key)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{start} viewBox="{view}"{size}{attributes}>'
        f"{inside}{content.rstrip().removesuffix('</svg>')}{below}</svg>\n"
    )


def _title(content: str) -> list[str]:
    """The title that a figure begins with, in lines; a sheet of many figures has none."""
    found = re.match(r"<title[^>]*>([^<]*)<", content)
    return textwrap.wrap(unescape(found[1]), TITLE_LETTERS) if found else []


def _roomy(measures: str, names: Iterable[str], slender: float) -> Box:
    """What a figure shows, made wide enough for the names outside it and for the licence."""
    left, top, width, height = map(float, measures.split())
    letters = max((len(line) for name in names for line in halved(name, NAME_LETTERS)), default=0)
    named = width + 2 * (NAME_AWAY + NAME_LETTER * letters) * bool(letters)
    more = (max(named, height * slender) - width) / 2
    return Box(round(left - more), round(top), round(left + width + more), round(top + height))


def _foot(box: Box, letter: float, title: Sequence[str], key: Mapping[str, str]) -> str:
    """The title, the key, each sample beside its word, and the licence; on a ground of its own."""
    ground = element(
        "rect",
        class_="file-ground",
        x=number(box.left),
        y=number(box.top),
        width=number(box.width),
        height=number(box.height),
    )
    below = box.top + 2 * letter * len(title)
    places = ((n + 0.5) * box.width / len(key) for n in range(len(key)))
    keys = (
        _key(name, word, (box.left + place, below), letter)
        for place, (name, word) in zip(places, key.items(), strict=True)
    )
    middle = (box.left + box.right) / 2
    named = _line(title, (middle, box.top + (len(title) + 0.7) * letter), 1.4 * letter, "file-name")
    licence = _line(LICENCE, (middle, box.bottom - 1.5 * letter), letter)
    return group(ground + named + "".join(keys) + licence, class_="file-foot")


def _line(lines: Sequence[str], at: Point, letter: float, class_: str = "") -> str:
    if not lines:
        return ""
    size = number(letter)
    return words(lines, at, 1.4 * letter, class_=class_, font_size=size, text_anchor="middle")


def _key(name: str, word: str, at: Point, letter: float) -> str:
    """A sample of a pattern or of an end with its word, beginning a little left of a point."""
    left, top = at[0] - 4 * letter, at[1] + letter
    sample = Box(left, top, left + 2.4 * letter, top + 1.4 * letter)
    said = words(
        (word,), (left + 3 * letter, top + 1.2 * letter), 0, font_size=number(1.4 * letter)
    )
    return (_end if name in ENDS else _patch)(name, sample) + said


def _patch(pattern: str, box: Box) -> str:
    return element(
        "rect",
        x=number(box.left),
        y=number(box.top),
        width=number(box.width),
        height=number(box.height),
        fill=f"url(#{pattern})",
    )


def _end(name: str, box: Box) -> str:
    middle = (box.top + box.bottom) / 2
    line = [(box.left, middle), (box.right, middle)]
    return "".join(straight(line, class_=f"end-{stroke}") for stroke in ENDS[name])


@lru_cache(maxsize=1)
def _plain_style() -> str:
    """The figure's rules with every token replaced, for viewers without custom properties."""
    return re.sub(
        r"var\((--[a-z0-9-]+)\)", lambda m: TOKENS[m[1]], _css("figure.css").strip() + FOOT
    )


def _css(name: str) -> str:
    return (DATA / name).read_text("utf-8")
