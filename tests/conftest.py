"""What every test stands on: the site's own settings made quick, and one published catalogue."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import override_settings
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from posture.catalogue import editions
from posture.catalogue.admin import pending
from tests.rows import restore, tables_of

pytest_plugins = ["tests.browsers"]

MEASURED = 2  # variants of each parameter
TOUCHES_DATABASE = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        action="store_true",
        help="run only the tests that touch the database and need no browser",
    )


def pytest_itemcollected(item: pytest.Item) -> None:
    """Measuring what is covered costs as much again: of a test with the database, whose variants
    differ in rows and not in code, only the first are measured.
    """
    variant = getattr(item, "callspec", None)
    if variant and of_database(item) and max(variant.indices.values(), default=0) >= MEASURED:
        item.add_marker("no_cover")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is measured comes first: what a process reads once is then read while it is measured.

    Browser tests come last: Playwright's event loop then disturbs no other test. Long ones are the
    first of these: no processor waits for the other in the end.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is not None)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    if config.getoption("database"):
        config.hook.pytest_deselected(items=[item for item in items if not of_database(item)])
        items[:] = filter(of_database, items)


def of_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("browser"):
        return False
    names = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or names & TOUCHES_DATABASE)


# Settings


@pytest.fixture(scope="session", autouse=True)
def quick_settings(
    django_test_environment: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The site as it runs, but with cheap passwords and uncompressed static files."""
    quick = override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        WHITENOISE_AUTOREFRESH=True,  # looks a file up when asked, not all at every client's start
        WHITENOISE_SKIP_COMPRESS_EXTENSIONS=["css", "js", "svg", "woff2", "txt", "json", "png"],
    )
    with quick:
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(autouse=True)
def counts_from_zero() -> Iterator[None]:
    """No test inherits the rate limits that another has used up."""
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def looks_again() -> Iterator[None]:
    """No test believes in an edition, or in rows, that another has changed and rolled back."""
    editions.desk.forget()
    yield
    editions.desk.forget()
    pending.remembered.cache_clear()


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Where `page.goto("/")` leads; a plugin of Playwright's would otherwise have the last word."""
    return live_server.url


# Database


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite keeps its test database in a file: each thread has its own connection, as served.

    A power cut may destroy it, so no commit waits for the disk.
    """
    if connection.vendor == "sqlite":
        place = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(place)
        connection.settings_dict["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load and publish the shipped catalogue once, and bring it back after every flush.

    So are the permissions and the types they are for, before Django misses them.
    """
    models = apps.get_app_config("catalogue").get_models(include_auto_created=True)
    first = next(app for app in apps.get_app_configs() if app.models_module)
    with django_db_blocker.unblock():
        call_command("load_catalogue", verbosity=0)
        editions.publish_shipped()
        shipped = tables_of([ContentType, Permission, *models])

    def bring_back(**_: object) -> None:
        restore(shipped)

    post_migrate.connect(bring_back, sender=first)
    yield
    post_migrate.disconnect(bring_back, sender=first)


@pytest.fixture
def published(db: None):
    """The edition that visitors see."""
    return editions.current()
