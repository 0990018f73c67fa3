from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PostureConfig(AppConfig):
    name = "posture"
    verbose_name = "Plumb"

    def ready(self) -> None:
        from posture import checks  # noqa: F401, PLC0415 (registers the system checks)


class StaffConfig(AdminConfig):
    """Django's admin behind our sign-in and second factor."""

    default_site = "posture.accounts.staff.StaffSite"
