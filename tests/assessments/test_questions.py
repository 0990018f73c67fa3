"""Answering: every kind of question, going back, changing an answer, and abandoned branches."""

from itertools import takewhile

import pytest
from django.utils import timezone

from assessments.course import as_reply
from assessments.sheets import question_sheet
from posture.catalogue import content, editions, models
from posture.catalogue.shapes import checksum
from posture.reasoning.knowledge import NOT_SURE
from tests.assessments.walking import HTMX

CATALOGUE = content.read().catalogue
KINDS = {question.slug: question.kind for question in CATALOGUE.questions}
PAIN = ["pain-side", "pain-average", "pain-duration", "pain-worse"]


def answer(walker, slug):
    stored = walker.row.answers.get(slug)
    return stored["answer"] if stored else None


OPENING = {
    "age": ("18-39",),
    "mode": ("helper",),
    "hip-hands": ("clear-left-high",),
    "bridge": ("60-plus",),
}


def go_to(walker, slug):
    """Stand before a question; what comes before it is not known, but for what others wait for."""
    row = walker.row
    for one in takewhile(lambda one: one.slug != slug, CATALOGUE.questions):
        if one.slug in OPENING or not one.adaptive:
            said = OPENING.get(one.slug, (NOT_SURE,))
            row.answers[one.slug] = as_reply(said, timezone.now())
    row.save()
    walker.path = walker.at("questions", slug)
    return walker


@pytest.mark.parametrize(
    ("slug", "said", "stored"),
    [
        ("age", ["40-54"], ["40-54"]),
        ("pain-where", ["neck"], ["neck"]),
        ("pain-where", ["low-back", "neck"], ["neck", "low-back"]),
        ("pain-where", ["none"], ["none"]),
        ("pain-where", ["not-sure"], ["not-sure"]),
        ("pain-average", ["0"], 0),
        ("pain-average", ["10"], 10),
        ("pain-average", ["not-sure"], ["not-sure"]),
        ("pain-worse", ["driving", "walking"], ["driving", "walking"]),
        ("wall-head", ["cannot"], ["cannot"]),
    ],
)
def test_an_answer_is_stored_as_it_was_chosen(screened, slug, said, stored):
    go_to(screened, slug).reply(*said)
    assert answer(screened, slug) == stored


def test_the_age_alone_cannot_be_left_open(screened):
    assert "not-sure" not in screened.see()
    sheets = [question_sheet(editions.current().number, slug) for slug in KINDS]
    assert [sheet.question.slug for sheet in sheets if NOT_SURE not in sheet.alone] == ["age"]


@pytest.mark.parametrize("slug", [slug for slug in KINDS if slug != "age"])
def test_every_other_question_takes_not_sure_and_shows_it_again(screened, slug):
    go_to(screened, slug).reply("not-sure")
    page = screened.see(screened.at("questions", slug))
    boxes = [tag for tag in page.split("<") if tag.startswith("input") and 'not-sure"' in tag]
    assert len(boxes) == (2 if KINDS[slug] == "each-side" else 1)
    assert all("checked" in box for box in boxes)


@pytest.mark.parametrize("question", CATALOGUE.questions, ids=KINDS)
def test_every_page_asks_its_question_once_as_its_heading(screened, question):
    page = go_to(screened, question.slug).see()
    assert page.count("<h1") == 1
    assert page.count("<legend") == (3 if question.kind == "each-side" else 1)
    words = question.title or question.text
    assert words.replace("'", "&#x27;") in page.split("<h1")[1].split("</h1>")[0]


@pytest.mark.parametrize("slug", [slug for slug, kind in KINDS.items() if kind == "single"])
def test_one_choice_means_radio_buttons(screened, slug):
    page = go_to(screened, slug).see()
    assert 'type="radio" name="answer"' in page
    assert 'type="checkbox" name="answer"' not in page


def test_the_body_map_is_a_list_of_boxes_that_the_picture_labels(screened):
    page = go_to(screened, "pain-where").see()
    [question] = [one for one in CATALOGUE.questions if one.slug == "pain-where"]
    for choice in question.choices:
        assert f'type="checkbox" name="answer" value="{choice.slug}" id="w-{choice.slug}"' in page
    assert 'for="w-low-back"' in page


def test_with_htmx_a_good_answer_leads_on_in_the_same_way(screened):
    response = screened.post(screened.path, "18-39", htmx=True)
    assert response.status_code == 303
    assert response["Location"] == screened.at("questions", "pain-where")


# One after another


def test_back_leads_to_each_step_before(screened):
    screened.answer_all(pain_where="none")
    addresses = []
    page = screened.see()
    while 'class="back"' in page:
        screened.path = page.split('class="back" href="')[1].split('"')[0]
        addresses.append(screened.here)
        page = screened.see()
    questions = [f"questions/{slug}" for slug in reversed(screened.asked)]
    assert addresses[: len(questions)] == questions
    assert addresses[-1] == "check"
    assert len(addresses) == len(questions) + len(CATALOGUE.safety_pages) + 1


def test_a_question_that_is_not_next_can_be_answered_before_the_others(screened):
    screened.reply("upright", at=screened.at("questions", "sitting-style"))
    assert screened.here == "questions/age", "and the way goes on with the first that is missing"
    assert "sitting-style" not in screened.answer_all().asked


def test_changing_an_answer_before_the_result_leads_back_to_all_answers(screened):
    screened.answer_all()
    screened.reply("18-39", at=screened.at("questions", "age"))
    assert screened.here == "answers"
    assert "18 to 39" in screened.see()


def test_all_answers_offers_to_change_each(screened):
    page = screened.answer_all().see()
    for slug in screened.asked:
        assert f'href="{screened.at("questions", slug)}"' in page
    for safety in CATALOGUE.safety_pages:
        assert f'href="{screened.at("safety", safety.slug)}"' in page


def test_a_safety_answer_can_be_changed_from_all_answers(screened):
    screened.answer_all()
    screened.reply("pregnant", at=screened.at("safety", "your-health"))
    assert screened.here == "answers"
    assert "Pregnant" in screened.see()


def test_all_answers_shows_what_was_chosen_in_words(screened):
    page = screened.answer_all(pain_where=["neck", "low-back"], pain_average="7").see()
    assert "Neck; Low back, both sides or the middle" in page
    assert "7 of 10" in page


def test_the_end_cannot_be_reached_early(screened):
    for address in ("answers", "result"):
        response = screened.client.get(screened.at(address))
        assert response["Location"] == screened.at("questions", "age")
    assert screened.client.post(screened.at("answers"))["Location"] == screened.path


@pytest.mark.parametrize("address", [("safety", "no-such-page"), ("questions", "no-such-one")])
def test_what_the_edition_does_not_ask_is_not_found(screened, address):
    assert screened.client.get(screened.at(*address)).status_code == 404
    assert screened.post(screened.at(*address), "none", version="0").status_code == 404


# Abandoned branches


def test_without_pain_nobody_is_asked_about_it(screened):
    assert set(PAIN).isdisjoint(screened.answer_all(pain_where="none").asked)


def test_a_question_of_an_abandoned_branch_leads_on(screened):
    screened.reply("18-39").reply("none")
    response = screened.client.get(screened.at("questions", "pain-side"))
    assert response["Location"] == screened.path
    assert screened.post(screened.at("questions", "pain-side"), "left", version="0")[
        "Location"
    ] == (screened.path)
    assert answer(screened, "pain-side") is None


def test_answers_of_an_abandoned_branch_do_not_count(screened):
    screened.answer_all(pain_where="low-back", pain_side="left", pain_worse="lying-flat")
    screened.reply("none", at=screened.at("questions", "pain-where"))
    assert screened.here == "answers"
    assert "Mostly on the left" not in screened.see()
    result = screened.finish().row.result
    assert set(PAIN).isdisjoint(result["asked"])
    assert not set(PAIN) & {
        reason["question"]
        for finding in result["conclusion"]["findings"]
        for reason in finding["reasons"]
    }


def test_coming_back_to_the_branch_finds_its_answers_again(screened):
    screened.answer_all(pain_where="low-back", pain_side="left")
    screened.reply("none", at=screened.at("questions", "pain-where"))
    screened.reply("neck", at=screened.at("questions", "pain-where"))
    assert screened.here == "answers"
    assert "Mostly on the left" in screened.see()


# From the result


@pytest.fixture
def finished(screened):
    return screened.answer_all(age="18-39", sitting_hours="9-plus").finish()


def test_changing_from_the_result_begins_a_new_check_and_leaves_the_old(finished):
    old = finished.row
    response = finished.post(finished.at("questions", "sitting-hours"), "under-4")
    new = response["Location"].split("/")[2]
    assert new != finished.pk
    kept = finished.row
    assert (kept.answers, kept.result, kept.finished_at) == (
        old.answers,
        old.result,
        old.finished_at,
    )
    finished.root = f"/check/{new}/"
    assert finished.row.previous_id == old.pk
    assert finished.resume().here == "answers", "nothing is asked twice"
    assert finished.finish().row.answers["sitting-hours"]["answer"] == ["under-4"]


def test_the_same_answer_from_the_result_changes_nothing(finished):
    response = finished.post(finished.at("questions", "sitting-hours"), "9-plus")
    assert response["Location"] == finished.at("result")
    assert finished.row.version == finished.row.__class__.objects.get().version


def test_a_change_that_stops_the_new_check_keeps_nothing_of_it(finished):
    response = finished.post(finished.at("questions", "age"), "under-16")
    new = finished.row.later.get()
    assert response["Location"] == f"/check/{new.pk}/stop/"
    assert (new.status, new.stopped_at_level, new.answers) == ("stopped", "under-age", {})
    assert "aged 16 and over" in finished.see(response["Location"])
    assert finished.row.is_finished


def test_a_finished_check_shows_its_result_instead_of_its_steps(finished):
    for address in (("stop",), ("safety", "emergency-body"), ()):
        response = finished.client.get(finished.at(*address))
        assert response["Location"] == finished.at("result")
    assert finished.client.post(finished.at("answers"))["Location"] == finished.at("result")


def test_all_answers_of_a_finished_check_lead_back_to_its_result_and_to_each_question(finished):
    page = finished.see(finished.at("answers"))
    assert f'class="back" href="{finished.at("result")}"' in page
    for slug in finished.row.result["asked"]:
        assert f'href="../questions/{slug}/"' in page
    assert "See my result" not in page


def test_safety_of_a_finished_check_cannot_be_answered_again(finished):
    page = finished.at("safety", "emergency-body")
    for headers in ({}, HTMX):
        data = {"answer": "saddle", "version": finished.row.version}
        response = finished.client.post(page, data, headers=headers)
        assert response["Location"] == finished.at("result")
    assert finished.row.is_finished


# Languages


def test_texts_of_the_catalogue_say_their_language_where_it_is_another(walker, publish):
    newest = publish()
    german = newest.document | {"language": "de"}
    number, sum_of_it = newest.number + 1, checksum(german)
    models.Edition.objects.create(number=number, document=german, checksum=sum_of_it)
    editions.desk.forget()
    page = walker.begin().see()
    assert '<h1 class="q-legend" tabindex="-1" lang="de">' in page
    assert '<span lang="de">Numb or tingling feeling' in page
    assert "<span>None of these</span>" in page, "a word of the site"
    walker.pass_safety()
    page = go_to(walker, "wall-gap").see()
    assert '<ol class="do" lang="de">' in page
    assert page.count(' lang="de"') >= 8
