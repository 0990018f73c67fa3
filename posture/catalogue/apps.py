from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "posture.catalogue"
    label = "catalogue"
    verbose_name = "Catalogue"
