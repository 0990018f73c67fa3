"""Questions with their choices, and what each choice says for an imbalance or a muscle."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posture.catalogue.admin.rows import STATE, RowAdmin, RowInline
from posture.catalogue.models import Choice, Evidence, Question

EVIDENCE = ("evidence__imbalance", "evidence__muscle")  # with the names it needs


def told(evidence: Evidence) -> str:
    """Evidence in words: “Forward tipped pelvis × 2.2”."""
    about = evidence.imbalance or evidence.muscle
    details = [evidence.get_role_display(), evidence.get_side_display()]
    words = ", ".join(filter(None, [str(about), *details]))
    return f"{words} × {evidence.ratio:g}"


def says(choice: Choice) -> SafeString:
    """All that a choice says, one to a line."""
    used = (one for one in choice.evidence.all() if not one.withdrawn)
    return format_html_join("", '<span class="says">{}</span>', ((told(one),) for one in used))


class ChoiceInline(RowInline):
    model = Choice
    fields = ("slug", "text", "said", "picture", "exclusive", "evidence_told", "order", "withdrawn")
    readonly_fields = ("evidence_told",)
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Choice]:
        return super().get_queryset(request).prefetch_related(*EVIDENCE)

    @admin.display(description=gettext_lazy("what it says"))
    def evidence_told(self, choice: Choice) -> SafeString | str:
        if choice.pk is None:
            return _("Save first; then say here what it speaks for.")
        url = reverse("admin:catalogue_choice_change", args=[choice.pk])
        return format_html('{}<a href="{}#evidence-group">{}</a>', says(choice), url, _("Change"))


@admin.register(Question)
class QuestionAdmin(RowAdmin):
    list_display = ("short", "part", "kind", "family", "choice_count", "slug")
    list_filter = ("part", "kind", "who", "adaptive", "family")
    search_fields = ("text", "short", "title", "slug", "fact")
    autocomplete_fields = ("avoid", "sources")
    inlines = (ChoiceInline,)
    fieldsets = (
        (None, {"fields": ("slug", "fact", "text", "short", "help", "why")}),
        (gettext_lazy("Kind"), {"fields": ("kind", "part", "low_label", "high_label")}),
        (
            gettext_lazy("Self-test"),
            {
                "fields": (
                    "title",
                    "picture",
                    "steps",
                    "stop",
                    "alternative",
                    "at_hand",
                    "who",
                    "minutes",
                    "seconds",
                    "each_side",
                )
            },
        ),
        (gettext_lazy("Who is asked"), {"fields": ("adaptive", "every", "unless", "avoid")}),
        (
            gettext_lazy("How answers count"),
            {
                "fields": ("family", "cap_low", "cap_high", "reliability"),
                "description": gettext_lazy(
                    "What each choice says stands with the choice, below. Change it with care:"
                    " it decides results."
                ),
            },
        ),
        (gettext_lazy("Sources"), {"fields": ("sources",)}),
        STATE,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        used = Count("choices", filter=Q(choices__withdrawn=False))
        counted: QuerySet[Question] = super().get_queryset(request).annotate(choice_count=used)
        return counted

    @admin.display(description=gettext_lazy("choices"), ordering="choice_count")
    def choice_count(self, question: Any) -> int:
        count: int = question.choice_count
        return count


class EvidenceInline(RowInline):
    model = Evidence
    fields = (
        "imbalance",
        "muscle",
        "role",
        "side",
        "ratio",
        "family",
        "sources",
        "order",
        "withdrawn",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return super().get_queryset(request).prefetch_related("sources")


@admin.register(Choice)
class ChoiceAdmin(RowAdmin):
    """One answer of a question, with all that it says."""

    list_display = ("text", "question", "said_for", "slug")
    list_filter = ("question__part",)
    search_fields = ("text", "said", "slug", "question__slug", "question__short")
    autocomplete_fields = ("question",)
    inlines = (EvidenceInline,)
    fieldsets = (
        (None, {"fields": ("question", "slug", "text", "said", "picture", "exclusive")}),
        STATE,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Choice]:
        return super().get_queryset(request).prefetch_related(*EVIDENCE)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return [*fixed, "question"] if obj else fixed

    def record_of(self, row: Choice) -> tuple[str, str]:
        return "questions", row.question_id

    @admin.display(description=gettext_lazy("what it says"))
    def said_for(self, choice: Choice) -> SafeString:
        return says(choice)


@admin.register(Evidence)
class EvidenceAdmin(RowAdmin):
    """All evidence in one list, to compare what speaks for the same thing."""

    list_display = ("told", "ratio", "question", "choice_text", "family")
    list_display_links = ("told",)
    list_filter = ("imbalance", "role", "muscle")
    ordering = ("choice__question__order", "choice__order", "order")
    search_fields = ("choice__question__short", "choice__text", "family")
    autocomplete_fields = ("choice", "imbalance", "muscle", "sources")
    fieldsets = (
        (None, {"fields": ("choice", "imbalance", "muscle", "role", "side")}),
        (gettext_lazy("How much it says"), {"fields": ("ratio", "family", "sources")}),
        STATE,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        named = ("choice__question", "imbalance", "muscle")
        return super().get_queryset(request).select_related(*named)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return [*fixed, "choice"] if obj else fixed

    def record_of(self, row: Evidence) -> tuple[str, str]:
        return "questions", row.choice.question_id

    @admin.display(description=gettext_lazy("says"))
    def told(self, evidence: Evidence) -> str:
        return told(evidence)

    @admin.display(description=gettext_lazy("question"))
    def question(self, evidence: Evidence) -> str:
        return evidence.choice.question.short

    @admin.display(description=gettext_lazy("choice"))
    def choice_text(self, evidence: Evidence) -> str:
        return evidence.choice.text
