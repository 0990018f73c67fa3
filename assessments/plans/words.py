"""The reasons of a plan in words: why a muscle is in it, what is new, and what is left out."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.plans.standing import Standing
from assessments.results.words import listed
from posture.catalogue.models.sets import Equipment
from posture.reasoning.knowledge import Kind, Side
from posture.reasoning.planning import (
    WEEKS,
    Cause,
    Excluded,
    Item,
    LeftOut,
    Purpose,
    Settled,
    Step,
    Why,
)

_SIDES = {"left": gettext_lazy("left side"), "right": gettext_lazy("right side")}


def muscle(standing: Standing, slug: str, side: Side = "") -> str:
    """A muscle with plain words and its side: "hamstrings (back of the thigh, left side)"."""
    record = standing.frozen.edition.muscles[slug]
    told = ", ".join(filter(None, (record.plain, str(_SIDES.get(side, "")))))
    return _("%(muscle)s (%(told)s)") % {"muscle": record.name, "told": told}


def aim(standing: Standing, item: Item) -> str:
    """What an exercise is for, in a line."""
    names = listed(muscle(standing, one.muscle, one.side) for one in item.purposes)
    if item.kind == Kind.STRETCH:
        return _("Stretches: %(muscles)s") % {"muscles": names}
    return _("Strengthens: %(muscles)s") % {"muscles": names}


def why(standing: Standing, purpose: Purpose) -> str:
    """Why a muscle is in the plan, in a sentence."""
    frozen = standing.frozen
    name = muscle(standing, purpose.muscle, purpose.side)
    if purpose.why == Why.GENERAL:
        return _("%(muscle)s: good for everybody who sits or stands a lot.") % {"muscle": name}
    if purpose.why == Why.TESTED:
        said = "; ".join(frozen.said(one, purpose.muscle, purpose.side) for one in purpose.tests)
        return _("%(muscle)s: in your test you said “%(answer)s”.") % {
            "muscle": name,
            "answer": said,
        }
    patterns = listed(frozen.edition.imbalances[one].finding for one in purpose.listed_by)
    return str(_LISTED[purpose.role]) % {"muscle": name, "patterns": patterns}


_LISTED = {
    "tight": gettext_lazy("%(muscle)s: usually tight with %(patterns)s. Not tested by you yet."),
    "weak": gettext_lazy("%(muscle)s: usually weak with %(patterns)s. Not tested by you yet."),
}


def settled(purpose: Purpose) -> str:
    """Why a muscle is both stretched and strengthened."""
    return str(_SETTLED[purpose.settled]) if purpose.settled else ""


_SETTLED = {
    Settled.BOTH_TESTED: gettext_lazy(
        "Your tests say that it is tight and weak, so it is stretched gently and strengthened."
    ),
    Settled.BY_PART: gettext_lazy(
        "It has several parts: one is stretched gently and another is strengthened."
    ),
}


HIGH_SIDE = gettext_lazy(
    "This is meant for the high side. It is not clear which one that is, so both sides are worked."
)


def new(standing: Standing, item: Item) -> str:
    """What has changed since the week before."""
    after = standing.frozen.edition.exercises[item.after].name if item.after else ""
    return str(_NEW[item.step]) % {"exercise": after} if item.step in _NEW else ""


_NEW = {
    Step.ROOM: gettext_lazy("New this week"),
    Step.BACK: gettext_lazy("Back again"),
    Step.MORE: gettext_lazy("More repetitions than last week"),
    Step.LONGER: gettext_lazy("Held longer than last week"),
    Step.LESS: gettext_lazy("Less than last time"),
    Step.HARDER: gettext_lazy("Harder than “%(exercise)s”, which it follows"),
}


# ---------------------------------------------------------------- what is left out
def left_out(standing: Standing, one: LeftOut) -> str:
    """A muscle that is not in the first week, and why, in a sentence."""
    name = muscle(standing, one.muscle, one.side)
    because = str(_CAUSES[one.cause]) % {
        "of": _of(standing, one.cause, one.of),
        "week": one.week,
    }
    return str(_LEFT_OUT[one.role]) % {"muscle": name, "because": because}


_LEFT_OUT = {
    "tight": gettext_lazy("%(muscle)s, stretching: %(because)s"),
    "weak": gettext_lazy("%(muscle)s, strengthening: %(because)s"),
    "mixed": gettext_lazy("%(muscle)s: %(because)s"),
}


def excluded(standing: Standing, one: Excluded) -> str:
    """An exercise that would be for a muscle, and why it is not for this person."""
    name = standing.frozen.edition.exercises[one.exercise].name
    because = str(_CAUSES[one.cause]) % {"of": _of(standing, one.cause, one.of), "week": 0}
    return _("%(exercise)s: %(because)s") % {"exercise": name, "because": because}


def _of(standing: Standing, cause: Cause, slugs: Iterable[str]) -> str:
    edition = standing.frozen.edition
    match cause:
        case Cause.FILTER:
            return listed(edition.filters[one].text for one in slugs)
        case Cause.EQUIPMENT:
            return listed(str(Equipment(one).label).lower() for one in slugs)
        case _:
            return listed(edition.muscles[one].name for one in slugs)


_CAUSES = {
    Cause.FINE: gettext_lazy("your tests say that it is fine."),
    Cause.OVERRULED: gettext_lazy("your tests say the opposite of what is usual, and they decide."),
    Cause.CONFLICT: gettext_lazy(
        "your patterns pull it both ways, and no test has settled it. We leave it alone until then."
    ),
    Cause.GROUP: gettext_lazy("it is part of: %(of)s. What is done for them counts."),
    Cause.LATER: gettext_lazy("it comes in week %(week)s. Few exercises at a time work better."),
    Cause.NO_ROOM: gettext_lazy(
        "there is no room for it in six weeks, because few exercises at a time work better."
    ),
    Cause.TIME: gettext_lazy("its exercises take longer than your minutes a day."),
    Cause.FILTER: gettext_lazy("left out for your safety: %(of)s."),
    Cause.FLOOR: gettext_lazy("it is done on the floor."),
    Cause.EQUIPMENT: gettext_lazy("it needs what you do not have: %(of)s."),
    Cause.REPLACED: gettext_lazy("you had it replaced."),
    Cause.OPPOSES: gettext_lazy("it would work against what you need: %(of)s."),
    Cause.NONE_FITS: gettext_lazy("none of its exercises fits you."),
}


def resting(standing: Standing, exercise: str) -> str:
    """Why an exercise of the weeks before is not in this one, in a sentence."""
    name = standing.frozen.edition.exercises[exercise].name
    because = _("keeping it up takes fewer exercises.")
    if standing.plan.week <= WEEKS:
        because = _("it has made room for others.")
    return _("%(exercise)s: %(because)s") % {"exercise": name, "because": because}
