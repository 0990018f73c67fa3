"""The one shape of catalogue knowledge: as TOML, as rows, as an edition, and on a page.

A record's fields are the keys of its TOML table, the columns of its model and the keys of its JSON.
References to other records are slugs; records inside records are lists of tables.
"""

from posture.catalogue.records.body import Axis, Imbalance, Involvement, Muscle
from posture.catalogue.records.catalogue import Catalogue, Reference
from posture.catalogue.records.exercises import Dose, Exercise
from posture.catalogue.records.questions import Choice, Evidence, Question
from posture.catalogue.records.safety import (
    Condition,
    Escalation,
    Filter,
    RedFlag,
    SafetyPage,
    Statement,
)

__all__ = [
    "Axis",
    "Catalogue",
    "Choice",
    "Condition",
    "Dose",
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
    "SafetyPage",
    "Statement",
]
