"""Makes the site ready to serve: tables, catalogue, static files, and a first person to sign in."""

import hashlib
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    ProgrammingError,
    connection,
    transaction,
)
from django.db.migrations.executor import MigrationExecutor

from posture.accounts.models import User
from posture.bootstrap import alone
from posture.catalogue import content, editions, editors, loading
from posture.machine import AGAIN, SetupError, explained

OURS = {"posture", "catalogue", "accounts", "assessments"}
PATIENCE = 5  # seconds until a database server must have answered
Say = Callable[[str], object]


def prepare(*, admin_email: str, say: Say) -> None:
    """Do what is not done yet, and say what was done; a second time changes nothing."""
    with explained(settings.BASE_DIR), database_explained(), alone():
        reach_server()
        migrate(say)
        load(say)
        collect(say)
        welcome(admin_email, say)


# Database


@contextmanager
def database_explained() -> Iterator[None]:
    """Turn what stands in the database's way into a sentence; our own mistakes stay errors."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except DatabaseError as problem:
        raise SetupError(database_remedy(str(problem))) from problem


# What databases say when they fail, and what to do about it
REMEDIES = {
    r"not a database|malformed": "{place} is damaged: put a backup in its place, or move it away "
    "to begin with an empty one",
    r"disk is full|No space left": "The disk is full: free some space",
    r"readonly|unable to open|disk I/O": "{place} cannot be written: name a writable folder in "
    "PLUMB_VAR",
    r"locked": "{place} is being written by another program: stop that one",
    r"(?i)connect|timeout|password|authentication|does not exist": "The database of DATABASE_URL "
    "cannot be reached: check that it runs and that the address is right",
}


def database_remedy(said: str) -> str:
    for pattern, sentence in REMEDIES.items():
        if re.search(pattern, said):
            return f"{sentence.format(place=connection.settings_dict['NAME'])}, {AGAIN}"
    return f"The database refused ({said.strip()}): mend that, {AGAIN}"


def reach_server() -> None:
    """Ask a database server once: the pool, which asks later, tries for half a minute."""
    if connection.vendor == "postgresql":
        parameters = connection.get_connection_params() | {"connect_timeout": PATIENCE}
        with connection.wrap_database_errors:
            psycopg.connect(**parameters).close()


def migrate(say: Say) -> None:
    """Bring the tables up to date; those of a newer Plumb are left alone."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    if any(app in OURS for app, _ in set(loader.applied_migrations) - set(loader.disk_migrations)):
        raise SetupError(
            "The database was made by a newer Plumb: run that one, or name another folder in "
            "PLUMB_VAR to begin with an empty database."
        )
    if executor.migration_plan(loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
        say("The database is up to date.")


# Catalogue


def load(say: Say) -> None:
    """Load the shipped content, and publish it unless that is for staff to decide."""
    try:
        report = loading.load(content.read().catalogue)
        if report.changes_something:
            say("The shipped catalogue was loaded.")
        say(editions.publish_shipped())
    except (content.ContentError, editions.CannotPublish) as problem:
        raise SetupError(
            f"The catalogue cannot be used, {AGAIN.replace('then', 'mend it and')}\n{problem}"
        ) from problem


# Static files


def collect(say: Say) -> None:
    """Collect and compress the static files, unless these very ones are there already."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    print_of_files = fingerprint()
    if stamp.exists() and stamp.read_text() == print_of_files:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(print_of_files)
    say("The static files were collected.")


def fingerprint() -> str:
    """Changes with the name, the size and the time of any static file."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(None):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


# The first person


def welcome(email: str, say: Say) -> None:
    """Make a first admin, whose password is said once and must be changed at the first sign-in."""
    if User.objects.filter(is_superuser=True).exists():
        return
    password = "-".join(secrets.token_hex(3) for _ in range(4))
    make_admin(email, password)
    say(
        f"\nThe first admin is {email}\n"
        f"with the password   {password}\n"
        "It is shown only now, and changed at the first sign-in. If it is lost, set another:\n"
        f"python3 manage.py changepassword {email}"
    )


@transaction.atomic
def make_admin(email: str, password: str) -> None:
    admin = User(email=email.lower(), is_staff=True, is_superuser=True, must_change_password=True)
    admin.set_password(password)
    try:
        admin.full_clean()
    except ValidationError as problem:
        reasons = " ".join(problem.messages)
        raise SetupError(f"{email}: {reasons} Choose another with --admin-email.") from None
    admin.save()
    editors.make_group()
    EmailAddress.objects.create(user=admin, email=admin.email, primary=True, verified=True)
