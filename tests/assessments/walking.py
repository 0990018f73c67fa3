"""A person at the check: a client that starts, answers page after page, and finishes."""

import re
from urllib.parse import urlsplit

from assessments.models import Assessment

HTMX = {"HX-Request": "true"}
VERSION = re.compile(r'name="version" value="(\d+)"')
PAGES = (
    "emergency-body",
    "emergency-head-and-falls",
    "same-day-illness",
    "same-day-nerves-and-joints",
    "worth-checking",
    "stiff-back",
    "your-health",
    "your-body",
)


class Walker:
    """Answers like somebody who only sees pages. `path` is where the last step led to."""

    def __init__(self, client):
        self.client = client
        self.root = ""
        self.path = "/check/"
        self.asked = []

    def begin(self):
        response = self.client.post("/check/", {"consent": "on"})
        assert response.status_code == 303, response.status_code
        self.root = response["Location"]
        return self.resume()

    def at(self, *parts):
        """The address of a page of this check."""
        return self.root + "".join(f"{part}/" for part in parts)

    def resume(self):
        """Ask the site where the check stands."""
        self.path = self.client.get(self.root)["Location"]
        return self

    @property
    def here(self):
        """What the address is below the check's own."""
        return self.path.removeprefix(self.root).strip("/")

    @property
    def pk(self):
        return self.root.split("/")[2]

    @property
    def row(self):
        return Assessment.objects.get(pk=self.pk)

    def see(self, path=None):
        response = self.client.get(path or self.path)
        assert response.status_code == 200, (path or self.path, response.status_code)
        return response.content.decode()

    def version(self, path=None):
        """What the page says the check's version is."""
        return VERSION.search(self.see(path))[1]

    def post(self, path, *values, version=None, htmx=False, **more):
        """Send a reply as the page would."""
        seen = self.version(path) if version is None else version
        data = {"answer": list(values), "version": seen, **more}
        return self.client.post(path, data, headers=HTMX if htmx else {})

    def reply(self, *values, at=None, version=None):
        """Answer the page at hand, or another one, and go where that leads."""
        response = self.post(at or self.path, *values, version=version)
        assert response.status_code == 303, (at or self.path, values, response.status_code)
        self.path = urlsplit(response["Location"]).path
        return self

    def hasten(self, value):
        """Reply to the page at hand without drawing it."""
        return self.reply(value, version=self.row.version)

    @property
    def least(self):
        """The reply to the page at hand that says least."""
        match self.here.split("/"):
            case ["safety", _]:
                return "none"
            case ["safety", _, _]:
                return "no"
            case ["questions", "age"]:
                return "18-39"
        return "not-sure"

    def say(self, said, slug):
        """Reply what is said of a page, or hasten by it."""
        if slug not in said:
            return self.hasten(self.least)
        values = said[slug]
        return self.reply(*([values] if isinstance(values, str) else values))

    def pass_safety(self, **ticked):
        """Answer the safety screen; names are pages or items with _ for -, all else is no."""
        said = {name.replace("_", "-"): value for name, value in ticked.items()}
        while self.here.startswith("safety/"):
            self.say(said, self.here.split("/")[-1])
        return self

    def answer_all(self, **given):
        """Answer the questions that are asked: as given, and else with what says least."""
        said = {name.replace("_", "-"): value for name, value in given.items()}
        while self.here.startswith("questions/"):
            slug = self.here.split("/")[1]
            self.asked.append(slug)
            self.say(said, slug)
        return self

    def finish(self):
        response = self.client.post(self.at("answers"))
        assert response.status_code == 303, response.status_code
        self.path = response["Location"]
        return self

    def to_result(self, **given):
        """A whole check: nothing about safety, and these answers."""
        return self.begin().pass_safety().answer_all(**given).finish()
