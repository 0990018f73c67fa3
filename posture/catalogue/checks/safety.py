"""The safety screen: every page has something to tick, and every term names something."""

from collections.abc import Iterator

from posture.catalogue.checks.problems import Problem, nearest
from posture.catalogue.knowledge import all_items, items_of
from posture.catalogue.records import Catalogue, RedFlag
from posture.reasoning.knowledge import NOT_SURE


def safety_problems(catalogue: Catalogue) -> Iterator[Problem]:
    for page in catalogue.safety_pages:
        items = items_of(page.slug, catalogue)
        if not items:
            yield Problem("safety_pages", page.slug, "nothing is on it; withdraw it.")
        if len(items) > 1 and any(isinstance(one, RedFlag) and one.statements for one in items):
            text = "a red flag with statements needs a page of its own."
            yield Problem("safety_pages", page.slug, text)
    for red_flag in catalogue.red_flags:
        if red_flag.statements and not 0 < red_flag.needed < len(red_flag.statements):
            others = len(red_flag.statements) - 1
            text = f"of {others} further statements, {red_flag.needed} cannot be needed."
            yield Problem("red_flags", red_flag.slug, text)
    for condition in catalogue.conditions:
        if condition.explains and not condition.explanation:
            text = "it explains imbalances, but has no explanation; write one."
            yield Problem("conditions", condition.slug, text)
    yield from _unknown_terms(catalogue)


def terms_of(catalogue: Catalogue) -> frozenset[str]:
    """Everything that can be said: safety items, question=choice and question=not-sure."""
    items = {item.slug for item in all_items(catalogue)}
    answers = {
        f"{question.slug}={slug}"
        for question in catalogue.questions
        for slug in (*(choice.slug for choice in question.choices), NOT_SURE)
    }
    return frozenset(items | answers)


def _unknown_terms(catalogue: Catalogue) -> Iterator[Problem]:
    known = terms_of(catalogue)
    for name in ("questions", "escalations"):
        for record in getattr(catalogue, name):
            for term in [*sum(record.every, ()), *record.unless]:
                if term not in known:
                    text = f"nothing can say '{term}'; {nearest(term, known)}"
                    yield Problem(name, record.slug, text)
    for escalation in catalogue.escalations:
        if not escalation.every or not all(escalation.every):
            yield Problem("escalations", escalation.slug, "it must say when; a line is empty.")
