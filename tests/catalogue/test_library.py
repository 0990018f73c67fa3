"""The library: imbalances and muscles as the published edition has them."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.template.loader import render_to_string
from django.test import override_settings
from django.urls import reverse
from django.utils import translation

from posture.catalogue import drawing, editions, library, models

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def text(client):
    """The words of a page, without its markup."""

    def read(path, **query):
        content = client.get(path, query).content.decode()
        main = content[content.index("<main") : content.index("</main>")]
        return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", main)))

    return read


# Imbalances


def test_the_first_page_shows_every_imbalance_with_its_counts(text, published):
    words = text("/")
    for imbalance in published.catalogue.imbalances:
        assert imbalance.name in words
        assert imbalance.summary in words
    for counts in ("3 tight, 4 weak", "3 tight, 3 weak", "4 tight, 3 weak", "3 tight, 2 weak"):
        assert counts in words


def test_an_imbalance_page_lists_exactly_its_muscles_tight_ones_first(client, published):
    for imbalance in published.catalogue.imbalances:
        page = client.get(reverse("imbalance", args=[imbalance.slug])).content.decode()
        rows = re.findall(
            r'<li data-muscle="([^"]+)"[^>]*><span class="num num-(\w+)"[^>]*>(\d+)', page
        )
        ordered = sorted(imbalance.involvements, key=lambda one: one.role != "tight")
        assert [(slug, role) for slug, role, _ in rows] == [(i.muscle, i.role) for i in ordered]
        assert [int(number) for *_, number in rows] == list(range(1, len(rows) + 1))


def test_the_figure_marks_the_muscles_of_the_lists_and_says_so_in_words(client, published):
    for imbalance in published.catalogue.imbalances:
        page = client.get(reverse("imbalance", args=[imbalance.slug])).content.decode()
        shapes = re.findall(r'data-muscle="([^"]+)" data-view="[^"]+"[^>]*data-role="(\w+)"', page)
        assert set(shapes) == {(one.muscle, one.role) for one in imbalance.involvements}
        (title, *_rest) = re.findall("<title [^>]*>([^<]+)</title>", page)
        assert title.startswith(imbalance.name)
        assert "Tight: " in page
        assert "Weak: " in page


def test_an_imbalance_page_says_everything_that_the_edition_says(text, published):
    for imbalance in published.catalogue.imbalances:
        words = text(reverse("imbalance", args=[imbalance.slug]))
        said = (
            imbalance.description,
            *filter(None, (imbalance.looks_side, imbalance.looks_front, imbalance.looks_back)),
            *imbalance.people,
            *imbalance.symptoms,
            *imbalance.not_explained,
            *imbalance.also_called,
            *imbalance.literature,
            *(published.references[slug].title for slug in imbalance.sources),
            *filter(None, (one.note for one in imbalance.involvements)),
        )
        assert [part for part in said if re.sub(r"\s+", " ", part) not in words] == []
        assert "as described in the article" in words


def test_a_sided_imbalance_names_the_side_of_each_muscle_and_is_drawn_left_high(text, client):
    assert text("/imbalances/high-hip/").count("(on the high side)") == 10  # and its exercises
    page = client.get("/imbalances/high-hip/").content.decode()
    sides = set(re.findall(r'data-side="(\w+)" data-role', page))
    assert sides == {"left"}
    assert "Drawn with the left hip high." in page
    assert "Drawn with the left hip high." not in text("/imbalances/forward-tipped-pelvis/")


def test_an_imbalance_page_leads_to_the_others_its_muscles_and_the_evidence(client):
    page = client.get("/imbalances/forward-head-and-neck/").content.decode()
    for path in ("/imbalances/high-hip/", "/muscles/teres-minor/", "/evidence/", "/check/"):
        assert f'href="{path}"' in page


# Muscles


def test_the_index_lists_every_muscle_by_region(text, published):
    words = text("/muscles/")
    assert all(muscle.name in words for muscle in published.catalogue.muscles)
    assert "Hip and thigh" in words
    assert f"All {len(published.catalogue.muscles)} muscles are listed." in words


@pytest.mark.parametrize(
    ("query", "listed", "left_out"),
    [
        ({"name": "TRAP"}, "Middle trapezius", "Sartorius"),
        ({"name": "low-back"}, "Multifidus lumborum", "Psoas"),
        ({"name": "thigh front"}, "Quadriceps", "Hamstrings"),
        ({"name": "  musculus   teres "}, "Teres minor", "Infraspinatus"),
        ({"region": "abdomen"}, "Upper abdominal", "Psoas"),
        ({"name": "hip", "region": "hip-and-thigh"}, "Psoas", "Quadratus lumborum"),
    ],
)
def test_the_index_can_be_asked_for_a_name_a_place_or_a_region(text, query, listed, left_out):
    words = text("/muscles/", **query)
    assert listed in words
    assert left_out not in words
    assert re.search(r"\d+ muscles? of \d+ (is|are) listed", words)


def test_a_name_that_no_muscle_has_is_said_and_leads_back(client):
    page = client.get("/muscles/", {"name": "<b>zebra"}).content.decode()
    assert "No muscle matches ‘&lt;b&gt;zebra’." in page
    assert 'value="&lt;b&gt;zebra"' in page
    assert '<a href="/muscles/">Show all muscles</a>' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"region": "moon"}, "Choose one of the regions of the list."),
        ({"name": "a" * 61}, "Type a shorter name, of at most 60 letters."),
        ({"name": "ps\x00oas"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_meant_is_said_and_all_muscles_are_listed(client, query, said):
    response = client.get("/muscles/", query)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert b"Psoas" in response.content


def test_a_filter_answers_htmx_with_the_same_whole_page(client):
    plain = client.get("/muscles/", {"name": "hip"})
    swapped = client.get("/muscles/", {"name": "hip"}, headers=HTMX)
    tokens = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert tokens.sub(b"", plain.content) == tokens.sub(b"", swapped.content)


@pytest.mark.no_cover
def test_a_muscle_page_says_everything_that_the_edition_says(text, published):
    for muscle in published.catalogue.muscles:
        words = text(reverse("muscle", args=[muscle.slug]))
        said = (
            muscle.name,
            muscle.where,
            muscle.action,
            muscle.origin,
            muscle.insertion,
            muscle.nerve,
            muscle.tight_feels,
            muscle.weak_feels,
            muscle.ta2,
            muscle.fma,
            muscle.uberon,
            muscle.snomed,
        )
        assert [part for part in said if part not in words] == []


def test_a_muscle_page_names_its_patterns_and_the_role_in_each(client):
    page = client.get("/muscles/gluteal/").content.decode()
    rows = re.findall(r'href="/imbalances/([\w-]+)/".*?class="tag tag-(\w+)"', page, re.DOTALL)
    assert rows == [
        ("forward-tipped-pelvis", "weak"),
        ("backward-tipped-pelvis", "tight"),
        ("high-hip", "weak"),
    ]


def test_a_muscle_that_belongs_to_others_shows_their_patterns_under_their_names(text):
    words = text("/muscles/psoas/")
    assert "Backward tipped pelvis as part of Hip flexors" in words
    assert "None of the patterns names it." not in text("/muscles/vastus-medialis/")


def test_a_muscle_page_shows_it_from_all_sides_and_says_how_it_lies(client, published):
    for muscle in published.catalogue.muscles:
        page = client.get(reverse("muscle", args=[muscle.slug])).content.decode()
        assert page.count('class="fig fig-portrait" role="img"') == 3
        assert page.count(f'data-muscle="{muscle.slug}"') >= 5, "two, two and one"
    words = client.get("/muscles/psoas/").content.decode()
    assert "<title" in words
    assert "Psoas, seen from the front" in words
    assert "Deep, drawn through what covers it" in words
    assert "On the other side of the body, drawn through it" in words
    assert f"It begins here: {published.muscles['psoas'].origin}." in words


def test_the_index_shows_a_small_figure_for_each_muscle_over_shared_bodies(client, published):
    page = client.get("/muscles/").content.decode()
    assert page.count('class="fig fig-thumb"') == len(published.catalogue.muscles)
    assert page.count('id="bodies-front"') == 1
    assert page.index('id="bodies-front"') < page.index('id="muscle-list"'), (
        "outside what is swapped"
    )


def test_an_imbalance_page_describes_its_picture_and_can_move_it(client, text):
    words = text("/imbalances/high-hip/")
    assert "Describe this picture" in words
    assert "Seen from the front:" in words
    assert b"<animate" not in client.get("/imbalances/high-hip/").content
    assert b"<animate" in client.get("/imbalances/high-hip/?film=1").content


def test_the_words_inside_a_portrait_have_the_language_of_the_texts(published):
    psoas = published.muscles["psoas"]
    assert "lang=" not in drawing.sights(psoas, id="p", written_in="en")[0].figure
    with translation.override("de"):
        there = drawing.sights(psoas, id="p", written_in="en")[0].figure
    assert there.count('lang="en"') == 2


def test_a_new_muscle_without_a_shape_has_a_page_in_words(rf, published):
    """Staff may add one before it is drawn."""
    new = replace(published.muscles["psoas"], slug="masseter", name="Masseter")
    edition = editions.PublishedEdition(
        99, "", replace(published.catalogue, muscles=(*published.catalogue.muscles, new))
    )
    page = library.muscle_page(edition, new)
    assert page["sights"] == ()
    html = render_to_string("catalogue/muscle.html", dict(page), request=rf.get("/"))
    assert new.origin in html
    assert "fig-portrait" not in html


def test_a_muscle_page_claims_no_role_in_its_figure(client):
    page = client.get("/muscles/gluteal/").content.decode()
    assert "mus-shown" in page
    assert "data-role" not in page


# Languages and editions


def test_texts_of_the_catalogue_say_their_language_where_it_is_another(rf, published):
    german = editions.PublishedEdition(99, "", replace(published.catalogue, language="de"))
    high_hip = german.imbalances["high-hip"]
    for template, page in (
        ("catalogue/imbalance.html", library.imbalance_page(german, high_hip)),
        ("catalogue/muscle.html", library.muscle_page(german, german.muscles["psoas"])),
        ("home.html", library.first_page(german)),
    ):
        html = render_to_string(template, dict(page), request=rf.get("/"))
        assert html.count(' lang="de"') >= 8
        assert html.startswith('<!doctype html>\n<html lang="en">')


@override_settings(LANGUAGES=[("en", "English"), ("de", "Deutsch")])
def test_pages_are_built_once_for_each_language(published):
    english = library.imbalance_index(published)["imbalances"]
    assert library.imbalance_index(published)["imbalances"] is english
    with translation.override("de"):
        assert library.imbalance_index(published)["imbalances"] is not english


def test_a_page_follows_what_staff_publish_and_escapes_it(client, published):
    assert b"deep hip flexor" in client.get("/muscles/").content
    models.Muscle.objects.filter(slug="psoas").update(plain="<i>deep</i> in the hip")
    assert b"deep hip flexor" in client.get("/muscles/").content
    editions.publish()
    for path in ("/muscles/", "/muscles/psoas/", "/imbalances/high-hip/"):
        assert b"&lt;i&gt;deep&lt;/i&gt; in the hip" in client.get(path).content
