"""Plans for people whose findings are given, and what exercises do to their muscles."""

from posture.reasoning.findings import Conclusion, Finding, Word
from posture.reasoning.findings.muscles import muscles, tested
from posture.reasoning.knowledge import Kind, Role
from posture.reasoning.planning import SoFar, Wishes, plan
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import SIDES
from tests.reasoning.shipped import bank

FORWARD_HEAD = ("forward-head-and-neck", "")
FORWARD = ("forward-tipped-pelvis", "")
BACKWARD = ("backward-tipped-pelvis", "")
LEFT_HIGH, RIGHT_HIGH = ("high-hip", "left"), ("high-hip", "right")
UNCLEAR_HIGH = ("high-hip", "unclear")
ROLE = {Kind.STRETCH: Role.TIGHT, Kind.STRENGTHEN: Role.WEAK}


def concluding(*found, knowledge=None, **tests):
    """What a check comes to that found these imbalances, with these self-tests."""
    known = knowledge or bank()
    answers = {slug.replace("_", "-"): choices for slug, choices in tests.items()}
    findings = tuple(
        Finding(imbalance, side, Word.POSSIBLE, 0.7, (), (), (), disagrees=False)
        for imbalance, side in found
    )
    named = tuple(muscles(known, answers, findings))
    told = tuple(tested(known, answers))
    return Conclusion(findings, named, missing=(), enough=True, tested=told)


def planned(*found, filters=(), age="40-54", knowledge=None, tests=None, so_far=None, **wishes):
    """The plan of somebody with these findings, filters and wishes, made anew after `so_far`."""
    known = knowledge or bank()
    conclusion = concluding(*found, knowledge=known, **(tests or {}))
    screening = Screening(filters=frozenset(filters))
    told = (known, conclusion, {"age": (age,)}, screening, Wishes(**wishes))
    return plan(*told, so_far or SoFar())


def items(made):
    """Every item of every week."""
    return [item for week in made.weeks for item in week]


def exercises(made):
    return [bank().exercise[slug] for slug in made.exercises]


def on(*sides):
    """The sides of the body that a side stands for."""
    return {one for side in sides for one in ([side] if side else SIDES)}


LOWER_TUMMY = {"posterior-pelvic-tilt", "wall-pelvic-tilt", "dead-bug"}


def worked(item, knowledge=None):
    """Each muscle on each side that an exercise works, its group and its parts included.

    The upper tummy can be stretched alone, and what works the lower tummy leaves it alone.
    """
    known = knowledge or bank()
    exercise = known.exercise[item.exercise]
    named = {*exercise.targets, *exercise.also}
    groups = {known.muscle[slug].group for slug in named - {"upper-abdominal"}} - {""}
    parts = {one.slug for one in known.muscles if one.group in named}
    if item.exercise in LOWER_TUMMY:
        parts.discard("upper-abdominal")
    return {(slug, side) for slug in named | groups | parts for side in on(item.side)}


def purposes(made, muscle):
    return [one for one in made.purposes if one.muscle == muscle]


def left_out(made, muscle, side=None):
    """Why a muscle is left out."""
    return [
        one.cause
        for one in made.left_out
        if one.muscle == muscle and (side is None or one.side in {"", side})
    ]


def strengthening(week):
    return [item for item in week if item.kind == Kind.STRENGTHEN]


def stretches(week):
    return [item for item in week if item.kind == Kind.STRETCH]
