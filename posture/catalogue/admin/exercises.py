"""Stretches and strengthening exercises."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from posture.catalogue.admin.rows import STATE, RowAdmin
from posture.catalogue.models import Exercise


@admin.register(Exercise)
class ExerciseAdmin(RowAdmin):
    list_display = ("name", "kind", "level", "place", "equipment")
    list_filter = ("kind", "level", "place")
    search_fields = ("name", "slug", "fact")
    autocomplete_fields = ("targets", "also", "avoid", "sources")
    fieldsets = (
        (None, {"fields": ("slug", "fact", "name", "kind", "targets", "also")}),
        (_("What to do"), {"fields": ("start", "steps", "dose", "feel", "mistakes")}),
        (_("For whom"), {"fields": ("level", "place", "equipment", "easier", "harder")}),
        (_("Not for whom"), {"fields": ("avoid", "not_for")}),
        (_("Picture"), {"fields": ("poses",), "classes": ["collapse"]}),
        (_("Sources"), {"fields": ("sources",)}),
        STATE,
    )
