"""Every address of the site, read from its map, with something in the place of every name."""

import re
from dataclasses import dataclass

from django.urls import get_resolver

# What stands for the parts of account addresses that are written as regular expressions.
KEYS = {"key": "no-such-key", "uidb36": "1", "app_label": "catalogue", "url": "no/such/page"}


@dataclass(frozen=True)
class Route:
    """A pattern of the map, its full name, and the names of its parts."""

    pattern: str
    name: str
    parts: tuple[str, ...]

    def __str__(self):
        return self.pattern or "/"

    @property
    def is_admin(self):
        return self.pattern.startswith("admin/")

    def path(self, **values):
        """Its address with these values; a part without one gets a word that nothing is called."""
        filled = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", self.pattern).replace("^", "")
        filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: value(part[1], values), filled)
        return f"/{filled.replace('$', '')}"


def value(part, values):
    return str(values.get(part, KEYS.get(part, "1" if part == "number" else "nothing")))


def routes(patterns=None, before="", space=""):
    for one in get_resolver().url_patterns if patterns is None else patterns:
        pattern = f"{before}{one.pattern}"
        if hasattr(one, "url_patterns"):
            within = f"{space}{one.namespace}:" if one.namespace else space
            yield from routes(one.url_patterns, pattern, within)
        else:
            parts = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
            yield Route(pattern, f"{space}{one.name}", tuple(parts))


ROUTES = tuple(routes())
