"""The example of docs/plans.md: every line of its tables comes out of the code."""

from pathlib import Path

from posture.reasoning.planning.arranging import BLOCK, MOST_EVER
from posture.reasoning.planning.needs import APART, BY_PART, GENERAL
from tests.reasoning.planned import FORWARD, FORWARD_HEAD, planned
from tests.reasoning.shipped import bank

TEXT = (Path(__file__).parents[2] / "docs" / "plans.md").read_text(encoding="utf-8")
EXAMPLE = TEXT.split("## Example")[1]


def example():
    """Somebody with two patterns whose own tests say more of three muscles."""
    tests = {
        "long_bridge": ("both-give-out",),
        "bed_edge": ("left-level", "right-level"),
    }
    return planned(FORWARD_HEAD, FORWARD, tests=tests)


def rows(made):
    """The lines of the table of weeks."""
    for number, week in enumerate(made.weeks, start=1):
        for item in week:
            dose = f"{item.sets} × {item.reps}" + f", {item.hold} s" * bool(item.hold)
            sides = " each side" * item.each_side
            muscles = ", ".join(f"{one.muscle} ({one.why})" for one in item.purposes)
            step = f"{item.step} {item.after}".strip()
            cells = (number, item.exercise, dose + sides, item.seconds, step, muscles)
            yield f"| {' | '.join(map(str, cells))} |"


def reasons(made):
    """The lines of the table of what is left out."""
    for one in made.left_out:
        week = f"week {one.week}" * bool(one.week)
        yield f"| {one.muscle} | {one.role} | {' '.join(filter(None, (one.cause, week)))} |"


def table(text):
    """The lines of its table, without its head."""
    return [line for line in text.splitlines() if line.startswith("| ")][2:]


def test_the_page_shows_every_week_of_the_example():
    weeks, _ = EXAMPLE.split("Left out")
    assert table(weeks) == list(rows(example()))


def test_the_page_shows_all_that_the_example_leaves_out():
    _, left = EXAMPLE.split("Left out")
    assert table(left) == list(reasons(example()))


def test_the_page_names_the_exercises_and_muscles_that_rules_name():
    named = (*BY_PART.values(), *APART.values())
    assert all(f"`{slug}`" in TEXT for slugs in named for slug in slugs)
    assert ", ".join(f"`{muscle}`" for muscle in GENERAL) in TEXT
    assert f"{BLOCK} weeks" in TEXT
    assert f"never more than {MOST_EVER}" in TEXT


def test_what_the_rules_name_is_in_the_catalogue():
    named = (*BY_PART.values(), *APART.values())
    assert all(slug in bank().exercise for slugs in named for slug in slugs)
    assert {*GENERAL, *BY_PART, *APART} <= set(bank().muscle)
