"""The exercises of the library: the index with its filter, the page of one, lists elsewhere."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from posture.catalogue import editions, library, models, records
from posture.catalogue.library.exercises import exercises_for_imbalance, exercises_for_muscle

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def listed(client):
    """The slugs of the exercises that an index lists, each once."""

    def read(**query):
        page = client.get("/exercises/", query).content.decode()
        shelves = page[page.index('id="exercise-list"') :]
        return set(re.findall(r'href="/exercises/([\w-]+)/"', shelves))

    return read


def words(client, path):
    page = client.get(path).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", main)))


# The index


def test_the_index_lists_every_exercise_under_every_muscle_it_is_for(client, published):
    page = client.get("/exercises/").content.decode()
    for shelf in re.findall(r'<section class="shelf".*?</section>', page, re.DOTALL):
        muscle = re.search(r'aria-labelledby="([\w-]+)"', shelf).group(1)
        found = set(re.findall(r'href="/exercises/([\w-]+)/"', shelf))
        targets = {one.slug: one.targets for one in published.catalogue.exercises}
        if muscle == "extras":
            assert found == {slug for slug, named in targets.items() if not named}
        else:
            assert found == {slug for slug, named in targets.items() if muscle in named}
    assert "All 69 exercises are listed" in page


@pytest.mark.parametrize(
    ("query", "there", "left_out"),
    [
        ({"muscle": "psoas"}, "half-kneeling-hip-flexor", "glute-bridge"),
        ({"kind": "strengthen"}, "glute-bridge", "butterfly"),
        ({"place": "bed"}, "prone-er-90", "doorway-pec"),
        ({"place": "bed"}, "clamshell", "dead-bug"),  # on the floor, or on a bed
        ({"level": "harder"}, "dead-bug", "glute-bridge"),
        ({"needs": "band"}, "band-pull-apart", "clamshell"),  # there it is optional
        ({"needs": "nothing"}, "dead-bug", "wall-sit"),
        ({"muscle": "gluteal", "kind": "stretch", "place": "chair"}, "figure-four", "clamshell"),
    ],
)
def test_the_index_can_be_asked_for_what_fits(listed, query, there, left_out):
    found = listed(**query)
    assert there in found
    assert left_out not in found


def test_filters_together_leave_what_fits_all_of_them(client, listed):
    both = listed(kind="stretch", place="chair")
    assert both == listed(kind="stretch") & listed(place="chair")
    text = words(client, "/exercises/?kind=stretch&place=chair")
    assert f"{len(both)} exercises of 69 are listed." in text


def test_a_muscle_asked_for_has_the_only_shelf(client):
    page = client.get("/exercises/", {"muscle": "psoas"}).content.decode()
    assert re.findall(r'<section class="shelf" aria-labelledby="([\w-]+)"', page) == ["psoas"]


def test_where_nothing_fits_the_page_says_so_and_leads_back(client):
    page = client.get("/exercises/", {"needs": "step", "place": "floor"}).content.decode()
    assert "No exercise fits all of this." in page
    assert '<a href="/exercises/">Show all exercises</a>' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"muscle": "moon"}, "Choose one of the muscles of the list."),
        ({"kind": "<b>"}, "Choose to stretch or to strengthen."),
        ({"place": "sea"}, "Choose one of the places of the list."),
        ({"level": "9"}, "Choose easy or harder."),
        ({"needs": "ps\x00oas"}, "Choose one of the things of the list."),
    ],
)
def test_what_cannot_be_meant_is_said_and_all_exercises_are_listed(client, listed, query, said):
    response = client.get("/exercises/", query)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert len(listed(**query)) == 69


def test_a_filter_answers_htmx_with_the_same_whole_page(client):
    plain = client.get("/exercises/", {"kind": "stretch"})
    swapped = client.get("/exercises/", {"kind": "stretch"}, headers=HTMX)
    tokens = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert tokens.sub(b"", plain.content) == tokens.sub(b"", swapped.content)


# One exercise


@pytest.mark.no_cover
def test_an_exercise_page_says_everything_that_the_edition_says(client, published):
    for one in published.catalogue.exercises:
        text = words(client, reverse("exercise", args=[one.slug]))
        dose = published.doses[one.dose]
        said = (
            one.name,
            one.start,
            *one.steps,
            one.feel,
            *one.mistakes,
            one.not_for,
            one.easier,
            one.harder,
            one.equipment,
            dose.pace,
            dose.effort,
            dose.note,
            *(published.muscles[slug].name for slug in (*one.targets, *one.also)),
            *(published.filters[slug].text for slug in one.avoid),
            *(published.references[slug].title for slug in (*one.sources, *dose.sources)),
        )
        assert [part for part in said if part not in text] == []
        assert "Above 5 of 10 stop." in text


def test_the_picture_marks_what_is_stretched_as_tight_and_what_is_strengthened_as_weak(client):
    for slug, muscle, role in (
        ("butterfly", "adductor", "tight"),
        ("wall-sit", "quadriceps", "weak"),
    ):
        page = client.get(f"/exercises/{slug}/").content.decode()
        found = set(re.findall(r'data-muscle="([^"]+)"[^>]*data-role="(\w+)"', page))
        assert found == {(muscle, role)}
        assert "from start to end</title>" in page


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("doorway-pec", "First the start, then the end, both seen from the front."),
        ("prone-y", "First the start, seen from above; then the end, seen from the side."),
        ("wall-isometric-er", "Seen from behind. The muscles it is for are marked."),
        ("chin-tuck", "First the start, then the end, both seen from the side."),
        ("legs-on-chair-rest", "Seen from the side."),
    ],
)
def test_the_caption_says_how_many_pictures_there_are_from_where_and_what_is_marked(
    client, published, slug, said
):
    page = client.get(f"/exercises/{slug}/").content.decode()
    caption = re.search("<figcaption>(.*)</figcaption>", page)[1]
    assert caption.startswith(said)
    assert caption.endswith("marked.") == bool(published.exercises[slug].targets)
    assert ("from start to end</title>" in page) == ("ex-start" in page)


def test_the_description_of_a_picture_tells_the_start_the_movement_and_what_is_marked(client):
    page = client.get("/exercises/butterfly/").content.decode()
    told = re.search("<desc[^>]*>(.*)</desc>", page)[1]
    order = [told.index(part) for part in ("Sit on a cushion", "Tip forward", "Stretched:")]
    assert order == sorted(order)


def test_an_exercise_for_no_muscle_names_the_pattern_that_it_suits(client):
    assert "An extra for: Forward head and neck" in words(client, "/exercises/chin-tuck/")


def test_an_exercise_leads_to_others_for_the_same_muscles(client):
    page = client.get("/exercises/glute-bridge/").content.decode()
    assert 'href="/exercises/clamshell/"' in page
    assert 'href="/exercises/figure-four/"' not in page  # it stretches the same muscle


def test_an_exercise_without_dose_or_poses_still_has_a_page(rf, published):
    bare = records.Exercise("bare", "bare", "Bare", "stretch", "easy", "floor", "Nothing")
    edition = editions.PublishedEdition(
        99, "", replace(published.catalogue, exercises=(bare,), language="de")
    )
    page = library.exercise_page(edition, bare)
    html = render_to_string("catalogue/exercise.html", dict(page), request=rf.get("/"))
    assert "No picture of it is drawn yet." in html
    assert '<span lang="de">Bare</span>' in html


def test_pages_follow_what_staff_publish_and_escape_it(client):
    before = client.get("/exercises/wall-sit/").content
    models.Exercise.objects.filter(slug="wall-sit").update(name="<i>Sit</i>", start="Stand <b>.")
    assert client.get("/exercises/wall-sit/").content.count(b"Wall sit") == before.count(
        b"Wall sit"
    )
    editions.publish()
    page = client.get("/exercises/wall-sit/").content
    assert b"&lt;i&gt;Sit&lt;/i&gt;" in page
    assert b"<b>." not in page
    assert b"&lt;i&gt;Sit&lt;/i&gt;" in client.get("/exercises/").content


# Of a muscle, of an imbalance


def test_a_muscle_has_its_stretches_and_its_strengthening_apart(published):
    stretch, strengthen = exercises_for_muscle(published, "gluteal")
    assert {one.kind for one in stretch.entries} == {"stretch"}
    assert {one.kind for one in strengthen.entries} == {"strengthen"}
    assert "figure-four" in {one.slug for one in stretch.entries}


def test_a_part_has_the_exercises_of_its_whole_where_it_has_none_of_a_kind(client, published):
    page = client.get("/muscles/gluteus-maximus/").content.decode()
    assert "Gluteal: stretches" in page
    assert "Gluteal: strengthening" in page
    shelves = exercises_for_muscle(published, "psoas", (published.muscles["hip-flexors"],))
    assert [one.id for one in shelves] == ["for-tight", "for-weak-hip-flexors"]


def test_every_muscle_of_the_library_leads_to_an_exercise(client, published):
    for slug in published.muscles:
        assert (
            'href="/exercises/'
            in client.get(f"/muscles/{slug}/").content.decode().partition('id="exercises-title"')[2]
        )


def test_an_imbalance_stretches_what_is_tight_and_strengthens_what_is_weak(published):
    for imbalance in published.catalogue.imbalances:
        shelves = exercises_for_imbalance(published, imbalance)
        named = {(one.role, one.name) for one in shelves if one.role}
        assert named == {
            (one.role, published.muscles[one.muscle].name) for one in imbalance.involvements
        }
        assert len({one.id for one in shelves}) == len(shelves)
        for shelf in shelves:
            kinds = {one.kind for one in shelf.entries}
            assert not shelf.role or kinds == {
                {"tight": "stretch", "weak": "strengthen"}[shelf.role]
            }


def test_an_extra_stands_with_the_imbalance_that_it_suits(published):
    head = published.imbalances["forward-head-and-neck"]
    assert [one.slug for one in exercises_for_imbalance(published, head)[-1].entries] == [
        "chin-tuck"
    ]
    hip = exercises_for_imbalance(published, published.imbalances["high-hip"])
    assert hip[-1].role == "weak"
    assert {one.side for one in hip} == {"on the high side"}


# What is shipped


def test_every_tight_muscle_has_two_stretches_and_every_weak_one_both_levels(shipped):
    for imbalance in shipped.imbalances:
        for one in imbalance.involvements:
            here = [each for each in shipped.exercises if one.muscle in each.targets]
            if one.role == "tight":
                assert sum(each.kind == "stretch" for each in here) >= 2, one.muscle
            else:
                levels = {each.level for each in here if each.kind == "strengthen"}
                assert levels == {"easy", "harder"}, one.muscle


def test_the_69_exercises_keep_their_identity(shipped):
    assert len(shipped.exercises) == 69
    assert all(one.slug == one.fact.replace("_", "-") for one in shipped.exercises)
    assert all(one.poses and one.dose and one.steps for one in shipped.exercises)
    used = {one.dose for one in shipped.exercises}
    assert used == {dose.slug for dose in shipped.doses}
