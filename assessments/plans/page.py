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
from assessments.plans.cards import cards, cards_not_today
from assessments.plans.closing import Why, closed, notice
from assessments.plans.forms import FELT, CalendarForm, WishForm
from assessments.plans.standing import DAYS, Standing
from assessments.plans.ways import REASONS, Way
from assessments.results import care
from assessments.results.listing import day as finished
from assessments.results.words import listed, name
from posture.catalogue.records import Exercise
from posture.reasoning.planning import WEEKS, Cause


def plan_page(plan: Plan, day: date, calendar: CalendarForm | None = None) -> dict[str, Any]:
    """What the plan page prints on a day; `calendar` is one that was sent and is to be mended."""
    standing = Standing(plan, day)
    why = closed(standing)
    return {
        "assessment": plan.assessment,
        "plan": plan,
        "based_on": based_on(standing),
        "heading": heading(standing),
        "closed": why,
        **(shut(standing, why) if why else followed(standing, calendar)),
        "edition": standing.frozen.edition.number,
        "written_in": standing.frozen.edition.language,
    }


def shut(standing: Standing, why: Why) -> dict[str, Any]:
    """What the page of a plan that may not be followed prints: why, and no exercise to do."""
    return {
        "notice": notice(standing, why),
        "held": care.soon(standing.frozen) if why == Why.HELD else None,
        "logged": tuple(logged(standing)) if why == Why.NEWER else (),
    }


def followed(standing: Standing, calendar: CalendarForm | None) -> dict[str, Any]:
    """What the page of a plan that may be followed prints; `calendar` as above."""
    today = tuple(cards(standing))
    return {
        "earlier": earlier(standing.plan.assessment),
        "decided": weeks.decided(standing),
        "general": general(standing),
        "cards": today,
        "not_today": tuple(cards_not_today(standing)),
        "rest": rest(standing),
        "done": sum(card.done for card in today),
        "felt": felt(standing),
        "week_is_over": standing.is_over,
        "week_end": weeks.end(standing.plan.week),
        "minutes": standing.minutes,
        "sessions": standing.sessions,
        "days": tuple(days(standing)),
        "sessions_done": sum(bool(standing.done_on(one)) for one in week_days(standing)),
        "later": tuple(later(standing)),
        "left_out": tuple(left_out(standing)),
        "cautions": care.cautions(standing.frozen),
        "replaced": tuple(replaced(standing)),
        "form": WishForm(initial=standing.wished),
        "wished": standing.wished,
        "calendar": calendar or suggested(standing),
        "errors": calendar.problems if calendar else [],
        "review": standing.frozen.edition.review,
    }


def based_on(standing: Standing) -> str:
    """The result a plan rests on, with its day."""
    found = [name(standing.frozen, one) for one in standing.frozen.conclusion.found]
    what = {"day": finished(standing.plan.assessment), "patterns": listed(found)}
    if found and not standing.planned.general:
        return _("Based on your result of %(day)s: %(patterns)s") % what
    return _("A general plan, after your result of %(day)s") % what


def general(standing: Standing) -> str:
    """Why the plan is a general one; nothing where muscles of the result decide it."""
    if not standing.planned.general:
        return ""
    because = _("No pattern stands out.")
    if standing.frozen.conclusion.found:
        because = _("No exercise is planned for the muscles in your result; the reasons are below.")
    so = _(
        "So this plan is a general one: easy strengthening for the upper back, the trunk and the"
        " hips."
    )
    return f"{because} {so}"


def heading(standing: Standing) -> str:
    if standing.plan.week > WEEKS:
        return _("Keeping it up")
    return _("Week %(week)s of %(weeks)s") % {"week": standing.plan.week, "weeks": WEEKS}


def earlier(assessment: Assessment) -> dict[str, str] | None:
    """The plan of the result before this one, if there is one in use."""
    before = Assessment.objects.planned_before(assessment)
    return {"url": reverse("plan", args=[before.pk]), "day": finished(before)} if before else None


def rest(standing: Standing) -> str:
    """What a day says on which nothing of the week is due."""
    if standing.today or not standing.week:
        return ""
    day = date_format(standing.next_day, "l")
    return _(
        "Today is a day of rest. Muscles need one after exercise. The next session is on %(day)s."
    ) % {"day": day}


def suggested(standing: Standing) -> CalendarForm | None:
    """As many days as there are sessions, from the next one on."""
    return CalendarForm.suggested(standing.sessions, standing.next_day) if standing.week else None


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
class Logged:
    """A day, and the names of what was done on it."""

    day: str
    exercises: tuple[str, ...]


def logged(standing: Standing) -> Iterator[Logged]:
    """All that was done by a plan, the last day first."""
    exercises = standing.frozen.edition.exercises
    for one in sorted(map(date.fromisoformat, standing.plan.log), reverse=True):
        if done := standing.done_on(one):
            names = sorted(exercises[slug].name for slug in done)
            yield Logged(date_format(one), tuple(names))


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
    """Muscles that no week so far is for, then exercises that were done and rest now."""
    for one in standing.planned.left_out:
        if one.cause != Cause.LATER or one.week > standing.plan.week:
            told = tuple(words.excluded(standing, each) for each in one.excluded)
            yield Left(words.left_out(standing, one), told)
    for exercise in resting(standing):
        yield Left(words.resting(standing, exercise), ())


def resting(standing: Standing) -> Iterator[str]:
    """Exercises of the weeks before that are not in this one; none that a harder one follows."""
    so_far = [item for week in standing.planned.weeks[: standing.plan.week] for item in week]
    followed = {item.after for item in so_far} | standing.wishes.without
    now = {item.exercise for item in standing.week}
    for exercise in dict.fromkeys(item.exercise for item in so_far):
        if exercise not in now | followed:
            yield exercise


@dataclass(frozen=True, slots=True)
class Replaced:
    """An exercise that the person had replaced, and why."""

    exercise: Exercise
    why: str


def replaced(standing: Standing) -> Iterator[Replaced]:
    exercises = standing.frozen.edition.exercises
    for slug in sorted(standing.wishes.without):
        yield Replaced(exercises[slug], str(REASONS[Way(standing.plan.ways[slug])]))
