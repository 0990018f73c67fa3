"""Sources as a page lists them: title, address and how far we read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from posture.catalogue.editions import PublishedEdition
from posture.catalogue.models.sets import Basis


@dataclass(frozen=True, slots=True)
class Source:
    """One source; `basis` says in words how far it was read."""

    title: str
    url: str
    basis: str


def sources(edition: PublishedEdition, *listed: Iterable[str]) -> tuple[Source, ...]:
    """The sources of some records, each once, in the order they are first named."""
    words = {
        Basis.VERIFIED: _("read, often only its summary"),
        Basis.MEMORY: _("from memory, not read again"),
        Basis.JUDGEMENT: _("our own judgement"),
    }
    slugs = dict.fromkeys(slug for some in listed for slug in some)
    found = (edition.references[slug] for slug in slugs if slug in edition.references)
    return tuple(Source(one.title, one.url, words[Basis(one.basis)]) for one in found)
