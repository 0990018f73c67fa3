"""What holds for every page of an account, whichever view answers."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

RETRY_AFTER = 300  # seconds, the window of allauth's limit for wrong passwords
LIMITS = {"too_many_login_attempts", "rate_limited"}
OPEN = {"account_change_password", "account_logout", "theme", "country", "healthz", "readyz"}


class Accounts:
    """Asks for a new password first, keeps account pages out of caches, answers 429."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.resolver_match and request.resolver_match.route.startswith("account/"):
            add_never_cache_headers(response)
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        assert request.resolver_match
        if request.resolver_match.url_name not in OPEN and must_change_password(request):
            return redirect("account_change_password")
        return None

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Allauth says in the form that somebody tried too often; the status says it too."""
        context = response.context_data or {}
        context.pop("site", None)  # allauth's own, which hides who runs this one
        form = context.get("form")
        if isinstance(form, BaseForm) and form.is_bound and LIMITS & codes(form):
            response.status_code = 429
            response["Retry-After"] = str(RETRY_AFTER)
        return response


def must_change_password(request: HttpRequest) -> bool:
    """Costs no query for a browser without a session."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_authenticated and request.user.must_change_password


def codes(form: BaseForm) -> set[str | None]:
    return {error.code for errors in form.errors.as_data().values() for error in errors}
