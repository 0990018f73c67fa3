"""The catalogue in memory: what visitors see and are scored by, one object for an edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from posture.catalogue import models, records
from posture.catalogue.editions.register import Entry, NoEdition, desk, entry_of
from posture.catalogue.knowledge import SafetyItem, items_of, knowledge_of
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import checksum, frozen, thawed
from posture.reasoning.knowledge import Knowledge

EDITIONS_IN_MEMORY = 16

SafetyLine = SafetyItem | records.Statement


class Named(Protocol):
    @property
    def slug(self) -> str: ...


Record = TypeVar("Record", bound=Named)


def by_slug(listed: Iterable[Record]) -> Mapping[str, Record]:
    return {record.slug: record for record in listed}


@dataclass(frozen=True, eq=False)
class PublishedEdition:
    """One edition: its records in order (`catalogue`) and by slug. It never changes."""

    number: int
    checksum: str
    catalogue: Catalogue

    @property
    def language(self) -> str:
        """The language its texts are written in."""
        return self.catalogue.language

    @cached_property
    def knowledge(self) -> Knowledge:
        return knowledge_of(self.catalogue)

    @cached_property
    def references(self) -> Mapping[str, records.Reference]:
        return by_slug(self.catalogue.references)

    @cached_property
    def axes(self) -> Mapping[str, records.Axis]:
        return by_slug(self.catalogue.axes)

    @cached_property
    def muscles(self) -> Mapping[str, records.Muscle]:
        return by_slug(self.catalogue.muscles)

    @cached_property
    def imbalances(self) -> Mapping[str, records.Imbalance]:
        return by_slug(self.catalogue.imbalances)

    @cached_property
    def filters(self) -> Mapping[str, records.Filter]:
        return by_slug(self.catalogue.filters)

    @cached_property
    def safety_pages(self) -> Mapping[str, records.SafetyPage]:
        return by_slug(self.catalogue.safety_pages)

    @cached_property
    def red_flags(self) -> Mapping[str, records.RedFlag]:
        return by_slug(self.catalogue.red_flags)

    @cached_property
    def conditions(self) -> Mapping[str, records.Condition]:
        return by_slug(self.catalogue.conditions)

    @cached_property
    def escalations(self) -> Mapping[str, records.Escalation]:
        return by_slug(self.catalogue.escalations)

    @cached_property
    def questions(self) -> Mapping[str, records.Question]:
        return by_slug(self.catalogue.questions)

    @cached_property
    def doses(self) -> Mapping[str, records.Dose]:
        return by_slug(self.catalogue.doses)

    @cached_property
    def exercises(self) -> Mapping[str, records.Exercise]:
        return by_slug(self.catalogue.exercises)

    @cached_property
    def _items(self) -> Mapping[str, tuple[SafetyItem, ...]]:
        return {page: items_of(page, self.catalogue) for page in self.safety_pages}

    def items_of(self, page: str) -> tuple[SafetyItem, ...]:
        """The red flags, then the conditions of a safety page, in their order."""
        return self._items[page]

    def lines_of(self, page: str) -> tuple[SafetyLine, ...]:
        """What can be ticked on a safety page: its items, or the statements of a set of them."""
        return tuple(
            line
            for item in self.items_of(page)
            for line in (item.statements if isinstance(item, records.RedFlag) else ()) or (item,)
        )

    def safety_text(self, slug: str) -> str:
        """A red flag, condition or escalation in words for the person, where there is one."""
        listed = (self.red_flags, self.conditions, self.escalations)
        return next((found[slug].text for found in listed if slug in found), "")

    @cached_property
    def safety_checksum(self) -> str:
        """Changes with everything the safety screen shows or decides, and with nothing else."""
        copy = self.catalogue
        screen = (copy.safety_pages, copy.red_flags, copy.conditions, copy.escalations)
        tables = [[_shown(frozen(record)) for record in listed] for listed in screen]
        return checksum([copy.language, tables])

    @property
    def recalled(self) -> str:
        """The reason why staff recalled it, if they did."""
        return entry_of(self.number).recalled

    @property
    def signature(self) -> Entry | None:
        """The newest edition up to this one that a clinician signed."""
        return desk.read().signed_until(self.number)

    @property
    def review(self) -> str:
        """Who reviewed it, in a sentence."""
        signed = self.signature
        if signed is None or signed.signed_on is None:
            return _("Not yet reviewed by a clinician.")
        facts = {
            "number": signed.number,
            "name": signed.signer_name,
            "profession": signed.signer_profession,
            "date": date_format(signed.signed_on, "DATE_FORMAT"),
        }
        if signed.checksum == self.checksum:
            return _("Reviewed by %(name)s, %(profession)s, on %(date)s.") % facts
        return (
            _(
                "Edition %(number)s was reviewed by %(name)s, %(profession)s, on %(date)s;"
                " what changed since then was not reviewed yet."
            )
            % facts
        )


EDITORS_ONLY = frozenset({"fact", "basis", "concern", "note", "sources"})


def _shown(table: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in table.items() if name not in EDITORS_ONLY}


def current() -> PublishedEdition:
    """The edition of now. At most one look-up a second; otherwise from memory."""
    entry = desk.read().current
    if entry is None:
        raise NoEdition("No edition is published yet: run `manage.py publish`.")
    return _remembered(entry.number, entry.checksum)


def edition(number: int) -> PublishedEdition:
    """Any edition, also an old or a recalled one."""
    return _remembered(number, entry_of(number).checksum)


@lru_cache(maxsize=EDITIONS_IN_MEMORY)
def _remembered(number: int, expected: str) -> PublishedEdition:
    document = models.Edition.objects.values_list("document", flat=True).get(number=number)
    if checksum(document) != expected:
        raise NoEdition(f"Edition {number} is damaged: its checksum does not match.")
    return PublishedEdition(number, expected, thawed(Catalogue, document))
