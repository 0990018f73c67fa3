"""The plan of a finished check: what it shows, and what a person can do with it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from assessments.models import Assessment, Plan
from assessments.plans.forms import ASKED_FOR
from assessments.plans.standing import wishes_of
from posture.catalogue import editions
from tests.assessments.people import FORWARD_TIP
from tests.assessments.planning import exercises
from tests.assessments.results import text

WISHES = {"minutes": "15", "days": "3", "floor": "on"}


def send(walker, name, **data):
    response = walker.client.post(walker.at("plan", name), data)
    assert response.status_code == 303, response.status_code
    return walker.see()


def test_it_says_what_to_do_today_with_dose_picture_and_reasons(planned):
    page = planned()
    words = text(page)
    assert words.startswith("Based on your result of")
    assert "Forward tipped pelvis Week 1 of 6 3 exercises, about" in words
    assert len(exercises(page)) == 3
    assert page.count("<figure") + page.count('class="plan-fig"') >= 3
    assert "0 of 3 done" in words
    assert "usually weak with a forward tipped pelvis. Not tested by you yet." in words
    assert "When to stop" in words
    assert "What is left out, and why" in words


def test_nothing_of_it_says_what_must_not_be_said(planned):
    words = text(planned()).lower().split("when to stop")[0]
    for word in ("you have ", "diagnos", "cure", "root cause", "bad posture", "fault"):
        assert word not in words


def test_looking_at_a_plan_stores_nothing(planned):
    planned()
    assert not Plan.objects.exists()


def test_an_exercise_is_marked_as_done_and_undone(walker, planned):
    first = exercises(planned())[0]
    assert "1 of 3 done" in send(walker, "done", exercise=first, done="1")
    assert "Done today" in walker.see()
    assert "1 of 3 sessions done" in walker.see()
    assert "1 of 3 done" in send(walker, "done", exercise=first, done="1"), "twice is once"
    assert "0 of 3 done" in send(walker, "done", exercise=first, done="0")


def test_what_was_done_yesterday_is_not_done_today(walker, planned, time_machine):
    first = exercises(planned())[0]
    send(walker, "done", exercise=first, done="1")
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert "0 of 3 done" in walker.see()
    assert "1 of 3 sessions done" in walker.see()


def test_an_exercise_that_is_not_in_the_plan_changes_nothing(walker, planned):
    planned()
    assert "Your plan has changed meanwhile" in send(walker, "done", exercise="no-such", done="1")
    assert "Your plan has changed meanwhile" in send(walker, "way", exercise="no-such", way="hurts")
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("hurts", "it hurt, so you had it replaced."),
        ("lacking", "something it needs is not there"),
        ("disliked", "you did not like it"),
    ],
)
def test_a_replaced_exercise_stays_away_until_it_is_taken_back(walker, planned, why, told):
    before = exercises(planned())
    page = send(walker, "way", exercise=before[0], way=why)
    assert before[0] not in exercises(page)
    assert "It is left out from now on." in page
    assert ("If it still hurts tomorrow" in page) == (why == "hurts")
    assert told in page
    page = send(walker, "wishes", **WISHES)
    assert before[0] not in exercises(page), "other wishes do not bring it back"
    page = send(walker, "way", exercise=before[0], way="")
    assert exercises(page) == before


def test_an_easier_version_stands_on_the_card_until_it_is_as_it_was(walker, planned):
    first = exercises(planned())[0]
    easier = editions.current().exercises[first].easier
    assert f"Easier version: {easier}" in text(send(walker, "way", exercise=first, way="easier"))
    assert "Harder version:" in text(send(walker, "way", exercise=first, way="harder"))
    followed = text(walker.see(walker.at("plan", "session")))
    assert f"Harder version: {editions.current().exercises[first].harder}" in followed
    words = text(send(walker, "way", exercise=first, way=""))
    assert "version:" not in words
    assert "Your plan has changed meanwhile" in send(walker, "way", exercise=first, way="odd")


def test_wishes_make_the_plan_anew_and_keep_what_was_done(walker, planned):
    first = exercises(planned())[0]
    send(walker, "done", exercise=first, done="1")
    page = send(walker, "wishes", minutes="5", days="2", equipment=[ASKED_FOR[0].value])
    assert "Your plan is made anew" in page
    minutes = int(re.search(r"about (\d+) minute", text(page))[1])
    assert minutes <= 5
    assert "on 2 days a week" in text(page)
    plan = Plan.objects.get(pk=walker.pk)
    assert wishes_of(plan.wishes).floor is False
    assert plan.log[timezone.localdate().isoformat()]["done"] == [first]
    known = editions.current().exercises
    assert all("floor" not in known[one].avoid for one in exercises(page))


def test_who_does_not_get_down_is_told_of_the_bed_and_asked_no_more(walker):
    walker.begin().pass_safety(your_body="floor").answer_all(
        **{slug.replace("-", "_"): said for slug, said in FORWARD_TIP.items()}
    )
    walker.finish()
    walker.path = walker.at("plan")
    page = walker.see()
    known = editions.current().exercises
    on_floor = [one for one in exercises(page) if known[one].place == "floor"]
    assert text(page).count("Not on the floor: ") == len(on_floor)
    assert all("floor" not in known[one].avoid for one in exercises(page))
    assert 'name="floor" checked' not in page


def test_wishes_that_are_not_offered_change_nothing(walker, planned):
    planned()
    assert "Nothing was changed" in send(walker, "wishes", minutes="500", days="3")
    assert not Plan.objects.exists()


def test_after_soon_the_plan_waits_until_a_clinician_has_looked(walker, planned):
    page = planned("soon")
    assert exercises(page) == []
    assert "Your plan waits until a clinician has looked" in page
    page = send(walker, "looked")
    assert exercises(page)
    assert Plan.objects.get(pk=walker.pk).looked_at


def test_without_a_pattern_there_is_a_general_plan(planned):
    page = planned("nothing")
    assert "this plan is a general one" in page
    assert exercises(page)


def test_where_a_pattern_was_found_a_general_plan_does_not_say_that_none_was(walker, planned):
    send(walker, "done", exercise=exercises(planned())[0], done="1")
    plan = Plan.objects.get(pk=walker.pk)
    plan.planned["general"] = True
    plan.save()
    words = text(walker.see())
    assert "No exercise is planned for the muscles in your result; the reasons are below." in words
    assert "this plan is a general one" in words
    assert "No pattern stands out" not in words


def test_a_plan_without_exercises_offers_nothing_to_follow(walker, planned):
    page = planned()
    assert 'href="session/"' in page
    send(walker, "done", exercise=exercises(page)[0], done="1")
    plan = Plan.objects.get(pk=walker.pk)
    plan.planned["weeks"] = [[] for _ in plan.planned["weeks"]]
    plan.save()
    page = walker.see()
    assert "A physiotherapist can find some with you." in page
    assert 'href="session/"' not in page
    assert 'action="calendar/"' not in page


def left_out(walker, week):
    """What the plan page says in a week of what is left out."""
    plan = Plan.objects.get(pk=walker.pk)
    plan.week = week
    plan.save()
    return text(walker.see()).split("What is left out, and why")[1].split("Make it fit")[0]


def test_what_is_left_out_is_told_as_of_the_week_that_one_is_in(walker, planned):
    send(walker, "done", exercise=exercises(planned())[0], done="1")
    later = "Hip flexors (front of the hip), stretching: it comes in week 3."
    made_room, kept_up = gone(walker, 3), gone(walker, 7)
    assert later in left_out(walker, 2)
    assert made_room not in left_out(walker, 2)
    assert later not in left_out(walker, 3)
    assert f"{made_room}: it has made room for others." in left_out(walker, 3)
    assert f"{kept_up}: keeping it up takes fewer exercises." in left_out(walker, 7)
    assert "it comes in week" not in left_out(walker, 7)


def gone(walker, week):
    """The name of an exercise of the week before that is not in this one."""
    weeks = Plan.objects.get(pk=walker.pk).planned["weeks"]
    now = {item["exercise"] for item in weeks[week - 1]}
    slugs = (item["exercise"] for item in weeks[week - 2] if item["exercise"] not in now)
    return editions.current().exercises[next(slugs)].name


def test_a_muscle_on_the_high_side_says_why_both_sides_are_worked(planned):
    unclear = "It is not clear which one that is, so both sides are worked."
    assert unclear in planned("hip of unclear side")
    assert unclear not in planned("backward tip and left high hip")


def test_nothing_that_does_not_suit_somebody_pregnant_is_in_it(planned):
    known = editions.current().exercises
    for slug in exercises(planned("pregnant")):
        assert {"pregnancy-supine", "pregnancy-prone"}.isdisjoint(known[slug].avoid), slug


def test_a_calendar_file_holds_the_days_and_nothing_of_the_body(walker, planned):
    planned()
    days = {"days": ["0", "3"], "at": "07:30"}
    response = walker.client.post(walker.at("plan", "calendar"), days)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="exercises.ics"'
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["DTSTART"].dt.strftime("%H:%M") == "07:30"
    assert event["RRULE"]["BYDAY"] == ["MO", "TH"]
    assert walker.pk not in response.content.decode()
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("given", "message", "mend", "kept"),
    [
        ({"at": "07:30"}, "Select at least one day.", "calendar-days-0", 'value="07:30"'),
        (
            {"days": ["1"], "at": "late"},
            "Enter a time, such as 18:00.",
            "calendar-at",
            'value="1" id="calendar-days-1" checked',
        ),
    ],
)
def test_a_calendar_says_at_the_field_what_is_missing_and_keeps_the_rest(
    walker, planned, given, message, mend, kept
):
    planned()
    page = send(walker, "calendar", **given)
    assert "<title>Error: " in page
    assert f'<li><a href="#{mend}">{message}</a>' in page
    [described] = re.findall(r'aria-describedby="(calendar-[^"]+)"', page)
    assert message in page.split(f'id="{described}"')[1].split("</p>")[0]
    assert f'id="{mend}"' in page
    assert kept in page
    assert message not in walker.see(), "it is said once"


def test_a_calendar_offers_as_many_days_as_the_plan_and_a_time(planned):
    page = planned()
    assert len(re.findall(r'id="calendar-days-\d" checked', page)) == 3
    assert 'value="18:00"' in page


def test_an_unfinished_check_has_no_plan(screened):
    response = screened.client.get(screened.at("plan"))
    assert (response.status_code, response["Location"]) == (302, screened.root)
    assert screened.client.post(screened.at("plan", "looked")).status_code == 302
    assert not Plan.objects.exists()


def test_a_plan_in_use_keeps_its_check(walker, planned, time_machine):
    first = exercises(planned())[0]
    for days in (20, 20):
        time_machine.move_to(timezone.now() + timedelta(days=days))
        send(walker, "done", exercise=first, done="1")
        assert not Assessment.objects.expired(timezone.now()).exists()
    time_machine.move_to(timezone.now() + timedelta(days=31))
    assert Assessment.objects.expired(timezone.now()).exists()


def test_the_plan_is_part_of_what_is_exported_and_goes_with_its_check(walker, planned):
    first = exercises(planned())[0]
    send(walker, "done", exercise=first, done="1")
    [check] = walker.client.get("/history/export/").json()["checks"]
    assert first in str(check["plan"]["log"])
    walker.client.post(walker.at("delete"))
    assert not Plan.objects.exists()


def test_a_plan_costs_few_queries_and_none_of_the_catalogue(
    walker, planned, django_assert_max_num_queries
):
    send(walker, "done", exercise=exercises(planned())[0], done="1")
    with django_assert_max_num_queries(3) as queries:
        walker.see()
    assert not any("catalogue_exercise" in one["sql"] for one in queries)
