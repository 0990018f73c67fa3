"""Stretches and strengthening exercises."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.body import Muscle
from posture.catalogue.models.fields import Lines
from posture.catalogue.models.references import sources
from posture.catalogue.models.rows import SlugRow, one_of
from posture.catalogue.models.safety import FACT_HELP, Filter
from posture.catalogue.models.sets import ExerciseKind, ExerciseLevel, Place


class Exercise(SlugRow):
    fact = models.CharField(_("fact"), max_length=60, help_text=FACT_HELP)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=ExerciseKind.choices)
    level = models.CharField(_("level"), max_length=20, choices=ExerciseLevel.choices)
    place = models.CharField(_("place"), max_length=20, choices=Place.choices)
    equipment = models.CharField(
        _("equipment"), max_length=200, help_text=_("What it needs; “none” if nothing.")
    )
    targets = models.ManyToManyField(
        Muscle,
        related_name="exercises",
        verbose_name=_("targets"),
        help_text=_("The muscles it is for."),
    )
    also = models.ManyToManyField(
        Muscle,
        blank=True,
        related_name="also_exercised",
        verbose_name=_("also works"),
    )
    start = models.TextField(_("starting position"), blank=True)
    steps = Lines(_("steps"), help_text=_("What to do; one to a line."))
    dose = models.CharField(_("dose"), max_length=100, blank=True)
    feel = models.TextField(_("where to feel it"), blank=True)
    mistakes = Lines(_("common mistakes"), help_text=_("One to a line."))
    avoid = models.ManyToManyField(
        Filter,
        blank=True,
        verbose_name=_("movements"),
        help_text=_("Left out for people whose red flags or conditions leave out one of these."),
    )
    not_for = models.TextField(_("not for"), blank=True)
    easier = models.TextField(_("easier"), blank=True)
    harder = models.TextField(_("harder"), blank=True)
    poses = models.JSONField(
        _("poses"),
        default=dict,
        blank=True,
        help_text=_("Joint angles of the start and the end, for the pictures."),
    )
    sources = sources()

    class Meta(SlugRow.Meta):
        verbose_name = _("exercise")
        verbose_name_plural = _("exercises")
        constraints = [
            one_of("kind", ExerciseKind, name="exercise_kind_is_known"),
            one_of("level", ExerciseLevel, name="exercise_level_is_known"),
            one_of("place", Place, name="exercise_place_is_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exercise", args=[self.pk])
