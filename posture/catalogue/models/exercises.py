"""Stretches and strengthening exercises, and how much of them to do."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.body import Imbalance, Muscle
from posture.catalogue.models.fields import Lines, Options
from posture.catalogue.models.references import sources
from posture.catalogue.models.rows import SlugRow, one_of
from posture.catalogue.models.safety import FACT_HELP, Filter
from posture.catalogue.models.sets import Equipment, ExerciseKind, ExerciseLevel, Place

TO_HELP = _("The upper end of a range; 0 if there is none.")
OLDER_HELP = _("The upper end for people of 65 and over; 0 if it is the same.")


class Dose(SlugRow):
    name = models.CharField(
        _("name"), max_length=100, help_text=_("For lists, such as “Holding a stretch”.")
    )
    sets = models.PositiveSmallIntegerField(_("sets"), default=1)
    reps = models.PositiveSmallIntegerField(_("repetitions"), help_text=_("In each set."))
    reps_to = models.PositiveSmallIntegerField(_("up to repetitions"), default=0, help_text=TO_HELP)
    hold = models.PositiveSmallIntegerField(
        _("seconds held"), default=0, help_text=_("How long each is held; 0 if it is not.")
    )
    hold_to = models.PositiveSmallIntegerField(
        _("up to seconds held"), default=0, help_text=TO_HELP
    )
    older_reps_to = models.PositiveSmallIntegerField(
        _("up to repetitions, from 65 on"), default=0, help_text=OLDER_HELP
    )
    older_hold_to = models.PositiveSmallIntegerField(
        _("up to seconds held, from 65 on"), default=0, help_text=OLDER_HELP
    )
    rest = models.PositiveSmallIntegerField(
        _("seconds of rest"), default=0, help_text=_("Between sets.")
    )
    days = models.PositiveSmallIntegerField(_("days a week"))
    days_to = models.PositiveSmallIntegerField(_("up to days a week"), default=0, help_text=TO_HELP)
    pace = models.CharField(
        _("pace"), max_length=200, blank=True, help_text=_("Of one repetition, in a sentence.")
    )
    effort = models.CharField(
        _("effort"), max_length=200, blank=True, help_text=_("How hard, in a sentence.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Anything else, in a sentence."))
    sources = sources()

    class Meta(SlugRow.Meta):
        verbose_name = _("dose")
        verbose_name_plural = _("doses")

    def __str__(self) -> str:
        return self.name


class Exercise(SlugRow):
    fact = models.CharField(_("fact"), max_length=60, help_text=FACT_HELP)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=ExerciseKind.choices)
    level = models.CharField(_("level"), max_length=20, choices=ExerciseLevel.choices)
    place = models.CharField(_("place"), max_length=20, choices=Place.choices)
    elsewhere = Options(_("other places"), options=Place, help_text=_("Where else it can be done."))
    equipment = models.CharField(
        _("equipment"), max_length=200, help_text=_("What it needs, in a sentence.")
    )
    needs = Options(_("needs"), options=Equipment, help_text=_("What it cannot be done without."))
    targets = models.ManyToManyField(
        Muscle,
        blank=True,
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
    extra_for = models.ManyToManyField(
        Imbalance,
        blank=True,
        related_name="extras",
        verbose_name=_("extra for"),
        help_text=_("Imbalances it suits although it is for none of their muscles."),
    )
    start = models.TextField(_("starting position"), blank=True)
    steps = Lines(_("steps"), help_text=_("What to do; one to a line."))
    dose = models.ForeignKey(
        Dose,
        on_delete=models.PROTECT,
        null=True,
        related_name="exercises",
        verbose_name=_("dose"),
    )
    each_side = models.BooleanField(
        _("on each side"),
        default=False,
        help_text=_("One side at a time: the dose is for each of them."),
    )
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
        help_text=_("Joint angles of the start and the end, and what stands beside the body."),
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
