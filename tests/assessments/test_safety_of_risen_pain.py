"""Pain that has risen by 2 or more since a result has safety asked again before the next one."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db.models import F

from assessments.models import Assessment

PAIN = ("questions", "pain-average")
SCREEN = "safety/emergency-body"
WARNING = "Do not act on this result now"
AGAIN = "The questions about safety, once more"


@pytest.fixture
def finished(screened):
    """Somebody whose pain was 3 when they had their result."""
    return screened.answer_all(pain_where="low-back", pain_average="3").finish()


def change(walker, *question, to):
    """Change an answer of the result, and go on in the check that this begins."""
    walker.reply(to, at=walker.at(*question))
    walker.root = "/".join(walker.path.split("/")[:3]) + "/"
    return walker


@pytest.mark.parametrize("pain", ["5", "10"])
def test_risen_pain_asks_safety_again_before_a_new_result(finished, pain):
    old = finished.row
    change(finished, *PAIN, to=pain)
    assert finished.here == SCREEN
    assert AGAIN in finished.see()
    assert finished.finish().here == SCREEN, "nothing passes it over"
    finished.pass_safety()
    assert finished.here == "answers"
    new = finished.finish().row
    assert (new.status, new.previous_id) == ("finished", old.pk)
    assert new.answers["pain-average"]["answer"] == int(pain)


@pytest.mark.parametrize("pain", ["0", "2", "4", "not-sure"])
def test_other_pain_does_not(finished, pain):
    assert change(finished, *PAIN, to=pain).here == "answers"


@pytest.mark.parametrize("worst", ["saddle", "weight-loss"])
def test_what_is_said_then_stops_the_new_check_and_leaves_the_old(finished, worst):
    old = finished.row
    change(finished, *PAIN, to="8")
    page = "emergency_body" if worst == "saddle" else "same_day_illness"
    finished.pass_safety(**{page: worst})
    assert finished.here == "stop"
    assert (finished.row.status, finished.row.result) == ("stopped", None)
    assert Assessment.objects.get(pk=old.pk).result == old.result
    page = finished.see(f"/check/{old.pk}/result/")
    assert WARNING in page
    assert f'href="{finished.at("stop")}"' in page


def test_a_stop_is_not_passed_over_by_another_change_of_the_old_result(finished):
    root = finished.root
    change(finished, *PAIN, to="8").pass_safety(same_day_illness="weight-loss")
    assert finished.here == "stop"
    finished.root = root
    change(finished, "questions", "sitting-hours", to="under-4")
    assert finished.here == SCREEN
    assert AGAIN in finished.see()
    finished.pass_safety(same_day_illness="weight-loss")
    assert finished.here == "stop"


def test_nor_from_a_result_further_back(finished):
    root = finished.root
    change(finished, "questions", "sitting-hours", to="under-4").finish()
    change(finished, *PAIN, to="8").pass_safety(same_day_illness="weight-loss")
    finished.root = root
    assert change(finished, "questions", "screen-hours", to="2-4").here == SCREEN


def test_a_stop_by_mistake_that_was_taken_back_asks_nothing_more(finished):
    root = finished.root
    change(finished, *PAIN, to="8").pass_safety(same_day_illness="weight-loss")
    finished.client.post(finished.at("mistake"))
    finished.resume().pass_safety().finish()
    finished.root = root
    assert change(finished, "questions", "sitting-hours", to="under-4").here == "answers"


def test_a_result_revised_before_results_kept_that_warns_and_is_dated_by_it(finished):
    old = finished.at("result")
    change(finished, *PAIN, to="8").pass_safety(emergency_body="saddle")
    Assessment.objects.finished().update(changed_at=F("finished_at"))
    assert WARNING in finished.see(old)
    migration = import_module("assessments.migrations.0002_results_that_were_revised")
    migration.date_revisions(apps, None)
    result = Assessment.objects.finished().get()
    assert result.changed_at > result.finished_at


def test_pain_that_rises_one_by_one_is_counted_from_the_last_screen(finished):
    change(finished, *PAIN, to="4").finish()
    assert change(finished, *PAIN, to="5").here == SCREEN
    finished.pass_safety().finish()
    assert change(finished, *PAIN, to="6").here == "answers"


def test_it_is_counted_in_the_check_that_a_change_began_too(finished):
    change(finished, *PAIN, to="4")
    assert finished.reply("6", at=finished.at(*PAIN)).here == SCREEN


def test_pain_that_is_new_asks_safety_again(screened):
    screened.answer_all(pain_where="none").finish()
    change(screened, "questions", "pain-where", to="low-back")
    screened.reply("not-sure").reply("1", at=screened.at(*PAIN))
    assert not screened.here.startswith("safety/")
    assert screened.reply("2", at=screened.at(*PAIN)).here == SCREEN


def test_pain_that_was_not_known_counts_from_nothing(screened):
    screened.answer_all(pain_average="not-sure").finish()
    assert change(screened, *PAIN, to="2").here == SCREEN


def test_pain_that_comes_back_counts_from_the_result_without_it(screened):
    screened.answer_all(pain_where="low-back", pain_average="8").finish()
    change(screened, "questions", "pain-where", to="none").finish()
    assert change(screened, "questions", "pain-where", to="low-back").here == SCREEN


def test_a_new_answer_on_one_page_of_the_screen_does_not_stand_for_all(finished):
    change(finished, *PAIN, to="2")
    finished.reply("balance", at=finished.at("safety", "your-body"))
    assert finished.reply("9", at=finished.at(*PAIN)).here == SCREEN


def test_an_answer_corrected_before_there_is_a_result_asks_nothing(screened):
    screened.answer_all(pain_where="low-back", pain_average="3")
    assert screened.reply("9", at=screened.at(*PAIN)).here == "answers"


def test_another_answer_of_the_result_asks_nothing(finished):
    assert change(finished, "questions", "age", to="40-54").here == "answers"


def test_a_new_check_asks_about_safety_without_saying_that_it_is_once_more(walker):
    walker.begin()
    assert walker.here == SCREEN
    assert AGAIN not in walker.see()
