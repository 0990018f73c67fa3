"""One session of a plan, to be followed: its cues in words, and the page that shows them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from assessments.plans.cards import Card, cards
from assessments.plans.cues import Act, Beat, Cue, Pace, beats, cues, sides
from assessments.plans.standing import Standing
from assessments.results import care
from posture.reasoning.planning import Item

WARM_UP = Cue(Act.WALK, 300)  # the least that is usual (exercises.yaml, meta: 5 to 10 minutes)


@dataclass(frozen=True, slots=True)
class Part:
    """An exercise of the session: which side begins, in words, and its cues as JSON."""

    card: Card
    order: str
    cues: str


def session_page(standing: Standing) -> dict[str, Any]:
    """What the page prints of a plan that may be followed."""
    return {
        "assessment": standing.plan.assessment,
        "parts": tuple(parts(standing)),
        "warm_up": json.dumps([shown(WARM_UP)]),
        "warm_up_minutes": WARM_UP.seconds // 60,
        "minutes": standing.minutes,
        "plan_url": reverse("plan", args=[standing.plan.pk]),
        "done_url": reverse("plan_done", args=[standing.plan.pk]),
        "cautions": care.cautions(standing.frozen),
        "written_in": standing.frozen.edition.language,
    }


def parts(standing: Standing) -> Iterator[Part]:
    for item, card in zip(standing.today, cards(standing), strict=True):
        told = [of_exercise(cue, item, card.exercise.name) for cue in cues(item)]
        yield Part(card, order(item), json.dumps(told))


def order(item: Item) -> str:
    """Which side begins, and when both rest; nothing where only one is meant."""
    if len(sides(item)) == 1:
        return ""
    if item.sets > 1 and item.rest:
        return _("Left side first: one set on each side, then a rest.")
    return _("Left side first.")


# A cue in words


def of_exercise(cue: Cue, item: Item, name: str) -> dict[str, Any]:
    """A cue as its page shows and says it."""
    counted = cue.act == Act.COUNT
    return shown(
        cue,
        name=name if cue.act == Act.READY else "",
        line=", ".join(_place(cue, item)),
        reps=item.reps if counted else 0,
        paces=beats(item) if counted else (),
    )


def shown(
    cue: Cue, *, name: str = "", line: str = "", reps: int = 0, paces: tuple[Beat, ...] = ()
) -> dict[str, Any]:
    """`line` says where in the exercise one is; its {n} is for the repetition that is counted."""
    again = cue.act == Act.MOVE and cue.rep > 1
    head = _("Out, and in") if again else str(_HEADS[cue.act])
    side = str(_SIDES[cue.side][cue.act == Act.REST])
    said = filter(None, (name, head, side, line.replace("{n}", "1")))
    return {
        "act": cue.act,
        "seconds": cue.seconds,
        "head": head,
        "side": side,
        "line": line,
        "said": ". ".join(said),
        "next": str(_NEXT.get(cue.act, _("Next"))),
        "reps": reps,
        "beats": [[str(_PACES[one.pace]), one.seconds, one.begin, one.end] for one in paces],
    }


def _place(cue: Cue, item: Item) -> Iterator[str]:
    """Which set and which repetition, where there are several."""
    resting = cue.act == Act.REST
    if item.sets > 1 and cue.set:
        words = _("Then set %(set)s of %(sets)s") if resting else _("Set %(set)s of %(sets)s")
        yield words % {"set": cue.set, "sets": item.sets}
    rep = "{n}" if cue.act == Act.COUNT else cue.rep
    if item.reps > 1 and rep:
        yield _("%(rep)s of %(reps)s") % {"rep": rep, "reps": item.reps}


_HEADS = {
    Act.WALK: gettext_lazy("Walk on the spot"),
    Act.READY: gettext_lazy("Get ready"),
    Act.MOVE: gettext_lazy("Move in"),
    Act.HOLD: gettext_lazy("Hold"),
    Act.COUNT: gettext_lazy("Go"),
    Act.SWITCH: gettext_lazy("Change sides"),
    Act.REST: gettext_lazy("Rest"),
}
_NEXT = {
    Act.WALK: gettext_lazy("I am warm"),
    Act.READY: gettext_lazy("I am ready"),
    Act.COUNT: pgettext_lazy("all repetitions", "Done"),
}
_PACES = {
    Pace.IN: gettext_lazy("Move in"),
    Pace.HOLD: gettext_lazy("Hold"),
    Pace.GO: gettext_lazy("Go"),
    Pace.STAY: gettext_lazy("Stay"),
    Pace.BACK: gettext_lazy("Slowly back"),
}
_SIDES = {
    "": ("", ""),
    "left": (gettext_lazy("Left side"), gettext_lazy("Next: left side")),
    "right": (gettext_lazy("Right side"), gettext_lazy("Next: right side")),
}
