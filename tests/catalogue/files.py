"""A small folder of content files, to break in one line."""

from pathlib import Path

FILES = {
    "all.toml": 'language = "en"\n',
    "axes.toml": """
[[axes]]
slug = "tilt"
name = "Tilt"
neutral = "Level"
""",
    "muscles.toml": """
[[muscles]]
slug = "psoas"
name = "Psoas"
plain = "front of the hip"
kind = "muscle"
region = "hip-and-thigh"
""",
    "imbalances.toml": """
[[imbalances]]
slug = "forward-tipped-pelvis"
name = "Forward tipped pelvis"
axis = "tilt"
finding = "a forward tipped pelvis"
summary = "It tips."
description = "It tips forward."
prior = 0.3
views = ["side"]

[[imbalances.involvements]]
muscle = "psoas"
role = "tight"
""",
    "safety.toml": """
[[safety_pages]]
slug = "now"
title = "Is this true now?"

[[red_flags]]
slug = "numb"
fact = "rf_numb"
page = "now"
level = "emergency"
text = "Numb"
question = "Is it numb?"
concern = "a nerve"
""",
    "questions.toml": """
[[questions]]
slug = "hollow"
fact = "v_arch"
text = "How deep is the hollow?"
short = "Hollow"
why = "It hints at the tilt."
kind = "single"
part = "look"
every = [["numb"]]

[[questions.choices]]
slug = "deep"
text = "Deep"
evidence = [{ imbalance = "forward-tipped-pelvis", ratio = 2 }]
""",
}


def written(folder: Path, **files: str) -> Path:
    """The folder with the small files; those that are given (without their ending) differ."""
    for name, text in (FILES | {f"{stem}.toml": text for stem, text in files.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def mended(file: str, old: str, new: str) -> str:
    """The text of a small file with one difference."""
    assert old in FILES[file]
    return FILES[file].replace(old, new)
