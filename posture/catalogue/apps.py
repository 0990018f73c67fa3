from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "posture.catalogue"
    label = "catalogue"
    verbose_name = "Catalogue"

    def ready(self) -> None:
        from posture.catalogue.checks import system  # noqa: F401, PLC0415 (registers them)
