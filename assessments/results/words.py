"""Findings in words: names with sides, match words, and the sentence at the top of a result."""

from collections.abc import Iterable

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessments.results.frozen import Frozen
from posture.reasoning.findings import Conclusion, Finding, Outcome, Word


def heading(frozen: Frozen) -> str:
    """The whole result in a sentence."""
    conclusion = frozen.conclusion
    if conclusion.outcome == Outcome.NO_PATTERN:
        return _("No pattern stands out")
    if conclusion.outcome == Outcome.NOT_ENOUGH:
        return _("Not enough to say")
    return _("Your answers fit best with %(patterns)s") % {
        "patterns": listed(phrase(frozen, finding) for finding in conclusion.found)
    }


def phrase(frozen: Frozen, finding: Finding) -> str:
    """A finding inside a sentence: "a high hip on the left"."""
    name = frozen.imbalance(finding).finding
    if finding.side == "left":
        return _("%(pattern)s on the left") % {"pattern": name}
    if finding.side == "right":
        return _("%(pattern)s on the right") % {"pattern": name}
    return name


def name(frozen: Frozen, finding: Finding) -> str:
    """A finding as a name: "High hip, left side"."""
    plain = frozen.imbalance(finding).name
    if finding.side not in _SIDED:
        return plain
    return str(_SIDED[finding.side]) % {"pattern": plain}


_SIDED = {
    "left": gettext_lazy("%(pattern)s, left side"),
    "right": gettext_lazy("%(pattern)s, right side"),
    "unclear": gettext_lazy("%(pattern)s, side unclear"),
}


def match_word(finding: Finding) -> str:
    return str(_MATCH[finding.word])


_MATCH = {
    Word.STRONG: gettext_lazy("Strong match"),
    Word.POSSIBLE: gettext_lazy("Possible match"),
    Word.SOME_SIGNS: gettext_lazy("Some signs"),
}


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: "a, b and c"."""
    return get_text_list(list(names), _("and"))


def _no_pattern(conclusion: Conclusion) -> str:
    if any(finding.word == Word.EXPLAINED for finding in conclusion.findings):
        return _("What your answers fit is normal for you now, as it says below.")
    return _(
        "Your answers do not fit any of the four patterns well enough. That is common, and it is"
        " good news: small differences are normal."
    )


def lead(frozen: Frozen) -> str:
    """What the heading means, in two or three sentences."""
    conclusion = frozen.conclusion
    if conclusion.outcome == Outcome.NOT_ENOUGH:
        return _(
            "Too much is not known yet. The more of these you answer, the more the result can say:"
        )
    if conclusion.outcome == Outcome.NO_PATTERN:
        return _no_pattern(conclusion)
    summaries = [frozen.imbalance(finding).summary for finding in conclusion.found]
    common = ngettext(
        "This is a common way of standing, often without any pain.",
        "These are common ways of standing, often without any pain.",
        len(summaries),
    )
    return " ".join([*summaries, common])
