"""Exercises as figures: their start and end, with the muscles they are for."""

from collections.abc import Collection
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.drawing.marking import safe
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.models.sets import ExerciseKind
from posture.catalogue.records import Exercise
from posture.figures import Marking


def exercise_picture(edition: PublishedEdition, exercise: Exercise, *, id: str) -> SafeString:
    """The start and the end of an exercise with its targets marked; nothing if it has no poses."""
    return _exercise_picture(edition, exercise.slug, get_language() or "", id)


@lru_cache(maxsize=128)
def _exercise_picture(edition: PublishedEdition, slug: str, _language: str, id: str) -> SafeString:
    exercise = edition.exercises[slug]
    names = [edition.muscles[one].name for one in exercise.targets]
    return exercise_figure(exercise, names, id=id)


def exercise_figure(exercise: Exercise, names: Collection[str], *, id: str) -> SafeString:
    """The same for any record and the names of its targets."""
    if not exercise.poses:
        return SafeString("")
    role: figures.Role = "tight" if exercise.kind == ExerciseKind.STRETCH else "weak"
    sentence = _("Stretched: %(names)s.") if role == "tight" else _("Strengthened: %(names)s.")
    listed = ", ".join(names)
    marked = sentence % {"names": listed} if listed else ""
    moves = len(figures.exercise_views(exercise.poses)) > 1
    title = _("%(name)s, from start to end") if moves else "%(name)s"
    drawn = figures.exercise(
        exercise.poses,
        tuple(Marking(one, role) for one in _marked(exercise)),
        id=id,
        title=title % {"name": exercise.name},
        description=" ".join(filter(None, (exercise.start, *exercise.steps, marked))),
    )
    return safe(drawn)


def exercise_caption(exercise: Exercise) -> str:
    """What the picture of an exercise shows, from where, and what is marked in it."""
    if not exercise.poses:
        return ""
    names = {
        "side": _("from the side"),
        "front": _("from the front"),
        "back": _("from behind"),
        "top": _("from above"),
    }
    seen = [names[view] for view in figures.exercise_views(exercise.poses)]
    facts = {"start": seen[0], "end": seen[-1]}
    if len(seen) == 1:
        shown = _("Seen %(start)s.") % facts
    elif len(set(seen)) == 1:
        shown = _("First the start, then the end, both seen %(start)s.") % facts
    else:
        shown = _("First the start, seen %(start)s; then the end, seen %(end)s.") % facts
    marked = len(_marked(exercise))
    marks = ngettext("The muscle it is for is marked.", "The muscles it is for are marked.", marked)
    return f"{shown} {marks}" if marked else shown


def _marked(exercise: Exercise) -> tuple[str, ...]:
    return tuple(one for one in exercise.targets if one in figures.MUSCLES)
