"""Walking a story through the check as its person would: page after page, with what is on it."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Locator, Page

from tests.browser.stories import Story

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ASKING = ("safety", "questions")  # the third part of an address where something is asked


def places(url: str) -> list[str]:
    """The parts of an address: "check", the id, "questions", the slug."""
    return urlsplit(url).path.strip("/").split("/")


def step_of(url: str) -> str:
    """The slug of what is asked at an address, or nothing."""
    parts = places(url)
    return parts[-1] if len(parts) > 3 and parts[2] in ASKING else ""


def inputs(markup: str, name: str) -> list[str]:
    """The values of the inputs of a name."""
    return re.findall(f'name="{name}" value="([^"]*)"', markup)


@dataclass
class Walk:
    """One person at one browser. `asked` gathers the steps they were asked, in their order."""

    page: Page
    story: Story
    asked: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def check(self) -> str:
        """The address of the check, whatever page of it is shown."""
        return "/" + "/".join(places(self.page.url)[:2]) + "/"

    @property
    def step(self) -> str:
        return step_of(self.page.url)

    def begin(self) -> None:
        """From the first page to the first step."""
        self.page.goto("/")
        self.page.get_by_role("link", name="Start your check").first.click()
        self.page.get_by_role("checkbox", name="I agree").check()
        self.page.get_by_role("button", name="Start").click()
        self.page.wait_for_url("**/safety/**")

    def boxes(self) -> Locator:
        return self.page.locator("input[name=answer]")

    def box(self, value: str) -> Locator:
        return self.page.locator(f'input[name=answer][value="{value}"]')

    def offered(self) -> frozenset[str]:
        return frozenset(box.get_attribute("value") or "" for box in self.boxes().all())

    def choose(self) -> None:
        for value in self.story.reply(self.step, self.offered()):
            self.box(value).check()

    def send(self) -> None:
        """Continue, and wait until the next page stands."""
        here = self.path
        self.page.get_by_role("button", name="Continue").click()
        self.page.locator(f'form[action="{here}"]').wait_for(state="detached")
        self.page.wait_for_load_state()

    def answer(self) -> None:
        self.asked.append(self.step)
        self.choose()
        self.send()

    def on(self, until: str = "") -> "Walk":
        """Answer all that is asked, or go as far as the step `until`."""
        while self.step and self.step != until:
            self.answer()
        return self

    def hasten(self, until: str = "") -> "Walk":
        """Go as far as `on` does, without drawing the pages on the way."""
        request = self.page.request
        shown = request.get(self.page.url)
        while (step := step_of(shown.url)) and step != until:
            markup = shown.text()
            fields = {name: inputs(markup, name)[0] for name in ("csrfmiddlewaretoken", "version")}
            answers = self.story.reply(step, frozenset(inputs(markup, "answer")))
            form = [*fields.items(), *(("answer", value) for value in answers)]
            shown = request.post(shown.url, data=urlencode(form), headers=FORM)
        self.page.goto(shown.url)
        return self

    def finish(self) -> "Walk":
        self.page.get_by_role("button", name="See my result").click()
        self.page.wait_for_url("**/result/")
        return self
