"""How often the check was right for the invented people, as docs/accuracy.md tells it too.

The figures are those that the command there prints. They stand here once, and a test compares them
with the document: whoever measures again changes both.
"""

from collections.abc import Mapping
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

    least: int
    most: int
    middle: float

    def __str__(self) -> str:
        return _("%(least)s to %(most)s, %(middle)g in the middle") % {
            "least": self.least,
            "most": self.most,
            "middle": self.middle,
        }


@dataclass(frozen=True, slots=True)
class Measure:
    """One row: what was measured, what it means, and what came out for each kind of check."""

    slug: str
    name: Text
    meaning: Text
    quick: Share | Spread | str
    full: Share | Spread | str


MEASURES = (
    Measure(
        "set",
        gettext_lazy("All patterns of a person"),
        gettext_lazy("Right when exactly the true ones were found: none left out, none added"),
        Share(20, 22, 72, 97),
        Share(21, 22, 78, 99),
    ),
    Measure(
        "side",
        gettext_lazy("Side of a high hip that was found"),
        gettext_lazy("Right when the true side was named; “side unclear” counts as wrong"),
        Share(4, 6, 30, 90),
        Share(7, 7, 65, 100),
    ),
    Measure(
        "triage",
        gettext_lazy("Safety"),
        gettext_lazy(
            "Right when the person was stopped, sent to a clinician or let through as decided"
        ),
        Share(24, 24, 86, 100),
        Share(24, 24, 86, 100),
    ),
    Measure(
        "balance",
        gettext_lazy("Balance of found and missed"),
        gettext_lazy(
            "1 is perfect. Rare patterns count as much as common ones (experts call it macro-F1)"
        ),
        "0.962",
        "0.981",
    ),
    Measure(
        "questions",
        gettext_lazy("Questions"),
        gettext_lazy("Without those about safety"),
        Spread(20, 22, 22),
        Spread(21, 30, 24.5),
    ),
    Measure(
        "minutes",
        gettext_lazy("Minutes"),
        gettext_lazy("By the time that each question is thought to take"),
        Spread(7, 9, 9),
        Spread(7, 14, 9.4),
    ),
)


SIMULATED = {
    "check": Share(444, 1000, 41, 47),
    "nothing": Share(242, 1000, 22, 27),
    "learned": Share(557, 1000, 53, 59),
}


def accuracy_page() -> Mapping[str, object]:
    """What pages/accuracy.html prints."""
    return {"measures": MEASURES, "measured": MEASURED, "simulated": SIMULATED}
