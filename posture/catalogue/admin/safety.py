"""The safety screen: pages, red flags with their statements, conditions, escalations, filters."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from posture.catalogue.admin.coverage import CoverageAdmin
from posture.catalogue.admin.rows import STATE, RowAdmin, RowInline
from posture.catalogue.models import (
    Condition,
    Escalation,
    Filter,
    RedFlag,
    SafetyPage,
    Statement,
)

EFFECT = _("What a yes does")
WORDS: Any = (_("What the person reads"), {"fields": ("page", "text", "question", "advice")})


@admin.register(Filter)
class FilterAdmin(RowAdmin):
    list_display = ("text", "slug")
    search_fields = ("text", "slug")
    fieldsets = ((None, {"fields": ("slug", "text")}), STATE)


@admin.register(SafetyPage)
class SafetyPageAdmin(RowAdmin):
    list_display = ("title", "slug")
    search_fields = ("title", "slug", "help")
    fieldsets = ((None, {"fields": ("slug", "title", "help")}), STATE)


class StatementInline(RowInline):
    model = Statement
    fields = ("slug", "text", "order", "withdrawn")


@admin.register(RedFlag)
class RedFlagAdmin(CoverageAdmin):
    list_display = ("text", "level", "page", "slug")
    list_filter = ("level", "page")
    list_select_related = ("page",)
    search_fields = ("text", "question", "concern", "slug", "fact")
    autocomplete_fields = ("filters", "sources")
    inlines = (StatementInline,)
    fieldsets = (
        (None, {"fields": ("slug", "fact")}),
        WORDS,
        (EFFECT, {"fields": ("level", "filters", "needed")}),
        (_("For clinicians and editors"), {"fields": ("concern", "basis", "sources", "note")}),
        STATE,
    )


@admin.register(Condition)
class ConditionAdmin(CoverageAdmin):
    list_display = ("text", "level", "page", "slug")
    list_filter = ("level", "page")
    list_select_related = ("page",)
    search_fields = ("text", "question", "slug", "fact")
    autocomplete_fields = ("filters", "explains", "sources")
    fieldsets = (
        (None, {"fields": ("slug", "fact")}),
        WORDS,
        (EFFECT, {"fields": ("level", "filters", "explains", "explanation")}),
        (_("For editors"), {"fields": ("basis", "sources")}),
        STATE,
    )


@admin.register(Escalation)
class EscalationAdmin(RowAdmin):
    list_display = ("text", "level", "slug")
    list_filter = ("level",)
    search_fields = ("text", "slug")
    autocomplete_fields = ("filters", "sources")
    fieldsets = (
        (None, {"fields": ("slug", "text")}),
        (_("When it holds"), {"fields": ("every", "unless")}),
        (EFFECT, {"fields": ("level", "filters")}),
        (_("Sources"), {"fields": ("sources",)}),
        STATE,
    )
