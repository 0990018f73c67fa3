"""How a person takes an exercise: an easier or a harder version of it, or another one instead."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Way(StrEnum):
    """A version of the exercise, or why it was replaced."""

    EASIER = "easier"
    HARDER = "harder"
    HURTS = "hurts"
    LACKING = "lacking"
    DISLIKED = "disliked"

    @property
    def replaces(self) -> bool:
        """Whether another exercise comes instead."""
        return self not in {Way.EASIER, Way.HARDER}


VERSIONS = {Way.EASIER: _("Easier version"), Way.HARDER: _("Harder version")}
REASONS = {
    Way.HURTS: _("it hurt, so you had it replaced."),
    Way.LACKING: _("something it needs is not there, so you had it replaced."),
    Way.DISLIKED: _("you did not like it, so you had it replaced."),
}
