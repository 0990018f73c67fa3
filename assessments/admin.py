from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment
from assessments.results import history_row
from posture import logs

READ = "assessments.read_results"


@admin.register(Assessment)
class AssessmentAdmin(admin.ModelAdmin):
    """How many checks there are and how they ended; what was found only with its permission.

    Answers are for the person alone, and whose check it is stands nowhere here.
    """

    list_display = ("started_at", "status", "edition", "finished_at")
    list_filter = ("status", "edition")
    list_per_page = 50
    fields = readonly_fields = ("status", "edition", "started_at", "finished_at", "findings")
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assessment]:
        return super().get_queryset(request).defer("answers", "result")

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        return ("started_at",) if request.user.has_perm(READ) else None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The list is one permission, each result another."""
        if obj is not None:
            return request.user.has_perm(READ)
        return request.user.has_perm(READ) or super().has_view_permission(request)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Every opening leaves a line in the log."""
        response = super().change_view(request, object_id, form_url, extra_context)
        if response.status_code == 200:
            logs.log.info("result opened", staff=request.user.pk, result=fingerprint(object_id))
        return response

    @admin.display(description=_("what was found"))
    def findings(self, assessment: Assessment) -> str:
        return (
            history_row(assessment)["findings"]
            if assessment.is_finished
            else gettext("Nothing yet")
        )


def fingerprint(object_id: str) -> str:
    """Tells openings of the same check apart from others, without naming it in a log."""
    return salted_hmac("result opened", object_id).hexdigest()[:16]
