"""The shipped bank as the reasoning knows it, and people who answer it by a rule."""

from functools import lru_cache
from random import Random

from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.reasoning import flow
from posture.reasoning.findings import Conclusion, conclude
from posture.reasoning.knowledge import Knowledge
from posture.reasoning.safety import Screening

FREE = Screening()
IMBALANCES = (
    "forward-head-and-neck",
    "forward-tipped-pelvis",
    "backward-tipped-pelvis",
    "high-hip",
)


@lru_cache(maxsize=1)
def bank() -> Knowledge:
    return knowledge_of(content.read().catalogue)


def answered(choose):
    """A whole check, each question answered with the slugs or number that `choose` makes of it."""
    answers = {}
    while question := flow.next_question(bank(), answers, FREE):
        answers[question.slug] = choose(question)
    return flow.counted(bank(), answers, FREE)


def anybody(random: Random):
    """Somebody who clicks one choice of each question without reading it."""
    return answered(
        lambda one: (random.choice(one.choices).slug,) if one.choices else random.randrange(11)
    )


def concluded(answers) -> Conclusion:
    return conclude(bank(), answers, FREE)


def ratio(choice, imbalance, side=""):
    """What a choice says of an imbalance, on one side if it is sided."""
    told = 1.0
    for one in choice.evidence:
        if one.role is None and one.target == imbalance and one.side in {"", side}:
            told *= one.ratio
    return told


def textbook(imbalance, side=""):
    """Somebody who gives the best answer for one imbalance, of those the least for others."""
    others = [one for one in IMBALANCES if one != imbalance]

    def choose(question):
        if not question.choices:
            return 0
        best = max(
            question.choices,
            key=lambda one: (
                ratio(one, imbalance, side),
                -sum(max(0, ratio(one, other) - 1) for other in others),
            ),
        )
        return (best.slug,)

    return answered(choose) | {"age": ("40-54",)}


def neutral():
    """Somebody whose every answer speaks for nothing, and against as much as it can."""

    def choose(question):
        if not question.choices:
            return 0
        said = {
            one.slug: [told.ratio for told in one.evidence if told.role is None]
            for one in question.choices
        }
        least = min(
            said,
            key=lambda slug: (
                sum(max(0, x - 1) for x in said[slug]),
                sum(x - 1 for x in said[slug]),
            ),
        )
        return (least,)

    return answered(choose)
