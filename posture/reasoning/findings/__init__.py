"""What a check comes to: how well each imbalance fits, why, and which muscles it names.

The thresholds are those of docs/scoring.md; a conclusion holds slugs and numbers, never words.
"""

from posture.reasoning.findings.conclude import conclude
from posture.reasoning.findings.values import (
    Conclusion,
    Finding,
    MuscleState,
    Outcome,
    Reason,
    SelfTested,
    Word,
    as_json,
    from_json,
)

__all__ = [
    "Conclusion",
    "Finding",
    "MuscleState",
    "Outcome",
    "Reason",
    "SelfTested",
    "Word",
    "as_json",
    "conclude",
    "from_json",
]
