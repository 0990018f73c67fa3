"""How often the check was right for the invented people, as docs/accuracy.md tells it too.

The figures are those that the command there prints. They stand here once, and a test compares them
with the document: whoever measures again changes both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Text = str | Promise

MEASURED = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class Share:
    """How many were right, of how many, and the 95 % interval of the share in per cent (Wilson)."""

    right: int
    whole: int
    low: int
    high: int

    def __str__(self) -> str:
        return _("%(right)s of %(whole)s (%(low)s to %(high)s of 100)") % {
            "right": self.right,
            "whole": self.whole,
            "low": self.low,
            "high": self.high,
        }


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the most and the median of something."""

    least: float
    most: float
    middle: float

    def __str__(self) -> str:
        return _("%(least)g to %(most)g, %(middle)g in the middle") % {
            "least": self.least,
            "most": self.most,
            "middle": self.middle,
        }


Result = Share | Spread | str


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured, and what it means where the name does not say it."""

    slug: str
    name: Text
    meaning: Text = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, and what came out in each column of its table."""

    measure: Measure
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What was measured of the people or by the check that each column names."""

    columns: tuple[Text, ...]
    rows: tuple[Row, ...]

    def lines(self) -> Iterator[tuple[Measure, tuple[tuple[Text, Result], ...]]]:
        """Each measure with its results, beside the names of their columns."""
        for row in self.rows:
            yield row.measure, tuple(zip(self.columns, row.results, strict=True))


SET = Measure(
    "set",
    gettext_lazy("All patterns of a person"),
    gettext_lazy("Right when exactly the true ones were found: none left out, none added"),
)
SIDE = Measure(
    "side",
    gettext_lazy("Side of a high hip that was found"),
    gettext_lazy("Right when the true side was named; “side unclear” counts as wrong"),
)
TRIAGE = Measure(
    "triage",
    gettext_lazy("Safety"),
    gettext_lazy(
        "Right when the person was stopped, sent to a clinician or let through as decided"
    ),
)
STOPPED = Measure(
    "stopped",
    gettext_lazy("Stopped for safety"),
    gettext_lazy("Of those who need help today: right when no result was shown"),
)
CALM = Measure(
    "calm",
    gettext_lazy("Let through"),
    gettext_lazy("Of those who can care for themselves: right when not sent to a clinician"),
)
BALANCE = Measure(
    "balance",
    gettext_lazy("Balance of found and missed"),
    gettext_lazy(
        "1 is perfect. Rare patterns count as much as common ones (experts call it macro-F1)"
    ),
)
QUESTIONS = Measure(
    "questions", gettext_lazy("Questions"), gettext_lazy("Without those about safety")
)
MINUTES = Measure(
    "minutes",
    gettext_lazy("Minutes"),
    gettext_lazy("By the time that each question is thought to take"),
)

EASY = Measure("easy", gettext_lazy("Easy to tell"))
MEDIUM = Measure("medium", gettext_lazy("In between"))
HARD = Measure("hard", gettext_lazy("Hard to tell"))

KNOWN = Table(
    (gettext_lazy("Quick check"), gettext_lazy("Full check")),
    (
        Row(SET, (Share(20, 22, 72, 97), Share(21, 22, 78, 99))),
        Row(SIDE, (Share(4, 6, 30, 90), Share(7, 7, 65, 100))),
        Row(TRIAGE, (Share(24, 24, 86, 100), Share(24, 24, 86, 100))),
        Row(BALANCE, ("0.962", "0.981")),
        Row(QUESTIONS, (Spread(20, 22, 22), Spread(20, 29, 23))),
        Row(MINUTES, (Spread(7, 9, 9), Spread(7, 13, 9.25))),
    ),
)

# New people, by the full check: the first group by the rule it then changed, the others by today's.
GROUPS = (gettext_lazy("First group"), gettext_lazy("Second group"), gettext_lazy("Third group"))
NEW = Table(
    GROUPS,
    (
        Row(SET, (Share(24, 30, 63, 90), Share(23, 32, 55, 84), Share(28, 34, 66, 92))),
        Row(SIDE, (Share(11, 11, 74, 100), Share(12, 12, 76, 100), Share(11, 11, 74, 100))),
        Row(TRIAGE, (Share(31, 36, 71, 94), Share(33, 36, 78, 97), Share(35, 36, 86, 100))),
        Row(STOPPED, (Share(6, 6, 61, 100), Share(4, 4, 51, 100), Share(2, 2, 34, 100))),
        Row(CALM, (Share(26, 26, 87, 100), Share(28, 28, 88, 100), Share(31, 31, 89, 100))),
        Row(BALANCE, ("0.922", "0.906", "0.933")),
        Row(QUESTIONS, (Spread(20, 31, 24), Spread(20, 31, 23), Spread(20, 31, 23))),
        Row(MINUTES, (Spread(7, 18.5, 9.25), Spread(7, 18, 9.25), Spread(7, 18.5, 9.25))),
    ),
)

# The same groups: all patterns right, by how hard the person was to be.
BY_DIFFICULTY = Table(
    GROUPS,
    (
        Row(EASY, (Share(4, 5, 38, 96), Share(7, 8, 53, 98), Share(12, 12, 76, 100))),
        Row(MEDIUM, (Share(15, 19, 57, 91), Share(13, 15, 62, 96), Share(10, 12, 55, 95))),
        Row(HARD, (Share(5, 6, 44, 97), Share(3, 9, 12, 65), Share(6, 10, 31, 83))),
    ),
)

# All patterns right in the second and third group together: both new to the rule of today.
TOGETHER = Share(51, 66, 66, 86)

SIMULATED = {
    "check": Share(428, 1000, 40, 46),
    "nothing": Share(242, 1000, 22, 27),
    "learned": Share(557, 1000, 53, 59),
}


def accuracy_page() -> Mapping[str, object]:
    """What pages/accuracy.html prints."""
    return {
        "known": KNOWN,
        "new": NEW,
        "by_difficulty": BY_DIFFICULTY,
        "together": TOGETHER,
        "measured": MEASURED,
        "simulated": SIMULATED,
    }
