"""Which questions apply to a person, and which comes next."""

from posture.reasoning.adaptive import next_adaptive
from posture.reasoning.knowledge import Answers, Knowledge, Question
from posture.reasoning.safety import Screening, said, terms


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
    """What to ask next: the first not answered of those always asked, then what helps most."""
    suited = suiting(knowledge, answers, screening)
    unanswered = [one for one in suited if one.slug not in answers]
    fixed = next((one for one in unanswered if not one.adaptive), None)
    if fixed or not unanswered:
        return fixed
    counted = {one.slug: answers[one.slug] for one in suited if one.slug in answers}
    return next_adaptive(knowledge, counted, unanswered, screening.explained)


def counted(knowledge: Knowledge, answers: Answers, screening: Screening) -> Answers:
    """The answers that count: those of questions that apply."""
    asked = applicable(knowledge, answers, screening)
    return {one.slug: answers[one.slug] for one in asked if one.slug in answers}


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
