"""Small knowledge: two axes, a few questions with round ratios."""

from posture.reasoning.findings import conclude
from posture.reasoning.knowledge import (
    Choice,
    Evidence,
    Imbalance,
    Involvement,
    Knowledge,
    Muscle,
    Part,
    Question,
    Role,
)
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import scores

FORWARD, BACKWARD, HIGH = "forward", "backward", "high-hip"
TIGHT, WEAK = Role.TIGHT, Role.WEAK


def ask(slug, *choices, part=Part.LOOK, family="", **more):
    """A question; each choice is a name and what it says: (target, ratio[, side or role])."""
    made = tuple(
        Choice(name, tuple(evidence(*one, family=family or slug) for one in said))
        for name, *said in choices
    )
    return Question(slug, part, made, **more)


def evidence(target, ratio, extra="", side="", *, family):
    if isinstance(extra, Role):
        return Evidence(target, ratio, family, role=extra, side=side)
    return Evidence(target, ratio, family, side=extra)


def yes_no(slug, target, ratio, **more):
    """A question whose "yes" says `ratio` of `target`, and whose "no" says the opposite."""
    return ask(slug, ("yes", (target, ratio)), ("no", (target, 1 / ratio)), **more)


def known(*questions, forward_gate=(), involvements=()):
    """Forward and backward exclude each other; a high hip has a side."""
    tight = (Involvement("psoas", TIGHT),)
    return Knowledge(
        axes=("tilt", "level"),
        imbalances=(
            Imbalance(FORWARD, "tilt", 0.4, gate=frozenset(forward_gate), involvements=tight),
            Imbalance(BACKWARD, "tilt", 0.2, involvements=tuple(involvements)),
            Imbalance(HIGH, "level", 0.2, sided=True, involvements=HIP),
        ),
        muscles=(
            Muscle("flexors"),
            Muscle("psoas", "flexors"),
            Muscle("buttock"),
            Muscle("waist"),
        ),
        questions=tuple(questions),
    )


HIP = (
    Involvement("waist", TIGHT, "high"),
    Involvement("buttock", WEAK, "high"),
    Involvement("psoas", TIGHT, "low"),
)


def said(**answers):
    """Answers as the reasoning has them; names are questions with _ for -."""
    return {
        name.replace("_", "-"): value if isinstance(value, tuple | int) else (value,)
        for name, value in answers.items()
    }


def score(knowledge, imbalance, **answers):
    return next(one for one in scores(knowledge, said(**answers)) if one.imbalance == imbalance)


def concluded(knowledge, screening=None, /, **answers):
    return conclude(knowledge, said(**answers), screening or Screening())


def found(knowledge, imbalance, **answers):
    """The finding of an imbalance."""
    every = concluded(knowledge, **answers).findings
    return next(one for one in every if one.imbalance == imbalance)
