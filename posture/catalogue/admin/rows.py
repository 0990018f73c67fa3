"""What the forms and lists of all catalogue rows have in common."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from posture.catalogue import editions
from posture.catalogue.admin import publishing, words
from posture.catalogue.admin.pending import glance
from posture.catalogue.admin.widgets import SharedSelect, SharedSelectMultiple, shared
from posture.catalogue.models import Row
from posture.catalogue.models.fields import Lines
from posture.catalogue.shapes import lists, model_of

STATE: Any = (
    gettext_lazy("Place and state"),
    {"fields": ("order", "withdrawn", "released", "changed")},
)
SHORT = {
    models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
    Lines: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
}
LINE = {
    models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 2})},
    Lines: {"widget": AdminTextareaWidget(attrs={"rows": 2})},
}


def list_of(model: type[models.Model]) -> str:
    """The list of the catalogue that a model's rows are in; nothing for rows inside others."""
    return next((name for name, record in lists().items() if model_of(record) is model), "")


class RowForm(forms.ModelForm):
    """Refuses to overwrite what somebody else saved while the form was open."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        seen = self.data.get("seen")
        if seen and self.instance.pk and seen != written(self.instance.changed):
            self.add_error(
                None,
                _(
                    "Somebody saved this while you had it open. Your version is below and is not"
                    " saved. Look at theirs in another tab; saving again replaces it with yours."
                ),
            )
        return cleaned


def written(moment: datetime) -> str:
    return moment.isoformat()


class RowAdmin(admin.ModelAdmin):
    """A list and a form; rows are withdrawn, and deleted only if no edition ever held them."""

    form = RowForm
    formfield_overrides = SHORT
    list_per_page = 100
    readonly_fields = ("released", "changed")
    save_on_top = False
    view_on_site = False

    # Lists

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_display(request), "state"]

    def get_list_filter(self, request: HttpRequest) -> Any:
        return [*super().get_list_filter(request), "withdrawn"]

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Tell each row of the page whether visitors see it as it is here."""
        shown = super().get_changelist_instance(request)
        pending = glance(request)
        for row in shown.result_list:
            row.is_pending = pending.touches(*self.record_of(row))
        return shown

    @admin.display(description=gettext_lazy("state"))
    def state(self, row: Any) -> str:
        if row.withdrawn:
            return _("Withdrawn, not published") if row.is_pending else _("Withdrawn")
        if row.released is None:
            return _("New")
        return _("Changed") if row.is_pending else _("Published")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """None in bulk; above all, no deleting."""
        return {}

    # Forms

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        kwargs["widget"] = shared(SharedSelectMultiple, db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def record_of(self, row: Any) -> tuple[str, str]:
        """The list and the slug of the record that a row is, or is inside of."""
        return list_of(type(row)), str(row.pk)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return [*fixed, *self.model.key] if obj else fixed

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        released = obj is not None and obj.released is not None
        return not released and super().has_delete_permission(request, obj)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        publishing.look_before(request)
        may = publishing.may_publish(request)
        more: dict[str, Any] = {"can_publish": may, "show_save_and_add_another": False}
        if request.method != "POST" and object_id:
            more |= self.aside(request, object_id)
        return super().changeform_view(request, object_id, form_url, more | (extra_context or {}))

    def aside(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        """What the checks say of a row, above its form."""
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request, row):
            return {}
        about = glance(request).problems_of(*self.record_of(row))
        return {"remarks": words.remarks(about) if about else ()}

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        if publishing.wants(request):
            return publishing.publish_saved(self, request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if publishing.wants(request):
            return publishing.publish_saved(self, request, obj)
        return super().response_change(request, obj)

    # History

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's log of who saved what, and the editions in which the record differs."""
        more: dict[str, Any] = {}
        if row := self.get_object(request, object_id):
            name, slug = self.record_of(row)
            more = {"versions": editions.versions(name, slug), "list": name, "slug": slug}
        return super().history_view(request, object_id, more | (extra_context or {}))


class RowFormSet(forms.BaseInlineFormSet):
    """What an edition held can be withdrawn, not deleted; what identifies a row stays."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            field.widget.attrs.setdefault("aria-label", field.label)
        row: Any = form.instance
        if row.pk is None:
            return
        for name in row.key:
            if name in form.fields:
                form.fields[name].disabled = True
        if row.released is not None and DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].disabled = True


class RowInline(admin.TabularInline):
    """Rows listed in the form of the one they belong to."""

    model: type[Row]
    formset = RowFormSet
    formfield_overrides = LINE
    extra = 0

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Without the buttons that add and change what a box names; there is no room for them."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        kwargs["widget"] = shared(SharedSelect, db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        kwargs["widget"] = shared(SharedSelectMultiple, db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)
