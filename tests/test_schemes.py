"""Light and dark: a scheme changes colours alone, so that a page is the same page in both."""

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[1] / "static/css").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}|rgb\([^()]*\)", re.IGNORECASE)
EITHER = re.compile(r"var\(--(?:light|dark),((?:[^()]|\([^()]*\))*)\)")
OF_A_SCHEME = re.compile(
    r"@media \(prefers-color-scheme[^{]*\{[^{}]*\{([^{}]*)\}|data-theme=[^{}]*\{([^{}]*)\}"
)
SWITCHES = {"--light", "--dark", "color-scheme", "outline-color", "box-shadow"}


@pytest.fixture(params=SHEETS, ids=lambda path: path.name)
def sheet(request):
    return re.sub(r"/\*.*?\*/", "", request.param.read_text("utf-8"), flags=re.DOTALL)


def test_whatever_has_a_light_and_a_dark_value_is_a_colour(sheet):
    values = [value.strip() for value in EITHER.findall(sheet)]
    assert len(values) == sheet.count("var(--light") + sheet.count("var(--dark")
    assert [value for value in values if not COLOUR.fullmatch(value)] == []


def test_a_rule_for_one_scheme_sets_no_more_than_colours(sheet):
    rules = ["".join(found) for found in OF_A_SCHEME.findall(sheet)]
    assert len(rules) == sheet.count("prefers-color-scheme") + sheet.count("data-theme=")
    names = {one.split(":")[0].strip() for rule in rules for one in rule.split(";")} - {""}
    assert names <= SWITCHES
