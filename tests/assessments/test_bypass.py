"""Whatever a person opens or sends, in whatever order: a stop stands, and nothing breaks."""

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from assessments.course import Course, as_answer
from assessments.models import Assessment
from assessments.sheets import item_sheet, question_sheet, safety_sheet
from posture.catalogue import content, editions
from posture.reasoning.knowledge import NOT_SURE
from tests.assessments.walking import HTMX

CATALOGUE = content.read().catalogue
PAGES = [page.slug for page in CATALOGUE.safety_pages]
ITEMS = [(one.page, one.slug) for one in (*CATALOGUE.red_flags, *CATALOGUE.conditions)]
QUESTIONS = [question.slug for question in CATALOGUE.questions]
CHOICES = sorted({choice.slug for question in CATALOGUE.questions for choice in question.choices})
DANGEROUS = ["saddle", "fever", "foot-drop", "arm-weak", "getting-worse", "yes", "under-16"]
SAFE = ["none", "no", NOT_SURE]

STEPS = st.one_of(
    st.sampled_from([f"safety/{page}/" for page in PAGES]),
    st.sampled_from([f"safety/{page}/{item}/" for page, item in ITEMS]),
    st.sampled_from([f"questions/{slug}/" for slug in QUESTIONS]),
)
ADDRESSES = st.one_of(STEPS, st.sampled_from(["", "answers/", "stop/", "result/", "save/"]))
WORDS = st.one_of(
    st.sampled_from(SAFE), st.sampled_from(DANGEROUS), st.sampled_from(CHOICES), st.text(max_size=5)
)
REPLIES = st.lists(WORDS, max_size=3)


class AtTheCheck(RuleBasedStateMachine):
    """One browser with two tabs; `sent` are the forms it may send again."""

    @initialize()
    def begin(self):
        cache.clear()  # the limit of new checks in a minute
        Assessment.objects.all().delete()
        self.client = Client(raise_request_exception=False)
        self.root = self.client.post("/check/", {"consent": "on"})["Location"]
        self.sent = []

    def row(self):
        return Assessment.objects.get(pk=self.root.split("/")[2])

    def send(self, path, data, **more):
        response = self.client.post(path, data, **more)
        assert response.status_code in {303, 422, 404, 405}, (path, data, response.status_code)

    @rule(address=ADDRESSES)
    def open_an_address(self, address):
        response = self.client.get(self.root + address)
        assert response.status_code in {200, 302, 303, 404}, (address, response.status_code)
        showing_a_result = response.status_code == 200 and address == "result/"
        assert not showing_a_result or self.row().is_finished

    @rule(said=st.sampled_from(SAFE), count=st.integers(1, 12))
    def answer_what_is_asked(self, said, count):
        """The way of somebody in a hurry, far into the check."""
        for _ in range(count):
            path = self.client.get(self.root)["Location"]
            if not path.startswith((f"{self.root}safety/", f"{self.root}questions/")):
                break
            answer = "none" if path.count("/") == 5 and "/safety/" in path else "no"
            answer = NOT_SURE if "/questions/" in path else answer
            self.reply(path, [said if said == NOT_SURE else answer])

    @rule(address=STEPS, answer=REPLIES, htmx=st.booleans())
    def reply_anywhere(self, address, answer, htmx):
        self.reply(self.root + address, answer, headers=HTMX if htmx else {})

    @rule(answer=REPLIES)
    def reply_to_what_is_asked(self, answer):
        self.reply(self.client.get(self.root)["Location"], answer)

    def reply(self, path, answer, **more):
        data = {"answer": answer, "version": str(self.row().version)}
        self.sent.append((path, data))
        self.send(path, data, **more)

    @rule(choice=st.randoms(use_true_random=False), fresh=st.booleans())
    def send_again_from_another_tab(self, choice, fresh):
        """A form sent before, as it was or with the version of now."""
        if self.sent:
            path, data = choice.choice(self.sent)
            self.send(path, data | ({"version": str(self.row().version)} if fresh else {}))

    @rule()
    def say_it_was_a_mistake(self):
        self.send(f"{self.root}mistake/", {})

    @rule()
    def finish(self):
        self.send(f"{self.root}answers/", {})

    @rule()
    def look_at_the_history(self):
        assert self.client.get("/history/").status_code == 200

    @invariant()
    def a_stop_stands(self):
        for row in Assessment.objects.all():
            course = Course(row, row.changed_at)
            if row.is_finished:
                assert not course.screening.stops
                assert course.next_screen is None
            if row.is_stopped and row.stopped_at_level != "same-day":
                assert row.answers == {}
            if not row.is_finished:
                result = self.client.get(f"/check/{row.pk}/result/")
                assert result["Location"] == course.onward
            if course.stopped_at:
                assert course.onward == f"/check/{row.pk}/stop/"

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


@pytest.mark.django_db
@pytest.mark.no_cover
def test_nothing_bypasses_a_stop():
    """Each run begins with a browser of its own; its checks go with the test."""
    walk = AtTheCheck.TestCase
    walk.settings = settings(
        max_examples=25,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    walk().runTest()
