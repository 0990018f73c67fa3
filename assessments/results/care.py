"""What the safety screen adds to a result: a card on top, notices, and signs to watch for later."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.models import Assessment
from assessments.results.frozen import Frozen
from posture.reasoning.findings import Word
from posture.reasoning.knowledge import Level
from posture.reasoning.safety import Raised


def soon(frozen: Frozen) -> dict[str, Any] | None:
    """The card on top when a clinician needs to look before self-tests and exercises."""
    if frozen.level != Level.SOON:
        return None
    return {
        "level": "soon",
        "heading": _("Book a doctor or physiotherapist in the next days"),
        "items": [line for one in _at(frozen, Level.SOON) for line in _told(frozen, one)],
        "note": _(
            "You can read on. We left out self-tests, and exercises wait until a clinician has"
            " looked at this."
        ),
    }


def cautions(frozen: Frozen) -> list[str]:
    """What to keep in mind, in sentences."""
    return [line for one in _at(frozen, Level.CAUTION) for line in _told(frozen, one)]


def explanations(frozen: Frozen) -> list[str]:
    """Why a pattern that the answers fit is normal for this person now, and so not named."""
    shown = {one.imbalance for one in frozen.conclusion.findings if one.word == Word.EXPLAINED}
    records = (frozen.safety_edition.conditions.get(one.slug) for one in frozen.raised)
    return [
        record.explanation
        for record in records
        if record is not None and shown.intersection(record.explains)
    ]


def stop_url(assessment: Assessment) -> str:
    """Where the person's last check since leads, if it was stopped."""
    last = assessment.last
    return reverse("stop", args=[last.pk]) if last and last.is_stopped else ""


def recalled(frozen: Frozen) -> str:
    """That the content behind a result was taken back, and why."""
    reason = frozen.edition.recalled
    if not reason:
        return ""
    return _(
        "The questions and texts of this result were taken back later. A new check uses the newest"
        " ones. The reason: %(reason)s"
    ) % {"reason": reason}


def cards(frozen: Frozen, number: str) -> SafeString:
    """When to get help later; the card on top already says whom to see soon."""
    return _cards(get_language() or "", number, with_soon=frozen.level != Level.SOON)


@lru_cache(maxsize=64)
def _cards(_language: str, number: str, *, with_soon: bool) -> SafeString:
    shown = [later(), today(number)] if with_soon else [today(number)]
    return render_to_string("assessments/_result_cards.html", {"cards": shown})


def later() -> dict[str, Any]:
    return {
        "level": "soon",
        "heading": _("See a physiotherapist or doctor if:"),
        "tag": "h3",
        "items": [
            _("pain is no better after 6 weeks"),
            _("pain clearly gets worse from week to week"),
            _("pain, tingling or numbness spreads down an arm, or below the knee"),
        ],
    }


def today(number: str) -> dict[str, Any]:
    return {
        "level": "urgent",
        "heading": _("Get medical help today if:"),
        "tag": "h3",
        "items": [
            _("a leg, foot, arm or hand becomes clearly weak"),
            _("you also have a high temperature, or feel really unwell"),
            _("pain is there all the time, no position eases it, and nights are much worse"),
        ],
        "note": _(
            "Call %(number)s now for numbness around the genitals or back passage, new trouble"
            " with bladder or bowels, weakness in both legs, or chest pain."
        )
        % {"number": number or _("your emergency number (112, 999, 911, 000)")},
    }


def _at(frozen: Frozen, level: Level) -> Iterator[Raised]:
    return (one for one in frozen.raised if one.level == level)


def _told(frozen: Frozen, raised: Raised) -> Iterator[str]:
    """What the person told us, and what to do about it."""
    edition = frozen.safety_edition
    if raised.slug in edition.escalations:
        yield edition.escalations[raised.slug].text
        return
    flag = edition.red_flags.get(raised.slug)
    record = flag or edition.conditions[raised.slug]
    said = (
        _("You were not sure about this: %(line)s.")
        if raised.unsure
        else _("You told us: %(line)s.")
    )
    yield " ".join(filter(None, [said % {"line": record.text.rstrip(".")}, record.advice]))
