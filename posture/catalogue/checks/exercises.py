"""Exercises: each complete, and enough of them for every muscle that an imbalance names."""

from collections.abc import Iterator

from posture import figures
from posture.catalogue.checks.problems import Problem
from posture.catalogue.records import Catalogue, Dose, Exercise

ENOUGH_STRETCHES = 2  # so that one is left where somebody's filters take out the other
LEVELS = ("easy", "harder")
DAYS_IN_A_WEEK = 7


def exercise_problems(catalogue: Catalogue) -> Iterator[Problem]:
    for dose in catalogue.doses:
        for text in _wrong_numbers(dose):
            yield Problem("doses", dose.slug, text)
    for exercise in catalogue.exercises:
        for text in (*_incomplete(exercise), *_undrawable(exercise)):
            yield Problem("exercises", exercise.slug, text)
        for text in _lacking(exercise):
            yield Problem("exercises", exercise.slug, text, is_error=False)
    for muscle, text in _uncovered(catalogue):
        yield Problem("muscles", muscle, text, is_error=False)


def _wrong_numbers(dose: Dose) -> Iterator[str]:
    if not (dose.sets and dose.reps):
        yield "it has no sets or no repetitions; give at least one of each."
    if not 1 <= dose.days <= max(dose.days, dose.days_to) <= DAYS_IN_A_WEEK:
        yield f"a week has 1 to {DAYS_IN_A_WEEK} days; mend its days."
    ranges = {
        "reps_to": (dose.reps, dose.reps_to),
        "hold_to": (dose.hold, dose.hold_to),
        "days_to": (dose.days, dose.days_to),
        "older_reps_to": (dose.reps, dose.older_reps_to),
        "older_hold_to": (dose.hold, dose.older_hold_to),
    }
    for name, (start, end) in ranges.items():
        if end and end <= start:
            yield f"'{name}' is {end}, but the range begins at {start}; make it larger, or 0."


def _lacking(exercise: Exercise) -> Iterator[str]:
    if not exercise.dose:
        yield "it has no dose; its page does not say how much."
    if not exercise.poses:
        yield "it has no poses; its page shows it in words only."


def _incomplete(exercise: Exercise) -> Iterator[str]:
    if not (exercise.targets or exercise.extra_for):
        yield "it is for no muscle; name its targets, or an imbalance it is an extra for."
    for muscle in exercise.targets:
        if muscle in exercise.also:
            yield f"'{muscle}' is a target and also worked besides; keep one."


def _undrawable(exercise: Exercise) -> Iterator[str]:
    if exercise.poses:
        try:
            figures.checked_poses(exercise.poses)
        except figures.FigureError as error:
            yield f"its poses cannot be drawn: {error}; mend them."


def _uncovered(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The muscles that are called tight or weak and have too few exercises, with what is short."""
    named = {(one.muscle, one.role) for each in catalogue.imbalances for one in each.involvements}
    for muscle, role in sorted(named):
        exercises = [one for one in catalogue.exercises if muscle in one.targets]
        texts = _too_few_stretches(exercises) if role == "tight" else _missing_levels(exercises)
        yield from ((muscle, text) for text in texts)


def _too_few_stretches(exercises: list[Exercise]) -> Iterator[str]:
    count = sum(one.kind == "stretch" for one in exercises)
    if count < ENOUGH_STRETCHES:
        yield f"it is called tight and has {count} of {ENOUGH_STRETCHES} stretches; add one."


def _missing_levels(exercises: list[Exercise]) -> Iterator[str]:
    for level in LEVELS:
        if not any(one.kind == "strengthen" and one.level == level for one in exercises):
            yield f"it is called weak and has no strengthening exercise that is {level}; add one."
