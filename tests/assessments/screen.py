"""The shipped safety screen as tables for tests: its items by level, and how to say one."""

import pytest

from posture.catalogue import content

CATALOGUE = content.read().catalogue
ITEMS = (*CATALOGUE.red_flags, *CATALOGUE.conditions)
TESTS = {
    question.slug
    for question in CATALOGUE.questions
    if question.part == "test" and not question.adaptive
}
HEADINGS = {
    "emergency": "Get emergency help now",
    "same-day": "Get medical advice today",
    "under-age": "This check is for people aged 16 and over",
}


def items(*levels, without_statements=False):
    found = [one for one in ITEMS if one.level in levels]
    if without_statements:
        found = [one for one in found if not getattr(one, "statements", ())]
    return pytest.mark.parametrize("item", found, ids=[one.slug for one in found])


def ticks(item):
    """What to tick for an item to be said: itself, or enough of its statements."""
    statements = getattr(item, "statements", ())
    return [one.slug for one in statements[: item.needed + 1]] if statements else [item.slug]


def say(walker, item):
    """Tick one item, and nothing else."""
    return walker.pass_safety(**{item.page: ticks(item)})


def escaped(text):
    """As a template prints it."""
    return text.replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;")
