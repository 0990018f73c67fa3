"""The lower dose of an exercise, for a week after one that was too much."""

from dataclasses import replace

from posture.reasoning.planning.doses import Amount
from posture.reasoning.planning.values import Item, Step

FEW = 2  # repetitions of one set that are not made fewer where they can be held shorter (judgement)


def eased(item: Item) -> Item:
    """One set fewer; of a single one two thirds of its repetitions, or of a hold, and at least 1.

    How much less is judgement; the facts say "make it smaller or do fewer" (safety.yaml,
    traffic_light).
    """
    sets, reps, hold = item.sets, item.reps, item.hold
    if sets > 1:
        sets -= 1
    elif reps > FEW or not hold:
        reps = _less(reps)
    else:
        hold = _less(hold)
    rest = item.rest if sets > 1 else 0
    sides = 2 if item.each_side and not item.side else 1
    seconds = Amount(sets, reps, hold, rest).seconds(sides)
    return replace(
        item,
        sets=sets,
        reps=reps,
        hold=hold,
        rest=rest,
        seconds=seconds,
        step=Step.LESS,
        after="",
    )


def _less(count: int) -> int:
    return max(1, 2 * count // 3)
