"""References: where knowledge comes from."""

from django.contrib import admin

from posture.catalogue.admin.rows import STATE, RowAdmin
from posture.catalogue.models import Reference


@admin.register(Reference)
class ReferenceAdmin(RowAdmin):
    list_display = ("slug", "title", "basis")
    list_filter = ("basis",)
    search_fields = ("slug", "title", "note")
    fieldsets = (
        (None, {"fields": ("slug", "title", "basis", "url", "note")}),
        STATE,
    )
