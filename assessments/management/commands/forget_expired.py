"""What nobody may keep any longer: to be run once a day, as docs/deploying.md says."""

from typing import Any

from django.core.cache import cache
from django.core.management import BaseCommand, call_command
from django.utils import timezone

from assessments.models import Assessment


class Command(BaseCommand):
    help = "Delete anonymous checks untouched for 30 days, ended sessions and counted limits."

    def handle(self, *args: Any, **options: Any) -> None:
        _, gone = Assessment.objects.expired(timezone.now()).delete()
        call_command("clearsessions")
        cache.clear()
        count = gone.get(Assessment._meta.label, 0)
        self.stdout.write(f"Anonymous checks past their time: {count} deleted.")
