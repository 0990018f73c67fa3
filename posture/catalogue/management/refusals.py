"""What stands in the way of a command, in sentences that say what to do."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import OperationalError, ProgrammingError

NO_TABLE = ("no such table", "no such column", "does not exist")
MIGRATE = "The tables of the database are missing or old: run `python3 manage.py migrate` first."
UNUSABLE = "The database cannot be used: mend what it says, then run the same command again."


@contextmanager
def database_explained() -> Iterator[None]:
    """Turn what the database says into a sentence with a remedy."""
    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        said = str(error).strip()
        sentence = MIGRATE if any(part in said for part in NO_TABLE) else UNUSABLE
        raise CommandError(f"{sentence} ({said})") from error


def refusal(lines: Iterable[object]) -> CommandError:
    """Everything that is wrong, a line each, and how much it is."""
    said = [str(line) for line in lines]
    count = "1 error" if len(said) == 1 else f"{len(said)} errors"
    return CommandError("\n".join([f"Nothing was changed: the catalogue has {count}.", *said]))
