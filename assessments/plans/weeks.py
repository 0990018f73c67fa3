"""The end of a plan's week: what was said, what is known besides, and what was decided, in words.

It is stored as ``{"week", "at", "effort", "pain", "new", "decision", "reasons": [{"why", "number",
"of"}], "eased", "check"}``; `eased` is there when the week had a lower dose, `check` when one was
begun to ask about safety again.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import Assessment
from assessments.plans.forms import WeekForm
from assessments.plans.standing import Standing
from posture.reasoning.planning import WEEKS, Step
from posture.reasoning.progress import Decided, Decision, Known, Said, Why


def known(standing: Standing, pain: int) -> Known:
    """What is known of the week that the person is in, after a result with this `pain`."""
    felt = (standing.felt_on(one) for one in standing.trained)
    to_come = standing.planned.weeks[standing.plan.week : standing.plan.week + 1]
    return Known(
        pain=pain,
        done=len(standing.trained),
        meant=standing.sessions,
        felt=tuple(one for one in felt if one),
        harder=not standing.plan.eased
        and any(item.step == Step.HARDER for week in to_come for item in week),
    )


def as_json(standing: Standing, said: Said, decided: Decided, check: UUID | None) -> dict[str, Any]:
    """The end of the week that the person is in, before what comes next is known."""
    told = asdict(said) | {"decision": decided.decision}
    reasons = [asdict(reason) for reason in decided.reasons]
    eased = {"eased": True} if standing.plan.eased else {}
    begun = {"check": str(check)} if check else {}
    ended = {"week": standing.plan.week, "at": standing.day.isoformat()}
    return {**ended, **told, "reasons": reasons, **eased, **begun}


def name(week: int) -> str:
    """A week in a sentence."""
    return _("week %(week)s") % {"week": week} if week <= WEEKS else _("this week")


def end(week: int) -> str:
    """The heading of a week's end."""
    return _("End of %(week)s") % {"week": name(week)}


def week_page(standing: Standing, form: WeekForm) -> dict[str, Any]:
    """What the page of a week's end prints."""
    return {
        "assessment": standing.plan.assessment,
        "heading": end(standing.plan.week),
        "form": form,
        "errors": form.problems,
        "questions": [question(form, name) for name in ("effort", "pain", "new")],
        "back_url": standing.plan.get_absolute_url(),
    }


def question(form: WeekForm, name: str) -> dict[str, Any]:
    """One question as the page asks it."""
    return {
        "name": name,
        "legend": form[name].label,
        "help": _HELP.get(name, ""),
        "value": form[name].value(),
        "options": form.options(name),
        "errors": form.errors.get(name, []),
    }


_HELP = {
    "pain": gettext_lazy("If it only feels stiff, choose 0."),
    "new": gettext_lazy("If you are not sure, choose yes. We then ask about safety first."),
}

# What was decided


def decided(standing: Standing) -> str:
    """What was decided at the last week's end and why; nothing before the first."""
    if not standing.plan.weeks or standing.plan.awaits_safety:
        return ""
    last = standing.plan.weeks[-1]
    reasons = " ".join(_reasons(last))
    return f"{reasons} {_outcome(standing, last)}"


def _reasons(told: dict[str, Any]) -> Iterator[str]:
    day = date_format(date.fromisoformat(told["at"]), "j F")
    for one in told["reasons"]:
        yield str(_WHY[one["why"]]) % {**one, "day": day}


_WHY = {
    Why.NEW: gettext_lazy("You told us of something new."),
    Why.RISEN: gettext_lazy("Your pain is %(number)s of 10; in your result it was %(of)s."),
    Why.STRONG: gettext_lazy(
        "On %(day)s you said that pain was %(number)s of 10. Leave out what brings it above 5, and"
        " ask a clinician about it."
    ),
    Why.PAIN: gettext_lazy("On %(day)s you said that pain was %(number)s of 10."),
    Why.HARD: gettext_lazy("On %(day)s you said that the exercises felt too hard."),
    Why.FEW: gettext_lazy("By %(day)s, sessions done: %(number)s of %(of)s."),
    Why.NOT_YET: gettext_lazy(
        "A harder exercise comes after two sessions in a row that do not feel too hard."
    ),
    Why.WELL: gettext_lazy("On %(day)s, nothing you said spoke against going on."),
}


def _outcome(standing: Standing, told: dict[str, Any]) -> str:
    now = standing.plan.week
    if told["decision"] == Decision.GO_ON and "eased" in told:
        return _("So this week has its full amount again.")
    if told["week"] > WEEKS and told["decision"] != Decision.EASE:
        return _("So it stays as it is.")
    if now > WEEKS and told["decision"] == Decision.GO_ON:
        return _("So the six weeks are over, and keeping it up begins.")
    return str(_OUTCOME[told["decision"]]) % {"week": name(now)}


_OUTCOME = {
    Decision.GO_ON: gettext_lazy("So %(week)s has begun."),
    Decision.REPEAT: gettext_lazy("So %(week)s comes once more, as it was."),
    Decision.EASE: gettext_lazy("So %(week)s comes once more, with less of each exercise."),
}


# Safety first


def waiting(standing: Standing) -> tuple[str, str, str]:
    """Why safety is asked first, and in words and by its address what to do about it."""
    last = standing.plan.weeks[-1]
    told = " ".join(_reasons(last))
    if Assessment.objects.open().filter(pk=last["check"]).exists():
        text = _("Your exercises wait until the questions about safety are answered.")
        return f"{told} {text}", _("Answer them now"), reverse("resume", args=[last["check"]])
    text = _("The check that was begun then is deleted. A new one asks about safety.")
    return f"{told} {text}", _("Start a new check"), reverse("check")
