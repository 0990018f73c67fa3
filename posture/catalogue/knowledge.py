"""The catalogue's records, reduced to the values by which the reasoning decides."""

import math
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Literal, cast

from posture.catalogue import records, sides
from posture.catalogue.records import Catalogue
from posture.reasoning.knowledge import (
    Choice,
    Concern,
    Dose,
    Escalation,
    Evidence,
    Exercise,
    Imbalance,
    Involvement,
    Kind,
    Knowledge,
    Level,
    Muscle,
    Part,
    Question,
    Role,
    SafetyPage,
    Side,
    When,
)

Height = Literal["high", "low", ""]
HARDER = "harder"  # a level of exercises

SafetyItem = records.RedFlag | records.Condition


def knowledge_of(catalogue: Catalogue) -> Knowledge:
    """All that decides anything, in the catalogue's order."""
    return Knowledge(
        axes=tuple(axis.slug for axis in catalogue.axes),
        imbalances=tuple(map(imbalance, catalogue.imbalances)),
        muscles=tuple(map(muscle, catalogue.muscles)),
        questions=tuple(question(one, _sided(catalogue)) for one in catalogue.questions),
        pages=tuple(safety_page(page, catalogue) for page in catalogue.safety_pages),
        escalations=tuple(map(escalation, catalogue.escalations)),
        exercises=tuple(exercises(catalogue)),
    )


def muscle(record: records.Muscle) -> Muscle:
    return Muscle(record.slug, record.group, record.settled_by)


def imbalance(record: records.Imbalance) -> Imbalance:
    return Imbalance(
        slug=record.slug,
        axis=record.axis,
        prior=record.prior,
        sided=record.sided,
        gate=frozenset(record.gate),
        involvements=tuple(
            Involvement(one.muscle, Role(one.role), cast("Height", one.side))
            for one in record.involvements
        ),
    )


def _sided(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(one.slug for one in catalogue.imbalances if one.sided)


def question(record: records.Question, sided: frozenset[str]) -> Question:
    """`sided` are the imbalances that have a side."""
    return Question(
        slug=record.slug,
        part=Part(record.part),
        choices=tuple(_choices(record, sided)),
        when=When(record.every, record.unless),
        avoid=frozenset(record.avoid),
        cap=(record.cap_low, record.cap_high),
        minutes=record.minutes,
        adaptive=record.adaptive,
    )


def _choices(record: records.Question, sided: frozenset[str]) -> Iterator[Choice]:
    for side, choice in sides.choices(record):
        told = tuple(evidence(one, family=family_of(record)) for one in choice.evidence)
        if side:
            slug = choice.slug.removeprefix(sides.on_side(side, ""))
            told = tuple(_for_side(one, side, sided) for one in told)
            yield Choice(choice.slug, told, side, sides.on_side(_OTHER[side], slug))
        else:
            yield Choice(choice.slug, told)


_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}


def _for_side(said: Evidence, side: Side, sided: frozenset[str]) -> Evidence:
    """What a choice for one side says: of a muscle or a sided imbalance on that side.

    A ratio of another imbalance is that of both sides alike, so each counts half of it.
    """
    if said.role or said.target in sided:
        return replace(said, side=side)
    return replace(said, ratio=math.sqrt(said.ratio))


def family_of(record: records.Question) -> str:
    """A question without a family is one of its own."""
    return record.family or record.slug


def evidence(record: records.Evidence, *, family: str) -> Evidence:
    return Evidence(
        target=record.imbalance or record.muscle,
        ratio=record.ratio,
        family=record.family or family,
        role=Role(record.role) if record.role else None,
        side=cast("Side", record.side),
    )


def safety_page(record: records.SafetyPage, catalogue: Catalogue) -> SafetyPage:
    return SafetyPage(record.slug, tuple(map(concern, items_of(record.slug, catalogue))))


def all_items(catalogue: Catalogue) -> tuple[SafetyItem, ...]:
    """What the safety screen can be told: red flags first, then conditions."""
    return (*catalogue.red_flags, *catalogue.conditions)


def items_of(page: str, catalogue: Catalogue) -> tuple[SafetyItem, ...]:
    """What can be ticked on a safety page."""
    return tuple(item for item in all_items(catalogue) if item.page == page)


def concern(record: SafetyItem) -> Concern:
    if isinstance(record, records.RedFlag):
        return Concern(
            slug=record.slug,
            level=Level(record.level),
            filters=frozenset(record.filters),
            statements=tuple(statement.slug for statement in record.statements),
            needed=record.needed,
        )
    return Concern(
        slug=record.slug,
        level=Level(record.level),
        filters=frozenset(record.filters),
        explains=frozenset(record.explains),
    )


def escalation(record: records.Escalation) -> Escalation:
    return Escalation(
        slug=record.slug,
        level=Level(record.level),
        when=When(record.every, record.unless),
        filters=frozenset(record.filters),
    )


def exercises(catalogue: Catalogue) -> Iterator[Exercise]:
    """Those that have a dose; nobody can be told how much to do of the others."""
    doses = {record.slug: dose(record) for record in catalogue.doses}
    for record in catalogue.exercises:
        if record.dose:
            yield exercise(record, doses[record.dose])


def dose(record: records.Dose) -> Dose:
    return Dose(**{one.name: getattr(record, one.name) for one in fields(Dose)})


def exercise(record: records.Exercise, dose: Dose) -> Exercise:
    return Exercise(
        slug=record.slug,
        kind=Kind(record.kind),
        targets=record.targets,
        also=record.also,
        harder=record.level == HARDER,
        each_side=record.each_side,
        places=(record.place, *record.elsewhere),
        needs=frozenset(record.needs),
        avoid=frozenset(record.avoid),
        dose=dose,
    )
