"""The exercise days of a plan as a calendar file (RFC 5545), which says nothing about the body."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from django.utils.translation import gettext as _
from icalendar import Calendar, Event
from icalendar.enums import CLASS

from posture.site import NAME

MAKER = "-//Plumb//Exercises//EN"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")  # as date.weekday() counts them


def calendar(days: frozenset[int], at: time, minutes: int, weeks: int, start: date) -> bytes:
    """One event of so many minutes, at this time of these weekdays (0 is Monday).

    It begins on the first of them from `start` on and is repeated for so many weeks. The time is
    that of the device (RFC 5545, 3.3.5, form 1), and nothing rings. Its name is drawn anew for each
    file, so that nothing in it leads to a check.
    """
    assert days <= set(range(len(WEEKDAYS))), "a weekday is 0 to 6"
    assert len(days) * minutes * weeks > 0, "there is something to write down"
    assert at.tzinfo is None, "the time is that of the device"
    file = Calendar()
    file.add("prodid", MAKER)
    file.add("version", "2.0")
    file.add_component(_event(days, datetime.combine(_first(days, start), at), minutes, weeks))
    written: bytes = file.to_ical()
    return written


def _event(days: frozenset[int], begins: datetime, minutes: int, weeks: int) -> Event:
    repeated = {
        "FREQ": "WEEKLY",
        "COUNT": weeks * len(days),
        "BYDAY": [WEEKDAYS[day] for day in sorted(days)],
    }
    event = Event()
    event.add("uid", str(uuid4()))
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", begins)
    event.add("duration", timedelta(minutes=minutes))
    event.add("rrule", repeated)
    event.add("class", CLASS.PRIVATE)  # who shares the calendar sees only that the time is taken
    event.add("summary", _("Exercises"))
    event.add("description", _text())
    return event


def _text() -> str:
    said = _("Exercises from %(site)s. Your plan is where you made it: in that browser or account.")
    return said % {"site": NAME}


def _first(days: frozenset[int], start: date) -> date:
    """The first exercise day from this one on."""
    week = (start + timedelta(days=number) for number in range(len(WEEKDAYS)))
    return next(day for day in week if day.weekday() in days)
