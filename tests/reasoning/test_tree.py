"""The tree of what is asked next, for those who review the order."""

from posture.reasoning.flow import next_question
from posture.reasoning.tree import Branch, tree
from tests.reasoning.small import FORWARD, HIGH, known, said
from tests.reasoning.test_adaptive import FREE, KNOWLEDGE, ask, later, yes_no

BELT = said(belt="yes")


def test_a_tree_begins_with_what_is_asked_next():
    assert tree(KNOWLEDGE, BELT, FREE, depth=1) == Branch("strong")
    assert next_question(KNOWLEDGE, BELT, FREE).slug == "strong"


def test_every_reply_leads_to_what_would_be_asked_after_it():
    whole = tree(KNOWLEDGE, BELT, FREE, depth=2)
    replies = {choices: then for said_, then in whole.follows for choices in said_}
    assert set(replies) == {("yes",), ("no",)}
    for choices, then in replies.items():
        asked = next_question(KNOWLEDGE, {**BELT, "strong": choices}, FREE)
        assert then == Branch(asked.slug)


def test_replies_that_lead_to_the_same_are_drawn_once():
    silent = later(ask("first", ("yes", (FORWARD, 4.0)), ("no", (FORWARD, 4.0)), ("other",)))
    last = later(yes_no("last", HIGH, 4.0))
    whole = tree(known(silent, last), {}, FREE, depth=2)
    assert whole == Branch("last", (((("yes",), ("no",)), Branch("first")),))


def test_where_nothing_is_left_to_ask_the_tree_ends():
    whole = tree(known(later(yes_no("only", FORWARD, 4.0))), {}, FREE, depth=2)
    assert whole == Branch("only", (((("yes",), ("no",)), None),))
    assert tree(known(), {}, FREE, depth=2) is None
