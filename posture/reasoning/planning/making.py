"""Making a plan of what a check comes to and of what the person wishes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from posture.reasoning.findings import Conclusion
from posture.reasoning.knowledge import NOT_SURE, Answers, Kind, Knowledge, Side
from posture.reasoning.planning.arranging import BLOCK, Arranging, Course
from posture.reasoning.planning.doses import days
from posture.reasoning.planning.fitting import Person, wanted
from posture.reasoning.planning.leaving import left_out
from posture.reasoning.planning.needs import Want, general, needs
from posture.reasoning.planning.values import WEEKS, Item, Plan, SoFar, Step, Week, Wishes
from posture.reasoning.safety import Screening, chosen

AGE = "age"
OLDER = frozenset({"65-74", "75-plus", NOT_SURE})  # safety.yaml, age_rules; not sure is careful
NOTHING = SoFar()
KEEPING = 3  # days a week of maintenance, at most (exercises.yaml, meta, programme)


def plan(
    knowledge: Knowledge,
    conclusion: Conclusion,
    answers: Answers,
    screening: Screening,
    wishes: Wishes,
    so_far: SoFar = NOTHING,
) -> Plan:
    """Six weeks and maintenance, for somebody whose answers do not stop the check.

    The weeks so far stay as they are, and the others go on from them.

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
    made = _arranged(person, wanted(person), so_far)
    not_planned = left_out(made)
    if is_general := not made.is_for_anything:
        made = _arranged(person, tuple(general(person.needs.wants)), so_far)
        not_planned += left_out(made)
    return Plan(
        weeks=_weeks(made),
        left_out=person.needs.left_out + not_planned,
        general=is_general,
        held=screening.tests_held,
    )


def _arranged(person: Person, wants: tuple[Want, ...], so_far: SoFar) -> Arranging:
    made = Arranging(person, wants, so_far)
    made.arrange()
    return made


def _weeks(made: Arranging) -> tuple[Week, ...]:
    weeks = list(made.so_far.weeks)
    for number in range(len(weeks), WEEKS):
        block, week = divmod(number, BLOCK)
        items = (_item(made, one, week) for one in made.blocks[block])
        weeks.append(_in_order(_stepping(item, weeks) for item in items))
    return (*weeks, _maintenance(made, before={item.exercise for item in weeks[-1]}))


def _maintenance(made: Arranging, before: set[str]) -> Week:
    """What was done in the week before, strengthening first; others where that is not enough."""
    goes_on = sorted(made.blocks[-1], key=lambda one: (one.exercise.slug not in before, *one.order))
    items = (_item(made, one, BLOCK - 1) for one in goes_on[: made.person.wishes.most])
    return _in_order(_kept(item, new=item.exercise not in before) for item in items)


def _kept(item: Item, *, new: bool) -> Item:
    """For maintenance."""
    return replace(
        item, days=min(item.days, KEEPING), step=Step.ROOM if new else Step.KEEP, after=""
    )


def _in_order(items: Iterable[Item]) -> Week:
    """Stretches first, then strengthening (exercises.yaml, meta, programme, order)."""
    return tuple(sorted(items, key=lambda item: item.kind != Kind.STRETCH))


def _stepping(item: Item, weeks: Sequence[Week]) -> Item:
    step = _step(item, weeks)
    return replace(item, step=step, after=item.after if step == Step.HARDER else "")


def _step(item: Item, weeks: Sequence[Week]) -> Step:
    """What is new about it after these weeks."""
    earlier = [one for week in weeks for one in week if one.exercise == item.exercise]
    if earlier and earlier[-1] in weeks[-1]:
        return _growth(item, earlier[-1])
    if earlier:
        return Step.BACK
    if item.after:
        return Step.HARDER
    return Step.ROOM if weeks else Step.BEGIN


def _growth(item: Item, last: Item) -> Step:
    if (item.reps, item.hold) < (last.reps, last.hold):
        return Step.BEGIN
    if item.reps > last.reps:
        return Step.MORE
    return Step.LONGER if item.hold > last.hold else Step.SAME


def _item(made: Arranging, course: Course, week: int) -> Item:
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
        step=Step.SAME,
        after=course.after,
        mild=person.is_mild(exercise, course.sides),
    )


def _side(course: Course) -> Side:
    one_sided = course.exercise.each_side and len(course.sides) == 1
    return next(iter(course.sides)) if one_sided else ""
