"""How allauth keeps our users: one address each, short staff sessions, our own words."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from posture.accounts.models import User

STAFF_SESSION = timedelta(hours=12)

WORDS = {
    "account_inactive": _("This account is closed."),
    "duplicate_email": _("This is already your address."),
    "email_password_mismatch": _("The e-mail address or the password is not right."),
    "email_taken": _("This address already has an account."),
    "enter_current_password": _("This is not your current password."),
    "incorrect_password": _("This is not your password."),
    "rate_limited": _("You tried too often. Wait a few minutes, then try again."),
    "too_many_login_attempts": _("You tried too often. Wait a few minutes, then try again."),
}


def limit_session(request: HttpRequest) -> None:
    """Staff sign in again after half a day, however busy they were."""
    if request.user.is_authenticated and request.user.is_staff:
        request.session.set_expiry(timezone.now() + STAFF_SESSION)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        limit_session(request)

    def set_password(self, user: User, password: str) -> None:
        """A password that the person chose themselves need not be changed."""
        user.must_change_password = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")

    def get_user_search_fields(self) -> list[str]:
        return ["email"]


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Codes change every 30 seconds."),
    }

    def build_totp_svg(self, url: str) -> SafeString:
        """The QR code as SVG inside the page: the CSP lets no picture in as data."""
        code = qrcode.QRCode()
        code.add_data(url)
        rows = code.get_matrix()
        return format_html(
            '<svg class="qr" viewBox="0 0 {0} {0}" width="240" height="240" role="img" '
            'aria-label="{1}"><rect width="{0}" height="{0}" fill="#fff"/>'
            '<path d="{2}"/></svg>',
            len(rows),
            _("QR code"),
            dark_squares(rows),
        )


def dark_squares(rows: Iterable[Iterable[Any]]) -> str:
    """An SVG path with one unit square for each dark cell."""
    return "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
