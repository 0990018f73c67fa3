"""Which questions could be asked of a person."""

from posture.reasoning.knowledge import Answers, Knowledge, Question
from posture.reasoning.safety import Screening, said, terms


def suiting(knowledge: Knowledge, answers: Answers, screening: Screening) -> tuple[Question, ...]:
    """The questions that could be asked of this person, in the order of the edition.

    Whether one applies depends on the answers to those before it that apply themselves, so an
    answer of an abandoned branch decides nothing.
    """
    safety = {slug: answer for slug, answer in answers.items() if slug not in knowledge.question}
    told = said(knowledge, safety)
    found: list[Question] = []
    for question in knowledge.questions:
        if screening.allows(question) and question.when.holds(told):
            found.append(question)
            told |= terms(question.slug, answers.get(question.slug, ()))
    return tuple(found)
