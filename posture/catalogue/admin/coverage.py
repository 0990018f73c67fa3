"""What is left for each muscle in common situations, in the words of the forms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from posture.catalogue import editions, models
from posture.catalogue.admin.pending import glance, look
from posture.catalogue.admin.rows import RowAdmin
from posture.catalogue.coverage import Coverage, Gap, Situation, coverage
from posture.catalogue.models.sets import Role


@dataclass(frozen=True, slots=True)
class Use:
    """A muscle that leads to an exercise: what calls it so, and in which situations to no other."""

    name: str
    url: str
    role: str
    imbalances: str
    only: str


@dataclass(frozen=True, slots=True)
class Lack:
    """A muscle that has no exercise left, and in which situations."""

    name: str
    url: str
    text: str


class CoverageAdmin(RowAdmin):
    """Rows that decide what is left for a muscle: saving one says where nothing is any more."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        glance(request)  # the request keeps what it sees here, before anything is saved
        return super().changeform_view(request, object_id, form_url, extra_context)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        warn(request)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        warn(request)
        return super().response_change(request, obj)


def warn(request: HttpRequest) -> None:
    """Once a row is saved: name the muscles for which nothing is left since then."""
    for one in lacks(new_gaps(glance(request).coverage, look().coverage)):
        link = format_html('<a href="{}">{}</a>', one.url, one.name)
        text = _("Saved, but for {muscle} there is now {lack}.")
        messages.warning(request, format_html(text, muscle=link, lack=one.text))


def published() -> Coverage | None:
    """What is left for those who see the edition of now."""
    entry = editions.desk.read().current
    return coverage(editions.edition(entry.number).catalogue) if entry else None


def new_gaps(before: Coverage | None, after: Coverage | None) -> tuple[Gap, ...]:
    """What was not so before; nothing where either cannot be told."""
    if before is None or after is None:
        return ()
    return tuple(gap for gap in after.gaps if gap not in before.gaps)


def lacks(gaps: Iterable[Gap]) -> Iterator[Lack]:
    """A line for each muscle and role."""
    muscles = models.Muscle.objects.in_bulk()
    for (slug, role), group in groupby(gaps, key=lambda gap: (gap.muscle, gap.role)):
        what = _("no stretch") if role == Role.TIGHT else _("no strengthening exercise")
        facts = {"what": what, "situations": in_a_row(gap.situation for gap in group)}
        text = _("%(what)s left for: %(situations)s") % facts
        yield Lack(muscles[slug].name, muscle_url(slug), text)


def uses(left: Coverage, exercise: str) -> Iterator[Use]:
    """The muscles that lead to an exercise."""
    muscles, imbalances = models.Muscle.objects.in_bulk(), models.Imbalance.objects.in_bulk()
    for row in left.of(exercise):
        yield Use(
            name=muscles[row.muscle].name,
            url=muscle_url(row.muscle),
            role=str(Role(row.role).label),
            imbalances=", ".join(imbalances[one].name for one in row.imbalances),
            only=in_a_row(row.only(exercise)),
        )


def muscle_url(slug: str) -> str:
    return reverse("admin:catalogue_muscle_change", args=[slug])


def in_a_row(situations: Iterable[Situation]) -> str:
    return ", ".join(str(one.label) for one in situations)
