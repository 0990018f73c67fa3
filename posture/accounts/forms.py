"""allauth's forms in our words: labels instead of placeholders, one password field, not two."""

from typing import Any

from allauth.account import forms as account
from allauth.account.internal.flows.manage_email import email_already_exists
from allauth.account.models import EmailAddress
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from posture.accounts import actions
from posture.accounts.adapters import limit_session

ADDRESS = _("E-mail address")
PASSWORD = _("Password")
NEW_PASSWORD = _("New password")
PASSWORD_HINT = _("At least 10 characters. A few words in a row work well")


class Plain:
    """Gives fields the `labels` and `hints` of the class and takes their placeholders away."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields  # type: ignore[attr-defined]
        fields.pop("password2", None)  # the password can be shown instead
        for name, field in fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, field.help_text)


class LoginForm(Plain, account.LoginForm):
    labels = {
        "login": ADDRESS,
        "password": PASSWORD,
        "remember": _("Keep me signed in on this device"),
    }
    hints = {"remember": _("Leave this empty on a device that you share")}

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        response: HttpResponse = super().login(request, redirect_url)
        limit_session(request)
        return response


class SignupForm(Plain, account.SignupForm):
    labels = {"email": ADDRESS, "password1": PASSWORD}
    hints = {"password1": PASSWORD_HINT}


class ChangeEmailForm(Plain, account.AddEmailForm):
    """Changes the address at once where no mail can be sent, else when it is confirmed."""

    labels = {"email": _("New e-mail address")}

    def clean_email(self) -> str:
        email: str = super().clean_email()
        if not settings.MAIL:
            email_already_exists(email, user=self.user)
        return email

    def save(self, request: HttpRequest) -> EmailAddress:
        if settings.MAIL:
            actions.forget_unverified(self.user)
            return super().save(request)
        return actions.change_email(self.user, email=self.cleaned_data["email"])


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    labels = {"oldpassword": _("Current password"), "password1": NEW_PASSWORD}
    hints = {"oldpassword": "", "password1": PASSWORD_HINT}


class SetPasswordForm(Plain, account.SetPasswordForm):
    labels = {"password1": NEW_PASSWORD}
    hints = {"password1": PASSWORD_HINT}


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    labels = {"email": ADDRESS}


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):
    labels = {"password1": NEW_PASSWORD}
    hints = {"password1": PASSWORD_HINT}


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    labels = {"password": PASSWORD}


class AuthenticateForm(Plain, mfa.AuthenticateForm):
    labels = {"code": _("Code")}
    hints = {"code": _("From your authenticator app, or one of your recovery codes")}


class ReauthenticateCodeForm(Plain, mfa.ReauthenticateForm):
    labels = AuthenticateForm.labels
    hints = AuthenticateForm.hints


class ActivateTOTPForm(Plain, totp.ActivateTOTPForm):
    labels = {"code": _("Code from the app")}
    hints = {"code": _("6 digits")}
