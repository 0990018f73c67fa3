"""Which editions there are, looked up at most once a second: the pointer to the current one."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from posture.catalogue import models

LOOK_EVERY = 1.0  # seconds


class NoEdition(LookupError):  # noqa: N818 - said as what it is
    """There is no such edition."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an edition besides what it holds; `recalled` is the reason, if it was."""

    number: int
    checksum: str
    shipped: str
    created_at: datetime
    note: str
    recalled: str
    signed_on: date | None
    signer_name: str
    signer_profession: str


FIELDS = (
    "number",
    "checksum",
    "shipped",
    "created_at",
    "note",
    "recall_reason",
    "signed_on",
    "signer_name",
    "signer_profession",
)


@dataclass(frozen=True)
class Register:
    """All editions, the newest first, as they were at one moment."""

    entries: tuple[Entry, ...]

    @property
    def current(self) -> Entry | None:
        """The newest that was not recalled."""
        return next((entry for entry in self.entries if not entry.recalled), None)

    @cached_property
    def by_number(self) -> Mapping[int, Entry]:
        return {entry.number: entry for entry in self.entries}

    def signed_until(self, number: int) -> Entry | None:
        """The newest edition up to `number` that a clinician signed."""
        signed = (entry for entry in self.entries if entry.signed_on and not entry.recalled)
        return next((entry for entry in signed if entry.number <= number), None)


@dataclass(slots=True)
class Desk:
    """Keeps the register of this process, and looks again when it is a second old."""

    register: Register = field(default_factory=lambda: Register(()))
    looked_at: float | None = None

    def read(self) -> Register:
        now = time.monotonic()
        if self.looked_at is None or now - self.looked_at >= LOOK_EVERY:
            rows = models.Edition.objects.register().values_list(*FIELDS)
            found = Register(tuple(Entry(*row) for row in rows))
            if found != self.register:
                self.register = found
            self.looked_at = now
        return self.register

    def forget(self) -> None:
        """Look at the next reading."""
        self.looked_at = None


desk = Desk()


def entry_of(number: int) -> Entry:
    """The entry of an edition; one published this very second is looked for again."""
    found = desk.read().by_number.get(number)
    if found is None:
        desk.forget()
        found = desk.read().by_number.get(number)
    if found is None:
        raise NoEdition(f"There is no edition {number}.")
    return found
