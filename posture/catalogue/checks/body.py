"""Muscles and imbalances."""

from collections import defaultdict
from collections.abc import Container, Iterator

from posture import figures
from posture.catalogue.checks.problems import Problem, nearest
from posture.catalogue.knowledge import family_of
from posture.catalogue.records import Catalogue, Imbalance, Involvement, Question
from posture.reasoning.knowledge import Part


def body_problems(catalogue: Catalogue) -> Iterator[Problem]:
    yield from _crowded_axes(catalogue)
    families = families_of(catalogue)
    for imbalance in catalogue.imbalances:
        for text in (*_contradictions(imbalance), *_wrong_values(imbalance, families)):
            yield Problem("imbalances", imbalance.slug, text)
        if imbalance.slug not in figures.IMBALANCES:
            text = "no posture is drawn for it; its figure shows a neutral body."
            yield Problem("imbalances", imbalance.slug, text, is_error=False)
    yield from _unsettled(catalogue)
    yield from _circles(catalogue)
    yield from _not_drawn(catalogue)


def families_of(catalogue: Catalogue) -> frozenset[str]:
    """All families that evidence can belong to."""
    return frozenset(
        evidence.family or family_of(question)
        for question in catalogue.questions
        for choice in question.choices
        for evidence in choice.evidence
    )


def _crowded_axes(catalogue: Catalogue) -> Iterator[Problem]:
    for axis in catalogue.axes:
        total = sum(one.prior for one in catalogue.imbalances if one.axis == axis.slug)
        if total >= 1:
            text = f"the priors of its imbalances add up to {total:.2f}; keep them below 1."
            yield Problem("axes", axis.slug, text)


def _contradictions(imbalance: Imbalance) -> Iterator[str]:
    """A muscle may be tight on the high side and weak on the low one, but not both on one."""
    listed: dict[str, list[Involvement]] = defaultdict(list)
    for involvement in imbalance.involvements:
        listed[involvement.muscle].append(involvement)
        if involvement.side and not imbalance.sided:
            yield f"'{involvement.muscle}' has a side, but the imbalance has none; clear it."
    for muscle, involvements in listed.items():
        both_sides = any(not one.side for one in involvements)
        roles = {one.role for one in involvements}
        if len(roles) > 1 and both_sides:
            yield f"'{muscle}' is both tight and weak in it; keep one."


def _wrong_values(imbalance: Imbalance, families: frozenset[str]) -> Iterator[str]:
    if not 0 < imbalance.prior < 1:
        yield f"the prior is {imbalance.prior:g}; it must lie between 0 and 1."
    for view in imbalance.views:
        if view not in figures.VIEWS:
            yield f"there is no view '{view}'; {nearest(view, figures.VIEWS)}"
    for family in imbalance.gate:
        if family not in families:
            yield f"its gate names the family '{family}', of which no answer is; " + nearest(
                family, families
            )


def _unsettled(catalogue: Catalogue) -> Iterator[Problem]:
    """What settles a disagreement about a muscle must be a self-test that says something of it."""
    questions = {one.slug: one for one in catalogue.questions}
    for muscle in catalogue.muscles:
        related = {muscle.slug, muscle.group} | {
            one.slug for one in catalogue.muscles if one.group == muscle.slug
        }
        for slug in muscle.settled_by:
            if slug not in questions:
                text = f"it is settled by '{slug}', which is no question; "
                yield Problem("muscles", muscle.slug, text + nearest(slug, questions))
            elif not _tells_of(questions[slug], related):
                text = f"it is settled by '{slug}', which is no self-test that tells of it."
                yield Problem("muscles", muscle.slug, text)


def _tells_of(question: Question, muscles: Container[str]) -> bool:
    told = (one for choice in question.choices for one in choice.evidence)
    return question.part == Part.TEST and any(one.muscle in muscles for one in told)


def _circles(catalogue: Catalogue) -> Iterator[Problem]:
    groups = {muscle.slug: muscle.group for muscle in catalogue.muscles}
    for slug, group in groups.items():
        seen, above = {slug}, group
        while above and above not in seen:
            seen.add(above)
            above = groups.get(above, "")
        if above == slug:
            yield Problem("muscles", slug, "it belongs to itself through its group.")


def _not_drawn(catalogue: Catalogue) -> Iterator[Problem]:
    for muscle in catalogue.muscles:
        if muscle.slug not in figures.MUSCLES:
            text = "it has no shape; figures list it in words only."
            yield Problem("muscles", muscle.slug, text, is_error=False)
