"""What pages cost: CPU time in one process, interleaved, each as a ratio to a plain view."""

import logging
import os
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import brotli
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.runner import DiscoverRunner
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments import actions, plans
from assessments.course import Course
from assessments.models import Assessment
from assessments.visitors import Visitor, remember
from posture.catalogue import editions
from posture.reasoning.knowledge import NONE, NOT_SURE
from posture.reasoning.planning import Wishes

QUIET = {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}


@dataclass
class Case:
    """One kind of request, with the CPU milliseconds of each time it was made."""

    name: str
    path: str
    client: Client
    body: Callable[[], dict[str, Any]] | None = None
    times: list[float] = field(default_factory=list)
    queries: int = 0
    page: bytes = b""

    @property
    def median(self) -> float:
        return statistics.median(self.times)


class Command(BaseCommand):
    help = "Measure what the site's pages cost, on a database of its own that is thrown away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rounds", type=int, default=200)

    def handle(self, *args: Any, **options: Any) -> None:
        serve = get_wsgi_application()
        with scratch_database(), silent_log():
            cases = list(prepared())
            for case in cases:
                observe(case, serve)
            for _ in range(options["rounds"]):
                for case in cases:
                    case.times.append(timed(case, serve))
        self.stdout.write(table(cases))


@contextmanager
def scratch_database() -> Iterator[None]:
    """A new database with the shipped catalogue published."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        call_command("load_catalogue", verbosity=0)
        editions.publish_shipped()
        yield
    finally:
        runner.teardown_databases(old)


@contextmanager
def silent_log() -> Iterator[None]:
    """Lines of the log are made as ever, and written nowhere."""
    handlers = [one for one in logging.getLogger().handlers if hasattr(one, "setStream")]
    with Path(os.devnull).open("w") as nowhere:
        before = [one.setStream(nowhere) for one in handlers]
        yield
        for handler, stream in zip(handlers, before, strict=True):
            handler.setStream(stream)


def prepared() -> Iterator[Case]:
    """The cases: a visitor without an account, the same signed in, and one with 200 checks."""
    visitor, one, many = anonymous(), signed_in("one@example.org"), signed_in("many@example.org")
    yield Case("plain view", reverse("healthz"), visitor.client)
    yield from steps(visitor)
    imbalance = editions.current().catalogue.imbalances[0].slug
    yield Case("imbalance page", reverse("imbalance", args=[imbalance]), visitor.client)
    yield from steps(one, " (account)")
    for _ in range(200):
        finished(many.visitor)
    yield Case("history, 1 check", reverse("history"), one.client)
    yield Case("history, 200 checks", reverse("history"), many.client)


@dataclass(frozen=True)
class Person:
    visitor: Visitor
    client: Client


def steps(person: Person, who: str = "") -> Iterator[Case]:
    """A question, its answer, a result and a plan of one person."""
    done, opened = finished(person.visitor), answered(person.visitor)
    middle = opened.asked[len(opened.asked) // 2]
    ask = reverse("question", args=[opened.assessment.pk, middle])
    yield Case(f"question GET{who}", ask, person.client)
    yield Case(f"answer POST{who}", ask, person.client, body=alternating(opened, middle))
    result = reverse("result", args=[done.assessment.pk])
    yield Case(f"result page{who}", result, person.client)
    today = timezone.localdate()
    plans.wish(done.assessment, Wishes(), day=today)
    yield Case(f"plan page{who}", reverse("plan", args=[done.assessment.pk]), person.client)


def anonymous() -> Person:
    """A browser that proves itself by its cookie."""
    known, client, given = Visitor().with_key(), Client(), HttpResponse()
    remember(given, known)
    client.cookies.update(given.cookies)
    return Person(known, client)


def signed_in(email: str) -> Person:
    """A new account, and a browser signed in to it."""
    user = get_user_model().objects.create_user(email=email, password=None)
    client = Client()
    client.force_login(user)
    return Person(Visitor(user.pk), client)


def answered(visitor: Visitor) -> Course:
    """A check in which everything is answered, the middle choice of each question."""
    at = timezone.now()
    course = Course(actions.start(visitor, at=at), at)
    while screen := course.next_screen:
        course = actions.reply(course, slug=screen.slug, answer=(NONE,))
    while slug := course.next_question:
        choices = course.edition.knowledge.question[slug].choices
        answer = (choices[len(choices) // 2].slug,) if choices else (NOT_SURE,)
        course = actions.reply(course, slug=slug, answer=answer)
    return course


def finished(visitor: Visitor) -> Course:
    course = answered(visitor)
    actions.finish(course)
    return course


def alternating(course: Course, slug: str) -> Callable[[], dict[str, Any]]:
    """Replies that differ each time, each on the newest version of the check."""
    choices = [choice.slug for choice in course.edition.knowledge.question[slug].choices]

    def body() -> dict[str, Any]:
        choices.reverse()
        version = Assessment.objects.values_list("version", flat=True).get(pk=course.assessment.pk)
        return {"answer": choices[0], "version": version}

    return body


def environ(case: Case) -> dict[str, Any]:
    """A WSGI request of a case, as its browser would send it."""
    factory = RequestFactory(SERVER_NAME="localhost")
    factory.cookies = case.client.cookies
    if case.body is None:
        return factory.get(case.path).environ
    sent = urlencode(case.body())
    kind = "application/x-www-form-urlencoded"
    request = factory.post(case.path, sent, content_type=kind, headers={"HX-Request": "true"})
    request.environ["HTTP_COOKIE"] += "; csrf=" + TOKEN
    request.environ["HTTP_X_CSRFTOKEN"] = TOKEN
    return request.environ


TOKEN = "b" * 32


def served(request: dict[str, Any], serve: Any) -> tuple[str, bytes]:
    """The status and body of a response."""
    seen: list[str] = []
    response = serve(request, lambda status, headers: seen.append(status))
    page = b"".join(response)
    response.close()
    return seen[0], page


def timed(case: Case, serve: Any) -> float:
    """CPU milliseconds of one request."""
    request = environ(case)
    begun = time.process_time()
    served(request, serve)
    return (time.process_time() - begun) * 1000


def observe(case: Case, serve: Any) -> None:
    """The page of a case and its number of statements, in a request that is not timed."""
    request = environ(case)
    with CaptureQueriesContext(connection) as captured:
        status, case.page = served(request, serve)
    if status[:1] not in {"2", "3"}:
        raise SystemExit(f"{case.name}: {case.path} answered {status}.")
    verbs = [query["sql"].split(None, 1)[0] for query in captured.captured_queries]
    case.queries = sum(verb not in QUIET for verb in verbs)


def table(cases: list[Case]) -> str:
    """The measurements as text, one line a case."""
    plain = cases[0].median
    lines = [f"{'case':<24}{'CPU ms':>8}{'ratio':>8}{'queries':>9}{'bytes':>9}{'brotli-4':>10}"]
    for case in cases:
        packed = len(brotli.compress(case.page, quality=4))
        lines.append(
            f"{case.name:<24}{case.median:>8.2f}{case.median / plain:>8.1f}{case.queries:>9}"
            f"{len(case.page):>9}{packed:>10}"
        )
    return "\n".join(lines)
