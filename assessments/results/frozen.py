"""A finished check as it was frozen, with the edition that puts it into words."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy

from assessments.course import as_answer
from assessments.models import Assessment
from assessments.sheets import question_sheet
from assessments.summary import in_words
from posture.catalogue import editions
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.records import Choice, Imbalance, Question
from posture.catalogue.sides import choices
from posture.reasoning.findings import Conclusion, Finding, from_json
from posture.reasoning.knowledge import Answer, Level, Side
from posture.reasoning.safety import Raised, chosen


@dataclass(frozen=True)
class Frozen:
    """Nothing here is worked out again: codes and numbers come from the result as it was stored."""

    assessment: Assessment

    @property
    def stored(self) -> dict[str, Any]:
        assert self.assessment.result is not None, "only a finished check has a result"
        stored: dict[str, Any] = self.assessment.result
        return stored

    @cached_property
    def edition(self) -> PublishedEdition:
        return editions.edition(self.assessment.edition)

    @cached_property
    def conclusion(self) -> Conclusion:
        return from_json(self.stored["conclusion"])

    @cached_property
    def level(self) -> Level | None:
        """What the safety screen called for, if anything."""
        stored = self.stored["level"]
        return Level(stored) if stored else None

    @cached_property
    def raised(self) -> tuple[Raised, ...]:
        """What was said in the safety screen, of any level."""
        stored = self.stored["raised"]
        return tuple(Raised(**one | {"level": Level(one["level"])}) for one in stored)

    @cached_property
    def safety_edition(self) -> PublishedEdition:
        """The edition whose safety screen was answered."""
        return editions.edition(self.stored["safety_edition"])

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that applied, in their order."""
        return tuple(self.stored["asked"])

    def answer(self, slug: str) -> Answer:
        return as_answer(self.assessment.answers[slug])

    def imbalance(self, finding: Finding) -> Imbalance:
        return self.edition.imbalances[finding.imbalance]

    def question(self, slug: str) -> Question:
        return self.edition.questions[slug]

    def said(self, slug: str, about: str = "", on: Side = "") -> str:
        """An answer in a sentence: "A fist fits behind your low back".

        Of several choices, those that say something of the imbalance or muscle `about`, and of a
        test on each side, those of the side `on`.
        """
        question, picked = self.question(slug), chosen(self.answer(slug))
        sentences = [
            choice.said.replace("{side}", str(_SIDES[side]))
            for side, choice in choices(question)
            if choice.slug in picked
            and (not about or _speaks_of(choice, about))
            and (not on or side in {"", on})
        ]
        return "; ".join(sentences) or f"{question.short}: {self.in_words(slug)}"

    def in_words(self, slug: str) -> str:
        """An answer as it was chosen."""
        sheet = question_sheet(self.edition.number, slug)
        return in_words(sheet, self.answer(slug)) if sheet else ""


_SIDES = {"left": gettext_lazy("left"), "right": gettext_lazy("right"), "": ""}


def _speaks_of(choice: Choice, about: str) -> bool:
    return any(about in {one.imbalance, one.muscle} for one in choice.evidence)
