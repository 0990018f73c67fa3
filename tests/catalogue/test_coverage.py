"""What is left for each muscle in common situations: the table, its page and the ways to it."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.template.loader import render_to_string

from posture.catalogue import editions, library, models
from posture.catalogue.coverage import Situation, coverage
from posture.reasoning.knowledge import Role
from tests.catalogue.small import CONDITION, EXERCISES, changed, small, with_exercise

EVERYBODY, NO_EQUIPMENT = Situation.EVERYBODY, Situation.NO_EQUIPMENT
SERVES = {"tight": "stretch", "weak": "strengthen"}
AT_HOME = {"wall", "chair", "counter", "bed", "cushion", "towel"}


def left(catalogue, situation, muscle="psoas", role=Role.TIGHT):
    [row] = [one for one in coverage(catalogue).rows if (one.muscle, one.role) == (muscle, role)]
    return row.left[situation]


# The table


def test_a_row_for_every_muscle_that_an_imbalance_calls_tight_then_for_every_weak_one(shipped):
    named = {(one.muscle, one.role) for each in shipped.imbalances for one in each.involvements}
    rows = coverage(shipped).rows
    assert {(row.muscle, row.role) for row in rows} == named
    assert len(rows) == len(named) == 22
    assert [row.role for row in rows] == sorted(row.role for row in rows)
    for row in rows:
        for slug in row.imbalances:
            [imbalance] = [one for one in shipped.imbalances if one.slug == slug]
            assert (row.muscle, row.role) in {(x.muscle, x.role) for x in imbalance.involvements}


def test_every_situation_is_a_line_of_the_safety_screen_or_is_about_equipment(shipped):
    assert coverage(shipped).situations == tuple(Situation)
    lines = {one.slug for one in (*shipped.conditions, *shipped.red_flags)}
    assert {str(one) for one in Situation} - lines == {EVERYBODY, NO_EQUIPMENT}


def test_what_is_left_has_no_movement_that_is_left_out_and_nothing_else_is_missing(shipped):
    lines = {one.slug: set(one.filters) for one in (*shipped.conditions, *shipped.red_flags)}
    for row in coverage(shipped).rows:
        for situation, exercises in row.left.items():
            assert exercises == tuple(
                one.slug
                for one in shipped.exercises
                if row.muscle in one.targets
                and one.kind == SERVES[row.role]
                and not lines.get(situation, set()) & set(one.avoid)
                and not (situation == "floor" and {one.place, *one.elsewhere} == {"floor"})
                and not (situation == NO_EQUIPMENT and set(one.needs) - AT_HOME)
            )


def test_for_everybody_no_muscle_is_without_an_exercise(shipped):
    assert EVERYBODY not in {gap.situation for gap in coverage(shipped).gaps}


def test_a_movement_that_a_condition_leaves_out_leaves_out_the_exercise():
    lying = with_exercise(avoid=("lying",))
    pregnant = changed(lying, "conditions", "pregnant", filters=("lying",))
    assert left(pregnant, EVERYBODY) == ("lunge", "split")
    assert left(pregnant, Situation.PREGNANT) == ("split",)


def test_what_needs_a_band_is_not_there_for_somebody_without_equipment():
    banded = with_exercise(needs=("wall", "band"))
    assert left(banded, EVERYBODY) == ("lunge", "split")
    assert left(banded, NO_EQUIPMENT) == ("split",)


def test_an_exercise_on_the_floor_alone_is_not_there_for_who_does_not_get_down():
    floor = replace(CONDITION, slug="floor", filters=("floor",))
    on_a_bed = with_exercise(elsewhere=("bed",))
    assert left(replace(on_a_bed, conditions=(floor,)), Situation.NO_FLOOR) == ("lunge",)


def test_an_exercise_without_a_dose_counts_for_nobody():
    assert left(with_exercise(dose=""), EVERYBODY) == ("split",)


def test_a_situation_that_the_safety_screen_does_not_ask_about_has_no_column():
    assert coverage(small(conditions=())).situations == (EVERYBODY, NO_EQUIPMENT)


def test_a_muscle_rests_on_one_exercise_where_it_is_the_only_one_left():
    catalogue = small(exercises=EXERCISES[1:])
    found = coverage(catalogue)
    [row] = found.rows
    assert row.only("split") == (EVERYBODY, NO_EQUIPMENT, Situation.PREGNANT)
    assert row.only("march") == ()
    assert found.of("split") == (row,)
    assert found.of("march") == ()
    assert row.gaps == ()


# Its page


def page_of(client):
    return unescape(client.get("/exercises/coverage/").content.decode())


@pytest.mark.django_db
def test_each_cell_says_its_situation_and_a_number_or_none_in_words(client, published):
    text = page_of(client)
    told = coverage(published.catalogue)
    lines = dict(re.findall(r'<tr><th scope="row"><a href="/muscles/(.*?)/"(.*?)</tr>', text))
    assert set(lines) == {row.muscle for row in told.rows}
    tables = text.split("<tbody>")[1:]
    for table, role in zip(tables, Role, strict=True):
        for row in (one for one in told.rows if one.role == role):
            line = re.search(rf'href="/muscles/{row.muscle}/".*?</tr>', table)[0]
            cells = re.findall(r'<td data-label="(.*?)">(.*?)</td>', line)
            assert cells == [
                (one.label, str(len(found)) if found else "<strong>none</strong>")
                for one, found in row.left.items()
            ]
    assert "<strong>none</strong>" in text


@pytest.mark.django_db
def test_every_gap_stands_above_the_table_in_a_sentence(client, published):
    text = page_of(client)
    section = re.search('aria-labelledby="gaps-title">.*?</section>', text, re.DOTALL)[0]
    said = re.findall(r'<strong>(.*?):</strong> no (\w+) for <a href="/muscles/(.*?)/"', section)
    what = {Role.TIGHT: "stretch", Role.WEAK: "strengthening"}
    gaps = coverage(published.catalogue).gaps
    assert said == [(one.situation.label, what[one.role], one.muscle) for one in gaps]


@pytest.mark.django_db
def test_it_says_what_each_situation_means_and_leaves_out(client, published):
    text = page_of(client)
    for one in (published.conditions["knee"], published.red_flags["radicular-leg"]):
        assert one.text in text
        assert "; ".join(published.filters[slug].text for slug in one.filters) in text
    assert "wall or door frame, chair, counter or table, bed, cushion or pillow, towel." in text


@pytest.mark.django_db
def test_where_nothing_lacks_it_says_so(rf):
    edition = editions.PublishedEdition(99, "", small())
    page = dict(library.coverage_page(edition))
    html = render_to_string("catalogue/coverage.html", page, request=rf.get("/"))
    assert "there is an exercise for every muscle." in html


@pytest.mark.django_db
def test_it_follows_what_staff_publish(client, published):
    models.Exercise.objects.filter(slug="chair-figure-four").update(withdrawn=True)
    before = page_of(client)
    editions.publish()
    assert "<strong>Pregnant:</strong> no stretch for" not in before
    assert "<strong>Pregnant:</strong> no stretch for" in page_of(client)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/exercises/", "/evidence/"])
def test_the_library_and_the_evidence_lead_to_it(client, published, path):
    assert 'href="/exercises/coverage/"' in client.get(path).content.decode()
