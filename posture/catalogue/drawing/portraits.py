"""Muscles as figures of their own: from each side with words, and small for lists."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.drawing.marking import safe
from posture.catalogue.records import Muscle
from posture.figures import View

BODIES = "bodies"  # the id of the silhouettes, once on a page with thumbnails


@dataclass(frozen=True, slots=True)
class Sight:
    """A muscle from one side: close up, and where on the body that is; what one sees, in words."""

    seen_from: str
    layer: str
    figure: SafeString
    locator: SafeString


def sights(muscle: Muscle, *, id: str, written_in: str = "") -> tuple[Sight, ...]:
    """A muscle from all sides, the best first; nothing where none is drawn.

    `written_in` is the language of the muscle's texts where it is not the reader's.
    """
    language = get_language() or ""
    lang = written_in if written_in != language else ""
    return _sights(muscle.slug, muscle.name, muscle.origin, muscle.insertion, id, language, lang)


@lru_cache(maxsize=128)
def _sights(
    slug: str, name: str, origin: str, insertion: str, id: str, language: str, lang: str
) -> tuple[Sight, ...]:
    if slug not in figures.MUSCLES:
        return ()
    found = []
    for view in figures.views_by_sight(slug):
        with override(lang or language):  # one language for the words of one element
            title = _title(name, view)
            words = " ".join(filter(None, (f"{_layer(slug, view)}.", _ends(origin, insertion))))
        at = f"{id}-{view}"
        drawn = figures.portrait(view, slug, id=at, title=title, description=words, lang=lang)
        where = figures.locator(view, slug, id=at)
        found.append(Sight(_seen_from(view), _layer(slug, view), safe(drawn), safe(where)))
    return tuple(found)


def muscle_file(muscle: Muscle, view: View | None = None) -> str:
    """A muscle as a file of its own, from where it is seen best or from this side.

    Nothing where none is drawn.
    """
    views = figures.views_by_sight(muscle.slug) if muscle.slug in figures.MUSCLES else ()
    if not views:
        return ""
    sight = sights(muscle, id="figure")[views.index(view or views[0])]
    key = {"origin": _("Begins here"), "insertion": _("Ends here")}
    return figures.standalone(sight.figure, key=key)


def _seen_from(view: View) -> str:
    views = {
        "front": _("From the front"),
        "back": _("From the back"),
        "side": _("From the left"),
    }
    return views[view]


def _title(name: str, view: View) -> str:
    titles = {
        "front": _("%(name)s, seen from the front"),
        "back": _("%(name)s, seen from the back"),
        "side": _("%(name)s, seen from the left side"),
    }
    return titles[view] % {"name": name}


def _layer(slug: str, view: View) -> str:
    layers = {
        "surface": _("At the surface"),
        "deep": _("Deep, drawn through what covers it"),
        "hidden": _("On the other side of the body, drawn through it"),
    }
    return layers[figures.layer(view, slug)]


def _ends(origin: str, insertion: str) -> str:
    begins = _("It begins here: %(origin)s.") % {"origin": origin} if origin else ""
    ends = _("It ends here: %(insertion)s.") % {"insertion": insertion} if insertion else ""
    return " ".join(filter(None, (begins, ends)))


@lru_cache(maxsize=128)
def thumbnail(slug: str) -> SafeString:
    """A muscle for a list, on a page that also holds `silhouettes`; nothing where none is drawn."""
    if slug not in figures.MUSCLES:
        return SafeString("")
    return safe(figures.thumbnail(slug, bodies=BODIES))


@lru_cache(maxsize=1)
def silhouettes() -> SafeString:
    return safe(figures.silhouettes(id=BODIES))
