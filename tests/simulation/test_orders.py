"""A simulated check goes as a visitor's does, or through all questions in another order."""

from random import Random

import pytest

from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.reasoning import flow
from posture.reasoning.findings import conclude
from posture.reasoning.knowledge import NOT_SURE
from posture.simulation.orders import HEALTHY, WANTED, Order, stands
from posture.simulation.people import people
from posture.simulation.world import world

BANK = knowledge_of(content.read().catalogue)
FEW = list(people(world(BANK), count=4, seed=7))


def walked(person):
    """The answers that count of a whole adaptive check, as it is asked on the site."""
    answers = {}
    while question := flow.next_question(BANK, answers, HEALTHY):
        known = {**person.replies, **WANTED}
        answers[question.slug] = known.get(question.slug, (NOT_SURE,))
    return flow.counted(BANK, answers, HEALTHY)


@pytest.mark.parametrize("person", FEW, ids=range(4))
def test_the_adaptive_order_finds_and_asks_what_the_check_does(person):
    answers = walked(person)
    (last,) = stands(BANK, person, Order.ADAPTIVE, Random(1))
    told = conclude(BANK, answers, HEALTHY).found
    assert last.found == {one.imbalance: one.side for one in told}
    assert last.asked == len(answers) - len(WANTED)


def test_other_orders_end_at_the_same_for_they_ask_everything():
    for person in FEW:
        fixed = stands(BANK, person, Order.FIXED, Random(1))[-1]
        shuffled = stands(BANK, person, Order.RANDOM, Random(1))[-1]
        assert (fixed.asked, fixed.found) == (shuffled.asked, shuffled.found)
        assert fixed.asked > 40
        assert fixed.minutes == pytest.approx(shuffled.minutes)


def test_a_check_is_looked_at_before_and_after_every_question():
    passed = stands(BANK, FEW[0], Order.ADAPTIVE, Random(1), each=True)
    assert [one.asked for one in passed] == list(range(len(passed)))
    assert passed[0].found == {}
    assert passed[-1] == stands(BANK, FEW[0], Order.ADAPTIVE, Random(1))[0]
