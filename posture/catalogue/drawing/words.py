"""What figures say in words: titles, captions, and descriptions for who does not see them."""

from collections.abc import Iterator, Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from posture import figures
from posture.catalogue.editions import PublishedEdition
from posture.figures import Marking, Posture, View


def caption(views: tuple[View, ...]) -> str:
    """The sentence below a plate."""
    names = {"side": _("from the left"), "front": _("from the front"), "back": _("from the back")}
    shown = get_text_list([names[view] for view in views], _("and"))
    sentence = _("Seen %(views)s. The numbers match the lists.") % {"views": shown}
    if "front" not in views:
        return sentence
    return " ".join([sentence, _("From the front, the left side of the body is at the right.")])


def title(edition: PublishedEdition, view: View, postures: tuple[Posture, ...]) -> str:
    """What a plate is of, and from which side."""
    names = [edition.imbalances[one.imbalance].name for one in postures] or [_("Neutral posture")]
    facts = {"names": get_text_list(names, _("and"))}
    titles = {
        "side": _("%(names)s, seen from the left side") % facts,
        "front": _("%(names)s, seen from the front") % facts,
        "back": _("%(names)s, seen from the back") % facts,
    }
    return titles[view]


def description(
    edition: PublishedEdition,
    view: View,
    postures: tuple[Posture, ...],
    markings: tuple[Marking, ...],
) -> str:
    """What this view shows, and which numbers are in it, for a reader who does not see it."""
    seen = [mark for mark in markings if figures.shows(view, mark)]
    told = [looks(edition, view, postures), *sentences(edition, seen, numbers=True)]
    return " ".join(filter(None, told))


def looks(edition: PublishedEdition, view: View, postures: tuple[Posture, ...]) -> str:
    """How a body in these postures looks from this side."""
    found = [edition.imbalances[one.imbalance] for one in postures]
    views = {
        "side": [one.looks_side for one in found],
        "front": [one.looks_front for one in found],
        "back": [one.looks_back for one in found],
    }
    return " ".join(filter(None, views[view]))


def seen(view: View, told: str) -> str:
    """The same, saying from which side; nothing where there is nothing to see."""
    views = {
        "side": _("Seen from the left: %(looks)s"),
        "front": _("Seen from the front: %(looks)s"),
        "back": _("Seen from the back: %(looks)s"),
    }
    return views[view] % {"looks": told} if told else ""


def marks() -> figures.Words:
    """What a plate says of its marks."""
    return figures.Words(
        forward=_("pelvis tips forward"),
        backward=_("pelvis tips backward"),
        left_high=_("left hip higher"),
        right_high=_("right hip higher"),
        ear=_("ear ahead of the shoulder"),
        left=_("your left"),
        right=_("your right"),
    )


def sentences(
    edition: PublishedEdition, markings: Sequence[Marking], *, numbers: bool = False
) -> Iterator[str]:
    """Which muscles are tight, weak or both, with their numbers in the figure or without."""
    roles = {
        "tight": _("Tight: %(names)s."),
        "weak": _("Weak: %(names)s."),
        "mixed": _("Pulled both ways: %(names)s."),
    }
    for role, sentence in roles.items():
        marked = [mark for mark in markings if mark.role == role]
        names = [_muscle(edition, mark) for mark in marked]
        if numbers:
            names = [f"{mark.number} {name}" for mark, name in zip(marked, names, strict=True)]
        if names:
            yield sentence % {"names": ", ".join(names)}


def _muscle(edition: PublishedEdition, mark: Marking) -> str:
    name = edition.muscles[mark.muscle].name
    if mark.side == "left":
        return _("%(name)s on the left") % {"name": name}
    if mark.side == "right":
        return _("%(name)s on the right") % {"name": name}
    return name
