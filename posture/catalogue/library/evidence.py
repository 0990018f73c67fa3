"""The page of what is known beside what is claimed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from posture.catalogue.editions import PublishedEdition
from posture.catalogue.library.claims import OF_THE_ARTICLE, OF_THIS_SITE, Claim, Grade
from posture.catalogue.library.sources import Source, sources


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the sources of its judgement, as far as the edition lists them."""

    claim: Claim
    sources: tuple[Source, ...]


def evidence_page(edition: PublishedEdition) -> Mapping[str, object]:
    """What pages/evidence.html prints."""
    return _page(edition, get_language())


@lru_cache(maxsize=8)
def _page(edition: PublishedEdition, _language: str | None) -> Mapping[str, object]:
    return {
        "edition": edition,
        "written_in": edition.language,
        "grades": tuple(Grade),
        "article": tuple(_judged(edition, OF_THE_ARTICLE)),
        "ours": tuple(_judged(edition, OF_THIS_SITE)),
    }


def _judged(edition: PublishedEdition, claims: Iterable[Claim]) -> Iterable[Judged]:
    return (Judged(claim, sources(edition, claim.sources)) for claim in claims)
