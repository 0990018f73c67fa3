"""How well one imbalance fits the answers, in a word, and which answers say so."""

import math
from collections import defaultdict
from collections.abc import Iterator

from posture.reasoning.findings.values import Finding, Reason, Word
from posture.reasoning.knowledge import (
    CANNOT,
    NOT_SURE,
    Answer,
    Answers,
    Knowledge,
    Question,
)
from posture.reasoning.scoring import FOUND, Score, without_one

STRONG = 0.80  # also without any one of its answers (ruling 6, decision on strong matches)
SOME_SIGNS = 0.40  # (ruling 6)
AGREEMENT = 0.4  # net weight by total weight, below which answers disagree (ruling 7)
FAMILIES = 2  # that speak for an imbalance (ruling 6)
CONFLICT = math.log(2)  # weight on each side from which a disagreement is worth telling
NOT_KNOWN: tuple[Answer, ...] = ((NOT_SURE,), (CANNOT,))


def finding(knowledge: Knowledge, answers: Answers, score: Score, *, explained: bool) -> Finding:
    """One imbalance in terms of the answers that spoke about it."""
    word, rests_on = _word(knowledge, answers, score)
    if explained and word != Word.NO_FIT:
        word, rests_on = Word.EXPLAINED, ""
    reasons = tuple(_reasons(score))
    told = {reason.question for reason in reasons}
    about = [one.slug for one in knowledge.questions if _about(one, score.imbalance)]
    silent = [slug for slug in about if slug in answers and slug not in told]
    return Finding(
        imbalance=score.imbalance,
        side=score.side,
        word=word,
        probability=score.probability,
        reasons=reasons,
        neutral=tuple(slug for slug in silent if answers[slug] not in NOT_KNOWN),
        unknown=tuple(slug for slug in silent if answers[slug] in NOT_KNOWN),
        disagrees=score.agreement < AGREEMENT and min(score.favour, score.against) >= CONFLICT,
        rests_on=rests_on,
    )


def _word(knowledge: Knowledge, answers: Answers, score: Score) -> tuple[Word, str]:
    """How well it fits, and the answer that keeps a strong match from being one."""
    if score.probability < SOME_SIGNS:
        return Word.NO_FIT, ""
    if not is_found(knowledge, score):
        return Word.SOME_SIGNS, ""
    if score.probability < STRONG or score.agreement < AGREEMENT:
        return Word.POSSIBLE, ""
    question, left = without_one(knowledge, answers, score)
    return (Word.STRONG, "") if left >= STRONG else (Word.POSSIBLE, question)


def is_found(knowledge: Knowledge, score: Score) -> bool:
    """Likely enough, and a sign or test, two families, and one of the gate's speak for it."""
    gate = knowledge.imbalance[score.imbalance].gate
    favour = {family.name for family in score.leading.families if family.weight > 0}
    through_gate = not gate or not gate.isdisjoint(favour)
    likely = score.probability >= FOUND
    return likely and score.has_sign and len(favour) >= FAMILIES and through_gate


def _reasons(score: Score) -> Iterator[Reason]:
    """What each reply says of the leading state, the heaviest first."""
    weights: dict[str, float] = defaultdict(float)
    for one in score.leading.contributions:
        weights[one.question] += one.weight
    for question in sorted(weights, key=lambda slug: (-abs(weights[slug]), slug)):
        if weights[question]:
            yield Reason(question, weights[question])


def _about(question: Question, imbalance: str) -> bool:
    evidence = (one for choice in question.choices for one in choice.evidence)
    return any(one.role is None and one.target == imbalance for one in evidence)
