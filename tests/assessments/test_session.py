"""A session to be followed: what comes after what, how long it takes, and whose it is."""

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from assessments.models import Plan
from assessments.plans import session
from assessments.plans.cues import Act, beats, cues
from posture.catalogue import editions
from posture.catalogue.models import Muscle
from posture.reasoning.knowledge import Kind
from posture.reasoning.planning import Item, Step
from posture.reasoning.planning.doses import REPETITION, Amount
from tests.assessments.reading import CATALOGUE
from tests.assessments.results import finish


def item(*, kind=Kind.STRENGTHEN, side="", each_side=False, sets=1, reps=1, hold=0, rest=0):
    number = 2 if each_side and not side else 1
    seconds = Amount(sets, reps, hold, rest).seconds(number)
    told = {"exercise": "clamshell", "purposes": (), "days": 3, "step": Step.BEGIN}
    return Item(
        kind=kind,
        side=side,
        each_side=each_side,
        sets=sets,
        reps=reps,
        hold=hold,
        rest=rest,
        seconds=seconds,
        **told,
    )


def told(one):
    return [(cue.act.value, cue.seconds, cue.side) for cue in cues(one)]


def test_a_stretch_on_each_side_is_held_on_the_left_first():
    assert told(item(kind=Kind.STRETCH, each_side=True, reps=2, hold=30)) == [
        ("ready", 25, "left"),
        ("move", 2, "left"),
        ("hold", 30, "left"),
        ("move", 2, "left"),
        ("hold", 30, "left"),
        ("switch", 5, "right"),
        ("move", 2, "right"),
        ("hold", 30, "right"),
        ("move", 2, "right"),
        ("hold", 30, "right"),
    ]


def test_sides_take_turns_set_by_set_and_both_rest_between():
    assert told(item(each_side=True, sets=2, reps=10, rest=60)) == [
        ("ready", 20, "left"),
        ("count", 60, "left"),
        ("switch", 5, "right"),
        ("count", 60, "right"),
        ("rest", 60, "left"),
        ("count", 60, "left"),
        ("switch", 5, "right"),
        ("count", 60, "right"),
    ]


def test_one_side_alone_is_never_changed():
    assert told(item(each_side=True, side="right", sets=2, reps=8, rest=45)) == [
        ("ready", 30, "right"),
        ("count", 48, "right"),
        ("rest", 45, "right"),
        ("count", 48, "right"),
    ]


def test_sides_change_where_there_is_no_rest_between_the_sets():
    acts = [cue.act for cue in cues(item(each_side=True, sets=2, reps=5))]
    assert acts == ["ready", "count", "switch", "count", "switch", "count", "switch", "count"]


def test_short_holds_are_counted_and_long_ones_are_timed():
    assert [cue.act for cue in cues(item(reps=5, hold=10))] == ["ready", "count"]
    assert [cue.act for cue in cues(item(reps=1, hold=10))] == ["ready", "move", "hold"]
    assert [cue.act for cue in cues(item(reps=1, hold=180))] == ["ready", "move", "hold"]


doses = st.builds(
    item,
    kind=st.sampled_from(Kind),
    side=st.sampled_from(["", "left", "right"]),
    each_side=st.booleans(),
    sets=st.integers(1, 4),
    reps=st.integers(1, 15),
    hold=st.sampled_from([0, 3, 10, 14, 15, 30, 300]),
    rest=st.sampled_from([30, 60, 90]),
)


@given(doses)
def test_a_session_takes_as_long_as_its_plan_counts(one):
    assert sum(cue.seconds for cue in cues(one)) == one.seconds


@given(doses)
def test_every_side_gets_every_repetition(one):
    for side in {cue.side for cue in cues(one)}:
        counted = sum(cue.act == Act.COUNT for cue in cues(one) if cue.side == side)
        held = sum(cue.act == Act.HOLD for cue in cues(one) if cue.side == side)
        assert counted * one.reps + held == one.sets * one.reps


def test_no_shipped_dose_has_more_sets_than_the_time_for_changing_sides_allows():
    assert max(dose.sets for dose in CATALOGUE.doses) <= 4
    many = item(each_side=True, sets=6, reps=1, rest=30)
    assert sum(cue.seconds for cue in cues(many)) == many.seconds + 10


@pytest.mark.parametrize("kind", Kind)
def test_the_beats_of_a_repetition_are_as_long_as_it(kind):
    assert sum(beat.seconds for beat in beats(item(kind=kind, reps=8))) == REPETITION
    assert sum(beat.seconds for beat in beats(item(kind=kind, reps=8, hold=5))) == 7


# In words


def in_words(one):
    return [session.of_exercise(cue, one, "Clamshell") for cue in cues(one)]


def test_each_cue_says_side_set_and_repetition():
    words = in_words(item(each_side=True, sets=2, reps=10, rest=60))
    assert [(cue["head"], cue["side"], cue["line"]) for cue in words[:5]] == [
        ("Get ready", "Left side", ""),
        ("Go", "Left side", "Set 1 of 2, {n} of 10"),
        ("Change sides", "Right side", "Set 1 of 2"),
        ("Go", "Right side", "Set 1 of 2, {n} of 10"),
        ("Rest", "Next: left side", "Then set 2 of 2"),
    ]
    assert words[0]["said"] == "Clamshell. Get ready. Left side"
    assert words[1]["said"] == "Go. Left side. Set 1 of 2, 1 of 10"
    assert [cue["next"] for cue in words[:3]] == ["I am ready", "Done", "Next"]
    assert words[1]["beats"] == [["Go", 2, 0, 1], ["Stay", 1, 1, 1], ["Slowly back", 3, 1, 0]]


def test_one_lets_go_between_two_holds():
    heads = [cue["head"] for cue in in_words(item(kind=Kind.STRETCH, reps=2, hold=30))]
    assert heads == ["Get ready", "Move in", "Hold", "Out, and in", "Hold"]


def test_what_comes_once_is_not_counted():
    words = in_words(item(reps=1, hold=180))
    assert {(cue["side"], cue["line"]) for cue in words} == {("", "")}


# The page

CUES = re.compile(r'data-cues="([^"]*)"')


@pytest.fixture
def following(walker):
    """One of the people of `people.py` before the session of their plan."""

    def arrived(name):
        finish(walker, name)
        walker.path = walker.at("plan", "session")
        return walker

    return arrived


def test_the_page_reads_as_a_list_and_carries_its_cues(following):
    page = following("forward tip").see()
    warm_up, *exercises = [json.loads(unescape(one)) for one in CUES.findall(page)]
    assert [cue["act"] for cue in warm_up] == ["walk"]
    assert exercises
    assert page.count(">Mark as done<") == len(exercises) == page.count("<h3><span")
    for words in ("Walk on the spot for 5 minutes", "Above 5 of 10 stop", "Back to your plan"):
        assert words in page


DONE = re.compile(
    r'id="ex-([\w-]+)".*?<p data-done( hidden)?>.*?<form [^>]*?( hidden)?>', re.DOTALL
)


def test_what_is_marked_as_done_comes_back_as_done(following):
    walker = following("forward tip")
    first, *others = [slug for slug, *_ in DONE.findall(walker.see())]
    sent = {"exercise": first, "done": "1", "next": "session"}
    response = walker.client.post(walker.at("plan", "done"), sent)
    assert response["Location"] == f"{walker.path}#ex-{first}"
    not_yet = [(slug, " hidden", "") for slug in others]
    assert DONE.findall(walker.see()) == [(first, "", " hidden"), *not_yet]


def test_a_check_that_is_not_finished_goes_on(screened):
    response = screened.client.get(screened.at("plan", "session"))
    assert screened.client.get(response["Location"])["Location"] == screened.at("questions", "age")


def test_nobody_elses_session_is_there(following, other):
    path = following("forward tip").path
    assert other.client.get(path).status_code == 404


def test_a_plan_that_waits_for_a_clinician_leads_back_to_its_page(following):
    walker = following("soon")
    assert walker.client.get(walker.path)["Location"] == walker.at("plan")
    walker.client.post(walker.at("plan", "looked"))
    assert walker.client.get(walker.path).status_code == 200


def test_a_plan_whose_content_was_taken_back_leads_back_to_its_page(following, publish, person):
    walker = following("forward tip")
    number = walker.row.edition
    Muscle.objects.filter(slug="psoas").update(plain="hip muscle")
    publish(by=person)
    editions.recall(number, reason="A dose was wrong.", by=person)
    assert walker.client.get(walker.path)["Location"] == walker.at("plan")


def test_looking_at_a_session_stores_nothing(following):
    following("forward tip").see()
    assert not Plan.objects.exists()


def test_a_session_costs_at_most_three_queries_and_none_of_the_catalogue(following):
    walker = following("tested on both sides")
    walker.see()
    with CaptureQueriesContext(connection) as captured:
        walker.see()
    asked = [query["sql"] for query in captured]
    asked = [sql for sql in asked if "catalogue_edition" not in sql]  # the pointer, once a second
    assert len(asked) <= 3, asked
    assert not [sql for sql in asked if "catalogue_" in sql]
