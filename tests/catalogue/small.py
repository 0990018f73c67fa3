"""The smallest catalogue in which nothing is wrong, to break in one place."""

from dataclasses import replace
from typing import Any

from posture.catalogue import records
from posture.catalogue.records import Catalogue

AXIS = records.Axis("tilt", "Tilt", "Level")
MUSCLE = records.Muscle("psoas", "Psoas", "front of the hip", "muscle", "hip-and-thigh")
OTHER_MUSCLE = records.Muscle("gluteal", "Gluteal", "buttock", "group", "hip-and-thigh")
INVOLVEMENT = records.Involvement("psoas", "tight")
IMBALANCE = records.Imbalance(
    slug="forward-tipped-pelvis",
    name="Forward tipped pelvis",
    axis="tilt",
    finding="a forward tipped pelvis",
    summary="It tips.",
    description="It tips forward.",
    prior=0.3,
    views=("side",),
    gate=("arch",),
    involvements=(INVOLVEMENT,),
)
PAGE = records.SafetyPage("now", "Is this true now?")
RED_FLAG = records.RedFlag(
    slug="numb",
    fact="rf_numb",
    page="now",
    level="emergency",
    text="Numb",
    question="Is it numb?",
    concern="a nerve",
)
CONDITION = records.Condition(
    slug="pregnant",
    fact="c_pregnant",
    page="now",
    level="caution",
    text="Pregnant",
    question="Are you pregnant?",
)
EVIDENCE = records.Evidence(2.0, imbalance="forward-tipped-pelvis")
CHOICE = records.Choice("deep", "Deep", evidence=(EVIDENCE,))
QUESTION = records.Question(
    slug="hollow",
    fact="v_arch",
    text="How deep is the hollow?",
    short="Hollow",
    why="It hints at the tilt.",
    kind="single",
    part="look",
    family="arch",
    choices=(CHOICE, records.Choice("flat", "Flat")),
)
ESCALATION = records.Escalation("both", "soon", "Both.", every=(("pregnant",), ("hollow=deep",)))
DOSE = records.Dose("stretch", "Holding a stretch", reps=2, days=3, hold=30)
EXERCISE = records.Exercise(
    slug="lunge",
    fact="lunge",
    name="Lunge",
    kind="stretch",
    level="easy",
    place="floor",
    equipment="Nothing",
    dose="stretch",
    targets=("psoas",),
    poses={"start": {}, "end": {}},
)
EXERCISES = (
    EXERCISE,
    replace(EXERCISE, slug="split", name="Split stance"),
    replace(EXERCISE, slug="march", name="March", kind="strengthen"),
    replace(EXERCISE, slug="step", name="Step", kind="strengthen", level="harder"),
)
SMALL = Catalogue(
    language="en",
    axes=(AXIS,),
    muscles=(MUSCLE, OTHER_MUSCLE),
    imbalances=(IMBALANCE,),
    safety_pages=(PAGE,),
    red_flags=(RED_FLAG,),
    conditions=(CONDITION,),
    escalations=(ESCALATION,),
    questions=(QUESTION,),
    doses=(DOSE,),
    exercises=EXERCISES,
)


def small(**lists: tuple[Any, ...]) -> Catalogue:
    """The small catalogue with other lists."""
    return replace(SMALL, **lists)


def with_imbalance(**changes: Any) -> Catalogue:
    return small(imbalances=(replace(IMBALANCE, **changes),))


def with_question(**changes: Any) -> Catalogue:
    return small(questions=(replace(QUESTION, **changes),))


def with_evidence(**changes: Any) -> Catalogue:
    return with_question(choices=(replace(CHOICE, evidence=(replace(EVIDENCE, **changes),)),))


def with_exercise(**changes: Any) -> Catalogue:
    """The small catalogue with the first exercise changed."""
    return small(exercises=(replace(EXERCISE, **changes), *EXERCISES[1:]))


def with_dose(**changes: Any) -> Catalogue:
    return small(doses=(replace(DOSE, **changes),))


def changed(catalogue: Catalogue, name: str, slug: str, **values: Any) -> Catalogue:
    """The catalogue in which one record of a list has other values."""
    listed = tuple(
        replace(one, **values) if one.slug == slug else one for one in getattr(catalogue, name)
    )
    return replace(catalogue, **{name: listed})
