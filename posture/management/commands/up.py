"""Sets up what is missing, and serves the site on this machine."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from posture.bootstrap import add_up_arguments
from posture.preparing import prepare
from posture.serving import serve


class Command(BaseCommand):
    help = "Set Plumb up on this machine and serve it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_up_arguments(parser)

    def handle(self, **options: Any) -> None:
        if settings.PRODUCTION:
            call_command("check", deploy=True, fail_level="WARNING", stdout=self.stdout)
        prepare(admin_email=options["admin_email"], say=self.say)
        if options["prepare_only"]:
            self.say("Everything is ready.")
        else:
            serve(options["host"], options["port"], say=self.say)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
