"""The safety screen: what needs a clinician, and what leaves out exercises and tests."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.body import Imbalance
from posture.catalogue.models.fields import Groups, Lines
from posture.catalogue.models.references import sources
from posture.catalogue.models.rows import Row, SlugRow, one_of, slug_shape
from posture.catalogue.models.sets import Level

FACT_HELP = _("The name of this item in the clinical facts it was authored from.")


class Filter(SlugRow):
    text = models.CharField(
        _("text"),
        max_length=200,
        help_text=_("The kind of movement, such as “twisting the spine to the end of its range”."),
    )

    class Meta(SlugRow.Meta):
        verbose_name = _("filter")
        verbose_name_plural = _("filters")

    def __str__(self) -> str:
        return self.text


def filters() -> "models.ManyToManyField[Any, Any]":
    """The column by which a safety item names the movements it leaves out."""
    return models.ManyToManyField(
        Filter,
        blank=True,
        verbose_name=_("filters"),
        help_text=_("Exercises and tests with these movements are left out."),
    )


class SafetyPage(SlugRow):
    title = models.CharField(_("title"), max_length=200)
    help = models.TextField(_("help"), blank=True, help_text=_("A sentence above the list."))

    class Meta(SlugRow.Meta):
        verbose_name = _("safety page")
        verbose_name_plural = _("safety pages")

    def __str__(self) -> str:
        return self.title


class SafetyItem(SlugRow):
    """What a red flag and a condition have in common: a line of a safety page and its effect."""

    fact = models.CharField(_("fact"), max_length=60, help_text=FACT_HELP)
    level = models.CharField(
        _("level"),
        max_length=20,
        choices=Level.choices,
        help_text=_("What a yes calls for."),
    )
    text = models.TextField(_("line to tick"))
    question = models.TextField(
        _("question"), help_text=_("The same as a question that a plain yes or no answers.")
    )
    advice = models.TextField(_("advice"), blank=True, help_text=_("Shown with the result."))
    basis = models.TextField(
        _("basis"), blank=True, help_text=_("How well the source supports it; for editors.")
    )

    class Meta(SlugRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text


class RedFlag(SafetyItem):
    page = models.ForeignKey(
        SafetyPage, on_delete=models.PROTECT, related_name="red_flags", verbose_name=_("page")
    )
    concern = models.TextField(
        _("concern"), help_text=_("What a clinician would want to rule out; for editors.")
    )
    filters = filters()
    needed = models.PositiveSmallIntegerField(
        _("needed"),
        default=0,
        help_text=_("With statements: how many besides the first must be ticked."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("For editors; never shown."))
    sources = sources()

    class Meta(SafetyItem.Meta):
        verbose_name = _("red flag")
        verbose_name_plural = _("red flags")
        constraints = [one_of("level", Level, name="red_flag_level_is_known")]


class Statement(Row):
    owner = "red_flag"

    red_flag = models.ForeignKey(RedFlag, on_delete=models.CASCADE, related_name="statements")
    slug = models.CharField(_("slug"), max_length=60, validators=[slug_shape])
    text = models.TextField(_("text"), help_text=_("A line to tick."))

    class Meta(Row.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            models.UniqueConstraint(fields=["red_flag", "slug"], name="statement_slug_is_unique")
        ]

    def __str__(self) -> str:
        return self.text


class Condition(SafetyItem):
    page = models.ForeignKey(
        SafetyPage, on_delete=models.PROTECT, related_name="conditions", verbose_name=_("page")
    )
    filters = filters()
    explains = models.ManyToManyField(
        Imbalance,
        blank=True,
        verbose_name=_("explains"),
        help_text=_("Imbalances that are normal with this, and so not reported as a finding."),
    )
    explanation = models.TextField(
        _("explanation"), blank=True, help_text=_("Why they are normal, in plain words.")
    )
    sources = sources()

    class Meta(SafetyItem.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")
        constraints = [one_of("level", Level, name="condition_level_is_known")]


class Escalation(SlugRow):
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    text = models.TextField(_("reason"), help_text=_("The reason in plain words."))
    every = Groups(
        _("when"),
        blank=False,
        help_text=_(
            "All lines must hold; in a line, alternatives are joined by “or”. A term is the slug"
            " of a red flag or condition, or question=choice."
        ),
    )
    unless = Lines(_("unless"), help_text=_("Terms, one to a line; none of them may be said."))
    filters = filters()
    sources = sources()

    class Meta(SlugRow.Meta):
        verbose_name = _("escalation")
        verbose_name_plural = _("escalations")
        constraints = [one_of("level", Level, name="escalation_level_is_known")]

    def __str__(self) -> str:
        return self.text
