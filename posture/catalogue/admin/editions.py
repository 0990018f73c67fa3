"""Editions: a list to read, and what can be done to each."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posture.catalogue import editions
from posture.catalogue.admin import words
from posture.catalogue.admin.acts import ACTS, is_current, open_to, perform
from posture.catalogue.admin.bringing_back import compare, restore
from posture.catalogue.admin.pages import VIEW, require
from posture.catalogue.admin.reviewing import review
from posture.catalogue.changes import differences
from posture.catalogue.models import Edition


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """Editions are made by publishing, and never change or go."""

    list_display = ("number", "created_at", "created_by", "note", "state", "signature")
    search_fields = ("note",)
    ordering = ("-number",)
    fieldsets = (
        (None, {"fields": ("number", "state", "created_at", "created_by", "note")}),
        (gettext_lazy("Clinical signature"), {"fields": ("signature", "signed_by")}),
        (gettext_lazy("Recall"), {"fields": ("recalled_at", "recalled_by", "recall_reason")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        staff = ("created_by", "signed_by", "recalled_by")
        return Edition.objects.register().select_related(*staff)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path("review/", self._page(review), name="catalogue_edition_review"),
            path("<int:number>/compare/", self._page(compare), name="catalogue_edition_compare"),
            path(
                "<int:number>/restore/<str:name>/<slug:slug>/",
                self._page(restore),
                name="catalogue_edition_restore",
            ),
            path("<int:number>/document/", self._page(document), name="catalogue_edition_document"),
        ]
        for act in ACTS:
            view = self._page(partial(perform, act))
            pages.append(
                path(f"<int:number>/{act.name}/", view, name=f"catalogue_edition_{act.name}")
            )
        return [*pages, *super().get_urls()]

    def _page(self, view: Any) -> Any:
        return self.admin_site.admin_view(partial(view, self))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        edition = self.get_object(request, object_id)
        more: dict[str, Any] = {}
        if edition and self.has_view_permission(request, edition):
            more = {"acts": open_to(request, edition), "changed": changed_by(edition)}
        return super().change_view(request, object_id, form_url, more | (extra_context or {}))

    @admin.display(description=gettext_lazy("state"))
    def state(self, edition: Edition) -> str:
        if edition.recalled_at:
            return _("Recalled")
        return _("Current: visitors see it") if is_current(edition) else ""

    @admin.display(description=gettext_lazy("signed"))
    def signature(self, edition: Edition) -> str:
        if edition.signed_on is None:
            return _("Not reviewed by a clinician")
        day = date_format(edition.signed_on, "DATE_FORMAT")
        return ", ".join((edition.signer_name, edition.signer_profession, day))


def changed_by(edition: Edition) -> tuple[words.About, ...]:
    """What an edition changed against the one before it; nothing for the first."""
    numbers = [entry.number for entry in editions.desk.read().entries]
    earlier = [number for number in numbers if number < edition.number]
    if not earlier:
        return ()
    before, after = (editions.edition(number) for number in (max(earlier), edition.number))
    return words.in_words(differences(before.catalogue, after.catalogue))


def document(model_admin: Any, request: HttpRequest, number: int) -> HttpResponse:
    """Everything an edition holds, as a file."""
    require(request, VIEW)
    edition = get_object_or_404(Edition, number=number)
    file = f'attachment; filename="edition-{number}.json"'
    return JsonResponse(
        edition.document,
        headers={"Content-Disposition": file},
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
