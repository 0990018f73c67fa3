"""How often the check is right for people whose truth is known, walked through its own steps."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from assessments.results.frozen import Frozen
from assessments.walks import walk
from posture.reasoning.knowledge import Level

Z = 1.959964  # of a 95 % interval

TRIAGE = {
    Level.EMERGENCY: "emergency",
    Level.SAME_DAY: "urgent",
    Level.SOON: "see-clinician",
    Level.UNDER_AGE: "see-clinician",
    Level.CAUTION: "self-care",
    None: "self-care",
}
OPPOSITE = ("forward-tipped-pelvis", "backward-tipped-pelvis")
PRESSING = {"emergency", "urgent"}
ORDER = ("emergency", "urgent", "see-clinician", "self-care")


@dataclass(frozen=True, slots=True)
class Person:
    """What is true of somebody. `side` is that of a high hip; `labels` count if `scored`."""

    id: str
    labels: frozenset[str]
    side: str
    triage: str
    also_right: frozenset[str]
    scored: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the check said to a person; `found` maps imbalances to sides."""

    person: Person
    found: Mapping[str, str]
    triage: str
    stopped: bool
    asked: int
    minutes: float

    @property
    def set_right(self) -> bool:
        return frozenset(self.found) == self.person.labels

    @property
    def side_right(self) -> bool:
        return self.found.get("high-hip") == self.person.side

    @property
    def triage_right(self) -> bool:
        return self.triage in {self.person.triage, *self.person.also_right}


# Reading


def person(table: Mapping[str, Any]) -> Person:
    """A line of the file of people."""
    return Person(
        id=str(table["id"]),
        labels=frozenset(table["labels"]),
        side=table.get("side") or "",
        triage=table["triage"],
        also_right=frozenset(table.get("triage_also_ok") or ()),
        scored=table.get("labels_scored", True),
    )


# Measuring


def told(of: Person, answers: Mapping[str, Any], at: datetime, mode: str) -> Told:
    """What the check says to a person who gives these answers."""
    course = walk(answers, at, mode=mode)
    assessment = course.assessment
    if assessment.is_stopped:
        triage = TRIAGE[Level(assessment.stopped_at_level)]
        return Told(of, {}, triage, stopped=True, asked=len(course.counted), minutes=0.0)
    frozen = Frozen(assessment)
    return Told(
        of,
        {one.imbalance: one.side for one in frozen.conclusion.found},
        TRIAGE[frozen.level],
        stopped=False,
        asked=len(frozen.asked),
        minutes=course.minutes,
    )


# Reporting


def report(all_told: Sequence[Told]) -> Iterator[str]:
    """The measurements as lines of text."""
    scored = [one for one in all_told if one.person.scored]
    sided = [one for one in scored if one.person.side and "high-hip" in one.found]
    yield share("exact set of imbalances", (one.set_right for one in scored))
    yield f"macro-F1 of the imbalances: {macro_f1(scored):.3f}"
    yield f"pelvis told to tip the wrong way: {sum(map(swapped, scored))}"
    yield share("side of a high hip found", (one.side_right for one in sided))
    yield share("triage", (one.triage_right for one in all_told))
    pressing = [one for one in all_told if one.person.triage in PRESSING]
    yield share("emergency and urgent people stopped", (one.stopped for one in pressing))
    calm = [one for one in all_told if one.person.triage == "self-care"]
    yield share("self-care people let through", (one.triage == "self-care" for one in calm))
    yield ""
    yield from triage_table(all_told)
    yield ""
    whole = [one for one in all_told if not one.stopped]
    yield from spread("questions asked", [one.asked for one in whole])
    yield from spread("minutes", [one.minutes for one in whole])
    yield from wrong(all_told)


def spread(name: str, values: Sequence[float]) -> Iterator[str]:
    """The least, the most and the middle of some values, if there are any."""
    if values:
        yield f"{name}: {min(values):g} to {max(values):g}, median {median(values):g}"


def macro_f1(scored: Sequence[Told]) -> float:
    """The mean of F1 over the imbalances that somebody is or was told: each counts alike."""
    slugs = {slug for one in scored for slug in {*one.person.labels, *one.found}}
    return math.fsum(_f1(scored, slug) for slug in slugs) / len(slugs) if slugs else 1.0


def _f1(scored: Iterable[Told], slug: str) -> float:
    """Twice the hits by the hits twice, the misses and the false ones."""
    truth = Counter((slug in one.person.labels, slug in one.found) for one in scored)
    hits = 2 * truth[True, True]
    return hits / (hits + truth[True, False] + truth[False, True])


def swapped(one: Told) -> bool:
    """Whether somebody whose pelvis tips one way was told the other."""
    return any(
        true in one.person.labels and false in one.found
        for true, false in (OPPOSITE, OPPOSITE[::-1])
    )


def share(name: str, right: Iterable[bool]) -> str:
    """A share with its interval, such as: triage: 22 of 24 right, 91.7 %."""
    outcomes = list(right)
    hits, whole = sum(outcomes), len(outcomes)
    if not whole:
        return f"{name}: nobody to measure it on"
    low, high = interval(hits, whole)
    return (
        f"{name}: {hits} of {whole} right, {hits / whole:.1%}"
        f" (95 % interval {low:.1%} to {high:.1%})"
    )


def interval(hits: int, whole: int) -> tuple[float, float]:
    """Wilson's interval of a share."""
    part, square = hits / whole, Z * Z
    middle = part + square / (2 * whole)
    reach = Z * math.sqrt(part * (1 - part) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def triage_table(all_told: Iterable[Told]) -> Iterator[str]:
    """How many of each truth (rows) were told what (columns)."""
    seen = Counter((one.person.triage, one.triage) for one in all_told)
    yield f"{'true triage':<16}" + "".join(f"{word:>15}" for word in ORDER)
    for truth in ORDER:
        yield f"{truth:<16}" + "".join(f"{seen[truth, word]:>15}" for word in ORDER)


def wrong(all_told: Iterable[Told]) -> Iterator[str]:
    """Who was told something else than the truth."""
    for one in all_told:
        if one.person.scored and not one.set_right:
            yield f"{one.person.id}: is {names(one.person.labels)}, was told {names(one.found)}"
        elif one.person.side and "high-hip" in one.found and not one.side_right:
            side = one.found["high-hip"]
            yield f"{one.person.id}: the high side is {one.person.side}, was told {side}"
        if not one.triage_right:
            yield f"{one.person.id}: triage is {one.person.triage}, was told {one.triage}"


def names(slugs: Collection[str]) -> str:
    return ", ".join(sorted(slugs)) or "none"
