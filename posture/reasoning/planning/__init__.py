"""Which exercises, how much of them and when, for what a check comes to; docs/plans.md has why."""

from posture.reasoning.planning.easing import eased
from posture.reasoning.planning.fitting import FLOOR
from posture.reasoning.planning.making import plan
from posture.reasoning.planning.stored import as_json, from_json
from posture.reasoning.planning.values import (
    HOUSEHOLD,
    MOST,
    WEEKS,
    Cause,
    Excluded,
    Item,
    LeftOut,
    Plan,
    Purpose,
    Settled,
    SoFar,
    Step,
    Week,
    Why,
    Wishes,
)

__all__ = [
    "FLOOR",
    "HOUSEHOLD",
    "MOST",
    "WEEKS",
    "Cause",
    "Excluded",
    "Item",
    "LeftOut",
    "Plan",
    "Purpose",
    "Settled",
    "SoFar",
    "Step",
    "Week",
    "Why",
    "Wishes",
    "as_json",
    "eased",
    "from_json",
    "plan",
]
