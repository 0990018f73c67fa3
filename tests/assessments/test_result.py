"""The result page: what it says to whom, and that it only renders what was frozen."""

import re
from html import unescape

from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import Assessment
from posture.catalogue import editions, models
from tests.assessments.results import finish, text

QUIET = {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}


def heading(page):
    return unescape(re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]).strip()


def test_one_pattern_is_a_sentence(walker, result):
    words = result("forward tip")
    assert heading(walker.see()) == "Your answers fit best with a forward tipped pelvis"
    assert "Forward tipped pelvis Strong match" in words
    assert "8 of the 10 signs we look for. 2 neither for nor against." in words
    assert "do not fit your answers" in words
    assert "This is a common way of standing, often without any pain." in words


def test_two_patterns_are_named_in_one_sentence_with_the_side(walker, result):
    words = result("backward tip and left high hip")
    assert (
        heading(walker.see())
        == "Your answers fit best with a backward tipped pelvis and a high hip on the left"
    )
    assert "High hip, left side Possible match" in words


def test_three_patterns_are_named_in_one_sentence(walker, result):
    result("all three")
    assert heading(walker.see()) == (
        "Your answers fit best with a forward head and neck, a high hip on the right"
        " and a forward tipped pelvis"
    )


def test_no_pattern_is_said_as_a_good_result(walker, result):
    words = result("nothing")
    assert heading(walker.see()) == "No pattern stands out"
    assert "it is good news" in words
    assert "Tight and weak muscles" not in words


def test_too_little_known_lists_what_is_missing_with_links_to_answer_it(walker, result):
    words = result("knows nothing")
    assert heading(walker.see()) == "Not enough to say"
    assert "do not fit" not in words
    linked = re.findall(r'<li><a href="\.\./questions/([a-z-]+)/">', walker.see())
    assert linked[:3] == ["ear", "shoulders", "upper-back"]
    assert walker.client.get(walker.at("questions", linked[0])).status_code == 200


def test_answers_that_counted_are_listed_with_how_and_a_way_to_change_them(walker, result):
    words = result("forward tip")
    assert "The hollow of your low back is deep Strongly for Change" in words
    assert "A fist fits behind your low back For Change" in words
    assert "See all 22 answers" in words
    assert "Roundness of the upper back I'm not sure" in text(walker.see(walker.at("answers")))
    change = re.search(r'href="(\.\./questions/hollow/)"', walker.see())
    assert change
    assert walker.client.get(walker.at("questions", "hollow")).status_code == 200


def test_of_an_answer_with_several_choices_only_what_speaks_of_the_pattern_is_listed(result):
    words = result("all three")
    table = words.split("Forward tipped pelvis Your answer")[1].split("See all")[0]
    assert "Lying on your front or arching backward makes it worse For" in table
    assert "Looking down" not in table


ALL_ANSWERED = "You have answered every question that is worth your time now."


def full(walker):
    """Choose more questions from a result."""
    assert 'href="../questions/mode/"' in walker.see()
    response = walker.post(walker.at("questions", "mode"), "full")
    walker.root = "/".join(response["Location"].split("/")[:3]) + "/"
    return walker.resume()


def test_after_the_quick_check_a_result_leads_to_more_questions(walker, result):
    result("torn")
    assert full(walker).here.startswith("questions/")
    assert "Enough: check my answers" in walker.see()
    walker.path = walker.at("answers")
    assert ALL_ANSWERED not in walker.see()
    assert "Choose how to go on" not in walker.finish().see()


def test_where_no_further_question_is_worth_its_time_that_is_said(walker, result):
    result("forward tip")
    assert full(walker).here == "answers"
    assert ALL_ANSWERED in walker.see()


def test_answers_that_disagree_are_named(result):
    words = result("torn")
    assert (
        "Your answers disagree about a backward tipped pelvis. For it: Slope of the belt" in words
    )
    assert "Against it: Hollow of the low back" in words
    assert "That is common: these things are hard to judge on yourself." in words


def test_a_muscle_that_no_test_looked_at_leads_to_its_test(walker, result):
    result("all three")
    full(walker).answer_all().finish()
    untested = walker.row.result["conclusion"]["untested"]
    test = untested[0]["question"]
    assert f'<a class="mlist-test no-print" href="../questions/{test}/">Test it: ' in walker.see()
    response = walker.post(walker.at("questions", test), "cannot")
    changed = Assessment.objects.get(previous=walker.pk)
    assert changed.answers[test]["answer"] == ["cannot"]
    assert str(changed.pk) in response["Location"]


def test_what_the_result_rests_on_and_what_would_help_most_is_said(walker, result):
    assert "One answer would help most: Belt line from behind" in result("hip of unclear side")
    assert "One answer would help most" not in result("forward tip")
    words = result("torn")
    assert "rests much on one answer: “There is a gap of 1 to 3 fingers" in words
    assert "Checking again on another day would help most" in words


def test_changing_an_answer_makes_a_new_check_and_the_old_result_stays(walker, result):
    result("forward tip")
    old, frozen = walker.pk, walker.row.result
    response = walker.post(walker.at("questions", "hollow"), "flat")
    assert response.status_code == 303
    assert old not in response["Location"]
    assert Assessment.objects.get(pk=old).result == frozen
    assert Assessment.objects.count() == 2


def test_soon_is_a_card_on_top_and_tells_nobody_to_stretch(result):
    words = result("soon")
    assert words.startswith("Not urgent: Book a doctor or physiotherapist in the next days")
    assert "You told us: Pain that is clearly getting worse from week to week." in words
    assert "stretch these" not in words
    assert words.count("physiotherapist or doctor if") == 0
    assert "Get medical help today if" in words


def test_an_escalation_speaks_for_itself(result):
    assert "You told us that you are 65 or over and that your head stays" in result("far from wall")


def test_a_caution_is_kept_in_mind(result):
    words = result("all three")
    assert "Keep in mind You told us: Gave birth in the last 12 weeks" in words
    assert "You were not sure about this: Osteoporosis (thin bones)" in result("not sure of bones")


def test_in_pregnancy_a_forward_tip_is_explained_and_not_found(walker, result):
    words = result("pregnant")
    assert heading(walker.see()) == "No pattern stands out"
    assert "In pregnancy the pelvis tips forward as the baby grows." in words
    assert "What your answers fit is normal for you now, as it says below." in words


def test_every_result_says_when_to_get_help_and_who_reviewed_it(result):
    words = result("forward tip")
    assert "See a physiotherapist or doctor if:" in words
    assert "Get medical help today if:" in words
    assert "Not yet reviewed by a clinician." in words
    assert "does not replace a health professional" in words


def test_the_plan_is_one_tap_away(walker, result):
    assert "See your plan" in result("forward tip")
    page = walker.see()
    assert page.index('href="../plan/"') < page.index("Tight and weak muscles")


def test_nothing_is_promised_that_is_not_there(result):
    words = result("forward tip").lower()
    for word in ("you have", "diagnos", "cure", "bad posture", "%"):
        assert word not in words


def test_without_an_account_the_result_can_be_kept_or_forgotten(walker, result):
    words = result("forward tip")
    assert "Save this result" in words
    assert "Finish and forget on this device" in words


def test_in_an_account_it_leads_to_all_checks(member):
    finish(member, "forward tip")
    words = text(member.see())
    assert "This result is in your account." in words
    assert "Save this result" not in words


def test_a_strangers_result_is_not_found(walker, result, other):
    result("forward tip")
    assert other.client.get(walker.path).status_code == 404


def test_an_open_check_has_no_result_yet(screened):
    response = screened.client.get(screened.at("result"))
    assert response.status_code == 302
    assert response["Location"] == screened.path


def test_a_result_stays_as_it_was_when_the_catalogue_changes(walker, result, publish):
    result("forward tip")
    before = text(walker.see())
    models.Imbalance.objects.filter(slug="forward-tipped-pelvis").update(name="Renamed", prior=0.01)
    publish()
    assert text(walker.see()) == before


def test_a_recalled_edition_is_said_on_its_results(walker, result, publish, person):
    result("forward tip")
    number = walker.row.edition
    publish()
    editions.recall(number, reason="A ratio was wrong.", by=person)
    editions.desk.forget()
    assert text(walker.see()).startswith(
        "The questions and texts of this result were taken back later. A new check uses the newest"
        " ones. The reason: A ratio was wrong."
    )


def test_a_result_costs_at_most_three_queries_and_none_of_the_catalogue(member):
    finish(member, "all three")
    member.see()
    with CaptureQueriesContext(connection) as captured:
        member.see()
    asked = [
        one["sql"] for one in captured.captured_queries if one["sql"].split(None, 1)[0] not in QUIET
    ]
    asked = [sql for sql in asked if "catalogue_edition" not in sql]  # the pointer, once a second
    assert len(asked) <= 3, asked
    assert not [sql for sql in asked if "catalogue_" in sql]


def test_the_page_has_one_heading_and_no_inline_style_or_script(walker, result):
    result("backward tip and left high hip")
    page = walker.see()
    assert page.count("<h1") == 1
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert page.count("<title>") == 1
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_result_calls_the_number_of_the_chosen_country(walker, result, settings):
    settings.EMERGENCY_NUMBER = "118"
    assert "Call 118 now" in result("nothing")
    walker.client.post("/country/", {"country": "gb"})
    assert "Call 999 now" in walker.see()
    assert "call 999" in walker.see()
    assert "118" not in text(walker.see())
