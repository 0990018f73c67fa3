"""One table: an assessment is one run of the check, kept as one document."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.visitors import Visitor
from posture.reasoning.progress import Decision

KEPT = timedelta(days=30)  # an anonymous check that nobody touches


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def owned_by(self, visitor: Visitor) -> Self:
        """What this person made: in their account, or in this browser and nobody's account yet."""
        if not visitor.user_id:
            return self.claimable_by(visitor)
        return self.filter(Q(owner_id=visitor.user_id) | self._in_browser(visitor))

    def claimable_by(self, visitor: Visitor) -> Self:
        """The checks of this browser that are in nobody's account."""
        return self.filter(self._in_browser(visitor))

    @staticmethod
    def _in_browser(visitor: Visitor) -> Q:
        return Q(owner=None, browser=visitor.browser) if visitor.browser else Q(pk__in=())

    def listed_for(self, visitor: Visitor) -> Self:
        """What a history lists: the account's own, or without an account this browser's.

        On a shared device the checks of the browser may be another person's.
        """
        if visitor.user_id:
            return self.filter(owner_id=visitor.user_id)
        return self.claimable_by(visitor)

    def open(self) -> Self:
        return self.filter(status=Assessment.Status.OPEN)

    def finished(self) -> Self:
        return self.filter(status=Assessment.Status.FINISHED)

    def resumable(self) -> "Assessment | None":
        """The open one that was touched last."""
        return self.open().order_by("-changed_at").first()

    def waiting(self) -> Self:
        """Those without a result, the one touched last first, without their answers."""
        return self.unfinished().order_by("-changed_at").defer("answers")

    def unfinished(self) -> Self:
        """Open ones and stopped ones."""
        return self.exclude(status=Assessment.Status.FINISHED)

    def ended(self) -> Self:
        """Finished ones, newest first, without their answers: what a history shows."""
        return self.finished().order_by("-finished_at").defer("answers")

    def changed_from(self, assessment: "Assessment") -> "Assessment | None":
        """The open one begun last to change an answer of a finished one."""
        return self.open().filter(previous=assessment).order_by("-started_at").first()

    def since(self, assessment: "Assessment") -> Self:
        """Checks of the same person that ended, in a stop or a result, since this one's result."""
        owner = {"owner_id": assessment.owner_id, "browser": assessment.browser}
        return self.filter(self._ended_after(assessment.finished_at), **owner)

    def with_last(self) -> Self:
        """Each read together with the id of the last one that ended `since`: see `last`."""
        same = Q(owner=OuterRef("owner")) | Q(owner=None, browser=OuterRef("browser"))
        since = Assessment.objects.filter(same, self._ended_after(OuterRef("finished_at")))
        last = since.order_by(Coalesce("finished_at", "changed_at").desc())
        return self.annotate(last_id=Subquery(last.values("pk")[:1]))

    @staticmethod
    def _ended_after(at: Any) -> Q:
        return Q(finished_at__gt=at) | Q(status=Assessment.Status.STOPPED, changed_at__gte=at)

    def planned_before(self, assessment: "Assessment") -> "Assessment | None":
        """The same person's last result before this one whose plan was used, without answers."""
        owner = {"owner_id": assessment.owner_id, "browser": assessment.browser}
        before = {"finished_at__lt": assessment.finished_at, "plan__isnull": False}
        earlier = self.filter(**owner, **before).order_by("-finished_at")
        return earlier.only("finished_at").first()

    def expired(self, at: datetime) -> Self:
        """Anonymous checks that nobody has touched for `KEPT`, nor their plan.

        One that was stopped stays for as long as a result that it warns of.
        """
        touched = Q(changed_at__gte=at - KEPT) | Q(plan__changed_at__gte=at - KEPT)
        earlier = {"browser": OuterRef("browser"), "finished_at__lte": OuterRef("changed_at")}
        warned = Assessment.objects.filter(touched, owner=None, **earlier)
        untouched = self.filter(owner=None, changed_at__lt=at - KEPT)
        return untouched.exclude(plan__changed_at__gte=at - KEPT).exclude(
            Q(Exists(warned), status=Assessment.Status.STOPPED)
        )

    def at_version(self, assessment: "Assessment") -> Self:
        """The row, if it is still as it was read."""
        return self.filter(pk=assessment.pk, version=assessment.version)

    def seen(self, assessment: "Assessment") -> Self:
        """The row, if it is still as it was read and still open: what a write must match."""
        return self.open().at_version(assessment)


class Assessment(models.Model):
    """A check by one person. `answers` maps a question or safety item to its reply and time.

    A reply is ``{"answer": [choice slugs] | whole number, "at": ISO 8601}``. `edition` is the one
    it is asked, scored and shown by; safety comes from the newest, whose checksum is
    `screened_with`. `result` is frozen when the check is finished.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        FINISHED = "finished", _("finished")
        STOPPED = "stopped", _("stopped by the safety check")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="assessments",
        verbose_name=_("account"),
    )
    browser = models.CharField(
        _("browser"),
        max_length=64,
        blank=True,
        db_index=True,
        help_text=_("SHA-256 of the browser's key, while the check is in nobody's account."),
    )
    edition = models.PositiveIntegerField(_("edition"))
    screened_with = models.CharField(_("safety checksum"), max_length=64, blank=True)
    version = models.PositiveIntegerField(_("version"), default=0)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.OPEN
    )
    stopped_at_level = models.CharField(_("stopped at"), max_length=16, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    result = models.JSONField(_("result"), null=True, blank=True)
    previous = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="later",
        verbose_name=_("changed from"),
    )
    started_at = models.DateTimeField(_("started and consented"), default=timezone.now)
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now, db_index=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    last_id: uuid.UUID | None  # where it was read `with_last`

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["-started_at"]
        permissions = [("read_results", _("Can read what checks have found"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(owner=None) ^ Q(browser=""), name="assessment_has_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(status="finished", result__isnull=False, finished_at__isnull=False)
                | (~Q(status="finished") & Q(result=None, finished_at=None)),
                name="assessment_result_when_finished",
            ),
            models.CheckConstraint(
                condition=Q(status="stopped") ^ Q(stopped_at_level=""),
                name="assessment_level_when_stopped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.started_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("result" if self.is_finished else "resume", args=[self.pk])

    @cached_property
    def last(self) -> "Assessment | None":
        """The person's last check that was stopped or finished since; a query where there is one.

        It was read `with_last`.
        """
        found = self.last_id and Assessment.objects.filter(pk=self.last_id).only("status").first()
        return found or None

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def is_finished(self) -> bool:
        return self.status == self.Status.FINISHED

    @property
    def is_stopped(self) -> bool:
        return self.status == self.Status.STOPPED

    @property
    def asked(self) -> tuple[str, ...]:
        """Slugs of the questions that a finished check asked."""
        return tuple(self.result["asked"]) if self.result else ()

    @property
    def screened(self) -> tuple[Any, ...]:
        """What a finished check says of safety."""
        return (self.result["raised"], self.result["filters"]) if self.result else ()

    @property
    def offered(self) -> tuple[str, ...]:
        """Slugs of the questions that a result leads to, because they could settle something."""
        told = self.result["conclusion"] if self.result else {}
        tests = (one["question"] for one in told.get("untested", ()))
        return (*told.get("settling", ()), *tests, told.get("helps_most", ""))

    def answers_without(self, slugs: Iterable[str]) -> dict[str, Any]:
        """A copy of the answers that leaves `slugs` out."""
        dropped = set(slugs)
        return {slug: reply for slug, reply in self.answers.items() if slug not in dropped}


class Plan(models.Model):
    """What a person may do for a finished assessment, week by week, and what they did.

    `wishes` and `planned` are values of `posture.reasoning.planning` as JSON. `week` is the one
    they are in, from 1 on; it goes on when they say so, not by the calendar. `log` maps a day (ISO
    8601) to ``{"done": [exercise slugs], "felt": effort}``. `weeks` are what was said and decided
    at the end of each, `eased` whether this one has a lower dose; see assessments/plans/weeks.py.
    `ways` maps exercises to a version, or to why they were replaced; see assessments/plans/ways.py.
    `looked_at` is when they said that a clinician has looked.
    """

    assessment = models.OneToOneField(
        Assessment,
        models.CASCADE,
        primary_key=True,
        related_name="plan",
        verbose_name=_("assessment"),
    )
    wishes = models.JSONField(_("wishes"))
    planned = models.JSONField(_("planned"))
    week = models.PositiveSmallIntegerField(_("week"), default=1)
    week_began = models.DateField(_("week began"))
    log = models.JSONField(_("log"), default=dict, blank=True)
    weeks = models.JSONField(_("ends of weeks"), default=list, blank=True)
    eased = models.BooleanField(_("with a lower dose"), default=False)
    ways = models.JSONField(_("ways"), default=dict, blank=True)
    looked_at = models.DateTimeField(_("a clinician has looked"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")

    def __str__(self) -> str:
        return f"{self.assessment}, {self.week}"

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.pk])

    @property
    def awaits_safety(self) -> bool:
        """Whether what was said at the end of the last week has safety asked again."""
        return any(one["decision"] == Decision.SCREEN for one in self.weeks[-1:])
