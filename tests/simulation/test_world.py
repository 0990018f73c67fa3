"""What is assumed of simulated people covers the shipped questions, and cites what exists."""

import tomllib
from itertools import chain

import pytest

from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.reasoning.knowledge import NOT_SURE
from posture.reasoning.scoring import SIDES
from posture.simulation import world as simulated
from posture.simulation.people import people

CATALOGUE = content.read().catalogue
BANK = knowledge_of(CATALOGUE)
WORLD = simulated.world(BANK)
TABLE = tomllib.loads((simulated.DATA / "world.toml").read_text("utf-8"))
SIGNS = (*WORLD.measured, *WORLD.sorted)


def tells_of_an_imbalance(question):
    return any(one.role is None for choice in question.choices for one in choice.evidence)


def quantities():
    yield from (one["of"] for one in TABLE["measured"].values())
    yield from (rule["of"] for one in TABLE["sorted"].values() for rule in one["rules"])


def named_choices(slug):
    """Every choice of a question that the world can make."""
    if slug in WORLD.told:
        one = WORLD.told[slug]
        return {*one.rates, *chain(*one.rises.values()), *(one.none if one.many else ())}
    one = WORLD.measured.get(slug) or WORLD.sorted[slug]
    if slug in WORLD.sorted:
        made = {choice for choice, _, _ in one.rules} | {one.otherwise}
    else:
        made = {*one.choices, *one.lesser.values()}
    if getattr(one, "beside", ""):
        made = {"level", "same-side", "other-side"}
    return {f"{side}-{choice}" for side in SIDES for choice in made} if one.each else made


def test_every_question_that_tells_of_an_imbalance_is_answered():
    asked = {one.slug for one in BANK.questions if tells_of_an_imbalance(one)}
    assert len(asked) > 50
    assert asked - {*WORLD.told, *SIGNS} == set()


@pytest.mark.parametrize("slug", [*WORLD.told, *SIGNS])
def test_only_choices_of_the_question_are_made(slug):
    choices = {choice.slug for choice in BANK.question[slug].choices}
    assert named_choices(slug) - choices == set()


def test_every_trait_that_is_moved_or_looked_at_is_drawn():
    named = {*chain(*TABLE["shifts"].values()), *chain(*quantities())}
    assert named - {*WORLD.traits} == set()


def test_every_imbalance_moves_something_and_is_one_of_the_edition():
    assert {*WORLD.shifts} == {*BANK.imbalance}
    raised = set(chain.from_iterable(one.rises for one in WORLD.told.values()))
    assert raised == {*BANK.imbalance}


def test_every_source_is_a_reference_or_said_to_be_assumed():
    tables = chain.from_iterable(
        TABLE[name].values() for name in ("kinds", "traits", "measured", "sorted")
    )
    cited = set(chain.from_iterable(one.get("sources", ()) for one in tables))
    assert cited - {one.slug for one in CATALOGUE.references} == {"assumed"}


def test_limits_part_every_choice_from_the_next():
    for slug, one in WORLD.measured.items():
        assert len(one.choices) == len(one.limits) + 1, slug
        assert list(one.limits) == sorted(one.limits), slug


def test_shares_of_a_habit_with_one_choice_add_up():
    for slug, one in WORLD.told.items():
        assert one.many or sum(one.rates.values()) == pytest.approx(1), slug


def test_kappa_is_turned_into_the_correlation_of_two_halves():
    assert simulated.reliability_of({"kappa": 1}) == pytest.approx(1)
    assert simulated.reliability_of({"kappa": 1 / 3}) == pytest.approx(0.5)
    assert simulated.reliability_of({"reliability": 0.62}) == 0.62


def test_half_of_what_is_seen_is_error_where_the_reliability_is_a_half():
    mild = {"obliquity": 1.0, "hip-build": 1.0}
    seen = simulated.Sight(
        BANK.imbalances, WORLD.traits, WORLD.shifts, {"k": {"reliability": 0.5}}, 1.0
    ).quantity("k", {"of": mild})
    by_nature = 5**2 + 4**2
    share = BANK.imbalance["high-hip"].prior
    assert seen.error**2 == pytest.approx(by_nature + share * 16**2)


def test_nobody_answers_a_question_in_two_ways_at_once():
    for one in people(WORLD, count=20, seed=3):
        for slug, answer in one.replies.items():
            several = slug in WORLD.told and WORLD.told[slug].many
            each = slug in SIGNS and (WORLD.measured.get(slug) or WORLD.sorted[slug]).each
            expected = 2 if each and answer != (NOT_SURE,) else 1
            assert several or len(answer) == expected, slug
