"""Stretches and strengthening exercises, and the doses that they share."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from posture import figures
from posture.catalogue import drawing, records
from posture.catalogue.admin.coverage import CoverageAdmin, uses
from posture.catalogue.admin.pending import glance
from posture.catalogue.admin.preview import FigureAdmin, NotDrawable, edition_with
from posture.catalogue.admin.rows import STATE, RowAdmin, RowForm
from posture.catalogue.models import Dose, Exercise


@admin.register(Dose)
class DoseAdmin(RowAdmin):
    list_display = ("name", "sets", "reps", "hold", "days")
    search_fields = ("name", "slug")
    autocomplete_fields = ("sources",)
    fieldsets = (
        (None, {"fields": ("slug", "name")}),
        (_("How much"), {"fields": (("sets", "rest"), ("reps", "reps_to"), ("hold", "hold_to"))}),
        (_("From 65 on"), {"fields": (("older_reps_to", "older_hold_to"),)}),
        (_("How often, and how"), {"fields": (("days", "days_to"), "pace", "effort", "note")}),
        (_("Sources"), {"fields": ("sources",)}),
        STATE,
    )


class ExerciseForm(RowForm):
    """Refuses poses that cannot be drawn."""

    def clean_poses(self) -> dict[str, Any]:
        poses: dict[str, Any] = self.cleaned_data["poses"] or {}
        try:
            if poses:
                figures.checked_poses(poses)
        except figures.FigureError as error:
            raise ValidationError(str(error)) from error
        return poses


@admin.register(Exercise)
class ExerciseAdmin(CoverageAdmin, FigureAdmin):
    form = ExerciseForm
    drawn_from = ("slug", "kind", "targets", "poses")
    list_display = ("name", "kind", "level", "place", "equipment")
    list_filter = ("kind", "level", "place", "targets")
    search_fields = ("name", "slug", "fact")
    autocomplete_fields = ("dose", "targets", "also", "extra_for", "avoid", "sources")
    fieldsets = (
        (None, {"fields": ("slug", "fact", "name", "kind", "targets", "also", "extra_for")}),
        (_("What to do"), {"fields": ("start", "steps", "dose", "each_side", "feel", "mistakes")}),
        (
            _("For whom"),
            {"fields": ("level", "place", "elsewhere", "equipment", "needs", "easier", "harder")},
        ),
        (_("Not for whom"), {"fields": ("avoid", "not_for")}),
        (_("Picture"), {"fields": ("poses",), "classes": ["collapse"]}),
        (_("Sources"), {"fields": ("sources",)}),
        STATE,
    )

    def aside(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        """What the checks say of it, and the muscles that lead to it."""
        beside = super().aside(request, object_id)
        coverage = glance(request).coverage
        if not beside or coverage is None:
            return beside
        used = tuple(uses(coverage, object_id))
        return beside | {"uses": used, "alone": sum(bool(one.only) for one in used)}

    def figure(self, record: records.Exercise) -> SafeString:
        edition = edition_with(exercises=(record,))
        names = [edition.muscles[one].name for one in record.targets]
        try:
            return drawing.exercise_figure(record, names, id="preview")
        except figures.FigureError as error:
            raise NotDrawable(str(error)) from error
