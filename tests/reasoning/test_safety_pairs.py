"""The shipped safety screen, two signs at a time: only what is documented raises more than each."""

from itertools import combinations

from posture.catalogue import content
from posture.reasoning.knowledge import Level
from posture.reasoning.safety import screening
from tests.reasoning.shipped import bank

CATALOGUE = content.read().catalogue
ITEMS = {one.slug: one for one in (*CATALOGUE.red_flags, *CATALOGUE.conditions)}
TOGETHER = {
    frozenset({"fever", "foot-drop"}): "emergency",
    frozenset({"fever", "myelopathy"}): "emergency",
    frozenset({"arm-weak", "getting-worse"}): "same-day",
    frozenset({"radicular-leg", "not-improving"}): "soon",
    frozenset({"cancer-history", "pain-worse=rest-or-night"}): "same-day",
    frozenset({"age=65-74", "wall-head=bigger-gap"}): "soon",
    frozenset({"age=75-plus", "wall-head=bigger-gap"}): "soon",
}
ALONE = {
    "age=under-16": "under-age",
    "age=16-17": "caution",
    "age=75-plus": "caution",
    "age=not-sure": "caution",
    "rib-height=yes": "soon",
}
TERMS = sorted(
    {term for one in CATALOGUE.escalations for group in one.every for term in group if "=" in term}
    | {"age=18-39", "wall-head=touches", "wall-head=effort", "wall-head=chin-up"}
)


def level(*said):
    """What the reasoning makes of signs that are ticked and answers that are given."""
    answers = {}
    for one in said:
        slug, _, choice = one.partition("=")
        item = ITEMS.get(slug)
        statements = getattr(item, "statements", ())
        ticked = [each.slug for each in statements[: item.needed + 1]] if statements else [slug]
        where, what = (item.page, ticked) if item else (slug, [choice])
        answers[where] = (*answers.get(where, ()), *what)
    return screening(bank(), answers).level


def more_pressing(one, other):
    return max((one, other), key=lambda each: Level(each).urgency if each else 0)


def alone(term):
    return ITEMS[term].level if term in ITEMS else ALONE.get(term)


def test_a_sign_alone_calls_for_its_own_level():
    assert {slug: level(slug) for slug in ITEMS} == {
        slug: Level(one.level) for slug, one in ITEMS.items()
    }


def test_an_answer_alone_calls_for_what_is_documented():
    assert {term: level(term) for term in TERMS} == {term: ALONE.get(term) for term in TERMS}


def test_two_signs_call_for_no_more_than_the_more_pressing_of_them_but_where_documented():
    pairs = [*combinations(ITEMS, 2), *((item, term) for item in ITEMS for term in TERMS)]
    raised = {
        frozenset(pair): str(level(*pair))
        for pair in pairs
        if level(*pair) != more_pressing(*map(alone, pair))
    }
    assert raised == {pair: word for pair, word in TOGETHER.items() if pair & ITEMS.keys()}


def test_two_answers_call_for_no_more_either():
    pairs = [
        pair
        for pair in combinations(TERMS, 2)
        if pair[0].partition("=")[0] != pair[1].partition("=")[0]
    ]
    raised = {
        frozenset(pair): str(level(*pair))
        for pair in pairs
        if level(*pair) != more_pressing(*map(alone, pair))
    }
    assert raised == {pair: word for pair, word in TOGETHER.items() if not pair & ITEMS.keys()}
