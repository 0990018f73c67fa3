"""The working copy that staff edit, row for record, and the editions made from it."""

from posture.catalogue.models.body import Axis, Imbalance, Involvement, Muscle
from posture.catalogue.models.editions import Edition
from posture.catalogue.models.exercises import Dose, Exercise
from posture.catalogue.models.questions import Choice, Evidence, Question
from posture.catalogue.models.references import Reference
from posture.catalogue.models.rows import Row
from posture.catalogue.models.safety import (
    Condition,
    Escalation,
    Filter,
    RedFlag,
    SafetyPage,
    Statement,
)

__all__ = [
    "Axis",
    "Choice",
    "Condition",
    "Dose",
    "Edition",
    "Escalation",
    "Evidence",
    "Exercise",
    "Filter",
    "Imbalance",
    "Involvement",
    "Muscle",
    "Question",
    "RedFlag",
    "Reference",
    "Row",
    "SafetyPage",
    "Statement",
]
