"""Which questions apply: branches, what is left out, and what an abandoned branch leaves behind."""

from posture.reasoning.flow import applicable, counted, next_question
from posture.reasoning.knowledge import Concern, Knowledge, Level, Part, SafetyPage, When
from posture.reasoning.safety import Raised, Screening
from tests.reasoning.small import ask, known, said

PAIN = ask("pain", ("yes",), ("no",), part=Part.FEEL)
WHERE = ask("where", ("back",), ("neck",), part=Part.FEEL, when=When(unless=("pain=no",)))
BACK = ask("back", ("long",), part=Part.FEEL, when=When(every=(("where=back",),)))
WALL = ask("wall", ("gap",), part=Part.TEST, avoid=frozenset({"balance"}))
KNOWLEDGE = known(PAIN, WHERE, BACK, WALL)
FREE = Screening()
SOON = Screening((Raised("worse", Level.SOON),))


def slugs(answers, screening=FREE, knowledge=KNOWLEDGE):
    return [one.slug for one in applicable(knowledge, answers, screening)]


def test_a_question_is_asked_when_its_condition_holds():
    assert slugs({}) == ["pain", "where", "wall"]
    assert slugs(said(pain="yes", where="back")) == ["pain", "where", "back", "wall"]
    assert slugs(said(pain="no")) == ["pain", "wall"]


def test_the_next_question_is_the_first_that_applies_and_has_no_answer():
    assert next_question(KNOWLEDGE, said(pain="no"), FREE).slug == "wall"
    assert next_question(KNOWLEDGE, said(pain="no", wall="gap"), FREE) is None


def test_answers_of_an_abandoned_branch_do_not_count():
    answers = said(pain="no", where="back", back="long", wall="gap")
    assert counted(KNOWLEDGE, answers, FREE) == said(pain="no", wall="gap")


def test_an_abandoned_answer_opens_no_further_question():
    assert "back" not in slugs(said(pain="no", where="back"))


def test_self_tests_wait_until_a_clinician_has_looked():
    assert slugs(said(pain="no"), SOON) == ["pain"]
    assert slugs(said(pain="no"), Screening((Raised("bone", Level.CAUTION),))) == ["pain", "wall"]


def test_a_test_that_does_not_suit_the_person_is_left_out():
    assert slugs(said(pain="no"), Screening(filters=frozenset({"balance"}))) == ["pain"]


def test_a_question_may_depend_on_what_was_said_about_safety():
    page = SafetyPage("health", (Concern("pregnant", Level.CAUTION),))
    lying = ask("lying", ("yes",), when=When(unless=("pregnant",)))
    knowledge = Knowledge(questions=(lying,), pages=(page,))
    assert slugs({}, knowledge=knowledge) == ["lying"]
    assert slugs(said(health="pregnant"), knowledge=knowledge) == []
