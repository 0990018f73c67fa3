"""The line on top of every page of the admin that says what is not published yet."""

from typing import Any

from django import template

from posture.catalogue.admin.pending import glance

register = template.Library()


@register.inclusion_tag("admin/catalogue/unpublished.html", takes_context=True)
def unpublished(context: template.Context) -> dict[str, Any]:
    """Say how much waits to be published, to those who may see the editions."""
    request = context["request"]
    if not request.user.has_perm("catalogue.view_edition"):
        return {}
    pending = glance(request)
    return {"pending": pending, "count": len(pending.changes)}
