"""What a check finds, and how it names the record it found it in."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something inconsistent in a record of a list; an error keeps it from being published.

    `slug` is empty where it is about the list as a whole.
    """

    record: str
    slug: str
    text: str
    is_error: bool = True

    def __str__(self) -> str:
        record = f"{self.record} '{self.slug}'" if self.slug else self.record
        return f"{record}: {self.text}"


def nearest(name: str, known: Iterable[str]) -> str:
    """A remedy: the known name most like a wrong one."""
    names = sorted(known)
    like = difflib.get_close_matches(name, names, n=1)
    return f"did you mean '{like[0]}'?" if like else f"known are: {', '.join(names) or 'none'}."
