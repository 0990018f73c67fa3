"""The safety screen: what is asked next, what counts, and what it calls for."""

from posture.reasoning.knowledge import (
    Concern,
    Escalation,
    Knowledge,
    Level,
    Part,
    SafetyPage,
    When,
)
from posture.reasoning.safety import Raised, Screen, next_screen, screening, screens
from tests.reasoning.small import ask, said

NUMB = Concern("numb", Level.EMERGENCY)
FEVER = Concern("fever", Level.SAME_DAY)
WEAK = Concern("weak", Level.SAME_DAY)
WORSE = Concern("worse", Level.SOON, filters=frozenset({"bending"}))
STIFF = Concern("stiff", Level.SOON, statements=("long", "young", "slow", "night"), needed=2)
PREGNANT = Concern(
    "pregnant", Level.CAUTION, filters=frozenset({"supine"}), explains=frozenset({"forward"})
)
BOTH = Escalation("both", Level.EMERGENCY, When(every=(("fever",), ("weak",))))
YOUNG = Escalation(
    "young", Level.UNDER_AGE, When(every=(("age=under-16",),)), filters=frozenset({"load"})
)
KNOWLEDGE = Knowledge(
    questions=(ask("age", ("under-16",), ("adult",), part=Part.ABOUT),),
    pages=(
        SafetyPage("first", (NUMB,)),
        SafetyPage("today", (FEVER, WEAK)),
        SafetyPage("later", (WORSE,)),
        SafetyPage("back", (STIFF,)),
        SafetyPage("you", (PREGNANT,)),
    ),
    escalations=(BOTH, YOUNG),
)
NOTHING = dict.fromkeys(("first", "today", "later", "back", "you"), "none")


def level(**answers):
    return screening(KNOWLEDGE, said(**answers)).level


def raised(**answers):
    return screening(KNOWLEDGE, said(**answers)).raised


def following(**answers):
    return next_screen(KNOWLEDGE, said(**answers))


def test_pages_come_in_their_order_until_all_are_answered():
    assert following() == Screen("first")
    assert following(first="none") == Screen("today")
    assert following(**NOTHING) is None
    assert screens(KNOWLEDGE, said(first="none")) == (Screen("first"),)


def test_not_sure_about_a_page_asks_its_items_one_by_one():
    assert following(first="none", today="not-sure") == Screen("today", "fever")
    assert following(first="none", today="not-sure", fever="no") == Screen("today", "weak")
    assert following(first="none", today="not-sure", fever="no", weak="no") == Screen("later")


def test_nothing_is_raised_by_nothing():
    calm = screening(KNOWLEDGE, said(**NOTHING))
    assert calm.level is None
    assert not calm.stops
    assert not calm.tests_held
    assert calm.raised == ()


def test_a_tick_raises_its_level_and_leaves_out_what_does_not_suit():
    soon = screening(KNOWLEDGE, said(later="worse"))
    assert (soon.level, soon.stops, soon.tests_held) == (Level.SOON, False, True)
    assert soon.filters == {"bending"}
    assert soon.reasons == (Raised("worse", Level.SOON),)


def test_an_emergency_stops_and_asks_nothing_more():
    assert level(first="numb") == Level.EMERGENCY
    assert screening(KNOWLEDGE, said(first="numb")).stops
    assert following(first="numb") is None


def test_a_same_day_sign_asks_on_only_for_what_would_make_it_an_emergency():
    item = {"first": "none", "today": "not-sure", "fever": "yes"}
    assert following(**item) == Screen("today", "weak")
    assert level(**item, weak="yes") == Level.EMERGENCY
    assert following(**item, weak="no") is None
    assert following(first="none", today="fever") is None


def test_the_most_pressing_level_holds_and_names_its_reasons():
    whole = screening(KNOWLEDGE, said(today="fever", later="worse", you="pregnant"))
    assert whole.level == Level.SAME_DAY
    assert whole.reasons == (Raised("fever", Level.SAME_DAY),)
    assert whole.filters == {"bending", "supine"}


def test_not_sure_of_an_emergency_counts_as_yes():
    assert raised(first="not-sure", numb="not-sure") == (
        Raised("numb", Level.EMERGENCY, unsure=True),
    )


def test_not_sure_of_anything_else_is_a_caution():
    assert raised(later="not-sure", worse="not-sure") == (
        Raised("worse", Level.CAUTION, unsure=True),
    )
    assert raised(later="not-sure") == ()


def test_only_a_sure_yes_explains_an_imbalance():
    assert screening(KNOWLEDGE, said(you="pregnant")).explained == {"forward"}
    unsure = screening(KNOWLEDGE, said(you="not-sure", pregnant="not-sure"))
    assert unsure.explained == frozenset()
    assert unsure.filters == {"supine"}


def test_a_set_of_statements_counts_when_the_first_and_enough_others_are_true():
    assert raised(back=("long", "young", "night")) == (Raised("stiff", Level.SOON),)
    assert raised(back=("long", "young")) == ()
    assert raised(back=("young", "slow", "night")) == ()
    assert raised(back="not-sure", stiff="yes") == (Raised("stiff", Level.SOON),)


def test_answers_together_call_for_more_than_each_alone():
    assert level(today="fever") == Level.SAME_DAY
    assert level(today=("fever", "weak")) == Level.EMERGENCY
    assert level(age="under-16", **NOTHING) == Level.UNDER_AGE
    assert screening(KNOWLEDGE, said(age="under-16")).filters == {"load"}
    assert level(age="adult", **NOTHING) is None


def test_what_is_not_sure_does_not_escalate():
    answers = {"today": "not-sure", "fever": "yes", "weak": "not-sure"}
    assert level(**answers) == Level.SAME_DAY


def test_a_number_on_a_scale_is_its_own_term():
    sore = Escalation("sore", Level.SOON, When(every=(("pain=9", "pain=10"),)))
    knowledge = Knowledge(questions=(ask("pain", part=Part.FEEL),), escalations=(sore,))
    assert screening(knowledge, {"pain": 9}).level == Level.SOON
    assert screening(knowledge, {"pain": 8}).level is None


def test_levels_are_ordered_by_urgency():
    order = sorted(Level, key=lambda one: -one.urgency)
    assert order == list(Level)
    assert [one.stops for one in order] == [True, True, True, False, False]
