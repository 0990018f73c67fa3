"""Muscles, and the imbalances that call them tight or weak."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.fields import Lines
from posture.catalogue.models.references import sources
from posture.catalogue.models.rows import Row, SlugRow, one_of
from posture.catalogue.models.sets import Height, MuscleKind, Region, Role


class Axis(SlugRow):
    name = models.CharField(_("name"), max_length=100)
    neutral = models.CharField(
        _("neutral"),
        max_length=100,
        help_text=_("What a body is called that does not differ on this axis, such as “level”."),
    )

    class Meta(SlugRow.Meta):
        verbose_name = _("axis")
        verbose_name_plural = _("axes")

    def __str__(self) -> str:
        return self.name


class Muscle(SlugRow):
    name = models.CharField(_("name"), max_length=100)
    plain = models.CharField(
        _("plain words"),
        max_length=200,
        help_text=_("Where a person without training would point, such as “front of the hip”."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=MuscleKind.choices)
    region = models.CharField(_("region"), max_length=20, choices=Region.choices)
    article = models.BooleanField(
        _("in the article"),
        default=False,
        help_text=_("One of the 18 names of the article's lists."),
    )
    group = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
        verbose_name=_("group"),
        help_text=_("The muscle it belongs to: psoas belongs to the hip flexors."),
    )
    parts = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="part_of",
        verbose_name=_("parts"),
        help_text=_("The anatomical muscles under this name."),
    )
    where = models.TextField(_("where it is felt"), blank=True)
    origin = models.TextField(_("origin"), blank=True)
    insertion = models.TextField(_("insertion"), blank=True)
    action = models.TextField(_("what it does"), blank=True)
    nerve = models.TextField(_("nerve"), blank=True)
    tight_feels = models.TextField(_("how tight feels"), blank=True)
    weak_feels = models.TextField(_("how weak feels"), blank=True)
    mixed = models.TextField(
        _("pulled both ways"),
        blank=True,
        help_text=_("What it means when one finding calls this muscle tight and another weak."),
    )
    settled_by = Lines(
        _("settled by"),
        help_text=_("Self-tests that tell which it is; one to a line, in the order asked."),
    )
    ta2 = models.CharField(
        _("Latin name"), max_length=200, blank=True, help_text=_("Terminologia Anatomica 2.")
    )
    fma = models.CharField(
        _("FMA"), max_length=40, blank=True, help_text=_("Foundational Model of Anatomy.")
    )
    uberon = models.CharField(_("UBERON"), max_length=40, blank=True)
    snomed = models.CharField(_("SNOMED CT"), max_length=40, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("For editors; never shown."))
    sources = sources()

    class Meta(SlugRow.Meta):
        verbose_name = _("muscle")
        verbose_name_plural = _("muscles")
        constraints = [
            one_of("kind", MuscleKind, name="muscle_kind_is_known"),
            one_of("region", Region, name="muscle_region_is_known"),
            models.CheckConstraint(
                name="muscle_is_not_its_own_group",
                condition=Q(group__isnull=True) | ~Q(group=models.F("slug")),
                violation_error_message=_("A muscle cannot belong to itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("muscle", args=[self.pk])


class Imbalance(SlugRow):
    name = models.CharField(_("name"), max_length=100)
    axis = models.ForeignKey(
        Axis,
        on_delete=models.PROTECT,
        related_name="imbalances",
        verbose_name=_("axis"),
        help_text=_("Imbalances of one axis exclude each other."),
    )
    finding = models.CharField(
        _("finding"),
        max_length=200,
        help_text=_("Completes “Your answers fit best with …”: “a forward tipped pelvis”."),
    )
    summary = models.TextField(_("summary"), help_text=_("One sentence, for cards and lists."))
    description = models.TextField(_("description"))
    prior = models.FloatField(
        _("prior"),
        help_text=_(
            "How likely it is before any answer, between 0 and 1. Those of one axis stay below 1."
        ),
    )
    views = Lines(
        _("views"),
        blank=False,
        help_text=_("The views that show it best: front, back or side, one to a line."),
    )
    sided = models.BooleanField(
        _("sided"), default=False, help_text=_("It has a high and a low side.")
    )
    gate = Lines(
        _("gate"),
        help_text=_("Families of answers, one to a line. At least one must speak for it."),
    )
    looks_side = models.TextField(_("seen from the side"), blank=True)
    looks_front = models.TextField(_("seen from the front"), blank=True)
    looks_back = models.TextField(_("seen from the back"), blank=True)
    people = Lines(_("people"), help_text=_("Who often stands like this; one to a line."))
    symptoms = Lines(_("symptoms"), help_text=_("What people with it often report."))
    not_explained = Lines(
        _("not explained by it"), help_text=_("Signs that must not be put down to it.")
    )
    also_called = Lines(_("also called"), help_text=_("Names elsewhere; one to a line."))
    literature = Lines(
        _("what research says"),
        help_text=_("Paragraphs beside the article's lists; one to a line."),
    )
    sources = sources()

    class Meta(SlugRow.Meta):
        verbose_name = _("imbalance")
        verbose_name_plural = _("imbalances")
        constraints = [
            models.CheckConstraint(
                name="imbalance_prior_is_a_probability",
                condition=Q(prior__gt=0, prior__lt=1),
                violation_error_message=_("A prior lies between 0 and 1."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("imbalance", args=[self.pk])


class Involvement(Row):
    key = ("muscle", "side")
    owner = "imbalance"

    imbalance = models.ForeignKey(Imbalance, on_delete=models.CASCADE, related_name="involvements")
    muscle = models.ForeignKey(
        Muscle, on_delete=models.PROTECT, related_name="involvements", verbose_name=_("muscle")
    )
    role = models.CharField(_("tight or weak"), max_length=10, choices=Role.choices)
    side = models.CharField(
        _("side"),
        max_length=10,
        choices=Height.choices,
        blank=True,
        help_text=_("Of a sided imbalance; empty means both sides."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Shown beside the muscle."))
    sources = sources()

    class Meta(Row.Meta):
        verbose_name = _("involvement")
        verbose_name_plural = _("involvements")
        constraints = [
            one_of("role", Role, name="involvement_role_is_known"),
            one_of("side", Height, name="involvement_side_is_known", empty=True),
            models.UniqueConstraint(
                fields=["imbalance", "muscle", "side"],
                name="involvement_is_tight_or_weak_not_both",
                violation_error_message=_("This muscle is already in the lists, on that side."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.muscle_id}"
