"""What a check says to a person, as plain JSON values for those who study it."""

from typing import Any

from assessments.course import Course
from assessments.evaluation import TRIAGE
from assessments.results.frozen import Frozen
from posture.reasoning.findings import Finding, MuscleState
from posture.reasoning.knowledge import Level


def told(course: Course) -> dict[str, Any]:
    """Triage, findings (the strongest first), muscles, and what was asked in how many minutes."""
    assessment = course.assessment
    whole: dict[str, Any] = {
        "triage": TRIAGE[Level(assessment.stopped_at_level)] if assessment.is_stopped else "",
        "stopped": assessment.is_stopped,
        "findings": [],
        "muscles": [],
        "asked": [slug for slug in course.asked if slug in course.answers],
        "minutes": round(course.minutes, 2),
    }
    if assessment.is_stopped:
        return whole
    frozen = Frozen(assessment)
    return whole | {
        "triage": TRIAGE[frozen.level],
        "findings": [_finding(one) for one in frozen.conclusion.found],
        "muscles": [_muscle(one) for one in frozen.conclusion.muscles],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "imbalance": finding.imbalance,
        "side": finding.side,
        "word": finding.word.value,
        "probability": round(finding.probability, 4),
        "for": list(finding.speaks_for),
        "against": list(finding.speaks_against),
        "unknown": list(finding.unknown),
    }


def _muscle(state: MuscleState) -> dict[str, Any]:
    """Tested beats listed: a muscle whose test spoke against the list is fine."""
    listed = state.role if state.because else "not-tested"
    said = "fine" if state.despite else listed
    return {"muscle": state.muscle, "side": state.side, "state": said}
