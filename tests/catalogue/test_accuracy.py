"""The page of how often the check is right: what docs/accuracy.md says, in plainer words."""

import html
from pathlib import Path

import pytest

from assessments.evaluation import interval
from posture.catalogue.library.accuracy import (
    BY_DIFFICULTY,
    KNOWN,
    MEASURED,
    NEW,
    SIMULATED,
    TOGETHER,
    Share,
    Spread,
)

DOCUMENT = (Path(__file__).parents[2] / "docs" / "accuracy.md").read_text(encoding="utf-8")
IN_THE_DOCUMENT = {
    "set": "set of imbalances",
    "side": "side of a high hip that was found",
    "triage": "triage",
    "stopped": "emergency and urgent people stopped",
    "calm": "self-care people let through",
    "balance": "macro-F1",
    "questions": "questions asked",
    "minutes": "minutes, by the effort given for each question",
    "easy": "set of easy people",
    "medium": "set of medium people",
    "hard": "set of hard people",
}
ROWS = (*KNOWN.rows, *NEW.rows, *BY_DIFFICULTY.rows)
RESULTS = [result for row in ROWS for result in row.results]


@pytest.fixture
def page(client, db):
    return html.unescape(client.get("/accuracy/").content.decode())


def in_the_document(result):
    """How docs/accuracy.md writes a result."""
    if isinstance(result, Share):
        part = round(100 * result.right / result.whole)
        return f"{result.right} of {result.whole}, {part} % ({result.low} to {result.high} %)"
    return str(result)


@pytest.mark.parametrize("row", ROWS, ids=[one.measure.slug for one in ROWS])
def test_the_page_shows_what_the_document_says_was_measured(page, row):
    line = " | ".join([IN_THE_DOCUMENT[row.measure.slug], *map(in_the_document, row.results)])
    assert f"| {line} |" in DOCUMENT
    for shown in (row.measure.name, row.measure.meaning, *row.results):
        assert str(shown) in page


def test_the_page_and_the_document_tell_of_two_groups_together(page):
    assert in_the_document(TOGETHER) in DOCUMENT
    assert f"Together all patterns were right for {TOGETHER}." in page


def test_a_result_stands_in_the_column_of_its_group(page):
    for group, result in zip(NEW.columns, NEW.rows[0].results, strict=True):
        assert f'<td data-label="{group}">{result}</td>' in page


def test_the_page_and_the_document_name_the_same_day(page):
    assert f"Measured on {MEASURED:%Y-%m-%d}" in DOCUMENT
    assert f"Measured on {MEASURED:%-d %B %Y}" in page


@pytest.mark.parametrize("share", SIMULATED.values(), ids=SIMULATED)
def test_the_page_shows_what_the_document_says_of_simulated_people(page, share):
    assert (
        f"{share.right} of 1,000, {round(share.right / 10)} % ({share.low} to {share.high} %)"
        in (DOCUMENT)
    )
    assert str(share) in page


def test_the_intervals_are_those_of_the_shares():
    shares = [one for one in RESULTS if isinstance(one, Share)]
    shares += [TOGETHER, *SIMULATED.values()]
    assert len(shares) == 6 + 15 + 9 + 1 + 3
    for share in shares:
        low, high = interval(share.right, share.whole)
        assert (share.low, share.high) == (round(100 * low), round(100 * high))


def test_a_spread_is_in_order():
    spreads = [one for one in RESULTS if isinstance(one, Spread)]
    assert len(spreads) == 10
    assert all(one.least <= one.middle <= one.most for one in spreads)
