"""Where knowledge comes from."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from posture.catalogue.models.rows import SlugRow, one_of
from posture.catalogue.models.sets import Basis


class Reference(SlugRow):
    title = models.TextField(
        _("title"), help_text=_("Authors, year, title and journal, as a reader would look it up.")
    )
    basis = models.CharField(_("basis"), max_length=20, choices=Basis.choices)
    url = models.CharField(
        _("address"), max_length=500, blank=True, help_text=_("A web address or DOI, if any.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What it was used for."))

    class Meta(SlugRow.Meta):
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        constraints = [one_of("basis", Basis, name="reference_basis_is_known")]

    def __str__(self) -> str:
        return self.title


def sources() -> "models.ManyToManyField[Any, Any]":
    """The column by which a row names its references."""
    return models.ManyToManyField(
        Reference,
        blank=True,
        verbose_name=_("sources"),
        help_text=_("The references that support this."),
    )
