"""Every page that anybody may read: whole, titled, within the security policy, without a query."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from posture.catalogue import editions

PLAIN = [
    "home",
    "imbalances",
    "muscles",
    "exercises",
    "coverage",
    "evidence",
    "accuracy",
    "privacy",
    "accessibility",
    "help",
    "check",
]
SLUGS = {
    "imbalance": [
        "forward-head-and-neck",
        "forward-tipped-pelvis",
        "backward-tipped-pelvis",
        "high-hip",
    ],
    "muscle": [
        "psoas",
        "gluteal",
        "vastus-medialis",
        "upper-abdominal",
        "transversus-abdominis",
    ],
    "exercise": [
        "half-kneeling-hip-flexor",
        "dead-bug",
        "chin-tuck",
    ],
}
ADDRESSES = [reverse(name) for name in PLAIN] + [
    reverse(name, args=[slug]) for name, slugs in SLUGS.items() for slug in slugs
]
LIBRARY = [path for path in ADDRESSES if path != "/check/"]
EMPTY = {"meta", "link", "input", "img", "br", "hr"}
LOADS = {("script", "src"), ("link", "href"), ("img", "src"), ("form", "action"), ("use", "href")}

pytestmark = pytest.mark.django_db


class Reading(HTMLParser):
    """What a page is made of, and what it must not have."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.faults, self.ids, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.faults += [f"{tag} {name}" for name in given if name == "style" or name[:2] == "on"]
        self.faults += [f"{tag} hx-on" for name in given if name.startswith("hx-on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.faults.append(f"inline {tag}")
        for name, value in given.items():
            outside = re.match(r"[a-z]+:|//", value or "", re.IGNORECASE)
            if (tag, name) in LOADS and outside:
                self.faults.append(f"{tag} {name}={value}")
            if (value or "").strip().lower().startswith("javascript:"):
                self.faults.append(f"{tag} {name}={value}")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in EMPTY:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes another")

    def all(self, tag):
        return [given for name, given in self.tags if name == tag]


@pytest.fixture
def read(client):
    def reading(path):
        response = client.get(path)
        assert response.status_code == 200
        return Reading(response.content.decode())

    return reading


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_is_well_formed_and_keeps_the_security_policy(read, path):
    page = read(path)
    assert page.faults == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_has_one_heading_one_main_part_and_a_language(read, path):
    page = read(path)
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert page.all("html")[0]["lang"] == "en"
    assert page.all("meta")[0] == {"charset": "utf-8"}


@pytest.mark.parametrize("path", ADDRESSES)
def test_labels_and_descriptions_point_at_something(read, path):
    page = read(path)
    for _tag, given in page.tags:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert set(given.get(name, "").split()) <= set(page.ids)


def test_every_page_has_a_title_of_its_own(client):
    found = [re.search("<title>(.*?)</title>", client.get(p).content.decode()) for p in ADDRESSES]
    titles = [match[1] for match in found]
    assert len(set(titles)) == len(titles)
    assert all(re.fullmatch(r"\S.+ – Plumb", title) for title in titles)


@pytest.mark.parametrize("path", LIBRARY)
def test_a_page_reads_nothing_but_which_edition_is_current(
    client, path, django_assert_num_queries, django_assert_max_num_queries
):
    client.get(path)
    with django_assert_num_queries(0):
        client.get(path)
    editions.desk.forget()
    with django_assert_max_num_queries(1) as looked:
        client.get(path)
    assert all("catalogue_edition" in query["sql"] for query in looked.captured_queries)


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_page_says_whom_to_call_and_who_reviewed_it(client, path):
    text = client.get(path).content.decode()
    assert "Do not start a check first" in text
    assert "Not yet reviewed by a clinician." in text


@pytest.mark.parametrize("path", ["/", "/check/", "/help/", "/exercises/dead-bug/"])
def test_pages_that_name_the_signs_of_an_emergency_name_them_all(client, path):
    text = client.get(path).content.decode()
    for sign in (
        "tightness in the chest",
        "newly hard to breathe",
        "suddenly weak, your speech is slurred, or you see double",
        "you faint",
        "newly lost control of your bladder or bowels",
        "around your genitals, back passage or inner thighs",
        "both legs have new pain, numbness or weakness",
        "serious accident in the last 6 weeks",
    ):
        assert sign in text


@pytest.mark.parametrize("path", ["/help/", "/exercises/dead-bug/"])
def test_pages_that_say_when_to_stop_say_what_is_fine_too(client, path):
    text = client.get(path).content.decode()
    for rule in (
        "discomfort of up to 3 of 10 that eases within an hour or so",
        "sore for 24 to 48 hours",
        "At 4 or 5 of 10 make the movement smaller, or do fewer. Above 5 of 10 stop.",
        "above 5 of 10 and sharp, or gets worse",
        "spreads further down an arm or a leg",
        "pins and needles or numbness",
        "you get dizzy",
        "more than 2 points above your usual, and has not settled by the next morning",
        "When you are pregnant",
    ):
        assert rule in text


@pytest.mark.parametrize("path", LIBRARY)
def test_a_page_is_only_read(client, path):
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/imbalances/slouch/", "/muscles/biceps/", "/exercises/squat/", "/imbalances/Ö/"]
)
def test_what_is_not_in_the_library_has_no_page(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_page_promises_or_names_an_illness(client, path):
    words = re.sub("<[^>]+>", " ", client.get(path).content.decode()).lower()
    words = words.replace("it does not diagnose", "")
    for word in ("diagnos", " cure", "bad posture", "you have a ", "abnormal"):
        assert word not in words


@pytest.mark.no_cover
def test_the_links_of_every_page_lead_somewhere(client):
    seen = set()
    for path in ADDRESSES:
        page = Reading(client.get(path).content.decode())
        hrefs = {given.get("href", "") for given in page.all("a")}
        seen |= {href.split("#")[0] for href in hrefs if href.startswith("/")}
        assert {href[1:] for href in hrefs if href.startswith("#")} <= set(page.ids)
    broken = {path for path in seen if client.get(path, follow=True).status_code != 200}
    assert broken == set()
