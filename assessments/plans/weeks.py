"""The end of a plan's week: what was said, what is known besides, and what was decided, in words.

It is stored as ``{"week", "at", "effort", "pain", "new", "decision", "reasons": [{"why", "number",
"of"}], "check"}``; `check` is the one that was begun to ask about safety again.
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


def as_json(
    week: int, day: date, said: Said, decided: Decided, check: UUID | None
) -> dict[str, Any]:
    told = asdict(said) | {"decision": decided.decision}
    reasons = [asdict(reason) for reason in decided.reasons]
    begun = {"check": str(check)} if check else {}
    return {"week": week, "at": day.isoformat(), **told, "reasons": reasons, **begun}


def name(week: int) -> str:
    """A week in a sentence."""
    return _("week %(week)s") % {"week": week} if week <= WEEKS else _("this week")


# What was decided


def decided(standing: Standing) -> str:
    """What was decided at the last week's end and why; nothing before the first."""
    if not standing.plan.weeks or standing.awaits_safety:
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
    if now > WEEKS and told["week"] > WEEKS and told["decision"] != Decision.EASE:
        return _("So it stays as it is.")
    if told["decision"] == Decision.GO_ON and now == told["week"]:
        return _("So this week has its full amount again.")
    return str(_OUTCOME[told["decision"]]) % {"week": name(now)}


_OUTCOME = {
    Decision.GO_ON: gettext_lazy("So %(week)s has begun."),
    Decision.REPEAT: gettext_lazy("So %(week)s comes once more, as it was."),
    Decision.EASE: gettext_lazy("So %(week)s comes once more, with less of each exercise."),
}


# Safety first


def waiting(standing: Standing) -> dict[str, str] | None:
    """Why the exercises are not shown, and where to go; nothing when they need not wait."""
    if not standing.awaits_safety:
        return None
    last = standing.plan.weeks[-1]
    check = Assessment.objects.filter(pk=last["check"]).only("status").first()
    status = check.status if check else ""
    text, label = _WAITING.get(status, _GONE)
    where = {
        Assessment.Status.OPEN: "resume",
        Assessment.Status.FINISHED: "plan",
        Assessment.Status.STOPPED: "stop",
    }
    url = reverse(where[check.status], args=[check.pk]) if check else reverse("check")
    return {"why": " ".join(_reasons(last)), "text": str(text), "label": str(label), "url": url}
