"""The group that a physiotherapist is put into to look after the catalogue."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission

NAME = "Physiotherapists"
MORE = ("catalogue.view_edition", "catalogue.publish_edition")


def make_group() -> None:
    """Make the group, unless there is one: what staff change of it is theirs.

    It may edit every row and publish. Recalling, signing and reading results go to persons.
    """
    group, is_new = Group.objects.get_or_create(name=NAME)
    if is_new:
        group.permissions.set(permissions())


def permissions() -> list[Permission]:
    edited = {
        f"catalogue.{act}_{model._meta.model_name}"
        for model in apps.get_app_config("catalogue").get_models()
        for act in ("view", "add", "change", "delete")
        if model._meta.model_name != "edition"
    }
    known = Permission.objects.select_related("content_type")
    wanted = edited.union(MORE)
    return [one for one in known if f"{one.content_type.app_label}.{one.codename}" in wanted]
