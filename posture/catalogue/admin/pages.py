"""The frame of our own pages in the admin, and who may open them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

VIEW = "catalogue.view_edition"
PUBLISH = "catalogue.publish_edition"
RECALL = "catalogue.recall_edition"
SIGN = "catalogue.sign_edition"


def require(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def page(
    model_admin: Any, request: HttpRequest, name: str, context: dict[str, Any]
) -> TemplateResponse:
    """A page of the editions, in the frame of the admin."""
    frame = model_admin.admin_site.each_context(request)
    request.current_app = model_admin.admin_site.name
    about = {"opts": model_admin.opts, "is_popup": False}
    return TemplateResponse(
        request, f"admin/catalogue/edition/{name}.html", frame | about | context
    )


def to_edition(number: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:catalogue_edition_change", args=[number]))
