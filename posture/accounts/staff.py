"""The admin's door: the site's own sign-in with its limits, and a second factor."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class StaffSite(AdminSite):
    site_title = gettext_lazy("Plumb admin")
    site_header = gettext_lazy("Plumb admin")
    index_title = gettext_lazy("What visitors read, and who may change it")

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and not lacks_second_factor(request)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to what is still missing; there is no second form to try passwords at."""
        onward = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
            onward = reverse("admin:index")
        if not request.user.is_authenticated:
            return redirect_to_login(onward)
        if not super().has_permission(request):
            raise PermissionDenied
        if lacks_second_factor(request):
            messages.info(request, _("Staff need a second factor. Set it up to go on."))
            return redirect("mfa_activate_totp")
        return redirect(onward)


def lacks_second_factor(request: HttpRequest) -> bool:
    return settings.STAFF_NEED_SECOND_FACTOR and not is_mfa_enabled(
        request.user, [Authenticator.Type.TOTP]
    )
