"""Rows of a whole app kept in memory, to be put back when a test has emptied the tables."""

from django.apps import AppConfig
from django.core.management.color import no_style
from django.db import connection, models, transaction

Rows = dict[type[models.Model], tuple[models.Model, ...]]


def rows_of(app: AppConfig) -> Rows:
    kept = app.get_models(include_auto_created=True)
    return {model: tuple(model._base_manager.all()) for model in kept}


@transaction.atomic
def restore(rows: Rows) -> None:
    """Fill the tables that are empty, and let new rows count on from the kept ones."""
    for model, kept in rows.items():
        if not model._base_manager.exists():
            model._base_manager.bulk_create(kept)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(rows)):
            cursor.execute(statement)
