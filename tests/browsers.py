"""A real Chromium for the tests: found or installed, watched, with and without JavaScript."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import BrowserContext, BrowserType, ConsoleMessage, Page, Playwright
from pytest_django.live_server_helper import LiveServer

from posture.bootstrap import alone
from posture.machine import SetupError, apt_install

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Whatever asks for a browser is a browser test; what is covered is measured in the others."""
    if "browser" in getattr(item, "fixturenames", ()):
        item.add_marker("browser")
        item.add_marker("no_cover")


# Finding one


def program(executable_of_playwright: str) -> str:
    """The path of a Chromium that starts; installs one where there is none."""
    named = os.environ.get("PLUMB_BROWSER")
    if named:
        return named
    return system_browser() or own_browser(executable_of_playwright) or debian_browser()


def system_browser() -> str | None:
    found = filter(None, map(shutil.which, NAMES))
    return next(filter(starts, found), None)


def own_browser(executable: str) -> str | None:
    """Playwright's own, downloaded when it is not there; without system libraries it is no use."""
    if not starts(executable):
        print("+ playwright install chromium", flush=True)
        install = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(install, check=False)
    return executable if starts(executable) else None


def debian_browser() -> str:
    apt_install("chromium")
    found = system_browser()
    if not found:
        raise SetupError("No Chromium starts here: name one that does in PLUMB_BROWSER.")
    return found


def starts(path: str) -> bool:
    try:
        return not subprocess.run([path, "--version"], capture_output=True, check=False).returncode
    except OSError:
        return False


def require_driver() -> None:
    """Playwright's driver needs a library that a minimal Debian lacks."""
    driver = [sys.executable, "-m", "playwright", "--version"]
    if subprocess.run(driver, capture_output=True, check=False).returncode:
        apt_install("libatomic1")


# Driving it


@pytest.fixture(scope="session")
def shown(pytestconfig: pytest.Config) -> Callable[[], Any]:
    """Lets what is printed inside be seen while the tests run."""
    return pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled


@pytest.fixture(scope="session")
def driver(shown: Callable[[], Any]) -> Iterator[None]:
    """Playwright's synchronous interface runs an event loop in this thread, which Django takes
    for asynchronous code; nothing here is, so the ORM is allowed.
    """
    with shown(), alone():
        require_driver()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def playwright(driver: None, playwright: Playwright) -> Playwright:
    return playwright


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType, shown: Callable[[], Any]
) -> dict[str, Any]:
    with shown(), alone():
        path = program(browser_type.executable_path)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return browser_type_launch_args | {"executable_path": path, "args": [*QUIET, *sandbox]}


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, quick_settings: None) -> Iterator[LiveServer]:
    """The site in a thread of this process, its static files through WhiteNoise as served."""
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = lambda application: application
    server.start()
    yield server
    server.stop()


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], watch: "Watch"
) -> Callable[..., BrowserContext]:
    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        watch.over(context)
        return context

    return watched


@pytest.fixture
def page_without_script(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a browser whose JavaScript is off."""
    return new_context(java_script_enabled=False).new_page()


# Watching it


@dataclass
class Watch:
    """Hears what no page may do: log an error, break the security policy, ask a foreign host.

    A test that provokes one on purpose names a part of the complaint in `expect`.
    """

    host: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        context.on("request", lambda request: self.follow(request.url))

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location.get("url", "")
            self.complaints.append(f"console: {message.text} ({place})")

    def follow(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme not in {"data", "blob", "about"} and address.netloc != self.host:
            self.complaints.append(f"foreign request: {url}")

    def expect(self, part: str) -> None:
        self.expected.append(part)

    def unexpected(self) -> list[str]:
        return [text for text in self.complaints if not any(part in text for part in self.expected)]


@pytest.fixture
def watch(live_server: LiveServer) -> Iterator[Watch]:
    """What the pages of this test did wrong; anything unexpected fails the test."""
    watching = Watch(urlsplit(live_server.url).netloc)
    yield watching
    assert not watching.unexpected()


OF_COLOURS = ["color-contrast", "link-in-text-block"]  # axe-core's rules that look at colours


@pytest.fixture
def axe() -> Callable[..., None]:
    """`axe(page)` fails with a report when axe-core finds a violation on the page as it stands.

    Where all else was looked at before, `axe(page, OF_COLOURS)` asks these rules alone.
    """

    def look(page: Page, rules: Sequence[str] = (), **options: Any) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        asked = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {}), **options}
        found = AxeResults(page.evaluate("options => axe.run(options)", asked))
        assert found.violations_count == 0, found.generate_report()

    return look
