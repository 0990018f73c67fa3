"""The result page, top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from assessments.models import Assessment
from assessments.results import care, matches, muscles, reasons, words
from assessments.results.frozen import Frozen
from assessments.results.listing import day
from assessments.results.pieces import piece
from posture.catalogue import editions
from posture.reasoning.findings import Outcome


def result_page(
    assessment: Assessment, pattern: str = "", *, film: bool = False, number: str = ""
) -> dict[str, Any]:
    """What the result page prints; `pattern` is the imbalance whose plate is asked for.

    With `film` the figure of the plate moves. `number` is whom to call in an emergency.
    """
    frozen = Frozen(assessment)
    found = {finding.imbalance for finding in frozen.conclusion.found}
    shown = pattern if pattern in found else ""
    return {
        "assessment": assessment,
        "stop_url": care.stop_url(assessment),
        "day": day(assessment),
        **summing_up(frozen),
        **safety(frozen, number),
        **evidence(frozen),
        "plate": muscles.plate(frozen, shown, film=film) if found else "",
        "onward": onward(frozen, number),
    }


def summing_up(frozen: Frozen) -> dict[str, Any]:
    """The sentence on top, what it means, and how well each imbalance fits."""
    conclusion = frozen.conclusion
    lacking = conclusion.missing if conclusion.outcome == Outcome.NOT_ENOUGH else ()
    return {
        "heading": words.heading(frozen),
        "lead": words.lead(frozen),
        "missing": reasons.missing(frozen, lacking),
        "matches": matches.matches(frozen),
    }


def safety(frozen: Frozen, number: str) -> dict[str, Any]:
    return {
        "soon": care.soon(frozen),
        "cautions": care.cautions(frozen),
        "explanations": care.explanations(frozen),
        "recalled": care.recalled(frozen),
        "cards": care.cards(frozen, number),
    }


def evidence(frozen: Frozen) -> dict[str, Any]:
    return {
        "tables": reasons.tables(frozen),
        "disagreements": matches.disagreements(frozen),
        "count": len(frozen.asked),
        "tests": muscles.tests(frozen),
        "sure": reasons.sure(frozen),
    }


def onward(frozen: Frozen, number: str) -> SafeString:
    """What comes next: keep the result, print it, read on."""
    return piece(
        "assessments/_result_next.html",
        kept=bool(frozen.assessment.owner_id),
        library=tuple(library(frozen)),
        number=number or _("your emergency number"),
        written_in=frozen.edition.language,
    )


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    url: str


def library(frozen: Frozen) -> Iterator[Link]:
    """Library pages of what was found, as far as there still are such pages."""
    for finding in frozen.conclusion.found:
        if finding.imbalance in editions.current().imbalances:
            yield Link(
                frozen.imbalance(finding).name, reverse("imbalance", args=[finding.imbalance])
            )
