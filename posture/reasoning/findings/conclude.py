"""Weighing all answers of a check into one conclusion."""

from posture.reasoning.adaptive import ranked
from posture.reasoning.findings.fit import NOT_KNOWN, finding
from posture.reasoning.findings.muscles import muscles, settling, tested, untested
from posture.reasoning.findings.values import Conclusion, Word
from posture.reasoning.knowledge import Answers, Knowledge, Question
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import scores
from posture.reasoning.suiting import suiting

SETTLES = 0.01  # bits, below which an answer settles nothing worth naming
ENOUGH = 0.5  # of the signs and tests asked must be known, or a "no pattern" says nothing


def conclude(knowledge: Knowledge, answers: Answers, screening: Screening) -> Conclusion:
    """Weigh the answers that count. `answers` hold only questions that apply."""
    weighed = [
        finding(knowledge, answers, score, explained=score.imbalance in screening.explained)
        for score in scores(knowledge, answers)
    ]
    rank = list(Word)
    ordered = tuple(sorted(weighed, key=lambda one: (rank.index(one.word), -one.probability)))
    signs = [one for one in knowledge.questions if one.slug in answers and _is_sign(one)]
    named = tuple(muscles(knowledge, answers, ordered))
    mixed = [one.muscle for one in named if one.role == "mixed" and not one.fine]
    suited = (one.slug for one in suiting(knowledge, answers, screening))
    open_to = frozenset(slug for slug in suited if slug not in answers)
    missing = tuple(one.slug for one in signs if answers[one.slug] in NOT_KNOWN)
    return Conclusion(
        findings=ordered,
        muscles=named,
        missing=missing,
        enough=len(missing) <= (1 - ENOUGH) * len(signs),
        helps_most=_helps_most(knowledge, answers, screening),
        tested=tuple(tested(knowledge, answers)),
        settling=tuple(slug for slug in settling(knowledge, mixed) if slug in open_to),
        untested=tuple(untested(knowledge, answers, named, open_to)),
    )


def _helps_most(knowledge: Knowledge, answers: Answers, screening: Screening) -> str:
    """The question not known that is expected to settle most, whatever time it takes."""
    known = {slug: answer for slug, answer in answers.items() if answer not in NOT_KNOWN}
    unknown = [one for one in suiting(knowledge, answers, screening) if one.slug not in known]
    best = max(
        ranked(knowledge, scores(knowledge, known), unknown), key=lambda one: one.bits, default=None
    )
    return best.question.slug if best and best.bits >= SETTLES else ""


def _is_sign(question: Question) -> bool:
    return question.part.observed and any(choice.evidence for choice in question.choices)
