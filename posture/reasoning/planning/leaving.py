"""What has no place in the first week, or in any, and why."""

from collections.abc import Iterator

from posture.reasoning.planning.arranging import BLOCK, Arranging, Course
from posture.reasoning.planning.fitting import serves
from posture.reasoning.planning.needs import Want
from posture.reasoning.planning.values import Cause, Excluded, LeftOut


def left_out(made: Arranging) -> tuple[LeftOut, ...]:
    return tuple(one for want in made.wants for one in _left_out(made, want))


def _left_out(made: Arranging, want: Want) -> Iterator[LeftOut]:
    """One for each side that has reasons of its own."""
    block = _first_block(made, want)
    if block == 0:
        return
    excluded = () if block else tuple(_excluded(made, want))
    cause, of = (Cause.LATER, ()) if block else _together(excluded)
    for one in want.purposes:
        yield LeftOut(
            muscle=one.muscle,
            side=one.side,
            role=one.role.value,
            cause=cause,
            of=of,
            week=BLOCK * block + 1 if block else 0,
            excluded=excluded,
        )


def _first_block(made: Arranging, want: Want) -> int | None:
    """The number of the first block that has an exercise for it."""
    numbers = (
        number
        for number, block in enumerate(made.blocks)
        if any(serves(one.exercise, one.sides, want) for one in block)
    )
    return next(numbers, None)


def _excluded(made: Arranging, want: Want) -> Iterator[Excluded]:
    """What speaks against every exercise for it."""
    for exercise in made.person.candidates(want):
        clashes = made.clashes(exercise, want.sides)
        course = Course(exercise, want.sides, rank=0)
        too_long = course.seconds(made.person) > made.seconds
        if barred := made.person.excluded(exercise, want.sides):
            yield barred
        elif clashes:
            yield Excluded(exercise.slug, Cause.OPPOSES, tuple(sorted(clashes)))
        else:
            yield Excluded(exercise.slug, Cause.TIME if too_long else Cause.NO_ROOM)


def _together(excluded: tuple[Excluded, ...]) -> tuple[Cause, tuple[str, ...]]:
    """The cause that all share, with all that it names; no room, if one needed only that."""
    causes = {one.cause for one in excluded}
    if Cause.NO_ROOM in causes:
        return Cause.NO_ROOM, ()
    if len(causes) != 1:
        return Cause.NONE_FITS, ()
    named = dict.fromkeys(slug for one in excluded for slug in one.of)
    return causes.pop(), tuple(named)
