"""Whether a plan may be followed, and why not: asked by all that shows or changes exercises."""

from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.plans import weeks
from assessments.plans.standing import Standing
from assessments.results import care


class Why(StrEnum):
    """Why a plan is closed; of several reasons the first."""

    STOPPED = "stopped"  # the last check since was stopped for safety
    NEWER = "newer"  # the last check since has a result, and so a plan of its own
    SAFETY = "safety"  # what was said at a week's end has safety asked first
    RECALLED = "recalled"  # its content was taken back
    HELD = "held"  # a clinician has to look first


def closed(standing: Standing) -> Why | None:
    """Why a plan may not be followed now; nothing for one that may.

    An earlier plan is closed by any later check, so whatever holds the last one holds them all.
    """
    last = standing.plan.assessment.last
    reasons = {
        Why.STOPPED: last is not None and last.is_stopped,
        Why.NEWER: last is not None,
        Why.SAFETY: standing.plan.awaits_safety,
        Why.RECALLED: bool(standing.frozen.edition.recalled),
        Why.HELD: standing.awaits_clinician,
    }
    return next((why for why, holds in reasons.items() if holds), None)


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands in the place of the exercises, and where it leads; `signs` are for help now."""

    heading: str
    text: str
    label: str
    url: str
    signs: bool = False


def notice(standing: Standing, why: Why) -> Notice | None:
    """Why a plan is closed, in words; a plan that is held has a card instead."""
    last = standing.plan.assessment.last_id
    match why:
        case Why.STOPPED:
            heading = _("Do not act on this plan now")
            text = _("A later check of yours stopped for your safety.")
            url = reverse("stop", args=[last])
            return Notice(heading, text, _("See what to do first"), url, signs=True)
        case Why.NEWER:
            text = _(
                "A later check of yours has a result, and a plan of its own that goes by its"
                " answers. What you logged here is kept."
            )
            url = reverse("plan", args=[last])
            return Notice(_("There is a newer plan"), text, _("See the newer plan"), url)
        case Why.SAFETY:
            text, label, url = weeks.waiting(standing)
            return Notice(_("Safety comes first"), text, label, url, signs=True)
        case Why.RECALLED:
            text = care.recalled(standing.frozen)
            return Notice("", text, _("Start a new check"), reverse("check"))
    return None
