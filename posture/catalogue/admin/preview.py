"""The figure beside a form: of the saved row when it is opened, then of what the form says."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from posture.catalogue.admin.drafts import NotDrawable, edition_with, posted, saved
from posture.catalogue.admin.rows import RowAdmin, list_of
from posture.catalogue.shapes import lists

__all__ = ["FigureAdmin", "NotDrawable", "edition_with"]

# htmx puts a sentence under the figure that is there.
NOTE = {
    "Content-Type": "text/plain; charset=utf-8",
    "HX-Retarget": "#preview-note",
    "HX-Reswap": "textContent",
}


class FigureAdmin(RowAdmin):
    """Rows with a figure, which follows the form before anything is saved.

    An admin names the fields without which nothing can be drawn, and draws a record of its list:

        class ExerciseAdmin(FigureAdmin):
            drawn_from = ("slug", "kind", "targets", "poses")

            def figure(self, record: records.Exercise) -> SafeString: ...

    The record is the saved row's or the one that the form would make, with the rows inside it.
    Where it still makes no figure, `figure` raises NotDrawable with a sentence. `edition_with`
    makes an edition to draw it with.
    """

    drawn_from: ClassVar[tuple[str, ...]]

    def figure(self, record: Any) -> SafeString:
        """The figure as HTML; nothing where none is drawn."""
        raise NotImplementedError

    def get_urls(self) -> list[Any]:
        drawn, name = self.admin_site.admin_view(self.preview_view), self._preview_name
        return [
            path("add/preview/", drawn, name=f"{name}_add"),
            path("<path:object_id>/preview/", drawn, name=name),
            *super().get_urls(),
        ]

    @property
    def _preview_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_preview"

    def _preview_url(self, row: Any) -> str:
        name = f"{self.admin_site.name}:{self._preview_name}"
        return reverse(name, args=[row.pk]) if row else reverse(f"{name}_add")

    @method_decorator(require_POST)
    def preview_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """The figure of what a form says, or a sentence where it makes none: the last one stays."""
        row = self.get_object(request, object_id) if object_id else None
        if object_id and row is None:
            raise Http404
        if not (
            self.has_change_permission(request, row) if row else self.has_add_permission(request)
        ):
            raise PermissionDenied
        form = self.get_form(request, row, change=bool(row))(request.POST, instance=row)
        formsets, _inlines = self._create_formsets(  # type: ignore[attr-defined]
            request, form.instance, change=bool(row)
        )
        beside = self._beside(form, formsets, row)
        if beside["problem"]:
            return HttpResponse(beside["problem"], headers=NOTE)
        return render(request, "admin/catalogue/preview.html", beside)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form, row = context["adminform"].form, context["original"]
        formsets = [one.formset for one in context["inline_admin_formsets"]]
        context |= self._beside(form, formsets, row)
        return super().render_change_form(request, context, *args, **kwargs)

    def _beside(self, form: Any, formsets: Iterable[Any], row: Any) -> dict[str, Any]:
        """What stands beside a form: a figure, of what it is, and what it waits for."""
        drawn, problem = SafeString(""), ""
        try:
            if record := self._record(form, formsets, row):
                drawn = self.figure(record)
        except NotDrawable as reason:
            problem = str(reason)
        return {
            "preview": drawn,
            "preview_url": self._preview_url(row),
            "is_saved": not form.is_bound and row is not None,
            "is_new": not form.is_bound and row is None,
            "problem": problem,
        }

    def _record(self, form: Any, formsets: Iterable[Any], row: Any) -> Any:
        """What the form says once it is filled in; before, what is saved, if anything is."""
        record = lists()[list_of(self.model)]
        if form.is_bound:
            return posted(record, form, formsets, needed=self.drawn_from)
        return saved(record, row) if row else None
