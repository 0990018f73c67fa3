"""Safety is by the newest edition and not older than 14 days, also in a check that is open."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from posture.catalogue import editions, models
from posture.catalogue.editions import recall

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_after_14_days_safety_is_asked_again_and_nothing_else(walker):
    with time_machine.travel(NOW, tick=False) as clock:
        walker.begin().pass_safety().reply("18-39").reply("neck")
        clock.shift(timedelta(days=14))
        assert walker.resume().here == "questions/pain-side"
        clock.shift(timedelta(minutes=1))
        assert walker.resume().here == "safety/emergency-body"
        assert walker.pass_safety().here == "questions/pain-side"


def test_all_of_safety_is_as_old_as_its_oldest_answer(walker):
    with time_machine.travel(NOW, tick=False) as clock:
        walker.begin().reply("none").reply("none")
        clock.shift(timedelta(days=10))
        walker.resume().pass_safety()
        clock.shift(timedelta(days=5))
        assert walker.resume().here == "safety/emergency-body"


def test_an_old_all_clear_finishes_nothing(walker):
    with time_machine.travel(NOW, tick=False) as clock:
        walker.begin().pass_safety().answer_all()
        clock.shift(timedelta(days=14, minutes=1))
        response = walker.client.post(walker.at("answers"))
        assert response["Location"] == walker.at("safety", "emergency-body")
        assert walker.row.status == "open"


def test_a_new_red_flag_is_asked_in_a_check_that_is_open(screened, publish):
    screened.reply("18-39")
    flag = models.RedFlag.objects.get(slug="calf")
    flag.level = "emergency"
    flag.save()
    publish()
    assert screened.resume().here == "safety/emergency-body"
    screened.pass_safety(same_day_nerves_and_joints="calf")
    assert screened.row.stopped_at_level == "emergency"
    assert screened.row.edition == editions.current().number - 1, "questions stay as they were"


@pytest.mark.parametrize("field", ["note", "concern"])
def test_what_only_editors_and_clinicians_read_asks_nobody_again(screened, publish, field):
    models.RedFlag.objects.filter(slug="calf").update(**{field: "Looked up again."})
    publish()
    assert screened.resume().here == "questions/age"


def test_a_question_published_later_is_not_asked_in_an_open_check(screened, publish):
    models.Question.objects.filter(slug="sitting-hours").update(text="How long do you sit?")
    publish()
    assert "How long do you sit?" not in screened.see(screened.at("questions", "age"))
    screened.answer_all()
    assert "How long do you sit?" not in screened.see()


def test_a_recalled_edition_moves_an_open_check_to_the_newest(screened, publish, person):
    screened.reply("18-39")
    old = editions.current().number
    models.Question.objects.filter(slug="pain-where").update(text="Where is it sore?")
    publish()
    assert "Where is it sore?" not in screened.see()
    recall(old, by=person, reason="A ratio was wrong.")
    assert "Where is it sore?" in screened.see()
    screened.answer_all().finish()
    assert screened.row.edition == old + 1


def test_an_edition_recalled_at_the_last_page_scores_nothing(screened, publish, person):
    screened.answer_all()
    old = editions.current().number
    models.Question.objects.filter(slug="pain-where").update(text="Where is it sore?")
    publish()
    recall(old, by=person, reason="A ratio was wrong.")
    screened.finish()
    assert (screened.row.status, screened.row.edition) == ("finished", old + 1)


def test_a_finished_check_keeps_its_recalled_edition(screened, publish, person):
    screened.answer_all().finish()
    old = editions.current().number
    models.Question.objects.filter(slug="pain-where").update(text="Where is it sore?")
    publish()
    recall(old, by=person, reason="A ratio was wrong.")
    screened.see()
    assert screened.row.edition == old
