"""Published editions: the catalogue as visitors see it, frozen, numbered and never deleted."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EditionQuerySet(models.QuerySet["Edition"]):
    def register(self) -> Self:
        """All editions, the newest first, without what they hold."""
        return self.order_by("-number").defer("document")

    def holding(self, name: str) -> Any:
        """What each edition holds of one list, the newest first, with its number, date and note."""
        return self.order_by("-number").values_list(
            "number", "created_at", "note", f"document__{name}"
        )

    def valid(self) -> Self:
        """Editions that were not recalled."""
        return self.filter(recalled_at=None)

    def unsigned(self) -> Self:
        return self.filter(signed_on=None)


def staff(label: Any) -> "models.ForeignKey[Any, Any]":
    """A column that names a member of staff for as long as their account exists."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class Edition(models.Model):
    number = models.PositiveIntegerField(_("number"), primary_key=True)
    created_at = models.DateTimeField(_("published"), auto_now_add=True)
    created_by = staff(_("published by"))
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("What changed and why, in a sentence.")
    )
    document = models.JSONField(_("document"), help_text=_("Everything it holds."))
    checksum = models.CharField(_("checksum"), max_length=64)
    shipped = models.CharField(
        _("shipped"),
        max_length=64,
        help_text=_("The checksum of the content shipped with the software at that time."),
    )

    recalled_at = models.DateTimeField(_("recalled"), null=True, blank=True)
    recalled_by = staff(_("recalled by"))
    recall_reason = models.TextField(_("reason of the recall"), blank=True)

    signed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    signed_by = staff(_("entered by"))
    signer_name = models.CharField(_("clinician"), max_length=100, blank=True)
    signer_profession = models.CharField(_("profession"), max_length=100, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]
        permissions = [
            ("publish_edition", _("Can publish an edition")),
            ("recall_edition", _("Can recall an edition")),
            ("sign_edition", _("Can enter a clinical signature")),
        ]
        constraints = [
            models.CheckConstraint(
                name="edition_is_recalled_with_a_reason",
                condition=Q(recalled_at__isnull=True, recall_reason="")
                | (Q(recalled_at__isnull=False) & ~Q(recall_reason="")),
            ),
            models.CheckConstraint(
                name="edition_signature_is_whole",
                condition=Q(signed_on__isnull=True, signer_name="", signer_profession="")
                | (Q(signed_on__isnull=False) & ~Q(signer_name="") & ~Q(signer_profession="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
