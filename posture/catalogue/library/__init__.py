"""What the pages of the library print, built once for an edition and a language."""

from posture.catalogue.library.accuracy import accuracy_page
from posture.catalogue.library.coverage import coverage_page
from posture.catalogue.library.evidence import evidence_page
from posture.catalogue.library.exercises import (
    exercise_index,
    exercise_page,
    muscles_with_exercises,
)
from posture.catalogue.library.imbalances import first_page, imbalance_index, imbalance_page
from posture.catalogue.library.muscles import muscle_index, muscle_page

__all__ = [
    "accuracy_page",
    "coverage_page",
    "evidence_page",
    "exercise_index",
    "exercise_page",
    "first_page",
    "imbalance_index",
    "imbalance_page",
    "muscle_index",
    "muscle_page",
    "muscles_with_exercises",
]
