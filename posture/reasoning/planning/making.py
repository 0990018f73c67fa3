"""Making a plan of what a check comes to and of what the person wishes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from posture.reasoning.findings import Conclusion
from posture.reasoning.knowledge import NOT_SURE, Answers, Kind, Knowledge, Side
from posture.reasoning.planning.arranging import BLOCK, Arranging, Course
from posture.reasoning.planning.doses import days
from posture.reasoning.planning.fitting import Person, wanted
from posture.reasoning.planning.leaving import left_out
from posture.reasoning.planning.needs import Want, general, needs
from posture.reasoning.planning.values import Item, Plan, Step, Week, Wishes
from posture.reasoning.safety import Screening, chosen

AGE = "age"
OLDER = frozenset({"65-74", "75-plus", NOT_SURE})  # safety.yaml, age_rules; not sure is careful
KEEPING = 3  # days a week of maintenance, at most (exercises.yaml, meta, programme)


def plan(
    knowledge: Knowledge,
    conclusion: Conclusion,
    answers: Answers,
    screening: Screening,
    wishes: Wishes,
) -> Plan:
    """Six weeks and maintenance, for somebody whose answers do not stop the check.

    Where no exercise is left for any muscle that the conclusion names, or it names none, the plan
    is a general one.
    """
    assert not screening.stops, "there is no plan for who is to be seen first"
    person = Person(
        knowledge=knowledge,
        needs=needs(knowledge, conclusion),
        filters=screening.filters,
        wishes=wishes,
        older=not OLDER.isdisjoint(chosen(answers.get(AGE, ()))),
    )
    made = _arranged(person, wanted(person))
    not_planned = left_out(made)
    if is_general := not any(made.blocks):
        made = _arranged(person, tuple(general(person.needs.wants)))
        not_planned += left_out(made)
    return Plan(
        weeks=tuple(_weeks(made)),
        left_out=person.needs.left_out + not_planned,
        general=is_general,
        held=screening.tests_held,
    )


def _arranged(person: Person, wants: tuple[Want, ...]) -> Arranging:
    made = Arranging(person, wants)
    made.arrange()
    return made


def _weeks(made: Arranging) -> Iterator[Week]:
    for number, block in enumerate(made.blocks):
        before = {one.exercise.slug for one in made.blocks[number - 1]} if number else set()
        for week in range(BLOCK):
            items = (
                _item(made, one, week, _step(made, one, week, before=before, block=number))
                for one in block
            )
            yield _in_order(items)
    kept = sorted(made.blocks[-1], key=lambda one: one.order)[: made.person.wishes.most]
    items = (_item(made, one, BLOCK - 1, Step.KEEP) for one in kept)
    yield _in_order(replace(item, days=min(item.days, KEEPING)) for item in items)


def _in_order(items: Iterable[Item]) -> Week:
    """Stretches first, then strengthening (exercises.yaml, meta, programme, order)."""
    return tuple(sorted(items, key=lambda item: item.kind != Kind.STRETCH))


def _step(made: Arranging, course: Course, week: int, *, before: set[str], block: int) -> Step:
    if week == 0 and not course.weeks:
        new = Step.ROOM if block else Step.BEGIN
        return Step.HARDER if course.after else new
    if week == 0 and course.exercise.slug not in before:
        return Step.BACK
    now, last = (course.amount(made.person, week=one) for one in (week, week - 1))
    if now.reps > last.reps:
        return Step.MORE
    return Step.LONGER if now.hold > last.hold else Step.SAME


def _item(made: Arranging, course: Course, week: int, step: Step) -> Item:
    person, exercise = made.person, course.exercise
    amount = course.amount(person, week=week)
    return Item(
        exercise=exercise.slug,
        kind=exercise.kind,
        side=_side(course),
        each_side=exercise.each_side,
        purposes=made.purposes(course),
        sets=amount.sets,
        reps=amount.reps,
        hold=amount.hold,
        rest=amount.rest,
        days=days(exercise.dose, person.wishes.days),
        seconds=amount.seconds(course.count_of_sides),
        step=step,
        after=course.after if step == Step.HARDER else "",
        mild=person.is_mild(exercise, course.sides),
    )


def _side(course: Course) -> Side:
    one_sided = course.exercise.each_side and len(course.sides) == 1
    return next(iter(course.sides)) if one_sided else ""
