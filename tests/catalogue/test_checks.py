"""Every inconsistency is found, named and explained; a catalogue without one has none."""

from dataclasses import replace

import pytest

from posture.catalogue import checks, records
from posture.catalogue.records import Catalogue
from tests.catalogue.small import (
    CHOICE,
    CONDITION,
    ESCALATION,
    EVIDENCE,
    EXERCISE,
    EXERCISES,
    IMBALANCE,
    INVOLVEMENT,
    MUSCLE,
    OTHER_MUSCLE,
    PAGE,
    QUESTION,
    RED_FLAG,
    SMALL,
    small,
    with_dose,
    with_evidence,
    with_exercise,
    with_imbalance,
    with_question,
)


def said(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in checks.problems(catalogue)]


def test_a_sound_catalogue_has_no_problems():
    assert said(SMALL) == []


def test_the_shipped_catalogue_has_no_problems(shipped):
    assert said(shipped) == []


BROKEN_NAMES = {
    "the slug is used 2 times": small(muscles=(MUSCLE, MUSCLE, OTHER_MUSCLE)),
    "'axis' names 'tilted', which is not there; did you mean 'tilt'?": with_imbalance(
        axis="tilted"
    ),
    "'group' names 'hips'": small(muscles=(replace(MUSCLE, group="hips"), OTHER_MUSCLE)),
    "'page' names ''": small(red_flags=(replace(RED_FLAG, page=""),)),
    "'sources' names 'ken', which is not there; known are: none.": with_question(sources=("ken",)),
    "involvements soas: 'muscle' names 'soas'": with_imbalance(
        involvements=(replace(INVOLVEMENT, muscle="soas"),)
    ),
    "involvements psoas is listed 2 times; keep one.": with_imbalance(
        involvements=(INVOLVEMENT, replace(INVOLVEMENT, role="weak"))
    ),
    "choices deep is listed 2 times": with_question(choices=(CHOICE, CHOICE)),
    "choices deep: evidence high-hip: 'imbalance' names 'high-hip'": with_evidence(
        imbalance="high-hip"
    ),
    "choices deep: evidence forward-tipped-pelvis is listed 2 times": with_question(
        choices=(replace(CHOICE, evidence=(EVIDENCE, EVIDENCE)),)
    ),
}


@pytest.mark.parametrize("text", BROKEN_NAMES)
def test_a_broken_name_is_an_error(text):
    found = checks.errors(BROKEN_NAMES[text])
    assert len(found) == 1
    assert text in str(found[0])


def test_broken_names_are_all_that_is_said_until_they_are_mended():
    broken = replace(with_question(minutes=0, sources=("ken",)), escalations=())
    assert len(said(broken)) == 1


ERRORS = {
    "questions 'pregnant': conditions has the same slug": small(
        questions=(QUESTION, replace(QUESTION, slug="pregnant"))
    ),
    "axes 'tilt': the priors of its imbalances add up to 1.20": small(
        imbalances=(
            replace(IMBALANCE, prior=0.6),
            replace(IMBALANCE, slug="backward-tipped-pelvis", prior=0.6),
        )
    ),
    "'psoas' is both tight and weak in it": with_imbalance(
        sided=True, involvements=(INVOLVEMENT, replace(INVOLVEMENT, role="weak", side="low"))
    ),
    "'psoas' has a side, but the imbalance has none": with_imbalance(
        involvements=(replace(INVOLVEMENT, side="high"),)
    ),
    "the prior is 0; it must lie between 0 and 1.": with_imbalance(prior=0.0),
    "there is no view 'top'": with_imbalance(views=("top",)),
    "its gate names the family 'arc'": with_imbalance(gate=("arc",)),
    "it belongs to itself through its group.": small(
        muscles=(replace(MUSCLE, group="gluteal"), replace(OTHER_MUSCLE, group="psoas"))
    ),
    "it is settled by 'lying', which is no question": small(
        muscles=(replace(MUSCLE, settled_by=("lying",)), OTHER_MUSCLE)
    ),
    "it is settled by 'hollow', which is no self-test that tells of it.": small(
        muscles=(replace(MUSCLE, settled_by=("hollow",)), OTHER_MUSCLE)
    ),
    "safety_pages 'empty': nothing is on it": small(
        safety_pages=(PAGE, records.SafetyPage("empty", "Empty"))
    ),
    "a red flag with statements needs a page of its own.": small(
        red_flags=(
            replace(
                RED_FLAG,
                needed=1,
                statements=(records.Statement("a", "A"), records.Statement("b", "B")),
            ),
        )
    ),
    "of 1 further statements, 2 cannot be needed.": small(
        safety_pages=(PAGE, records.SafetyPage("own", "Own")),
        red_flags=(
            RED_FLAG,
            replace(
                RED_FLAG,
                slug="set",
                page="own",
                needed=2,
                statements=(records.Statement("a", "A"), records.Statement("b", "B")),
            ),
        ),
    ),
    "it explains imbalances, but has no explanation": small(
        conditions=(replace(CONDITION, explains=("forward-tipped-pelvis",)),)
    ),
    "escalations 'both': nothing can say 'hollow=deeep'; did you mean 'hollow=deep'?": small(
        escalations=(replace(ESCALATION, every=(("pregnant",), ("hollow=deeep",))),)
    ),
    "escalations 'both': it must say when; a line is empty.": small(
        escalations=(replace(ESCALATION, every=(("pregnant",), ())),)
    ),
    "questions 'hollow': nothing can say 'numbb'": with_question(unless=("numbb",)),
    "it has no choices; add some.": replace(
        with_question(choices=()), escalations=(), imbalances=(replace(IMBALANCE, gate=()),)
    ),
    "'not-sure' belongs to every question": with_question(
        choices=(CHOICE, records.Choice("not-sure", "Not sure"))
    ),
    "its ratios are capped at 1.5 and 4; enclose 1.": with_question(cap_low=1.5),
    "minutes must be more than 0.": with_question(minutes=0.0),
    "its kind says that it is done on each side; clear each_side.": with_question(
        kind="each-side", each_side=True
    ),
    "there is no picture 'hollow-depe'; did you mean 'hollow-deep'?": with_question(
        choices=(replace(CHOICE, picture="hollow-depe"),)
    ),
    "choice 'deep': evidence is for an imbalance or for a muscle; name exactly one.": with_evidence(
        imbalance=""
    ),
    "choice 'deep': evidence for a muscle says tight or weak": with_evidence(role="tight"),
    "choice 'deep': 'forward-tipped-pelvis' has no sides; clear the side.": with_evidence(
        side="left"
    ),
    "choice 'deep': the ratio 5 is outside the question's 0.25 to 4.": with_evidence(ratio=5.0),
    "it is for no muscle; name its targets": small(
        exercises=(*EXERCISES, replace(EXERCISE, slug="rest", targets=()))
    ),
    "'psoas' is a target and also worked besides; keep one.": with_exercise(also=("psoas",)),
    "exercises 'lunge': its poses cannot be drawn: start has no key 'knees'": with_exercise(
        poses={"start": {"knees": 90}, "end": {}}
    ),
    "doses 'stretch': it has no sets or no repetitions": with_dose(reps=0),
    "doses 'stretch': a week has 1 to 7 days; mend its days.": with_dose(days_to=8),
    "doses 'stretch': a week has 1 to 7 days": with_dose(days=0, days_to=3),
    "'hold_to' is 20, but the range begins at 30; make it larger, or 0.": with_dose(hold_to=20),
    "questions 'second': nobody can be asked it; mend when it is asked.": small(
        questions=(
            QUESTION,
            replace(QUESTION, slug="second", every=(("hollow=deep",),), unless=("hollow=deep",)),
        )
    ),
}


@pytest.mark.parametrize("text", ERRORS)
def test_an_inconsistency_is_an_error(text):
    found = [str(problem) for problem in checks.errors(ERRORS[text])]
    assert [line for line in found if text in line] == found != []


def test_an_exercise_without_a_dose_is_worth_a_word_and_no_error():
    catalogue = with_exercise(dose="")
    assert checks.errors(catalogue) == ()
    assert "exercises 'lunge': it has no dose; its page does not say how much." in said(catalogue)


def test_a_catalogue_without_a_list_that_a_check_needs_is_an_error():
    """As after a set-up that published before it loaded."""
    assert said(Catalogue("en")) == [
        f"{name}: there are none; load the shipped content first."
        for name in ("axes", "muscles", "imbalances", "safety_pages", "red_flags", "questions")
    ]


def test_a_question_that_waits_for_an_emergency_is_never_asked():
    """Who ticks an emergency sign is asked nothing more."""
    waiting = with_question(every=(("numb",),))
    assert any("nobody can be asked it" in line for line in said(waiting))


def test_a_question_may_wait_for_an_answer_to_a_later_one():
    waiting = replace(QUESTION, slug="first", every=(("hollow=deep",),))
    assert said(small(questions=(waiting, QUESTION))) == []


WARNINGS = {
    "imbalances 'sideways': no posture is drawn for it": small(
        imbalances=(IMBALANCE, replace(IMBALANCE, slug="sideways"))
    ),
    "muscles 'masseter': it has no shape; figures list it in words only.": small(
        muscles=(MUSCLE, OTHER_MUSCLE, replace(MUSCLE, slug="masseter"))
    ),
    "questions 'hollow': the body map has no place for 'deep'": with_question(kind="body-map"),
    "exercises 'lunge': it has no poses; its page shows it in words only.": with_exercise(poses={}),
    "muscles 'psoas': it is called tight and has 1 of 2 stretches; add one.": with_exercise(
        kind="strengthen"
    ),
    "muscles 'psoas': it is called weak and has no strengthening exercise that is harder": replace(
        with_imbalance(involvements=(replace(INVOLVEMENT, role="weak"),)), exercises=EXERCISES[:3]
    ),
    "muscles 'psoas': it is called weak and has no strengthening exercise that is easy": replace(
        with_imbalance(involvements=(replace(INVOLVEMENT, role="weak"),)), exercises=EXERCISES[3:]
    ),
}


@pytest.mark.parametrize("text", WARNINGS)
def test_what_only_deserves_a_word_is_no_error(text):
    assert checks.errors(WARNINGS[text]) == ()
    assert any(text in line for line in said(WARNINGS[text]))


def test_somewhere_else_needs_no_place_on_the_body_map():
    other = with_question(kind="body-map", choices=(replace(CHOICE, slug="elsewhere"),))
    assert not any("body map" in line for line in said(other))


def test_a_muscle_may_be_tight_on_the_high_side_and_weak_on_the_low_one():
    sided = with_imbalance(
        sided=True,
        involvements=(
            replace(INVOLVEMENT, side="high"),
            replace(INVOLVEMENT, side="low", role="weak"),
        ),
    )
    assert said(sided) == []
