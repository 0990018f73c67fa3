"""What is asked first, what it leads to, and what it leaves out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """A kind of movement that some conditions leave out."""

    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class SafetyPage:
    """A page of the safety screen; red flags and conditions say which page shows them."""

    slug: str
    title: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a red flag that is a set of statements."""

    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that needs a clinician. `text` is a line to tick, `question` the same as yes or no.

    With `statements`, it counts when the first and at least `needed` of the others are ticked.
    """

    slug: str
    fact: str
    page: str
    level: str
    text: str
    question: str
    concern: str
    advice: str = ""
    filters: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    needed: int = 0
    basis: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Leaves out movements (`filters`); `explains` names imbalances it makes normal for now."""

    slug: str
    fact: str
    page: str
    level: str
    text: str
    question: str
    filters: tuple[str, ...] = ()
    advice: str = ""
    explains: tuple[str, ...] = ()
    explanation: str = ""
    basis: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Escalation:
    """Answers that together call for more than each alone.

    `every` is a list of lists of terms: at least one of each inner list must be said. A term is the
    slug of a red flag or condition, or ``question=choice``. `text` is the reason in plain words.
    """

    slug: str
    level: str
    text: str
    every: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
