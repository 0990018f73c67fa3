"""The admin's door."""

from django.contrib.admin import AdminSite


class StaffSite(AdminSite):
    pass
