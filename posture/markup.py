"""Template tags that the components are built from: icons, addresses, remembered markup."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Parser, Token
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

ICONS = Path(__file__).resolve().parent.parent / "templates" / "components" / "icons"
OPENING_TAG = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'


class UnknownIconError(LookupError):
    """A template asked for an icon that is not among the shipped drawings."""


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name: str) -> SafeString:
    """Draw a Lucide icon in the page; it is decoration, a word always stands beside it."""
    drawing = ICONS / f"{name}.svg"
    if not drawing.is_file():
        known = ", ".join(sorted(path.stem for path in ICONS.glob("*.svg")))
        raise UnknownIconError(f"There is no icon '{name}'; use one of: {known}")
    shapes = re.findall(r"<(?!/?svg|!--)[^>]+>", drawing.read_text(encoding="utf-8"))
    return mark_safe(OPENING_TAG + "".join(shapes) + "</svg>")  # noqa: S308  our own files


@register.simple_tag
def address(name: str) -> str:
    """Say the path of a page without arguments; each is looked up once, a frame holds twenty."""
    return _path(name, settings.ROOT_URLCONF)


@lru_cache(maxsize=64)
def _path(name: str, urlconf: str) -> str:
    return reverse(name, urlconf)


@register.simple_tag(takes_context=True)
def nav_link(context: template.Context, name: str, label: str) -> SafeString:
    """Link to a section of the site, marked when the reader is on its page or inside it."""
    path = address(name)
    return format_html('<a href="{}"{}>{}</a>', path, _current(context, path), label)


def _current(context: template.Context, path: str) -> SafeString:
    here = context["request"].path if "request" in context else ""
    if here == path:
        return mark_safe(' aria-current="page"')
    return mark_safe(' aria-current="true"' if here.startswith(path) else "")  # noqa: S308  literals


@register.simple_tag
def lang(code: str) -> SafeString:
    """Say the language of a text where it is not that of the page around it."""
    differs = code and code != get_language()
    return format_html(' lang="{}"', code) if differs else SafeString("")


class Remembered(template.Node):
    """Markup that is rendered once for each language and each combination of some values."""

    MOST = 256  # renderings kept, before all are forgotten

    def __init__(self, nodelist: template.NodeList, values: list[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.values = values
        self.kept: dict[Hashable, SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        given = (value.resolve(context, ignore_failures=True) for value in self.values)
        key = (get_language(), settings.ROOT_URLCONF, *given)
        found = self.kept.get(key)
        if found is None:
            if len(self.kept) >= self.MOST:
                self.kept.clear()
            found = self.kept[key] = self.nodelist.render(context)
        return found


@register.tag
def remember(parser: Parser, token: Token) -> Remembered:
    """``{% remember edition slug %}…{% endremember %}``: what stands in between reads nothing else.

    Never around a form with its token, or around anything of one visitor.
    """
    values = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endremember",))
    parser.delete_first_token()
    return Remembered(nodelist, values)


@register.simple_tag
def pips(signs_for: int, against: int, unknown: int, neutral: int = 0) -> SafeString:
    """Draw one pip for each sign: full is for, empty against, faint neither, dotted not known."""
    kinds = ["on"] * signs_for + ["off"] * against + ["neutral"] * neutral + ["unknown"] * unknown
    row = format_html_join("", '<i class="{}"></i>', ((kind,) for kind in kinds))
    return format_html('<div class="pips" aria-hidden="true">{}</div>', row)


@register.filter
def tel(number: str) -> str:
    """Keep what can be dialled: '+44 20 7946 0000' becomes '+442079460000'."""
    return re.sub(r"[^\d+]", "", number)


@register.filter
def through(first: int, last: int) -> range:
    """Count from one whole number to another, both included."""
    return range(first, last + 1)
