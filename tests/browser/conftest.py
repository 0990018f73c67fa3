"""People at a browser: a walk through the check, with and without JavaScript."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page

from tests.assessments.results import finish
from tests.assessments.walking import Walker
from tests.browser.stories import story
from tests.browser.walking import Walk


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def either_page(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a new browser, once with JavaScript and once without."""
    return new_context(java_script_enabled=request.param).new_page()


@pytest.fixture
def either_walk(either_page: Page) -> Callable[[str], Walk]:
    """As `walk`, once with JavaScript and once without."""
    return walks(either_page)


@pytest.fixture
def walk(page: Page) -> Callable[[str], Walk]:
    """`walk(name)` sends the person of a story to the first step of the check."""
    return walks(page)


def walks(page: Page) -> Callable[[str], Walk]:
    def begun(name: str) -> Walk:
        walking = Walk(page, story(name))
        walking.begin()
        return walking

    return begun


@pytest.fixture
def finished(live_server, context: BrowserContext) -> Callable[[str], Walker]:
    """Finish the check of a person by name; the browser is theirs."""

    def made(name: str) -> Walker:
        walker = Walker(Client())
        finish(walker, name)
        cookies = walker.client.cookies.items()
        context.add_cookies(
            [{"name": name, "value": one.value, "url": live_server.url} for name, one in cookies]
        )
        return walker

    return made
