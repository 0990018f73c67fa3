"""What docs/content.md says of the content is so."""

import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from posture.catalogue import content
from posture.catalogue.shapes import columns, lists, nested

DOCUMENT = (Path(__file__).parents[2] / "docs" / "content.md").read_text(encoding="utf-8")


def tables(section: str) -> list[list[str]]:
    """The cells of the tables under a heading, without their heads."""
    text = DOCUMENT.split(f"## {section}\n")[1].split("\n## ")[0] if section else DOCUMENT
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_table_of_files_is_the_folder():
    named = {}
    for file, listed, *_ in (row for row in tables("") if row[0].endswith(".toml")):
        named[file] = set(re.findall(r"`(\w+)`", listed))
    for path in content.FOLDER.glob("*.toml"):
        known = set(tomllib.loads(path.read_text(encoding="utf-8")))
        assert known <= named.pop(path.name)
    assert named == {}


def test_every_list_it_names_can_be_written():
    inside = {column.name for record in lists().values() for column in nested(record)}
    inside |= {"evidence", content.LANGUAGE}
    for row in (row for row in tables("") if row[0].endswith(".toml")):
        assert set(re.findall(r"`(\w+)`", row[1])) <= {*lists(), *inside}


def test_its_commands_are_there_with_their_options():
    for name, options in re.findall(r"manage\.py (\w+)((?: --[a-z-]+)*)", DOCUMENT):
        parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
        for option in options.split():
            assert option in parser.format_help()


def test_its_example_can_be_followed(shipped):
    assert 'find `slug = "psoas"` in muscles.toml and change `where`' in DOCUMENT
    assert "where" in {column.name for column in columns(lists()["muscles"])}
    assert any(muscle.slug == "psoas" for muscle in shipped.muscles)


def mended(number: int) -> list[str]:
    """The slugs in the first cells of one of the two tables of what was mended."""
    text = DOCUMENT.split("## What was mended, and how\n")[1].split("In the safety screen")[number]
    first = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")][1:]
    return [
        slug for cell in first for slug in re.sub(r"\(.*\)", "", cell).replace(",", " ").split()
    ]


def test_what_it_calls_mended_is_there(shipped):
    assert set(mended(0)) <= {question.slug for question in shipped.questions}
    items = {one.slug for one in (*shipped.red_flags, *shipped.escalations)}
    assert set(mended(1)) <= items


def test_every_movement_that_it_calls_added_is_in_the_exercise(shipped):
    avoid = {one.slug: set(one.avoid) for one in shipped.exercises}
    section = tables("What was added to the exercises")
    added = section[: next(n for n, row in enumerate(section) if row[1] == "it said")]
    assert len(added) > 2
    for slugs, tags, _why in added[1:]:
        for slug in slugs.split(", "):
            assert set(tags.split(", ")) <= avoid[slug], slug


def test_every_exercise_whose_numbers_it_took_out_is_there(shipped):
    known = {one.slug for one in shipped.exercises}
    section = tables("What was added to the exercises")
    start = next(n for n, row in enumerate(section) if row[1] == "it said")
    for slugs, *_ in section[start + 1 :]:
        assert set(slugs.split(", ")) <= known


SET_HERE = {
    ("ear", "over"): {"forward-head-and-neck": 0.4},
    ("ear", "much"): {"forward-head-and-neck": 2.6, "backward-tipped-pelvis": 1.1},
    ("wall-head", "effort"): {"forward-head-and-neck": 1.5},
    ("wall-head", "chin-up"): {"forward-head-and-neck": 1.8},
    ("wall-gap", "loose-hand"): {"forward-tipped-pelvis": 1.1, "backward-tipped-pelvis": 0.6},
}
WITHOUT_A_STUDY = {"sitting-style", "belt-line"}


def test_the_ratios_that_were_set_here_are_those_it_lists(shipped):
    alone = {
        (question.slug, choice.slug): {each.imbalance: each.ratio for each in choice.evidence}
        for question in shipped.questions
        if not question.adaptive and question.who != "partner"
        if question.slug not in WITHOUT_A_STUDY
        for choice in question.choices
        if any(each.sources == ("j",) for each in choice.evidence)
    }
    assert alone == SET_HERE


@pytest.mark.parametrize("slug", sorted(WITHOUT_A_STUDY))
def test_two_questions_have_no_study_behind_their_ratios(shipped, slug):
    question = next(one for one in shipped.questions if one.slug == slug)
    assert all(each.sources == ("j",) for choice in question.choices for each in choice.evidence)
