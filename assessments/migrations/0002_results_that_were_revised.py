"""A result is last changed when a check begins that changes an answer of it."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def date_revisions(apps, schema_editor):
    Assessment = apps.get_model("assessments", "Assessment")
    later = Assessment.objects.filter(previous=OuterRef("pk")).order_by("-started_at")
    began = Assessment.objects.annotate(revised_at=Subquery(later.values("started_at")[:1]))
    revised = began.filter(status="finished", revised_at__gt=F("changed_at"))
    revised.update(changed_at=F("revised_at"))


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_assessment")]

    operations = [migrations.RunPython(date_revisions, migrations.RunPython.noop)]
