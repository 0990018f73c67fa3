from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import forms as auth_forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from posture.accounts.models import User

POWERS = ("is_staff", "is_superuser", "groups", "user_permissions")


class SetPasswordForm(auth_forms.AdminPasswordChangeForm):
    """A password that staff chose is known to two people, so it must be changed."""

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        self.user.must_change_password = True
        return super().save(commit)


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    """Staff may reset a password here, which is the only way where no mail can be sent."""

    change_password_form = SetPasswordForm
    list_display = ("email", "is_staff", "is_active", "joined_at", "last_login")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email",)
    ordering = ("email",)
    readonly_fields = ("joined_at", "last_login")
    fieldsets = (
        (None, {"fields": ("email", "password", "must_change_password")}),
        (_("What this person may do"), {"fields": ("is_active", *POWERS)}),
        (_("Dates"), {"fields": ("joined_at", "last_login")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "usable_password", "password1", "password2")}),)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Only a superuser gives powers, so that nobody can give them to themselves."""
        given = super().get_readonly_fields(request, obj)
        return given if request.user.is_superuser else (*given, *POWERS)


admin.site.unregister((Authenticator, UserSession))


@admin.register(Authenticator)
class AuthenticatorAdmin(admin.ModelAdmin):
    """Removing a lost second factor; its secret is not shown."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    search_fields = ("user__email",)
    fields = readonly_fields = ("user", "type", "created_at", "last_used_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
