"""What a check says to a person, as plain JSON values for those who study it."""

from collections.abc import Iterator
from typing import Any

from assessments.course import Course
from assessments.evaluation import TRIAGE
from assessments.results.frozen import Frozen
from posture.reasoning.findings import Conclusion, Finding
from posture.reasoning.knowledge import Level, Side
from posture.reasoning.scoring import SIDES


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
        "muscles": list(_muscles(frozen.conclusion)),
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


def _muscles(conclusion: Conclusion) -> Iterator[dict[str, Any]]:
    """What self-tests say of muscles, then those listed that none looked at; a side "" is both.

    A muscle that is tight and weak has a line for each.
    """
    told = {(one.muscle, side) for one in conclusion.tested for side in _sides(one.side)}
    for one in conclusion.tested:
        for state in one.roles or ("fine",):
            yield {"muscle": one.muscle, "side": one.side, "state": str(state)}
    listed = [(one.muscle, side) for one in conclusion.muscles for side in _sides(one.side)]
    for muscle in dict.fromkeys(muscle for muscle, _ in listed):
        silent = [s for s in SIDES if (muscle, s) in listed and (muscle, s) not in told]
        for side in ("",) if len(silent) == len(SIDES) else silent:
            yield {"muscle": muscle, "side": side, "state": "not-tested"}


def _sides(side: Side) -> tuple[Side, ...]:
    return (side,) if side else SIDES
