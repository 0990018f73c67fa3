"""The account page, and the few places where allauth's own views are not enough."""

from typing import TypeVar

from allauth.account import views as allauth_views
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from posture.accounts import actions
from posture.accounts.forms import ReauthenticateForm
from posture.accounts.models import User

Response = TypeVar("Response", bound=HttpResponseBase)

# Not "cookies": this browser's own checks belong to it, not to the account.
CLEAR = '"cache", "storage"'


@login_required
def account(request: HttpRequest) -> HttpResponse:
    second_factor = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    return render(request, "account/account.html", {"second_factor": second_factor})


@login_required
def delete(request: HttpRequest) -> HttpResponse:
    """Delete the account and everything in it, after the password was given again."""
    user = request.user
    assert isinstance(user, User)
    if user.is_staff:
        return render(request, "account/delete_staff.html")
    posted = request.POST if request.method == "POST" else None
    form = ReauthenticateForm(posted, user=user)
    if form.is_valid():
        actions.delete_account(user)
        logout(request)
        messages.success(request, _("Your account and everything in it is deleted."))
        return cleared(redirect("home"))
    return render(request, "account/delete.html", {"form": form})


class Logout(allauth_views.LogoutView):
    def post(self, *args: object, **kwargs: object) -> HttpResponseBase:
        response: HttpResponseBase = super().post(*args, **kwargs)
        return cleared(response)


def reset_password(request: HttpRequest) -> HttpResponseBase:
    """Send a link by mail; where no mail can be sent, say who can help."""
    if settings.MAIL:
        response: HttpResponseBase = allauth_views.password_reset(request)
        return response
    return render(request, "account/password_reset_by_staff.html")


def cleared(response: Response) -> Response:
    """`response` with the word to the browser to keep nothing of what it saw."""
    response["Clear-Site-Data"] = CLEAR
    return response
