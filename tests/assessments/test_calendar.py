"""The calendar file: valid in a strict parser, at the right times, and silent about the body."""

import re
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
import time_machine
from dateutil.rrule import rrulestr
from icalendar import Calendar

from assessments.calendar import calendar

THURSDAY = date(2026, 3, 5)
EVERY_DAY = frozenset(range(7))


def written(days=(0, 2, 4), at=time(18, 30), minutes=20, weeks=6, start=THURSDAY):
    return calendar(frozenset(days), at, minutes, weeks, start)


def event(file):
    [found] = Calendar.from_ical(file).walk("VEVENT")
    return found


def occurrences(file):
    found = event(file)
    return list(rrulestr(found["rrule"].to_ical().decode(), dtstart=found.start))


def unfolded(file):
    return file.replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_strict_parser_finds_one_event_and_no_fault():
    read = Calendar.from_ical(written())
    assert [part.name for part in read.walk()] == ["VCALENDAR", "VEVENT"]  # so nothing rings
    assert [part.errors for part in read.walk()] == [[], []]
    assert read["version"] == "2.0"
    assert re.fullmatch(r"-//.+//.+//EN", read["prodid"])


def test_it_begins_on_the_first_exercise_day_and_goes_on_for_all_weeks():
    found = occurrences(written(days=(0, 2, 4), weeks=6, start=THURSDAY))
    assert [f"{one:%a %d %H:%M}" for one in found[:3]] == [
        "Fri 06 18:30",
        "Mon 09 18:30",
        "Wed 11 18:30",
    ]
    assert len(found) == 18
    assert found[-1].date() == THURSDAY + timedelta(days=6 * 7 - 1)


def test_a_start_that_is_an_exercise_day_is_the_first():
    assert occurrences(written(days=(3,), weeks=2))[0].date() == THURSDAY


@pytest.mark.parametrize("days", [{0}, {3}, {2}, {5, 6}, EVERY_DAY])
@pytest.mark.parametrize("weeks", [1, 7])
def test_each_week_from_the_start_on_has_each_of_the_days_once(days, weeks):
    found = [one.date() for one in occurrences(written(days=days, weeks=weeks))]
    expected = (THURSDAY + timedelta(days=number) for number in range(7 * weeks))
    assert found == [day for day in expected if day.weekday() in days]


def test_the_lines_say_floating_times_and_the_weekdays_in_order():
    lines = unfolded(written(days=EVERY_DAY, at=time(7, 5), minutes=90, weeks=2))
    assert "DTSTART:20260305T070500" in lines
    assert "DURATION:PT1H30M" in lines
    assert "RRULE:FREQ=WEEKLY;COUNT=14;BYDAY=MO,TU,WE,TH,FR,SA,SU" in lines
    assert not any("TZID" in line or line.startswith("DTEND") for line in lines)


@pytest.mark.parametrize(
    ("at", "minutes", "begins", "ends"),
    [
        (time(0, 0), 15, "20260305T000000", "2026-03-05T00:15:00"),
        (time(23, 50), 20, "20260305T235000", "2026-03-06T00:10:00"),
    ],
)
def test_midnight_is_a_time_and_may_be_passed(at, minutes, begins, ends):
    file = written(days=(3,), at=at, minutes=minutes)
    assert f"DTSTART:{begins}" in unfolded(file)
    assert event(file).end.isoformat() == ends


def test_lines_end_with_carriage_returns_and_long_ones_are_folded():
    file = written()
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert file.count(b"\n") == file.count(b"\r\n") == file.count(b"\r")
    assert max(map(len, file.split(b"\r\n"))) <= 75
    assert max(map(len, unfolded(file))) > 75  # so that one was


@time_machine.travel(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), tick=False)
def test_two_files_differ_by_a_random_name_alone_and_say_when_they_were_made():
    first, second = event(written()), event(written())
    assert UUID(first["uid"]).version == 4
    assert first["uid"] != second["uid"]
    assert first["dtstamp"].to_ical() == b"20260302T093000Z"
    assert {name for name in first if first[name] != second[name]} == {"UID"}


def test_it_says_that_there_are_exercises_and_nothing_of_whom_or_why():
    found = event(written())
    assert set(found) == {
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DURATION",
        "RRULE",
        "CLASS",
        "SUMMARY",
        "DESCRIPTION",
    }
    assert found["class"] == "PRIVATE"
    assert found["summary"] == "Exercises"
    assert found["description"].startswith("Exercises from Plumb.")


@pytest.mark.parametrize(
    "wrong",
    [{"days": ()}, {"days": (7,)}, {"minutes": 0}, {"weeks": 0}, {"at": time(7, 0, tzinfo=UTC)}],
)
def test_what_makes_no_event_is_refused(wrong):
    with pytest.raises(AssertionError):
        written(**wrong)
