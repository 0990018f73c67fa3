"""What a person can do to a plan; each is one transaction on one row."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from dataclasses import replace as changed
from datetime import date, datetime, timedelta

from django.db import transaction

from assessments import actions, pain
from assessments.course import Course
from assessments.models import Assessment, Plan
from assessments.plans import weeks
from assessments.plans.standing import Standing, wishes_of
from assessments.plans.ways import Way
from assessments.results.frozen import Frozen
from posture.reasoning import planning, progress
from posture.reasoning.planning import SoFar, Wishes
from posture.reasoning.progress import Decision, Effort, Said
from posture.reasoning.safety import Screening


class Missing(Exception):  # noqa: N818 - a state of the plan
    """What was asked for is not in the plan (any more)."""


def of(assessment: Assessment, *, day: date) -> Plan:
    """The plan of a finished check; one that nobody has touched yet is made, and not stored."""
    try:
        return assessment.plan
    except Plan.DoesNotExist:
        plan = Plan(assessment=assessment, week_began=day)
        _arrange(plan, Wishes())
        return plan


def wish(assessment: Assessment, wishes: Wishes, *, day: date) -> None:
    """Make the plan anew for other wishes; what was done stays, and so does the week."""
    with _changing(assessment, day) as plan:
        _arrange(plan, changed(wishes, without=wishes_of(plan.wishes).without))


def take(assessment: Assessment, exercise: str, way: Way | None, *, day: date) -> None:
    """Take an exercise in another version, replace it, or (None) take it as it is again.

    Raises `Missing` when it is not in the plan, and was not replaced either.
    """
    with _changing(assessment, day) as plan:
        wishes = wishes_of(plan.wishes)
        known = {*planning.from_json(plan.planned).exercises, *wishes.without}
        if exercise not in known:
            raise Missing
        plan.ways = {slug: one for slug, one in plan.ways.items() if slug != exercise}
        if way:
            plan.ways[exercise] = way
        without = frozenset(slug for slug, one in plan.ways.items() if Way(one).replaces)
        if without != wishes.without:
            _arrange(plan, changed(wishes, without=without))


def mark(assessment: Assessment, exercise: str, *, day: date, done: bool) -> None:
    """Say that an exercise was done on a day, or that it was not.

    Raises `Missing` when it is not in the plan.
    """
    with _changing(assessment, day) as plan:
        if exercise not in planning.from_json(plan.planned).exercises:
            raise Missing
        entry = plan.log.setdefault(day.isoformat(), {})
        others = [slug for slug in entry.get("done", ()) if slug != exercise]
        entry["done"] = [*others, exercise] if done else others


def feel(assessment: Assessment, effort: Effort, *, day: date) -> None:
    """Say how a day's session felt. Raises `Missing` when nothing was done on that day."""
    with _changing(assessment, day) as plan:
        if not Standing(plan, day).done_on(day):
            raise Missing
        plan.log[day.isoformat()]["felt"] = effort


def end_week(
    assessment: Assessment, said: Said, *, number: int, at: datetime, day: date
) -> Course | None:
    """Decide by what is said at a week's end; the check that must come first, if one must.

    Raises `Missing` when it is not the end of a week with this number any more, the first being 0.
    """
    with _changing(assessment, day) as plan:
        standing, course = Standing(plan, day), Course(_as_it_is(assessment), at)
        if standing.held or not standing.week or number != len(plan.weeks):
            raise Missing
        decided = progress.decide(said, weeks.known(standing, pain.told(course)))
        again = decided.decision == Decision.SCREEN
        begun = actions.screen_again(course, pain_now=said.pain) if again else None
        check = begun.assessment.pk if begun else None
        plan.weeks.append(weeks.as_json(standing, said, decided, check))
        if not begun:
            plan.week, plan.eased = progress.onward(decided.decision, plan.week, eased=plan.eased)
            plan.week_began = day + timedelta(days=bool(standing.done_on(day)))
        return begun


def look(assessment: Assessment, *, at: datetime, day: date) -> None:
    """The person says that a clinician has looked at what held the exercises back."""
    with _changing(assessment, day) as plan:
        plan.looked_at = at


@contextmanager
def _changing(assessment: Assessment, day: date) -> Iterator[Plan]:
    """The plan's row, locked until it is written; it begins with the first change."""
    with transaction.atomic():
        rows = Plan.objects.select_for_update()
        plan = rows.filter(pk=assessment.pk).first()
        if plan is None:
            fresh = of(assessment, day=day)
            defaults = {name: getattr(fresh, name) for name in ("wishes", "planned", "week_began")}
            plan, _new = rows.get_or_create(assessment=assessment, defaults=defaults)
        plan.assessment = assessment
        yield plan
        plan.save()


def _as_it_is(assessment: Assessment) -> Assessment:
    """The check's row, locked: what a person says of new symptoms is lost to no change of it."""
    return Assessment.objects.select_for_update().get(pk=assessment.pk)


def _arrange(plan: Plan, wishes: Wishes) -> None:
    frozen = Frozen(plan.assessment)
    made = planning.plan(
        frozen.edition.knowledge,
        frozen.conclusion,
        {slug: frozen.answer(slug) for slug in frozen.asked},
        Screening(frozen.raised, frozenset(frozen.stored["filters"])),
        wishes,
        _so_far(plan),
    )
    plan.wishes = _as_json(wishes)
    plan.planned = planning.as_json(made)


def _so_far(plan: Plan) -> SoFar:
    """The weeks before this one, which stay as they were, and all that was ever done."""
    if plan.week == 1:
        return SoFar()
    done = (slug for entry in plan.log.values() for slug in entry.get("done", ()))
    return SoFar(planning.from_json(plan.planned).weeks[: plan.week - 1], frozenset(done))


def _as_json(wishes: Wishes) -> dict[str, object]:
    stored = asdict(wishes)
    return {
        name: sorted(one) if isinstance(one, frozenset) else one for name, one in stored.items()
    }
