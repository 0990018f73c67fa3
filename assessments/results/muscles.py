"""The plate of a result, with the muscles that are tight, weak or mixed; what self-tests say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.course import MODE
from assessments.results.frozen import Frozen
from assessments.results.pieces import piece, plate_piece
from assessments.results.reasons import Open, missing, question_url, was_quick
from posture.catalogue import drawing, editions
from posture.figures import Marking, Posture, Side
from posture.reasoning.findings import Finding, MuscleState, SelfTested
from posture.reasoning.knowledge import Role

ORDER = ("tight", "weak", "mixed")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of components/muscle_row.html."""

    slug: str
    name: str
    url: str
    plain: str
    side: str
    because: str
    number: int = 0
    role: str = ""
    test: Open | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A link to another plate of the same result."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """A muscle with the number that it has on the figure and in the lists."""

    number: int
    state: MuscleState


def plate(frozen: Frozen, pattern: str, *, film: bool) -> SafeString:
    """Figure and lists of everything found, or of the imbalance `pattern` alone; or its film."""
    found = [one for one in frozen.conclusion.found if pattern in {"", one.imbalance}]
    shown = list(numbered(frozen.conclusion.muscles, pattern))
    drawn = drawing.plate(
        frozen.edition,
        tuple(Posture(one.imbalance, _side(one)) for one in found),
        tuple(marking(one) for one in shown),
        id="result",
        film=film,
        muscles="involved",
    )
    rows = {role: _rows(frozen, shown, role) for role in ORDER}
    fine = [one for one in frozen.conclusion.muscles if one.fine and _belongs(one, pattern)]
    return plate_piece(
        "assessments/_result_plate.html",
        figure=drawn.figure,
        caption=drawn.caption,
        deep=drawn.deep,
        film="?" + urlencode({"pattern": pattern, "film": 1} if pattern else {"film": 1}),
        playing=drawn.film,
        note=note(found),
        patterns=tuple(patterns(frozen, pattern)),
        written_in=frozen.edition.language,
        settling=tuple(missing(frozen, frozen.conclusion.settling)),
        more=question_url(MODE) if was_quick(frozen) else "",
        fine=tuple(row(frozen, one) for one in joined(fine)),
        **rows,
    )


def _rows(frozen: Frozen, shown: Iterable[Numbered], role: str) -> tuple[Row, ...]:
    return tuple(
        replace(row(frozen, one.state), number=one.number, role=role)
        for one in shown
        if one.state.role == role
    )


def patterns(frozen: Frozen, shown: str) -> Iterator[Tab]:
    """Links to the plate of everything together and of each imbalance alone, if several."""
    found = frozen.conclusion.found
    if len(found) > 1:
        yield Tab(_("All together"), "?", not shown)
        for one in found:
            name = frozen.imbalance(one).name
            yield Tab(name, f"?pattern={one.imbalance}", one.imbalance == shown)


def numbered(states: Iterable[MuscleState], pattern: str) -> Iterator[Numbered]:
    """The muscles of a pattern, counted through: tight, then weak, then mixed ones.

    Those that tests call fine are not among them.
    """
    own = joined(one for one in states if not one.fine and _belongs(one, pattern))
    ranked = sorted(own, key=lambda one: ORDER.index(one.role))
    return (Numbered(place, state) for place, state in enumerate(ranked, start=1))


def _belongs(state: MuscleState, pattern: str) -> bool:
    return pattern in {"", *state.listed_by}


def joined(states: Iterable[MuscleState]) -> list[MuscleState]:
    """One state for the two sides of a muscle that are the same, though not listed by the same."""
    whole: dict[MuscleState, MuscleState] = {}
    for state in states:
        alike = replace(state, side="", listed_by=())
        whole[alike] = replace(state, side="") if alike in whole else state
    return list(whole.values())


def marking(one: Numbered) -> Marking:
    """A high hip whose side is unclear is drawn with the left side high, and so are its muscles."""
    side: Side = "left" if one.state.high_side and not one.state.side else one.state.side
    return Marking(one.state.muscle, one.state.role, side, one.number)


def _side(finding: Finding) -> Side:
    return "" if finding.side == "unclear" else finding.side


def note(found: Iterable[Finding]) -> str:
    """What to know about a figure that had to choose a side."""
    if any(one.side == "unclear" for one in found):
        return _("Your answers do not say which hip is the higher one. The left one is drawn.")
    return ""


def row(frozen: Frozen, state: MuscleState) -> Row:
    muscle = frozen.edition.muscles[state.muscle]
    return Row(
        slug=muscle.slug,
        name=muscle.name,
        url=muscle_url(muscle.slug) if muscle.slug in editions.current().muscles else "",
        plain=muscle.plain.capitalize(),
        side=side_words(state),
        because=because(frozen, state),
        test=test(frozen, state),
    )


def test(frozen: Frozen, state: MuscleState) -> Open | None:
    """The self-test that would tell of a muscle that none looked at."""
    tests = (one.question for one in frozen.conclusion.untested if one.muscle == state.muscle)
    return next(iter(missing(frozen, tests)), None)


@lru_cache(maxsize=256)
def muscle_url(slug: str) -> str:
    return reverse("muscle", args=[slug])


def side_words(state: MuscleState) -> str:
    if state.high_side:
        return _("on the high side")
    return str(_SIDES[state.side])


_SIDES = {"left": gettext_lazy("left side"), "right": gettext_lazy("right side"), "": ""}


def because(frozen: Frozen, state: MuscleState) -> str:
    """Why a muscle is in the list: an answer about it, or only the article."""
    if state.role == "mixed" and not state.fine:
        return frozen.edition.muscles[state.muscle].mixed
    if state.despite:
        return _("Listed in the article, but your answer speaks against it: %(answer)s") % {
            "answer": _answers(frozen, state, state.despite)
        }
    if state.because:
        return _("Listed in the article, and you said: %(answer)s") % {
            "answer": _answers(frozen, state, state.because)
        }
    return _("Listed in the article, not tested for you")


def _answers(frozen: Frozen, one: MuscleState | SelfTested, questions: Iterable[str]) -> str:
    return "; ".join(frozen.said(slug, one.muscle, one.side) for slug in questions)


# ---------------------------------------------------------------- what self-tests say
def tests(frozen: Frozen) -> SafeString:
    """What self-tests say of single muscles, whether they are listed above or not."""
    told = frozen.conclusion.tested
    return piece(
        "assessments/_result_tests.html",
        rows=tuple(test_row(frozen, one) for one in told),
        written_in=frozen.edition.language,
    )


@dataclass(frozen=True, slots=True)
class TestRow:
    """A row of _result_tests.html."""

    name: str
    side: str
    state: str
    because: str


def test_row(frozen: Frozen, one: SelfTested) -> TestRow:
    return TestRow(
        name=frozen.edition.muscles[one.muscle].name,
        side=str(_SIDES[one.side]),
        state=str(_TESTED[one.roles]),
        because=_answers(frozen, one, one.questions),
    )


_TESTED = {
    (): gettext_lazy("Fine"),
    (Role.TIGHT,): gettext_lazy("Tight"),
    (Role.WEAK,): gettext_lazy("Weak"),
    (Role.TIGHT, Role.WEAK): gettext_lazy("Tight and weak"),
}
