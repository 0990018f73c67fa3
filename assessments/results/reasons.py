"""Which answers counted and how, what is not known, and the one answer that would help most."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.course import MODE, MORE
from assessments.results import words
from assessments.results.frozen import Frozen
from assessments.results.pieces import joined, piece
from posture.reasoning.findings import Finding, Reason, Word
from posture.reasoning.knowledge import NOT_SURE
from posture.reasoning.safety import chosen

# meta, strength: of the ratios, strong from 2.5 and moderate from 1.5 on, weak below
STRONGLY = math.log(2.5)
MODERATELY = math.log(1.5)
ROWS = 6  # answers shown for an imbalance; the list of all answers holds the rest


@dataclass(frozen=True, slots=True)
class Row:
    """A row of components/evidence_row.html."""

    answer: str
    counts: str
    direction: str
    change_url: str


def tables(frozen: Frozen) -> list[dict[str, Any]]:
    """For each imbalance found (else: with some signs) the answers that counted most."""
    conclusion = frozen.conclusion
    some = [one for one in conclusion.findings if one.word == Word.SOME_SIGNS]
    return [
        {
            "slug": one.imbalance,
            "name": words.name(frozen, one),
            "rows": joined(rows(frozen, one)),
        }
        for one in conclusion.found or some
        if one.reasons
    ]


def rows(frozen: Frozen, finding: Finding) -> Iterator[SafeString]:
    """What counted, then what is not known."""
    for reason in finding.reasons[:ROWS]:
        yield _row(
            answer=frozen.said(reason.question, finding.imbalance),
            counts=weight_word(reason),
            direction="for" if reason.weight > 0 else "against",
            change_url=question_url(reason.question),
        )
    for slug in finding.unknown:
        yield _row(
            answer=_("%(question)s: not known") % {"question": frozen.question(slug).short},
            counts=_("Not counted"),
            direction="none",
            change_url=question_url(slug),
        )


def _row(*, answer: str, counts: str, direction: str, change_url: str) -> SafeString:
    row = Row(answer, counts, direction, change_url)
    return piece("components/evidence_row.html", row=row)


def weight_word(reason: Reason) -> str:
    size = abs(reason.weight)
    steps = _FOR if reason.weight > 0 else _AGAINST
    return str(steps[0 if size >= STRONGLY else 1 if size >= MODERATELY else 2])


_FOR = (gettext_lazy("Strongly for"), gettext_lazy("For"), gettext_lazy("A little for"))
_AGAINST = (
    gettext_lazy("Strongly against"),
    gettext_lazy("Against"),
    gettext_lazy("A little against"),
)


def question_url(slug: str) -> str:
    """Where an answer can be changed, seen from the result; that makes a new check."""
    return f"../questions/{slug}/"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of components/summary_row.html."""

    question: str
    answer: str
    muted: bool
    change_url: str


def answers(frozen: Frozen) -> SafeString:
    """All questions asked, with what was answered."""
    return joined(
        piece("components/summary_row.html", row=answer_row(frozen, slug)) for slug in frozen.asked
    )


def answer_row(frozen: Frozen, slug: str) -> AnswerRow:
    return AnswerRow(
        question=frozen.question(slug).short,
        answer=frozen.in_words(slug),
        muted=frozen.answer(slug) == (NOT_SURE,),
        change_url=question_url(slug),
    )


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is not known, with its link."""

    question: str
    url: str


def missing(frozen: Frozen, questions: Iterable[str]) -> list[Open]:
    return [Open(frozen.question(slug).short, question_url(slug)) for slug in questions]


def sure(frozen: Frozen) -> SafeString:
    """How sure a result is, and the one question whose answer would help most."""
    slug = frozen.conclusion.helps_most
    return piece(
        "assessments/_result_sure.html",
        doubts=tuple(doubts(frozen)),
        helps_most=next(iter(missing(frozen, [slug]))) if slug else None,
        more_url=question_url(MODE) if was_quick(frozen) else "",
        review=frozen.edition.review,
    )


def was_quick(frozen: Frozen) -> bool:
    """Whether a person wanted no more than the quick check."""
    return MODE in frozen.asked and MORE.isdisjoint(chosen(frozen.answer(MODE)))


def doubts(frozen: Frozen) -> Iterator[str]:
    """What keeps a match from being a strong one, in sentences."""
    for one in frozen.conclusion.findings:
        if one.rests_on:
            yield _(
                "%(pattern)s rests much on one answer: “%(answer)s”. Look again on another day."
            ) % {
                "pattern": frozen.imbalance(one).name,
                "answer": frozen.said(one.rests_on, one.imbalance),
            }
