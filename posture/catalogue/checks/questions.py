"""Questions, their choices, and what these say."""

from collections.abc import Iterator

from posture import figures
from posture.catalogue.checks.problems import Problem, nearest
from posture.catalogue.knowledge import all_items
from posture.catalogue.records import Catalogue, Choice, Evidence, Question
from posture.catalogue.sides import EACH_SIDE
from posture.reasoning.knowledge import NOT_SURE, Level

ELSEWHERE = "elsewhere"  # the choice for all places that the body map does not show


def question_problems(catalogue: Catalogue) -> Iterator[Problem]:
    sided = frozenset(one.slug for one in catalogue.imbalances if one.sided)
    reachable = reachable_questions(catalogue)
    for question in catalogue.questions:
        texts = [*_form(question), *_pictures(question)]
        for choice in question.choices:
            for evidence in choice.evidence:
                texts += [
                    f"choice '{choice.slug}': {text}"
                    for text in _evidence(evidence, question, sided)
                ]
        if question.slug not in reachable:
            texts.append("nobody can be asked it; mend when it is asked.")
        yield from (Problem("questions", question.slug, text) for text in texts)
        yield from _off_the_map(question)


def _form(question: Question) -> Iterator[str]:
    if question.kind != "scale" and not question.choices:
        yield "it has no choices; add some."
    if any(choice.slug == NOT_SURE for choice in question.choices):
        yield f"'{NOT_SURE}' belongs to every question; remove the choice."
    if not 0 < question.cap_low <= 1 <= question.cap_high:
        yield f"its ratios are capped at {question.cap_low:g} and {question.cap_high:g}; enclose 1."
    if question.minutes <= 0:
        yield "minutes must be more than 0."
    if question.each_side and question.kind == EACH_SIDE:
        yield "its kind says that it is done on each side; clear each_side."


def _pictures(question: Question) -> Iterator[str]:
    drawn: tuple[Question | Choice, ...] = (question, *question.choices)
    for name in {one.picture for one in drawn if one.picture}:
        if name not in figures.PICTURES:
            yield f"there is no picture '{name}'; {nearest(name, figures.PICTURES)}"


def _evidence(evidence: Evidence, question: Question, sided: frozenset[str]) -> Iterator[str]:
    if bool(evidence.imbalance) == bool(evidence.muscle):
        yield "evidence is for an imbalance or for a muscle; name exactly one."
    if bool(evidence.muscle) != bool(evidence.role):
        yield "evidence for a muscle says tight or weak, other evidence does not."
    if evidence.imbalance and evidence.side and evidence.imbalance not in sided:
        yield f"'{evidence.imbalance}' has no sides; clear the side."
    if not question.cap_low <= evidence.ratio <= question.cap_high:
        yield (
            f"the ratio {evidence.ratio:g} is outside the question's"
            f" {question.cap_low:g} to {question.cap_high:g}."
        )


def _off_the_map(question: Question) -> Iterator[Problem]:
    if question.kind != "body-map":
        return
    regions = {region.slug for region in figures.body_map_regions()}
    for choice in question.choices:
        if not choice.exclusive and choice.slug not in {*regions, ELSEWHERE}:
            text = f"the body map has no place for '{choice.slug}'; it is in the list only."
            yield Problem("questions", question.slug, text, is_error=False)


def reachable_questions(catalogue: Catalogue) -> frozenset[str]:
    """Questions that somebody can be asked: what they wait for can be said by then."""
    said = {item.slug for item in all_items(catalogue) if not Level(item.level).stops}
    reached: set[str] = set()
    while True:
        found = [
            question
            for question in catalogue.questions
            if question.slug not in reached and _can_hold(question, said)
        ]
        if not found:
            return frozenset(reached)
        for question in found:
            reached.add(question.slug)
            said |= {f"{question.slug}={choice.slug}" for choice in question.choices}


def _can_hold(question: Question, said: set[str]) -> bool:
    possible = said - set(question.unless)
    return all(not possible.isdisjoint(group) for group in question.every)
