"""Whatever a person opens or sends, in whatever order: a stop stands, and nothing breaks.

The walk keeps its own account of what was said, and its own reading of what that calls for.
"""

import math
from collections import Counter
from datetime import timedelta
from itertools import count, takewhile

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from assessments.course import as_answer, as_reply
from assessments.models import Assessment
from assessments.sheets import item_sheet, question_sheet, safety_sheet
from posture.catalogue import editions
from posture.reasoning.knowledge import NOT_SURE
from tests.assessments.reading import (
    CATALOGUE,
    ITEMS,
    LINES,
    PAGES,
    SAFETY,
    STOPS,
    level_of,
    pain_of,
    screened,
    without_safety,
)
from tests.assessments.walking import HTMX

QUESTIONS = [question.slug for question in CATALOGUE.questions]
FIXED = [question.slug for question in CATALOGUE.questions if not question.adaptive]
AGES = ["under-16", "16-17", "18-39", "75-plus"]
CHANGES = [
    *(("age", age) for age in AGES),
    *(("pain-average", str(pain)) for pain in (0, 1, 2, 3, 9)),
    ("pain-worse", "rest-or-night"),
    *(("pain-where", where) for where in ("low-back", "none")),
    ("wall-head", "bigger-gap"),
    ("rib-height", "yes"),
]
CHOICES = sorted({choice.slug for question in CATALOGUE.questions for choice in question.choices})
SAFE = ["none", "no", NOT_SURE]

STEPS = st.one_of(
    st.sampled_from([f"safety/{page}/" for page in PAGES]),
    st.sampled_from([f"safety/{page}/{item}/" for page, item in ITEMS]),
    st.sampled_from([f"questions/{slug}/" for slug in QUESTIONS]),
)
ADDRESSES = st.one_of(STEPS, st.sampled_from(["", "answers/", "stop/", "result/", "save/"]))
WORDS = st.one_of(
    st.sampled_from(SAFE),
    st.sampled_from([slug for _, slug in ITEMS]),
    st.sampled_from(CHOICES),
    st.text(max_size=5),
)
REPLIES = st.lists(WORDS, max_size=3)
CHANCE = st.randoms(use_true_random=False)
TWO_WEEKS = timedelta(days=14, minutes=1)

TOLD = {  # a page of the safety screen, and the replies to it and its items
    "emergency": ("emergency-body", ["saddle"]),
    "unsure": ("emergency-body", [NOT_SURE, NOT_SURE]),
    "same-day": ("same-day-illness", ["weight-loss"]),
}
STARTS = ["new", "screened", "finished", "sorer", "under-age", *TOLD]

reached = Counter()


class AtTheCheck(RuleBasedStateMachine):
    """One browser with two tabs; `sent` are the forms it may send again.

    `said` is what was accepted since the check began or its person called it a mistake, `stopped`
    the level of a stop, and `old` whether safety was answered long ago. `told` numbers the replies
    about safety that hold, and `results` are the pain of each result with those it rests on.
    """

    start = "new"

    @initialize()
    def begin(self):
        cache.clear()  # the limit of new checks in a minute
        Assessment.objects.all().delete()
        self.travel = time_machine.travel(timezone.now())
        self.clock = self.travel.start()
        self.client = Client(raise_request_exception=False)
        self.root = self.client.post("/check/", {"consent": "on"})["Location"]
        self.sent, self.said, self.stopped, self.old = [], {}, "", False
        self.told, self.results, self.number = {}, [], count(1)
        self.lead_to_the_start()

    def lead_to_the_start(self):
        """Take the steps of somebody with no red flag, or with one."""
        page, replies = TOLD.get(self.start, ("", []))
        pages = PAGES.index(page) if page else 0 if self.start == "new" else len(PAGES)
        self.answer_what_is_asked(unsure=False, count=pages, age="18-39")
        for said in replies:
            self.reply(self.here(), [said])
        if self.start == "under-age":
            self.reply(self.here(), ["under-16"])
        if self.start in {"finished", "sorer"}:
            self.finish_knowing_nothing()
        if self.start == "sorer":
            self.reply(f"{self.root}questions/pain-average/", ["9"])

    def finish_knowing_nothing(self):
        """Tell the age, write "not sure" to all else, and finish."""
        self.reply(self.here(), ["18-39"])
        row, at = self.row(), timezone.now()
        others = [slug for slug in FIXED if slug != "age"]
        row.answers |= {slug: as_reply((NOT_SURE,), at) for slug in others}
        row.save()
        self.said |= {slug: {NOT_SURE} for slug in others}
        self.finish()

    def teardown(self):
        self.travel.stop()

    def row(self):
        return Assessment.objects.get(pk=self.root.split("/")[2])

    def here(self):
        return self.client.get(self.root)["Location"]

    def send(self, path, data, **more):
        """Post a form; whether it was accepted shows in the version of the check alone."""
        before = self.row()
        response = self.client.post(path, data, **more)
        assert response.status_code in {303, 422, 404, 405}, (path, data, response.status_code)
        return self.row().version != before.version

    # What a person may do

    @rule(address=ADDRESSES)
    def open_an_address(self, address):
        assert self.client.get("/history/").status_code == 200
        response = self.client.get(self.root + address)
        assert response.status_code in {200, 302, 303, 404}, (address, response.status_code)
        showing_a_result = response.status_code == 200 and address == "result/"
        assert not showing_a_result or self.row().is_finished

    @rule(unsure=st.booleans(), count=st.integers(1, 12), age=st.sampled_from(AGES))
    def answer_what_is_asked(self, unsure, count, age):
        """The way of somebody in a hurry, far into the check."""
        for _ in range(count):
            path = self.here()
            if not path.startswith((f"{self.root}safety/", f"{self.root}questions/")):
                break
            asked = path.removeprefix(self.root).strip("/").split("/")
            says_no = "no" if len(asked) == 3 else "none"
            says_least = NOT_SURE if unsure or asked[0] == "questions" else says_no
            self.reply(path, [age if asked[-1] == "age" else says_least])

    @rule(chance=CHANCE, pages=st.integers(0, 7))
    def pass_some_pages_and_tick_something_on_the_next(self, chance, pages):
        self.answer_what_is_asked(unsure=False, count=pages, age="18-39")
        path = self.here()
        asked = path.removeprefix(self.root).strip("/").split("/")
        if asked[0] == "safety":
            lines = LINES[asked[1]] if len(asked) == 2 else ["yes", NOT_SURE]
            self.reply(path, [chance.choice(lines)])

    @rule(age=st.sampled_from(AGES))
    def answer_the_rest_and_finish(self, age):
        self.answer_what_is_asked(unsure=False, count=len(PAGES) + len(FIXED), age=age)
        self.finish()

    @precondition(lambda self: self.row().is_finished)
    @rule(change=st.sampled_from(CHANGES))
    def change_an_answer_of_the_result(self, change):
        slug, value = change
        self.reply(f"{self.root}questions/{slug}/", [value])

    @rule(address=STEPS | st.none(), answer=REPLIES, htmx=st.booleans())
    def reply_anything_anywhere(self, address, answer, htmx):
        """At any step, or at the one that is asked."""
        path = self.root + address if address else self.here()
        self.reply(path, answer, headers=HTMX if htmx else {})

    @rule(chance=CHANCE, fresh=st.booleans())
    def send_again_from_another_tab(self, chance, fresh):
        """A form sent before, as it was or with the version of now."""
        sent = [one for one in self.sent if one[0].startswith(self.root)]
        if sent:
            path, data = chance.choice(sent)
            version = {"version": str(self.row().version)} if fresh else {}
            self.post(path, data | version)

    @precondition(lambda self: self.stopped)
    @rule()
    def say_it_was_a_mistake(self):
        if self.send(f"{self.root}mistake/", {}):
            kept = without_safety(self.said) if self.stopped == "same-day" else {}
            self.said = {} if level_of(kept) in STOPS else kept
            self.stopped, self.old, self.told = "", False, {}
            reached["mistake"] += 1

    @rule()
    def finish(self):
        if self.send(f"{self.root}answers/", {}):
            assert screened(self.relied_on())
            assert level_of(self.said) not in STOPS
            self.results.append((pain_of(self.said), self.told))
            reached["finished"] += 1

    @rule()
    def let_two_weeks_pass(self):
        self.clock.shift(TWO_WEEKS)
        self.old = not SAFETY.isdisjoint(self.said)

    # What the walk makes of it

    def reply(self, path, answer, **more):
        data = {"answer": answer, "version": str(self.row().version)}
        self.sent.append((path, data))
        self.post(path, data, **more)

    def post(self, path, data, **more):
        before = self.row()
        if not self.send(path, data, **more):
            return
        if before.is_finished:
            new = before.later.latest("started_at")
            self.root = f"/check/{new.pk}/"
            reached["changed"] += 1
        elif self.old:
            self.said, self.old, self.told = without_safety(self.said), False, {}
        self.hear(path.strip("/").split("/")[-1], {*data["answer"]})

    def hear(self, slug, answer):
        """Take an accepted reply into account."""
        before = pain_of(self.said)
        self.said = self.said | {slug: answer}
        if slug in SAFETY:
            self.told = self.told | {slug: next(self.number)}
        if pain_of(self.said) > before and pain_of(self.said) >= self.least() + 2:
            self.said, self.told = without_safety(self.said), {}
            reached["pain has risen"] += 1
        level = level_of(self.relied_on())
        if level == "emergency" or (level in STOPS and self.row().is_stopped):
            self.stopped = level
            reached[level] += 1

    def least(self):
        """The least pain of results that rest on a reply about safety that still holds."""
        shared = takewhile(lambda one: one[1].items() & self.told.items(), self.results[::-1])
        return min((pain for pain, _ in shared), default=math.inf)

    def relied_on(self):
        return without_safety(self.said) if self.old else self.said

    @invariant()
    def it_stands_where_what_was_said_leads(self):
        row, here = self.row(), self.here()
        assert row.stopped_at_level == self.stopped
        if self.stopped:
            assert here == f"{self.root}stop/"
            assert bool(row.answers) == (self.stopped == "same-day")
        elif row.is_finished:
            assert here == f"{self.root}result/"
        elif level_of(self.relied_on()) in STOPS or not screened(self.relied_on()):
            assert here.startswith(f"{self.root}safety/")
        else:
            assert here.startswith((f"{self.root}questions/", f"{self.root}answers/"))

    @invariant()
    def only_a_finished_check_has_a_result(self):
        for row in Assessment.objects.unfinished():
            assert row.result is None
            assert self.client.get(f"/check/{row.pk}/result/").status_code in {302, 303}

    @invariant()
    def only_what_was_offered_is_stored(self):
        number = editions.current().number
        pages = {item: page for page, item in ITEMS}
        for row in Assessment.objects.all():
            for slug, reply in row.answers.items():
                sheet = (
                    question_sheet(number, slug)
                    or safety_sheet(number, slug)
                    or item_sheet(number, pages[slug], slug)
                )
                answer = as_answer(reply)
                given = [str(answer)] if isinstance(answer, int) else [*answer]
                assert given
                assert {*given} <= {*sheet.values}
                assert len(given) == 1 or (sheet.kind == "checkbox" and not sheet.alone & {*given})


REACHED = {
    "emergency",
    "same-day",
    "under-age",
    "mistake",
    "finished",
    "changed",
    "pain has risen",
}


@pytest.mark.django_db
@pytest.mark.no_cover
def test_nothing_bypasses_a_stop():
    """Each run begins with a browser of its own; its checks go with the test."""
    reached.clear()
    for start in STARTS:
        walk = type("Walk", (AtTheCheck,), {"start": start}).TestCase
        walk.settings = settings(
            max_examples=5,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        walk().runTest()
    assert {*reached} >= REACHED, reached
