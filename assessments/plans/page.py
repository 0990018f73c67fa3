"""The plan page: today first, then what comes later, and what is left out with its reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.models import Assessment, Plan
from assessments.plans import weeks, words
from assessments.plans.cards import cards
from assessments.plans.forms import FELT, CalendarForm, WishForm
from assessments.plans.standing import DAYS, Standing
from assessments.plans.ways import REASONS, Way
from assessments.results import care
from assessments.results.listing import day as finished
from assessments.results.words import listed, name
from posture.catalogue.records import Exercise
from posture.reasoning.planning import WEEKS


def plan_page(plan: Plan, day: date) -> dict[str, Any]:
    """What the plan page prints on a day."""
    standing = Standing(plan, day)
    today = tuple(cards(standing))
    return {
        "assessment": plan.assessment,
        "plan": plan,
        "waiting": weeks.waiting(standing),
        "stop_url": "" if standing.plan.awaits_safety else care.stop_url(plan.assessment),
        "recalled": care.recalled(standing.frozen),
        "held": care.soon(standing.frozen) if standing.awaits_clinician else None,
        "based_on": based_on(standing),
        "heading": heading(standing),
        "earlier": earlier(plan.assessment),
        "decided": weeks.decided(standing),
        "general": standing.planned.general,
        "cards": today,
        "done": sum(card.done for card in today),
        "felt": felt(standing),
        "week_is_over": standing.is_over,
        "week_end": weeks.end(plan.week),
        "minutes": standing.minutes,
        "sessions": standing.sessions,
        "days": tuple(days(standing)),
        "sessions_done": sum(bool(standing.done_on(one)) for one in week_days(standing)),
        "later": tuple(later(standing)),
        "left_out": tuple(left_out(standing)),
        "cautions": care.cautions(standing.frozen),
        "replaced": tuple(replaced(standing)),
        "form": WishForm(initial=standing.wishes),
        "wished": standing.wishes,
        "calendar": CalendarForm.suggested(standing.sessions, day) if standing.week else None,
        "calendar_days": (standing.sessions, day.weekday()),
        "edition": standing.frozen.edition.number,
        "written_in": standing.frozen.edition.language,
        "review": standing.frozen.edition.review,
    }


def based_on(standing: Standing) -> str:
    """The result a plan rests on, with its day."""
    found = [name(standing.frozen, one) for one in standing.frozen.conclusion.found]
    what = {"day": finished(standing.plan.assessment), "patterns": listed(found)}
    if found and not standing.planned.general:
        return _("Based on your result of %(day)s: %(patterns)s") % what
    return _("A general plan, after your result of %(day)s") % what


def heading(standing: Standing) -> str:
    if standing.plan.week > WEEKS:
        return _("Keeping it up")
    return _("Week %(week)s of %(weeks)s") % {"week": standing.plan.week, "weeks": WEEKS}


def earlier(assessment: Assessment) -> dict[str, str] | None:
    """The plan of the result before this one, if there is one in use."""
    before = Assessment.objects.planned_before(assessment)
    return {"url": reverse("plan", args=[before.pk]), "day": finished(before)} if before else None


def felt(standing: Standing) -> list[dict[str, Any]]:
    """The ways that today's session may have felt, once all of it is done."""
    if not standing.all_done:
        return []
    told = standing.felt_on(standing.day)
    return [
        {"value": effort, "label": label, "told": effort == told} for effort, label in FELT.items()
    ]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week strip."""

    name: str
    words: str
    done: bool
    today: bool


def days(standing: Standing) -> Iterator[Day]:
    """The seven days of the week that `day` is in, counted from the day the week began."""
    for one in week_days(standing):
        done = bool(standing.done_on(one))
        yield Day(
            name=_("Today") if one == standing.day else date_format(one, "D"),
            words=_("done") if done else "",
            done=done,
            today=one == standing.day,
        )


def week_days(standing: Standing) -> tuple[date, ...]:
    passed = max(0, (standing.day - standing.plan.week_began).days) // DAYS
    first = standing.plan.week_began + timedelta(days=passed * DAYS)
    return tuple(first + timedelta(days=number) for number in range(DAYS))


@dataclass(frozen=True, slots=True)
class Later:
    """A week to come: its name and the names of its exercises."""

    name: str
    exercises: tuple[str, ...]


def later(standing: Standing) -> Iterator[Later]:
    """The weeks after this one, those alike as one."""
    exercises = standing.frozen.edition.exercises
    for number in range(standing.plan.week, len(standing.planned.weeks)):
        week = standing.planned.weeks[number]
        title = _("Week %(week)s") % {"week": number + 1} if number < WEEKS else _("After that")
        yield Later(title, tuple(exercises[item.exercise].name for item in week))


@dataclass(frozen=True, slots=True)
class Left:
    """What is left out in a sentence, and its exercises with a reason each."""

    sentence: str
    exercises: tuple[str, ...]


def left_out(standing: Standing) -> Iterator[Left]:
    for one in standing.planned.left_out:
        told = tuple(words.excluded(standing, each) for each in one.excluded)
        yield Left(words.left_out(standing, one), told)


@dataclass(frozen=True, slots=True)
class Replaced:
    """An exercise that the person had replaced, and why."""

    exercise: Exercise
    why: str


def replaced(standing: Standing) -> Iterator[Replaced]:
    exercises = standing.frozen.edition.exercises
    for slug in sorted(standing.wishes.without):
        yield Replaced(exercises[slug], str(REASONS[Way(standing.plan.ways[slug])]))
