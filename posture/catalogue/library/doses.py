"""A dose in words: its numbers to be printed large, and the rest in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from posture.catalogue.records import Dose

LONG_HOLD = 120  # seconds, from which on a hold is told in minutes
DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range of them, and what it counts."""

    number: str
    unit: str


def amounts(dose: Dose) -> tuple[Amount, ...]:
    """The numbers to be printed large: "2" "times", "30" "seconds each"."""
    return tuple(_amounts(dose))


def _amounts(dose: Dose) -> Iterator[Amount]:
    if dose.sets > 1 and dose.reps > 1:
        yield Amount(str(dose.sets), _("sets"))
    times = dose.sets if dose.reps == 1 else dose.reps
    if times > 1:
        yield Amount(span(times, dose.reps_to), _("times"))
    if dose.hold:
        minutes = dose.hold >= LONG_HOLD and dose.hold % 60 == dose.hold_to % 60 == 0
        parts = 60 if minutes else 1
        units = (_("minutes each"), _("minutes")) if minutes else (_("seconds each"), _("seconds"))
        yield Amount(span(dose.hold // parts, dose.hold_to // parts), units[times == 1])


def in_a_line(dose: Dose, *, each_side: bool) -> str:
    """The numbers in a line: "2 times, 30 seconds each, on each side"."""
    parts = [f"{one.number} {one.unit}" for one in amounts(dose)]
    return ", ".join([*parts, _("on each side")] if each_side else parts)


def details(dose: Dose, *, each_side: bool) -> tuple[str, ...]:
    """What the numbers leave open, a sentence each."""
    older = (_older_reps(dose), _older_hold(dose))
    side = _("First one side, then the other.") if each_side else ""
    sentences = (side, dose.pace, _rest(dose), dose.effort, _days(dose), *older, dose.note)
    return tuple(filter(None, sentences))


def span(start: int, end: int) -> str:
    return _("%(start)s to %(end)s") % {"start": start, "end": end} if end else str(start)


def _rest(dose: Dose) -> str:
    return _("Rest for %(seconds)s seconds in between.") % {"seconds": dose.rest} * bool(dose.rest)


def _days(dose: Dose) -> str:
    if dose.days >= DAYS_IN_A_WEEK:
        return _("Every day.")
    days = ngettext(
        "On %(days)s day a week.", "On %(days)s days a week.", dose.days_to or dose.days
    )
    return days % {"days": span(dose.days, dose.days_to)}


def _older_reps(dose: Dose) -> str:
    if not dose.older_reps_to:
        return ""
    return _("From the age of 65: %(times)s times.") % {
        "times": span(dose.reps, dose.older_reps_to)
    }


def _older_hold(dose: Dose) -> str:
    if not dose.older_hold_to:
        return ""
    facts = {"seconds": span(dose.hold, dose.older_hold_to)}
    return _("From the age of 65: %(seconds)s seconds each.") % facts
