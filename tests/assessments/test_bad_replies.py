"""Bad input of any kind: a clear message, the choice kept, nothing stored, never a 500."""

import re

import pytest

from posture.catalogue import content
from tests.assessments.walking import HTMX

KINDS = {question.slug: question.kind for question in content.read().catalogue.questions}
OFFERED = "Select one of the answers on this page."
MISSING = "Select an answer, or ‘I&#x27;m not sure’."
FOR_WHOM = "Select an answer. We need it to know whether this check is for you."
ONE = "Select one answer."
ALONE = "‘I&#x27;m not sure’ alone, or only the others."
NONE_ALONE = (
    "Select ‘None of these’ / ‘I&#x27;m not sure about one of these’ alone, or only the others."
)

BAD = [
    ("age", [], FOR_WHOM),
    ("age", [""], OFFERED),
    ("age", ["no-such-choice"], OFFERED),
    ("age", ["neck"], OFFERED),
    ("age", ["18-39", "40-54"], ONE),
    ("age", ["not-sure"], OFFERED),
    ("pain-side", ["left", "not-sure"], ONE),
    ("age", ["0"], OFFERED),
    ("age", ["18-39\0"], OFFERED),
    ("age", ["\ud800".encode("utf-8", "surrogatepass")], OFFERED),
    ("age", ["x" * 100_000], OFFERED),
    ("age", ["<script>alert(1)</script>"], OFFERED),
    ("pain-where", [], MISSING),
    ("pain-where", ["none", "neck"], "alone, or only the others."),
    ("pain-where", ["not-sure", "neck"], "alone, or only the others."),
    ("pain-where", ["none", "not-sure"], "alone, or only the others."),
    ("pain-where", ["neck", "18-39"], OFFERED),
    ("pain-average", ["11"], OFFERED),
    ("pain-average", ["-1"], OFFERED),
    ("pain-average", ["7.5"], OFFERED),
    ("pain-average", ["\u0667"], OFFERED),  # a seven, but not ours
    ("pain-average", ["7", "8"], ONE),
    ("pain-average", ["7", "not-sure"], ONE),
    ("wall-head", ["cannot", "touches"], ONE),
]


@pytest.fixture
def asked(screened):
    """Leads to a question, with everything before it answered."""

    def led_to(slug):
        while screened.here != f"questions/{slug}":
            screened.reply(screened.least)
        return screened

    return led_to


@pytest.mark.parametrize(("slug", "said", "message"), BAD)
def test_a_bad_reply_stores_nothing_and_is_said_on_the_page(asked, slug, said, message):
    walker = asked(slug)
    before = walker.row.answers
    response = walker.post(walker.path, *said)
    assert (response.status_code, response["Location"]) == (303, walker.path)
    page = walker.see()
    assert message in page
    assert "There is a problem" in page
    assert "<title>Error: " in page
    assert walker.row.answers == before
    assert message not in walker.see(), "it is said once"


@pytest.mark.parametrize(("slug", "said", "message"), BAD)
def test_htmx_gets_the_same_page_in_place(asked, slug, said, message):
    walker = asked(slug)
    response = walker.post(walker.path, *said, htmx=True)
    assert response.status_code == 422
    assert response["HX-Push-Url"] == "false"
    page = response.content.decode()
    assert message in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("slug", ["age", "pain-where", "pain-average", "pain-worse", "wall-head"])
def test_the_error_leads_to_an_input_of_the_page(asked, slug):
    walker = asked(slug)
    page = walker.post(walker.path, htmx=True).content.decode()
    [target] = re.findall(r'<li><a href="#([^"]+)">', page.split('id="error-summary-title"')[1])
    [tag] = [tag for tag in page.split("<") if f'id="{target}"' in tag]
    assert tag.startswith("input")


def test_what_was_chosen_is_kept(asked):
    walker = asked("pain-where")
    walker.post(walker.path, "neck", "none")
    page = walker.see()
    for value in ("neck", "none"):
        assert re.search(rf'value="{value}" id="w-{value}"[^>]* checked', page)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ([], "Select what applies to you, or ‘None of these’."),
        (["none", "saddle"], NONE_ALONE),
        (["none", "not-sure"], NONE_ALONE),
        (["not-sure", "saddle"], NONE_ALONE),
        (["fever"], OFFERED),
        (["yes"], OFFERED),
    ],
)
def test_a_bad_reply_to_a_safety_page_is_no_all_clear(checking, said, message):
    checking.post(checking.path, *said)
    assert message in checking.see()
    assert checking.row.answers == {}
    assert checking.resume().here == "safety/emergency-body"


@pytest.mark.parametrize("said", [[], ["maybe"], ["yes", "no"], ["saddle"]])
def test_a_bad_reply_to_one_item_is_no_all_clear(checking, said):
    checking.reply("not-sure")
    checking.post(checking.path, *said)
    assert "There is a problem" in checking.see()
    assert set(checking.row.answers) == {"emergency-body"}


@pytest.mark.parametrize("version", ["", "-1", "x", "9" * 5000, "1\0", "\uff10", "1.0", "None"])
def test_a_version_that_nobody_saw_stores_nothing_and_keeps_the_choice(screened, version):
    screened.post(screened.path, "18-39", version=version)
    page = screened.see()
    assert "moved on in another tab" in page
    assert re.search(r'value="18-39"[^>]* checked', page)
    assert "age" not in screened.row.answers


def test_ten_thousand_fields_are_refused(screened):
    data = {f"field-{number}": "x" for number in range(10_000)}
    response = screened.client.post(screened.path, data | {"answer": "18-39", "version": "8"})
    assert response.status_code == 400
    assert "age" not in screened.row.answers


def test_two_megabytes_are_refused(screened):
    data = {"answer": "18-39", "version": "8", "more": "x" * 2_000_000}
    response = screened.client.post(
        screened.path,
        "&".join(f"{name}={value}" for name, value in data.items()),
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 400
    assert "age" not in screened.row.answers


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data", ""])
def test_a_body_that_is_no_form_stores_nothing(screened, kind):
    response = screened.client.post(
        screened.path, b'{"answer": "18-39"}', content_type=kind, headers=HTMX
    )
    assert response.status_code in {400, 422}
    assert "age" not in screened.row.answers


def test_a_kept_reply_is_no_longer_than_a_page_could_send(screened):
    screened.post(screened.path, *(["x" * 1000] * 400))
    [kept] = [one for name, one in screened.client.session.items() if name == "kept_reply"]
    assert len(str(kept)) < 5000
    assert "csrf" not in str(kept)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("address", [("questions", "age"), ("answers",), ("result",), ("stop",)])
def test_other_methods_are_refused(screened, method, address):
    response = getattr(screened.client, method)(screened.at(*address))
    assert response.status_code == 405
