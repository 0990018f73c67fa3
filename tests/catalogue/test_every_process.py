"""Several processes: each sees within a second what another published, and none breaks another."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlencode

import pytest
from django.db import connection

from posture.catalogue import editions, loading
from posture.catalogue.models import Edition, Evidence, Muscle
from tests.catalogue.conftest import MANAGE

ONE_SECOND = 1.0


# Reading from memory


@pytest.mark.django_db
def test_within_a_second_the_current_edition_costs_no_query(django_assert_num_queries):
    editions.current()
    with django_assert_num_queries(0):
        for _ in range(100):
            editions.edition(1)
            assert editions.current().knowledge.questions
            assert editions.current().review
            assert not editions.current().recalled


@pytest.mark.django_db
def test_after_a_second_one_query_asks_for_news(django_assert_num_queries):
    before = editions.current()
    time.sleep(ONE_SECOND)
    with django_assert_num_queries(1):
        assert editions.current() is before


@pytest.mark.django_db
def test_the_pointer_does_not_read_what_editions_hold(django_assert_num_queries):
    editions.current()
    editions.desk.forget()
    with django_assert_num_queries(1) as asked:
        editions.current()
    assert "document" not in asked[0]["sql"]


# Other processes


def address() -> str:
    """The test database as DATABASE_URL names it."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{facts['NAME']}"
    person = quote(facts["USER"]) + (f":{quote(facts['PASSWORD'])}" if facts["PASSWORD"] else "")
    place = f"{facts['HOST']}:{facts['PORT']}".rstrip(":")
    host = urlencode({"host": facts["OPTIONS"]["host"]}) if "host" in facts["OPTIONS"] else ""
    return f"postgresql://{person}@{place}/{facts['NAME']}?{host}"


@pytest.fixture
def other_process(transactional_db, tmp_path) -> Callable[..., subprocess.Popen]:
    environment = os.environ | {"DATABASE_URL": address(), "PLUMB_VAR": str(tmp_path)}

    def start(*arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, MANAGE, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start


def test_what_another_process_publishes_is_seen_within_a_second(other_process):
    Muscle.objects.filter(pk="psoas").update(where="Where staff say")
    assert editions.current().number == 1
    other = other_process("publish", "--note", "From elsewhere")
    while not Edition.objects.filter(number=2).exists():
        assert other.poll() in {None, 0}, other.stdout.read()
        editions.current()
    published = time.monotonic()
    while editions.current().number == 1:
        assert time.monotonic() - published < ONE_SECOND + 0.2
        time.sleep(0.01)
    assert editions.current().muscles["psoas"].where == "Where staff say"
    assert other.communicate()[0] == "Edition 2 was published.\n"


def test_two_processes_that_publish_at_once_both_end_well(other_process):
    Muscle.objects.filter(pk="psoas").update(where="Where staff say")
    others = [other_process("publish") for _ in range(2)]
    said = [other.communicate()[0] for other in others]
    assert [other.returncode for other in others] == [0, 0], said
    assert "Edition 2 was published.\n" in said
    numbers = sorted(Edition.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


# Many at once


def at_once(act: Callable[[], object], times: int = 4) -> list[object]:
    """What the act returns, done by several threads that each have their own connection."""

    def alone(_: int) -> object:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(alone, range(times)))


def test_editions_published_at_once_get_numbers_of_their_own(transactional_db):
    issued = at_once(editions.publish)
    assert sorted(edition.number for edition in issued) == [2, 3, 4, 5]
    assert len({edition.checksum for edition in issued}) == 1


def test_the_first_edition_published_at_once_is_only_one_of_several(transactional_db):
    """No row is there yet that could be locked."""
    Edition.objects.all().delete()
    editions.desk.forget()
    assert sorted(edition.number for edition in at_once(editions.publish)) == [1, 2, 3, 4]


def test_content_loaded_at_once_is_added_once(transactional_db, shipped):
    Evidence.objects.all().delete()
    reports = at_once(lambda: loading.load(shipped))
    assert sorted(bool(report.added) for report in reports) == [False, False, False, True]


def test_two_recalls_at_once_leave_an_edition(transactional_db):
    editions.publish()
    numbers = iter([1, 2])

    def recalled() -> bool:
        try:
            editions.recall(next(numbers), by=None, reason="Both are wrong.")
        except editions.NoEdition:
            return False
        return True

    assert sorted(at_once(recalled, times=2)) == [False, True]
    assert Edition.objects.valid().count() == 1
