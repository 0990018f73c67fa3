"""Axes, muscles, and imbalances with the muscles they call tight or weak."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from posture.catalogue import drawing
from posture.catalogue.admin.preview import imbalance_picture
from posture.catalogue.admin.rows import STATE, RowAdmin, RowInline
from posture.catalogue.models import Axis, Imbalance, Involvement, Muscle


@admin.register(Axis)
class AxisAdmin(RowAdmin):
    list_display = ("name", "neutral")
    search_fields = ("name", "slug")
    fieldsets = ((None, {"fields": ("slug", "name", "neutral")}), STATE)


@admin.register(Muscle)
class MuscleAdmin(RowAdmin):
    list_display = ("name", "plain", "region", "kind", "group", "article")
    list_filter = ("article", "region", "kind")
    list_select_related = ("group",)
    search_fields = ("name", "plain", "ta2", "slug")
    autocomplete_fields = ("group", "parts", "sources")
    fieldsets = (
        (None, {"fields": ("slug", "name", "plain", "where")}),
        (
            _("What it does, and how it feels"),
            {"fields": ("action", "tight_feels", "weak_feels", "mixed")},
        ),
        (_("Anatomy"), {"fields": ("origin", "insertion", "nerve")}),
        (_("Where it belongs"), {"fields": ("region", "kind", "article", "group", "parts")}),
        (
            _("Names elsewhere"),
            {"fields": ("ta2", "fma", "uberon", "snomed"), "classes": ["collapse"]},
        ),
        (_("Sources and notes"), {"fields": ("sources", "note")}),
        STATE,
    )

    def preview(self, row: Muscle) -> SafeString:
        return drawing.muscle_picture(row.pk, id="preview")


class InvolvementInline(RowInline):
    model = Involvement
    fields = ("muscle", "role", "side", "note", "sources", "order", "withdrawn")

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).prefetch_related("sources")


@admin.register(Imbalance)
class ImbalanceAdmin(RowAdmin):
    list_display = ("name", "axis", "finding", "prior", "sided")
    list_filter = ("axis",)
    list_select_related = ("axis",)
    search_fields = ("name", "finding", "summary", "slug")
    autocomplete_fields = ("sources",)
    inlines = (InvolvementInline,)
    fieldsets = (
        (None, {"fields": ("slug", "name", "finding", "summary", "description")}),
        (_("How it looks"), {"fields": ("views", "looks_side", "looks_front", "looks_back")}),
        (
            _("Who has it, and what it explains"),
            {"fields": ("people", "symptoms", "not_explained")},
        ),
        (_("What research says"), {"fields": ("literature", "also_called", "sources")}),
        (
            _("How answers lead to it"),
            {
                "fields": ("axis", "prior", "sided", "gate"),
                "description": _("These decide who gets this result. Change them with care."),
            },
        ),
        STATE,
    )

    def preview(self, row: Imbalance) -> SafeString:
        return imbalance_picture(row)
