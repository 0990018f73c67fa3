"""How well each imbalance fits: rows with a word and counts, and who disagrees with whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.results import words
from assessments.results.frozen import Frozen
from assessments.results.pieces import NOTHING, piece
from posture.reasoning.findings import Finding, Outcome, Word

SHOWN = (Word.STRONG, Word.POSSIBLE, Word.SOME_SIGNS)


@dataclass(frozen=True, slots=True)
class Match:
    """A row of components/match.html."""

    name: str
    word: str
    signs_for: int
    against: int
    neutral: int
    unknown: int
    counts: str


def matches(frozen: Frozen) -> SafeString:
    """How well every imbalance fits that shows any signs, and the others in a sentence."""
    shown = tuple(match(frozen, one) for one in frozen.conclusion.findings if one.word in SHOWN)
    rest = others(frozen)
    return piece("components/match.html", matches=shown, others=rest) if shown or rest else NOTHING


def match(frozen: Frozen, finding: Finding) -> Match:
    signs_for, against = len(finding.speaks_for), len(finding.speaks_against)
    neutral, unknown = len(finding.neutral), len(finding.unknown)
    return Match(
        name=words.name(frozen, finding),
        word=words.match_word(finding),
        signs_for=signs_for,
        against=against,
        neutral=neutral,
        unknown=unknown,
        counts=counts(signs_for, against, neutral, unknown),
    )


def counts(signs_for: int, against: int, neutral: int, unknown: int) -> str:
    """In words: 7 of the 9 signs we look for, 1 against, 1 not known."""
    whole = signs_for + against + neutral + unknown
    first = ngettext(
        "%(signs)d of the %(whole)d sign we look for.",
        "%(signs)d of the %(whole)d signs we look for.",
        whole,
    ) % {"signs": signs_for, "whole": whole}
    rest = [
        _("%(number)d against") % {"number": against} if against else "",
        _("%(number)d neither for nor against") % {"number": neutral} if neutral else "",
        _("%(number)d not known") % {"number": unknown} if unknown else "",
    ]
    told = ", ".join(filter(None, rest))
    return f"{first} {told}." if told else first


def others(frozen: Frozen) -> str:
    """The imbalances that do not fit, in a sentence; nothing where too little is known."""
    if frozen.conclusion.outcome == Outcome.NOT_ENOUGH:
        return ""
    names = [
        frozen.imbalance(finding).name
        for finding in frozen.conclusion.findings
        if finding.word == Word.NO_FIT
    ]
    if not names:
        return ""
    sentence = ngettext(
        "%(names)s does not fit your answers.", "%(names)s do not fit your answers.", len(names)
    )
    return sentence % {"names": words.listed([names[0], *map(str.lower, names[1:])])}


def disagreements(frozen: Frozen) -> list[str]:
    """Where answers for and against nearly cancel, each with the answers that do."""
    return [
        _("Your answers disagree about %(pattern)s. For it: %(pro)s. Against it: %(con)s.")
        % {
            "pattern": frozen.imbalance(finding).finding,
            "pro": named(frozen, finding.speaks_for),
            "con": named(frozen, finding.speaks_against),
        }
        for finding in _torn(frozen)
    ]


def named(frozen: Frozen, questions: tuple[str, ...]) -> str:
    """Answers named by their questions: "slope of the belt, how you sit"."""
    return ", ".join(frozen.question(slug).short for slug in questions[:NAMED])


NAMED = 3  # answers named on each side of a disagreement, the heaviest first


def _torn(frozen: Frozen) -> Iterator[Finding]:
    """Those that disagree, unless another imbalance of their axis was found and settles it."""
    settled = {frozen.imbalance(one).axis for one in frozen.conclusion.found}
    for finding in frozen.conclusion.findings:
        if finding.disagrees and (
            finding.is_found or frozen.imbalance(finding).axis not in settled
        ):
            yield finding
