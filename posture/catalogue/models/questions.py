"""Questions and self-tests, and what each choice says for an imbalance or a muscle."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.body import Imbalance, Muscle
from posture.catalogue.models.fields import Groups, Lines
from posture.catalogue.models.references import sources
from posture.catalogue.models.rows import Row, SlugRow, one_of, slug_shape
from posture.catalogue.models.safety import FACT_HELP, Filter
from posture.catalogue.models.sets import Part, QuestionKind, Role, Side, Who


class Question(SlugRow):
    fact = models.CharField(_("fact"), max_length=60, help_text=FACT_HELP)
    text = models.TextField(_("question"))
    short = models.CharField(
        _("short"), max_length=100, help_text=_("A few words for lists of answers.")
    )
    why = models.TextField(_("why we ask"))
    kind = models.CharField(_("kind"), max_length=20, choices=QuestionKind.choices)
    part = models.CharField(
        _("part"), max_length=20, choices=Part.choices, help_text=_("When in the check it comes.")
    )
    family = models.CharField(
        _("family"),
        max_length=60,
        blank=True,
        help_text=_("Answers of one family look at the same thing and count less together."),
    )
    help = models.TextField(_("hint"), blank=True, help_text=_("One sentence, no full stop."))
    who = models.CharField(_("who"), max_length=20, choices=Who.choices, default=Who.SELF)
    title = models.CharField(_("title of the test"), max_length=100, blank=True)
    picture = models.CharField(
        _("picture"), max_length=60, blank=True, help_text=_("The name of a drawn figure.")
    )
    steps = Lines(_("steps"), help_text=_("What to do; one to a line."))
    stop = models.TextField(_("stop if"), blank=True, help_text=_("When to stop the test."))
    alternative = models.TextField(_("another way"), blank=True)
    at_hand = models.TextField(_("have at hand"), blank=True)
    reliability = models.TextField(
        _("reliability"),
        blank=True,
        help_text=_("How far the test can be trusted, in plain words."),
    )
    low_label = models.CharField(_("words at 0"), max_length=60, blank=True)
    high_label = models.CharField(_("words at 10"), max_length=60, blank=True)
    minutes = models.FloatField(_("minutes"), default=0.25, help_text=_("The effort it takes."))
    seconds = models.PositiveSmallIntegerField(
        _("seconds"),
        default=0,
        help_text=_("How long the clock beside the test runs. 0: there is none."),
    )
    each_side = models.BooleanField(
        _("each side timed"),
        default=False,
        help_text=_(
            "One choice answers it, and each side of the body is timed. A test with one choice for"
            " each side needs no mark."
        ),
    )
    adaptive = models.BooleanField(
        _("adaptive"),
        default=False,
        help_text=_("Asked only while it would help most; the others are asked in their order."),
    )
    cap_low = models.FloatField(
        _("lowest ratio"), default=0.25, help_text=_("All choices of one reply reach no lower.")
    )
    cap_high = models.FloatField(
        _("highest ratio"), default=4.0, help_text=_("All choices of one reply reach no higher.")
    )
    every = Groups(
        _("asked when"),
        help_text=_(
            "All lines must hold; in a line, alternatives are joined by “or”. A term is the slug"
            " of a red flag or condition, or question=choice. Empty: always."
        ),
    )
    unless = Lines(_("not asked when"), help_text=_("Terms, one to a line."))
    avoid = models.ManyToManyField(
        Filter,
        blank=True,
        verbose_name=_("movements"),
        help_text=_("Left out for people whose red flags or conditions leave out one of these."),
    )
    sources = sources()

    class Meta(SlugRow.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            one_of("kind", QuestionKind, name="question_kind_is_known"),
            one_of("part", Part, name="question_part_is_known"),
            one_of("who", Who, name="question_who_is_known"),
            models.CheckConstraint(
                name="question_caps_enclose_one",
                condition=Q(cap_low__gt=0, cap_low__lte=1, cap_high__gte=1),
                violation_error_message=_(
                    "The lowest ratio lies above 0 and up to 1, the highest is 1 or more."
                ),
            ),
            models.CheckConstraint(
                name="question_takes_time",
                condition=Q(minutes__gt=0),
                violation_error_message=_("Minutes are more than 0."),
            ),
        ]

    def __str__(self) -> str:
        return self.short


class Choice(Row):
    owner = "question"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    slug = models.CharField(_("slug"), max_length=60, validators=[slug_shape])
    text = models.TextField(_("text"))
    said = models.TextField(
        _("as said"),
        blank=True,
        help_text=_(
            "The answer in the person's words: “A fist fits behind your low back”. For a test on"
            " each side “{side}” becomes left or right."
        ),
    )
    picture = models.CharField(
        _("picture"), max_length=60, blank=True, help_text=_("The name of a drawn figure.")
    )
    exclusive = models.BooleanField(
        _("exclusive"), default=False, help_text=_("It cannot be ticked with others.")
    )

    class Meta(Row.Meta):
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        constraints = [
            models.UniqueConstraint(fields=["question", "slug"], name="choice_slug_is_unique")
        ]

    def __str__(self) -> str:
        return f"{self.question_id} = {self.slug}"


class Evidence(Row):
    key = ("imbalance", "muscle", "role", "side")
    owner = "choice"

    choice = models.ForeignKey(Choice, on_delete=models.CASCADE, related_name="evidence")
    ratio = models.FloatField(
        _("ratio"),
        help_text=_("The likelihood ratio: 2 doubles the odds, 0.5 halves them, 1 says nothing."),
    )
    imbalance = models.ForeignKey(
        Imbalance,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("imbalance"),
    )
    muscle = models.ForeignKey(
        Muscle,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("muscle"),
        help_text=_("Instead of an imbalance."),
    )
    role = models.CharField(
        _("tight or weak"),
        max_length=10,
        choices=Role.choices,
        blank=True,
        help_text=_("With a muscle."),
    )
    side = models.CharField(
        _("side"),
        max_length=10,
        choices=Side.choices,
        blank=True,
        help_text=_("The body side that the choice names, if it names one."),
    )
    family = models.CharField(
        _("family"), max_length=60, blank=True, help_text=_("Empty: that of the question.")
    )
    sources = sources()

    class Meta(Row.Meta):
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.CheckConstraint(
                name="evidence_is_for_an_imbalance_or_a_muscle",
                condition=Q(imbalance__isnull=False, muscle__isnull=True, role="")
                | Q(imbalance__isnull=True, muscle__isnull=False, role__in=Role.values),
                violation_error_message=_(
                    "Name an imbalance, or a muscle with tight or weak; not both."
                ),
            ),
            models.CheckConstraint(
                name="evidence_ratio_is_positive",
                condition=Q(ratio__gt=0),
                violation_error_message=_("A ratio is more than 0."),
            ),
            one_of("side", Side, name="evidence_side_is_known", empty=True),
            models.UniqueConstraint(
                fields=["choice", "imbalance", "side"],
                condition=Q(muscle__isnull=True),
                name="evidence_for_an_imbalance_is_said_once",
                violation_error_message=_("This choice already says something for it."),
            ),
            models.UniqueConstraint(
                fields=["choice", "muscle", "role", "side"],
                condition=Q(imbalance__isnull=True),
                name="evidence_for_a_muscle_is_said_once",
                violation_error_message=_("This choice already says something for it."),
            ),
        ]

    def __str__(self) -> str:
        target = self.imbalance_id or f"{self.muscle_id} {self.get_role_display()}"
        return f"{target} x {self.ratio:g}"
