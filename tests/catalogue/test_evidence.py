"""The page of what is known beside what is claimed."""

import html
import re

import pytest

from posture.catalogue import content
from posture.catalogue.library.claims import OF_THE_ARTICLE, OF_THIS_SITE, Grade

CATALOGUE = content.read().catalogue
CLAIMS = (*OF_THE_ARTICLE, *OF_THIS_SITE)


@pytest.fixture
def page(client, db):
    def read(path):
        return html.unescape(client.get(path).content.decode())

    return read


def section(text, slug):
    return re.search(rf'<section class="claim" id="{slug}">.*?</section>', text, re.DOTALL)[0]


def test_every_claim_stands_beside_its_grade_what_is_known_and_its_sources(page):
    text = page("/evidence/")
    titles = {one.slug: one.title for one in CATALOGUE.references}
    for claim in CLAIMS:
        shown = section(text, claim.slug)
        said = (claim.says, claim.grade.words, claim.known, claim.so)
        named = [titles[slug] for slug in claim.sources]
        assert [part for part in (*map(str, said), *named) if part not in shown] == []


def test_every_claim_is_in_the_table_and_leads_to_its_section(page):
    table = re.search("<table.*?</table>", page("/evidence/"), re.DOTALL)[0]
    assert re.findall(r'href="#([\w-]+)"', table) == [claim.slug for claim in CLAIMS]
    assert len({claim.slug for claim in CLAIMS}) == len(CLAIMS)


def test_every_grade_is_explained_and_given(page):
    text = page("/evidence/")
    assert {claim.grade for claim in CLAIMS} == set(Grade)
    for grade in Grade:
        assert f"<dt>{grade.words}</dt><dd>{grade.meaning}</dd>" in text


def test_the_page_says_that_weights_are_judgement_and_who_reviewed_it(page):
    text = page("/evidence/")
    assert "is the judgement of the people who wrote the check" in section(text, "weights")
    assert "Not yet reviewed by a clinician." in text.split("Who has checked this")[1][:200]


def test_the_sources_that_the_catalogue_has_an_address_for_are_links(page):
    text = page("/evidence/")
    addresses = {one.slug: one.url for one in CATALOGUE.references}
    linked = {addresses[slug] for claim in CLAIMS for slug in claim.sources} - {""}
    assert len(linked) > 20
    assert [url for url in linked if f'<a href="{url}"' not in text] == []


@pytest.mark.parametrize("slug", [one.slug for one in CATALOGUE.imbalances])
def test_the_page_of_an_imbalance_leads_to_what_is_known_of_it(page, slug):
    assert f'<a href="/evidence/#{slug}">What the evidence says</a>' in page(f"/imbalances/{slug}/")
    assert section(page("/evidence/"), slug)
