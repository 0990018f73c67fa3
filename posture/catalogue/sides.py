"""Tests done on each side of the body: their choices are written once and answered twice."""

from collections.abc import Iterator
from dataclasses import replace

from posture.catalogue.records import Choice, Question
from posture.reasoning.knowledge import Side
from posture.reasoning.scoring import SIDES

EACH_SIDE = "each-side"


def on_side(side: Side, slug: str) -> str:
    """The slug of a choice, or of what else can be answered, for one side: "left-level"."""
    return f"{side}-{slug}"


def choices(question: Question) -> Iterator[tuple[Side, Choice]]:
    """Every choice that can be answered, with its side; one that stands alone has none."""
    sides: tuple[Side, ...] = SIDES if question.kind == EACH_SIDE else ("",)
    for side in sides:
        for choice in question.choices:
            if not choice.exclusive:
                yield side, replace(choice, slug=on_side(side, choice.slug)) if side else choice
    yield from (("", choice) for choice in question.choices if choice.exclusive)
