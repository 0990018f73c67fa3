"""Which questions apply to a person, and which comes next."""

from posture.reasoning.knowledge import Answers, Knowledge, Part, Question
from posture.reasoning.safety import Screening, said, terms


def applicable(
    knowledge: Knowledge, answers: Answers, screening: Screening
) -> tuple[Question, ...]:
    """The questions for this person, in their order.

    Whether one applies depends on the answers to those before it that apply themselves, so an
    answer of an abandoned branch decides nothing.
    """
    found: list[Question] = []
    safety = {slug: answer for slug, answer in answers.items() if slug not in knowledge.question}
    told = said(knowledge, safety)
    for question in knowledge.questions:
        if _suits(question, screening) and question.when.holds(told):
            found.append(question)
            told |= terms(question.slug, answers.get(question.slug, ()))
    return tuple(found)


def next_question(knowledge: Knowledge, answers: Answers, screening: Screening) -> Question | None:
    """The first question that applies and has no answer."""
    asked = applicable(knowledge, answers, screening)
    return next((question for question in asked if question.slug not in answers), None)


def counted(knowledge: Knowledge, answers: Answers, screening: Screening) -> Answers:
    """The answers that count: those of questions that apply."""
    asked = applicable(knowledge, answers, screening)
    return {one.slug: answers[one.slug] for one in asked if one.slug in answers}


def _suits(question: Question, screening: Screening) -> bool:
    """Whether nothing about the person leaves the question out."""
    if question.part == Part.TEST and screening.tests_held:
        return False
    return question.avoid.isdisjoint(screening.filters)
