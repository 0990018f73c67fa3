"""What is inconsistent in a catalogue. Errors keep it from being published; the rest is advice."""

from collections.abc import Iterator

from posture.catalogue.checks.body import body_problems
from posture.catalogue.checks.exercises import exercise_problems
from posture.catalogue.checks.names import broken_names, shared_names
from posture.catalogue.checks.problems import Problem, nearest
from posture.catalogue.checks.questions import question_problems
from posture.catalogue.checks.safety import safety_problems
from posture.catalogue.records import Catalogue

__all__ = ["Problem", "broken_names", "errors", "nearest", "problems"]


NEVER_EMPTY = ("axes", "muscles", "imbalances", "safety_pages", "red_flags", "questions")


def problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Everything found; where names are broken, only those, since the rest builds on them."""
    if broken := tuple(broken_names(catalogue)):
        return broken
    return (
        *_empty_lists(catalogue),
        *shared_names(catalogue),
        *body_problems(catalogue),
        *safety_problems(catalogue),
        *question_problems(catalogue),
        *exercise_problems(catalogue),
    )


def errors(catalogue: Catalogue) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems(catalogue) if problem.is_error)


def _empty_lists(catalogue: Catalogue) -> Iterator[Problem]:
    """A check without one of these would be none."""
    for name in NEVER_EMPTY:
        if not getattr(catalogue, name):
            yield Problem(name, "", "there are none; load the shipped content first.")
