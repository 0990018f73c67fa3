"""What a page of the check asks: one shape for questions, self-tests and safety pages."""

from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from posture.catalogue import drawing, editions, sides
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.records import Choice, Question
from posture.reasoning.knowledge import NO, NONE, NOT_SURE, YES, Level, Part, Side
from posture.reasoning.scoring import SIDES

SCALE = tuple(str(point) for point in range(11))  # 0 to 10
SAFETY, FEELING, MOVING = 1, 2, 3  # the three parts a visitor sees
SHOWN_PART = {Part.LOOK: MOVING, Part.TEST: MOVING}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `picture` is a figure, `language` that of a label of the catalogue."""

    value: str
    label: str | Promise
    picture: SafeString | str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Half:
    """One side of the body in a test that is done on each."""

    side: Side
    name: str | Promise
    options: tuple[Option, ...]
    exclusive: tuple[Option, ...]

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(option.value for option in self.options + self.exclusive)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question to show. `exclusive` options stand alone; `kind` is radio, checkbox or scale.

    A test done on each side has two `halves`, and its kind is each-side. `language` is that of the
    catalogue's texts.
    """

    heading: str
    language: str
    kind: str
    part: int
    options: tuple[Option, ...]
    exclusive: tuple[Option, ...]
    missing: str | Promise
    help: str = ""
    question: Question | None = None
    picture: SafeString | str = ""
    halves: tuple[Half, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """Everything that may be answered, in the order shown."""
        scale = SCALE if self.kind == "scale" else ()
        halves = tuple(value for half in self.halves for value in half.values)
        return scale + halves + tuple(option.value for option in self.options + self.exclusive)

    @property
    def alone(self) -> frozenset[str]:
        return frozenset(option.value for option in self.exclusive)

    @property
    def part_name(self) -> str | Promise:
        names = {
            SAFETY: _("safety"),
            FEELING: _("how you feel"),
            MOVING: _("how you stand"),
        }
        return names[self.part]

    @property
    def is_body_map(self) -> bool:
        return self.question is not None and self.question.kind == "body-map"

    @property
    def body_map(self) -> tuple[drawing.MapView, ...]:
        return drawing.body_map()


@lru_cache(maxsize=512)
def question_sheet(number: int, slug: str) -> Sheet | None:
    """The sheet of a question of the edition `number`, if it has it."""
    edition = editions.edition(number)
    question = edition.questions.get(slug)
    if question is None:
        return None
    options = [(choice, _option(choice, edition.language)) for choice in question.choices]
    decisive = _decides_for_whom(edition, slug)
    unsure = () if decisive else (_not_sure(),)
    alone = (*(option for choice, option in options if choice.exclusive), *unsure)
    together = tuple(option for choice, option in options if not choice.exclusive)
    each_side = question.kind == sides.EACH_SIDE
    return Sheet(
        heading=question.text,
        language=edition.language,
        kind=_INPUTS[question.kind],
        part=SHOWN_PART.get(Part(question.part), FEELING),
        options=() if each_side else together,
        exclusive=alone,
        missing=_DECISIVE_MISSING if decisive else _EACH_MISSING if each_side else _MISSING,
        help=question.help,
        question=question,
        picture=drawing.choice_picture(question.picture) if question.picture else "",
        halves=tuple(_half(side, together, alone) for side in SIDES) if each_side else (),
    )


def _decides_for_whom(edition: PublishedEdition, slug: str) -> bool:
    """Whether a question decides if the check is for a person at all: that is not left open."""
    for_whom = (one for one in edition.escalations.values() if one.level == Level.UNDER_AGE)
    terms = (term for one in for_whom for group in one.every for term in group)
    return any(term.partition("=")[0] == slug for term in terms)


def _half(side: Side, options: tuple[Option, ...], exclusive: tuple[Option, ...]) -> Half:
    own = [
        tuple(replace(one, value=sides.on_side(side, one.value)) for one in listed)
        for listed in (options, exclusive)
    ]
    return Half(side, _SIDES[side], *own)


_SIDES = {"left": _("Left side"), "right": _("Right side")}
_MISSING = _("Select an answer, or ‘I'm not sure’.")
_DECISIVE_MISSING = _("Select an answer. We need it to know whether this check is for you.")
_EACH_MISSING = _("Select an answer for each side, or ‘I'm not sure’.")


@lru_cache(maxsize=128)
def safety_sheet(number: int, slug: str) -> Sheet | None:
    """The sheet of a page of the safety screen, if the edition `number` has it."""
    edition = editions.edition(number)
    page = edition.safety_pages.get(slug)
    if page is None:
        return None
    lines = edition.lines_of(slug)
    return Sheet(
        heading=page.title,
        language=edition.language,
        kind="checkbox",
        part=SAFETY,
        options=tuple(Option(line.slug, line.text, language=edition.language) for line in lines),
        exclusive=(
            Option(NONE, _("None of these")),
            Option(NOT_SURE, _("I'm not sure about one of these")),
        ),
        missing=_("Select what applies to you, or ‘None of these’."),
        help=page.help,
    )


@lru_cache(maxsize=256)
def item_sheet(number: int, page: str, slug: str) -> Sheet | None:
    """The sheet of one red flag or condition asked by itself."""
    edition = editions.edition(number)
    if page not in edition.safety_pages:
        return None
    item = next((item for item in edition.items_of(page) if item.slug == slug), None)
    if item is None:
        return None
    return Sheet(
        heading=item.question,
        language=edition.language,
        kind="radio",
        part=SAFETY,
        options=(Option(YES, _("Yes")), Option(NO, _("No"))),
        exclusive=(_not_sure(),),
        missing=_("Select yes or no, or ‘I'm not sure’."),
    )


_INPUTS = {
    "single": "radio",
    sides.EACH_SIDE: sides.EACH_SIDE,
    "multiple": "checkbox",
    "body-map": "checkbox",
    "scale": "scale",
}


def _option(choice: Choice, language: str) -> Option:
    picture = drawing.choice_picture(choice.picture) if choice.picture else ""
    return Option(choice.slug, choice.text, picture, language)


def _not_sure() -> Option:
    return Option(NOT_SURE, _("I'm not sure"))
