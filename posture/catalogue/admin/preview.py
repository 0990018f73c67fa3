"""The figure of an imbalance as its saved rows say, beside the form."""

from collections.abc import Iterator
from typing import cast

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.drawing import DRAWN_HIGH
from posture.catalogue.models import Imbalance, Involvement
from posture.figures import Marking, Posture, Role, Side


def imbalance_picture(row: Imbalance) -> SafeString:
    """Its posture with the muscles in use marked and numbered; nothing where none is drawn."""
    if row.pk not in figures.IMBALANCES:
        return SafeString("")
    saved = row.involvements.in_use().select_related("muscle")
    involved = sorted(saved, key=lambda one: one.role != "tight")  # numbered as on its page
    postures = (Posture(row.pk, DRAWN_HIGH if row.sided else ""),)
    drawn = (
        figures.plate(
            view,
            postures,
            tuple(markings(involved)),
            id=f"preview-{view}",
            title=row.name,
            description=description(involved),
        )
        for view in row.views
    )
    return mark_safe("".join(drawn))  # noqa: S308 - figures escape the words they are given


def markings(involved: list[Involvement]) -> Iterator[Marking]:
    for number, one in enumerate(involved, start=1):
        if one.muscle_id in figures.MUSCLES:
            yield Marking(one.muscle_id, cast("Role", one.role), side_of(one), number)


def side_of(involvement: Involvement) -> Side:
    if not involvement.side:
        return ""
    return DRAWN_HIGH if involvement.side == "high" else "right"


def description(involved: list[Involvement]) -> str:
    """What is marked, for a reader who does not see it."""
    tight = ", ".join(one.muscle.name for one in involved if one.role == "tight")
    weak = ", ".join(one.muscle.name for one in involved if one.role == "weak")
    return _("Tight: %(tight)s. Weak: %(weak)s.") % {"tight": tight, "weak": weak}
