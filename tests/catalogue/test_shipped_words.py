"""The words and the sources of what is shipped."""

import re
from dataclasses import fields, is_dataclass

import pytest

from posture.catalogue.shapes import lists

# References


def sources_in(record):
    """Every source that a record or one inside it names."""
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "sources":
            yield from value
        for inner in value if isinstance(value, tuple) else ():
            if is_dataclass(inner):
                yield from sources_in(inner)


def test_every_source_is_a_reference_and_every_reference_is_used(shipped):
    named = {
        source for name in lists() for one in getattr(shipped, name) for source in sources_in(one)
    }
    assert named == {reference.slug for reference in shipped.references}


def test_whatever_claims_something_names_their_sources(shipped):
    cited = ("questions", "red_flags", "conditions", "escalations", "imbalances", "muscles")
    for name in (*cited, "doses", "exercises"):
        assert all(one.sources for one in getattr(shipped, name)), name


# The words

FOR_EDITORS = {"note", "basis", "sources", "slug", "fact", "concern"}
SHOWN_NOTES = {"Involvement"}
FORBIDDEN = {
    "a verdict on the person": r"diagnos|bad posture|wrong posture|your fault|abnormal|deform",
    "a promise": r"\bcures?\b|\bcured\b|guarantee|root cause|get rid of",
    "a number nobody measured": r"10 pounds|ten pounds",
    "telling people what they have": r"\byou have\b|suffer",
}


def shown_texts(record, where=""):
    """Every text of a record that a visitor may read, with its place."""
    kind = type(record).__name__
    for field in fields(record):
        if field.name in FOR_EDITORS and not (field.name == "note" and kind in SHOWN_NOTES):
            continue
        value = getattr(record, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            place = f"{where} {getattr(record, 'slug', '')} {field.name}"
            if isinstance(one, str):
                yield place, one
            elif is_dataclass(one):
                yield from shown_texts(one, place)


@pytest.fixture(scope="module")
def texts(shipped):
    """References are titles of others, and keep their words."""
    return [
        found
        for name in lists()
        if name != "references"
        for one in getattr(shipped, name)
        for found in shown_texts(one, name)
    ]


@pytest.mark.parametrize("why", FORBIDDEN)
def test_no_text_has_forbidden_words(why, texts):
    assert [text for text in texts if re.search(FORBIDDEN[why], text[1], re.IGNORECASE)] == []


def test_texts_are_clean_lines(texts):
    assert [text for text in texts if text[1] != text[1].strip() or "  " in text[1]] == []
    assert [text for text in texts if re.search(r"['\"]|\.\.\.|\n", text[1])] == []


def test_hints_have_no_full_stop(shipped):
    hints = [one.help for one in (*shipped.questions, *shipped.safety_pages) if one.help]
    assert [hint for hint in hints if hint.endswith(".")] == []


def test_questions_end_with_a_question_mark(shipped):
    asked = [one.text for one in shipped.questions] + [page.title for page in shipped.safety_pages]
    assert [text for text in asked if not text.endswith("?")] == []


def test_reasons_and_advice_are_sentences(shipped):
    said = [
        *(one.why for one in shipped.questions),
        *(one.advice for one in shipped.red_flags),
        *(one.text for one in shipped.escalations),
        *(one.summary for one in shipped.imbalances),
        *(one.description for one in shipped.imbalances),
    ]
    assert [text for text in said if not text.endswith(".")] == []


def test_a_name_completes_the_sentence_of_a_result(shipped):
    assert all(one.finding.startswith("a ") for one in shipped.imbalances)
