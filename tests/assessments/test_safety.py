"""The safety screen: what each answer alone calls for, and leaves out (the table of ruling 2)."""

from posture.catalogue.records import Condition
from tests.assessments.screen import CATALOGUE, HEADINGS, ITEMS, TESTS, escaped, items, say

# Every red flag and condition alone


@items("emergency")
def test_an_emergency_stops_at_once_and_keeps_nothing(checking, item):
    say(checking, item)
    assert checking.here == "stop"
    row = checking.row
    assert (row.status, row.stopped_at_level) == ("stopped", "emergency")
    assert row.answers == {}
    assert row.result is None


@items("emergency")
def test_its_page_says_what_to_do_and_why_in_the_words_ticked(checking, item):
    page = say(checking, item).see()
    assert HEADINGS["emergency"] in page
    assert escaped(item.text) in page
    assert escaped(item.advice) in page
    assert "What you told us" not in page


@items("emergency")
def test_the_reason_is_shown_once_and_then_forgotten(checking, item):
    say(checking, item).see()
    again = checking.see()
    assert HEADINGS["emergency"] in again
    assert escaped(item.text) not in again
    assert item.slug not in str(dict(checking.client.session))


@items("same-day")
def test_a_same_day_sign_stops_with_a_summary_for_the_clinician(checking, item):
    say(checking, item)
    while checking.here != "stop":  # another sign beside it may be an emergency
        checking.reply("none")
    page = checking.see()
    assert HEADINGS["same-day"] in page
    assert "What you told us" in page
    [for_person, for_clinician] = page.split("For the clinician</h2>")
    assert f": {escaped(item.concern)}." in for_clinician
    assert f": {escaped(item.concern)}." not in for_person
    assert page.count(escaped(item.text)) >= 2, "the reason, and the row of the summary"
    assert (checking.row.status, checking.row.stopped_at_level) == ("stopped", "same-day")
    assert checking.row.answers[item.page]["answer"] == [item.slug]


@items("soon")
def test_a_sign_to_show_soon_allows_a_result_without_self_tests(checking, item):
    say(checking, item)
    assert "Have this looked at by a clinician soon" in checking.see()
    checking.answer_all().finish()
    assert TESTS.isdisjoint(checking.asked)
    assert checking.here == "result"
    assert checking.row.result["level"] == "soon"


@items("caution")
def test_a_caution_goes_on_with_a_notice(checking, item):
    page = say(checking, item).see()
    assert "You can go on, with some care" in page
    assert escaped(item.text) in page
    checking.answer_all().finish()
    assert checking.row.result["level"] == "caution"
    assert set(item.filters) <= set(checking.row.result["filters"])


@items("caution", "soon")
def test_the_notice_stands_above_the_first_question_only(checking, item):
    say(checking, item).reply("18-39")
    assert "notice" not in checking.see()


@items("caution")
def test_a_filter_leaves_out_the_self_tests_that_avoid_it(checking, item):
    avoiding = {one.slug for one in CATALOGUE.questions if {*one.avoid} & {*item.filters}}
    say(checking, item).answer_all()
    assert avoiding.isdisjoint(checking.asked)
    assert TESTS - avoiding <= {*checking.asked}


def test_some_condition_leaves_out_some_self_test():
    filters = {name for one in ITEMS if isinstance(one, Condition) for name in one.filters}
    assert filters & {name for one in CATALOGUE.questions for name in one.avoid}


def test_saying_no_to_everything_raises_nothing(screened):
    assert "notice" not in screened.see()
    screened.answer_all().finish()
    assert {*screened.asked} >= TESTS
    assert screened.row.result["level"] is None
    assert screened.row.result["filters"] == []
