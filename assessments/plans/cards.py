"""The exercises of a week as cards: how much, how, for what, and whether it is done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from assessments.plans import words
from assessments.plans.standing import Standing
from assessments.plans.ways import VERSIONS
from assessments.results.words import listed
from posture.catalogue import drawing
from posture.catalogue.library import doses
from posture.catalogue.library.doses import Amount
from posture.catalogue.models.sets import Place
from posture.catalogue.records import Dose, Exercise
from posture.reasoning.planning import Item


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise of a session; `reasons` are sentences, `picture` its start and end."""

    number: int
    exercise: Exercise
    kind: str
    aim: str
    amounts: tuple[Amount, ...]
    details: tuple[str, ...]
    reasons: tuple[str, ...]
    new: str
    way: str
    version: str
    version_text: str
    picture: SafeString
    done: bool


def cards(standing: Standing) -> Iterator[Card]:
    """Those of today."""
    done = standing.done_on(standing.day)
    for number, item in enumerate(standing.today, start=1):
        yield card(standing, item, number, done=item.exercise in done)


def cards_not_today(standing: Standing) -> Iterator[Card]:
    """Those of the week's other days, counted on."""
    for number, item in enumerate(standing.not_today, start=len(standing.today) + 1):
        yield card(standing, item, number, done=False)


def card(standing: Standing, item: Item, number: int, *, done: bool) -> Card:
    edition = standing.frozen.edition
    exercise = edition.exercises[item.exercise]
    dose = dose_of(item, edition.doses[exercise.dose])
    way = standing.version_of(item.exercise)
    return Card(
        number=number,
        exercise=exercise,
        kind=item.kind,
        aim=words.aim(standing, item),
        amounts=doses.amounts(dose),
        details=(*place(standing, exercise), *sides(item), *doses.details(dose, each_side=False)),
        reasons=tuple(reasons(standing, item)),
        new=words.new(standing, item),
        way=way or "",
        version=str(VERSIONS[way]) if way else "",
        version_text=getattr(exercise, way) if way else "",
        picture=drawing.exercise_picture(edition, exercise, id=f"exercise-{exercise.slug}"),
        done=done,
    )


def dose_of(item: Item, dose: Dose) -> Dose:
    """The dose of one week: numbers instead of ranges."""
    return replace(
        dose,
        sets=item.sets,
        reps=item.reps,
        hold=item.hold,
        rest=item.rest,
        days=item.days,
        reps_to=0,
        hold_to=0,
        days_to=0,
        older_reps_to=0,
        older_hold_to=0,
    )


def place(standing: Standing, exercise: Exercise) -> Iterator[str]:
    """Where, for who does not get down to the floor that the picture shows."""
    if exercise.place == Place.FLOOR and not standing.gets_down:
        others = listed(str(Place(one).label).lower() for one in exercise.elsewhere)
        yield _("Not on the floor: %(places)s.") % {"places": others}


def sides(item: Item) -> Iterator[str]:
    """Which side, and how far to stretch."""
    if item.side == "left":
        yield _("Left side only.")
    elif item.side == "right":
        yield _("Right side only.")
    elif item.each_side:
        yield _("First one side, then the other.")
    if item.mild:
        yield _("Only to a mild pull, never further.")


def reasons(standing: Standing, item: Item) -> Iterator[str]:
    """Why it is in the plan, a sentence for each muscle."""
    for purpose in item.purposes:
        yield words.why(standing, purpose)
        if purpose.settled:
            yield words.settled(purpose)
        if purpose.high_side:
            yield str(words.HIGH_SIDE)
