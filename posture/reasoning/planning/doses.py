"""How much of an exercise in its first and each later week, and how long that takes."""

from dataclasses import dataclass
from math import ceil

from posture.reasoning.knowledge import Dose

MORE_REPS = 2  # added each week until the top of the range (judgement)
HOLD_STEPS = 2  # weeks in which a hold grows from the bottom of its range to the top (judgement)

REPETITION = 6  # seconds: 2 up, 1 still, 3 down (exercises.yaml, doses); or a slow breath
IN_AND_OUT = 2  # seconds beside each hold (judgement)
SETTLING = 30  # seconds for getting into position, once for each exercise (judgement)


@dataclass(frozen=True, slots=True)
class Amount:
    """`hold` and `rest` in seconds."""

    sets: int
    reps: int
    hold: int
    rest: int

    def seconds(self, sides: int) -> int:
        """Of one session: the sides take turns set by set, and both rest between rounds."""
        each = self.hold + IN_AND_OUT if self.hold else REPETITION
        work = sides * self.sets * self.reps * each
        return SETTLING + work + (self.sets - 1) * self.rest


def amount(dose: Dose, weeks: int, *, older: bool, mild: bool) -> Amount:
    """After so many weeks of it: repetitions first, then the hold; one that is `mild` stays."""
    top, longest = _tops(dose, older=older)
    if mild:
        return Amount(dose.sets, dose.reps, dose.hold, dose.rest)
    reps = min(top, dose.reps + MORE_REPS * weeks)
    left = max(0, weeks - ceil((top - dose.reps) / MORE_REPS))
    hold = dose.hold + (longest - dose.hold) * min(left, HOLD_STEPS) // HOLD_STEPS
    return Amount(dose.sets, reps, hold, dose.rest)


def is_used_up(dose: Dose, weeks: int, *, older: bool) -> bool:
    """Whether the repetitions, or where they have no range the hold, are at the top."""
    top, longest = _tops(dose, older=older)
    now = amount(dose, weeks, older=older, mild=False)
    return now.reps == top and (top > dose.reps or now.hold == longest)


def _tops(dose: Dose, *, older: bool) -> tuple[int, int]:
    """The upper ends of repetitions and hold; at 65 and over their own, where there are any."""
    reps_to, hold_to = dose.reps_to, dose.hold_to
    if older:
        reps_to, hold_to = dose.older_reps_to or reps_to, dose.older_hold_to or hold_to
    return reps_to or dose.reps, hold_to or dose.hold


def days(dose: Dose, wished: int) -> int:
    """As many as wished, and no more than the dose says."""
    return min(wished, dose.days_to or dose.days)
