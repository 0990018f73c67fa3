"""What every row of the working copy has: its place, and what was shipped and released of it."""

from typing import ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

slug_shape = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Use small letters, digits and single hyphens, such as hip-flexors."),
)

NEW_ROWS_COME_LAST = 30_000


class RowQuerySet(models.QuerySet["Row"]):
    def in_use(self) -> Self:
        """Rows the next edition will hold."""
        return self.filter(withdrawn=False)


class Row(models.Model):
    """A row that mirrors a record of the same name, field by field.

    `key` names the fields that identify it among its siblings; `owner` the foreign key of a row
    that is listed inside another.
    """

    key: ClassVar[tuple[str, ...]] = ("slug",)
    owner: ClassVar[str] = ""

    order = models.PositiveSmallIntegerField(
        _("place"),
        default=NEW_ROWS_COME_LAST,
        help_text=_("Smaller numbers come first, on the site and in the check."),
    )
    withdrawn = models.BooleanField(
        _("withdrawn"),
        default=False,
        help_text=_(
            "Leave this out of the next edition. Earlier results keep showing it as it was."
        ),
    )
    shipped = models.JSONField(
        default=dict, editable=False, help_text=_("The values last shipped with the software.")
    )
    released = models.PositiveIntegerField(
        _("first edition"), null=True, editable=False, help_text=_("The first edition with it.")
    )
    changed = models.DateTimeField(_("last saved"), auto_now=True)

    objects = RowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]


class SlugRow(Row):
    slug = models.CharField(
        _("slug"),
        max_length=60,
        primary_key=True,
        validators=[slug_shape],
        help_text=_("Its name in addresses and results, for ever: it cannot change later."),
    )

    class Meta(Row.Meta):
        abstract = True


def one_of(
    field: str, choices: type[models.TextChoices], *, name: str, empty: bool = False
) -> models.CheckConstraint:
    """The rule that a column holds a value of the closed set, or (if it may) nothing."""
    values = [*choices.values, ""] if empty else choices.values
    return models.CheckConstraint(name=name, condition=models.Q(**{f"{field}__in": values}))
