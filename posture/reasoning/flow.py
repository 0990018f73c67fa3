"""Which questions apply to a person, and which comes next."""

from collections.abc import Iterable, Iterator

from posture.reasoning.adaptive import affordable, next_adaptive
from posture.reasoning.findings.fit import is_found
from posture.reasoning.findings.muscles import contested, settling
from posture.reasoning.knowledge import Answers, Knowledge, Question
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import Score, scores
from posture.reasoning.suiting import suiting


def applicable(
    knowledge: Knowledge, answers: Answers, screening: Screening
) -> tuple[Question, ...]:
    """The questions of this person's check: those always asked, in their order, then the others.

    Of the adaptive ones they are those answered, in the order of `answers`.
    """
    suited = suiting(knowledge, answers, screening)
    fixed = [one for one in suited if not one.adaptive]
    added = {one.slug: one for one in suited if one.adaptive}
    return (*fixed, *(added[slug] for slug in answers if slug in added))


def next_question(knowledge: Knowledge, answers: Answers, screening: Screening) -> Question | None:
    """What to ask next: the first not answered of those always asked, then what helps most.

    Of the others, those come first that settle a disagreement of found imbalances about a muscle.
    """
    suited = suiting(knowledge, answers, screening)
    unanswered = [one for one in suited if one.slug not in answers]
    fixed = next((one for one in unanswered if not one.adaptive), None)
    if fixed or not unanswered:
        return fixed
    counted = {one.slug: answers[one.slug] for one in suited if one.slug in answers}
    within = affordable(knowledge, counted, unanswered)
    scored = scores(knowledge, counted)
    first = next(_settling(knowledge, scored, within, screening.explained), None)
    return first or next_adaptive(knowledge, scored, within)


def counted(knowledge: Knowledge, answers: Answers, screening: Screening) -> Answers:
    """The answers that count: those of questions that apply."""
    asked = applicable(knowledge, answers, screening)
    return {one.slug: answers[one.slug] for one in asked if one.slug in answers}


def _settling(
    knowledge: Knowledge,
    scored: Iterable[Score],
    candidates: Iterable[Question],
    explained: frozenset[str],
) -> Iterator[Question]:
    """The candidates that tell what a muscle is that two found imbalances pull both ways."""
    open_to = {one.slug: one for one in candidates}
    found = {
        score.imbalance: score.side
        for score in scored
        if score.imbalance not in explained and is_found(knowledge, score)
    }
    named = settling(knowledge, contested(knowledge, found))
    return (open_to[slug] for slug in named if slug in open_to)
