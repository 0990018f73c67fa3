"""The whole, and the references that support it."""

from dataclasses import dataclass

from posture.catalogue.records.body import Axis, Imbalance, Muscle
from posture.catalogue.records.exercises import Dose, Exercise
from posture.catalogue.records.questions import Question
from posture.catalogue.records.safety import Condition, Escalation, Filter, RedFlag, SafetyPage


@dataclass(frozen=True, slots=True)
class Reference:
    """A source. `basis` is verified (read), memory (textbook knowledge) or judgement (ours)."""

    slug: str
    title: str
    basis: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything a visitor can see or be scored by, in the order it is shown and asked."""

    language: str
    references: tuple[Reference, ...] = ()
    axes: tuple[Axis, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    imbalances: tuple[Imbalance, ...] = ()
    filters: tuple[Filter, ...] = ()
    safety_pages: tuple[SafetyPage, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    conditions: tuple[Condition, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    questions: tuple[Question, ...] = ()
    doses: tuple[Dose, ...] = ()
    exercises: tuple[Exercise, ...] = ()
