"""Getting to a result, and reading it."""

import re
from html import unescape

from django.utils import timezone

from assessments.course import Course
from assessments.walks import through
from tests.assessments.people import PEOPLE


def finish(walker, name, **other):
    """Begin as a visitor does, answer all at once (some `other` than told), and stand there."""
    walker.begin()
    through(Course(walker.row, timezone.now()), PEOPLE[name] | other)
    walker.path = walker.at("result")


def text(page):
    """The words of a page without its markup."""
    main = page.split('<main id="main">', 1)[1].split("</main>", 1)[0]
    main = re.sub(r"<svg.*?</svg>", " ", main, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
