"""What staff have not published yet, and what the checks say of it; cheap enough for every page."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import Count, Max, Value
from django.http import HttpRequest

from posture.catalogue import checks, content, editions, working
from posture.catalogue.changes import Change, differences
from posture.catalogue.checks import Problem
from posture.catalogue.coverage import Coverage, coverage
from posture.catalogue.models import Row
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import checksum, frozen

Stamp = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """The working copy against the current edition; `seal` changes with anything in either.

    `coverage` is told only where the checks find no error.
    """

    edition: int | None
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    coverage: Coverage | None
    seal: str

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep it from being published."""
        return tuple(problem for problem in self.problems if problem.is_error)

    def touches(self, name: str, slug: str) -> bool:
        return any((one.record, one.slug) == (name, slug) for one in self.changes)

    def others(self, name: str, slug: str) -> tuple[Change, ...]:
        """Changes of anything but this record."""
        return tuple(one for one in self.changes if (one.record, one.slug) != (name, slug))

    def problems_of(self, name: str, slug: str) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if (one.record, one.slug) == (name, slug))


def look() -> Pending:
    """Read all rows and compare; some tens of milliseconds."""
    entry = editions.desk.read().current
    before = editions.edition(entry.number).catalogue if entry else Catalogue(content.language())
    copy = working.catalogue(before.language)
    problems = checks.problems(copy)
    return Pending(
        edition=entry.number if entry else None,
        changes=differences(before, copy),
        problems=problems,
        coverage=None if any(one.is_error for one in problems) else coverage(copy),
        seal=checksum([entry.number if entry else 0, frozen(copy)]),
    )


def glance(request: HttpRequest) -> Pending:
    """The same for a page that only mentions it: one query, once a request."""
    known: Pending | None = getattr(request, "catalogue_pending", None)
    if known is None:
        known = request.catalogue_pending = remembered(stamp())  # type: ignore[attr-defined]
    return known


@lru_cache(maxsize=2)
def remembered(_stamp: Stamp) -> Pending:
    return look()


def stamp() -> Stamp:
    """Changes whenever a row is saved, added or deleted, or another edition is current."""
    entry = editions.desk.read().current
    first, *rest = (
        model._default_manager.order_by()
        .annotate(table=Value(model.__name__))
        .values("table")
        .annotate(rows=Count("pk"), last=Max("changed"))
        .values_list("table", "rows", "last")
        for model in apps.get_app_config("catalogue").get_models()
        if issubclass(model, Row)
    )
    tables = sorted(first.union(*rest, all=True))
    return (entry.number if entry else None, *tables)
