"""What answers about safety call for, read from the content without the code that is tested."""

from posture.catalogue import content
from posture.reasoning.knowledge import NOT_SURE

CATALOGUE = content.read().catalogue
FOUND = (*CATALOGUE.red_flags, *CATALOGUE.conditions)
PAGES = [page.slug for page in CATALOGUE.safety_pages]
ITEMS = [(one.page, one.slug) for one in FOUND]
SAFETY = {*PAGES, *(one.slug for one in FOUND)}
LINES = {
    page: [
        line.slug
        for one in FOUND
        if one.page == page
        for line in (getattr(one, "statements", ()) or [one])
    ]
    for page in PAGES
}
ORDER = ["emergency", "same-day", "under-age", "soon", "caution", ""]
STOPS = {"emergency", "same-day", "under-age"}


def level_of(said):
    """The most pressing level of all that was said; nothing for none."""
    levels, terms = [""], {f"{slug}={value}" for slug in said for value in said[slug]}
    for item in FOUND:
        told = item_said(item, said)
        if told == "yes":
            levels.append(item.level)
            terms.add(item.slug)
        elif told == NOT_SURE:
            levels.append(item.level if item.level == "emergency" else "caution")
    together = (
        one.level
        for one in CATALOGUE.escalations
        if all(terms & {*group} for group in one.every) and not terms & {*one.unless}
    )
    return min((*levels, *together), key=ORDER.index)


def item_said(item, said):
    """Yes, no or not sure of a red flag or condition."""
    lines = said.get(item.page, set())
    if lines == {NOT_SURE}:
        return next(iter(said.get(item.slug, {"no"})))
    first, *others = [one.slug for one in getattr(item, "statements", ())] or [item.slug]
    enough = len(lines & {*others}) >= getattr(item, "needed", 0)
    return "yes" if first in lines and enough else "no"


def screened(said):
    """Whether every page is answered, and every item of one that was not sure."""
    items = (slug for page, slug in ITEMS if said.get(page) == {NOT_SURE})
    return all(slug in said for slug in (*PAGES, *items))


def pain_of(said):
    """What somebody said of their pain; 0 where it is not known or there is none."""
    none = said.get("pain-where") == {"none"}
    return 0 if none else int(next(iter(said.get("pain-average", set()) - {NOT_SURE}), 0))


def without_safety(said):
    return {slug: told for slug, told in said.items() if slug not in SAFETY}
