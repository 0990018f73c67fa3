"""Pieces of a result that many results share: each is rendered once for what it shows."""

from collections.abc import Hashable, Iterable
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

NOTHING = SafeString("")
Values = tuple[tuple[str, Hashable], ...]


def piece(template: str, **values: Hashable) -> SafeString:
    """A small template whose words depend on nothing but `values`."""
    return _small(template, get_language() or "", tuple(values.items()))


def plate_piece(template: str, **values: Hashable) -> SafeString:
    """The same for a plate, which holds figures and is kept in a smaller number."""
    return _large(template, get_language() or "", tuple(values.items()))


def joined(pieces: Iterable[SafeString]) -> SafeString:
    """Pieces one after the other."""
    return SafeString("".join(pieces))


@lru_cache(maxsize=4096)
def _small(template: str, _language: str, values: Values) -> SafeString:
    return _rendered(template, values)


@lru_cache(maxsize=128)
def _large(template: str, _language: str, values: Values) -> SafeString:
    return _rendered(template, values)


def _rendered(template: str, values: Values) -> SafeString:
    """A page holds many pieces, so the lines that a template's comment leaves are not sent."""
    return SafeString(render_to_string(template, dict(values)).strip())
