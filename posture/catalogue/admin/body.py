"""Axes, muscles, and imbalances with the muscles they call tight or weak."""

from typing import Any

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from posture import figures
from posture.catalogue import drawing, records
from posture.catalogue.admin.coverage import CoverageAdmin
from posture.catalogue.admin.preview import FigureAdmin, NotDrawable, edition_with
from posture.catalogue.admin.rows import STATE, RowAdmin, RowInline
from posture.catalogue.drawing import DRAWN_HIGH
from posture.catalogue.models import Axis, Imbalance, Involvement, Muscle
from posture.figures import Posture


@admin.register(Axis)
class AxisAdmin(RowAdmin):
    list_display = ("name", "neutral")
    search_fields = ("name", "slug")
    fieldsets = ((None, {"fields": ("slug", "name", "neutral")}), STATE)


@admin.register(Muscle)
class MuscleAdmin(FigureAdmin):
    drawn_from = ("slug",)
    list_display = ("name", "plain", "region", "kind", "group", "article")
    list_filter = ("article", "region", "kind")
    list_select_related = ("group",)
    search_fields = ("name", "plain", "ta2", "slug")
    autocomplete_fields = ("group", "parts", "sources")
    fieldsets = (
        (
            None,
            {
                "fields": ("slug", "name", "plain", "where"),
                "description": _(
                    "The shapes in the figure come with the program and stay as they are;"
                    " the words follow the form."
                ),
            },
        ),
        (
            _("What it does, and how it feels"),
            {"fields": ("action", "tight_feels", "weak_feels", "mixed", "settled_by")},
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

    def figure(self, record: records.Muscle) -> SafeString:
        sights = drawing.sights(record, id="preview")
        shown = {"sights": sights, "origin": record.origin, "insertion": record.insertion}
        return render_to_string("components/sights.html", shown) if sights else SafeString("")


class InvolvementInline(RowInline):
    model = Involvement
    template = "admin/edit_inline/stacked.html"  # a table of these is wider than the form
    fields = (("muscle", "role", "side"), ("note", "sources"), ("order", "withdrawn"))

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).prefetch_related("sources")


@admin.register(Imbalance)
class ImbalanceAdmin(CoverageAdmin, FigureAdmin):
    drawn_from = ("slug", "views", "sided")
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

    def figure(self, record: records.Imbalance) -> SafeString:
        if unknown := [view for view in record.views if view not in figures.VIEWS]:
            raise NotDrawable(_("There is no view “%(view)s”.") % {"view": unknown[0]})
        edition = edition_with(imbalances=(record,))
        postures, markings = (Posture(record.slug),), drawing.involved(record, DRAWN_HIGH)
        return drawing.drafted(edition, postures, markings, id="preview").figure
