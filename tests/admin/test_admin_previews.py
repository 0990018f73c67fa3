"""The figure beside a form follows what the form says, and nothing is saved by it."""

import re

import pytest

from posture.catalogue.models import Imbalance, Involvement, Muscle
from tests.admin.forms import filled
from tests.test_access import rows

HIP = "imbalance/high-hip"


def preview(desk, address, form="change", **changes):
    """Open a form, change these fields, and what its figure becomes."""
    form = "" if address.endswith("add") else f"/{form}"
    data = filled(desk.see(f"{address}{form}/")) | changes
    return desk.send(f"{address}/preview/", data)


def drawn(response):
    """Each muscle of a figure with its role."""
    assert response.status_code == 200, response.content.decode()
    marked = r'data-muscle="([\w-]+)"[^>]* data-role="(\w+)"'
    return set(re.findall(marked, response.content.decode()))


def test_the_figure_shows_an_involvement_as_the_form_has_it(owner):
    assert drawn(preview(owner, HIP)) == {
        (one.muscle_id, one.role) for one in Involvement.objects.filter(imbalance="high-hip")
    }
    assert ("psoas", "weak") in drawn(preview(owner, HIP, **{"involvements-1-role": "weak"}))
    assert "As the form says, not saved yet" in preview(owner, HIP).content.decode()


def test_the_figure_leaves_out_what_the_form_withdraws_or_deletes(owner, published):
    added = Involvement.objects.create(imbalance_id="high-hip", muscle_id="iliacus", role="weak")
    everything = drawn(preview(owner, HIP))
    assert ("iliacus", "weak") in everything
    last = {
        f"involvements-{Imbalance.objects.get(pk='high-hip').involvements.count() - 1}-DELETE": "on"
    }
    assert drawn(preview(owner, HIP, **last)) == everything - {("iliacus", "weak")}
    first = drawn(preview(owner, HIP, **{"involvements-0-withdrawn": "on"}))
    assert first == everything - {("quadratus-lumborum", "tight")}
    assert Involvement.objects.get(pk=added.pk)


def test_the_figure_shows_a_muscle_that_is_added_in_the_form(owner):
    count = Involvement.objects.filter(imbalance="high-hip").count()
    new = {"muscle": "iliacus", "role": "tight", "side": "", "note": "", "order": "99"}
    added = {f"involvements-{count}-{name}": value for name, value in new.items()}
    more = preview(owner, HIP, **added, **{"involvements-TOTAL_FORMS": str(count + 1)})
    assert ("iliacus", "tight") in drawn(more)


def test_a_row_that_is_not_filled_in_yet_does_not_hold_up_the_figure(owner):
    count = Involvement.objects.filter(imbalance="high-hip").count()
    begun = {f"involvements-{count}-muscle": "iliacus", "involvements-TOTAL_FORMS": str(count + 1)}
    shown = drawn(preview(owner, HIP, **begun, **{"involvements-1-role": "weak"}))
    assert ("psoas", "weak") in shown
    assert "iliacus" not in dict(shown)


def test_poses_that_are_no_json_are_said_to_be_so(owner):
    said = preview(owner, "exercise/butterfly", poses="{").content.decode()
    assert said == "Poses: Enter a valid JSON."


def test_a_muscle_form_says_that_shapes_are_not_changed_there(owner):
    assert "come with the program and stay as they are" in owner.text("muscle/psoas/change/")


def test_the_figure_follows_the_order_and_the_views_of_the_form(owner):
    text = preview(owner, HIP, views="back").content.decode()
    assert 'data-view="back"' in text
    assert 'data-view="front"' not in text
    badge = re.compile(r'data-badge="([a-z-]+)".*?<text[^>]*>(\d+)</text>', re.DOTALL)
    numbers = dict(badge.findall(preview(owner, HIP).content.decode()))
    moved = preview(owner, HIP, **{"involvements-1-order": "1"}).content.decode()
    assert (numbers["psoas"], dict(badge.findall(moved))["psoas"]) == ("2", "1")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"views": "above"}, "There is no view “above”."),
        ({"views": ""}, "The figure waits for: Views."),
        ({"involvements-1-role": ""}, "The figure waits for: Tight or weak."),
        ({"involvements-1-order": "first"}, "Place: Enter a whole number."),
    ],
)
def test_values_that_make_no_figure_leave_the_last_one_and_say_why(owner, changes, said):
    response = preview(owner, HIP, **changes)
    assert response.status_code == 200
    assert response.headers["HX-Retarget"] == "#preview-note"
    assert response.content.decode() == said


def test_what_is_not_drawn_may_still_be_wrong(owner):
    assert drawn(preview(owner, HIP, name="", prior="7", finding="")) == drawn(preview(owner, HIP))


def test_the_words_of_a_muscle_follow_the_form(owner):
    text = preview(owner, "muscle/psoas", name="Loin", origin="Here").content.decode()
    assert "Loin, seen from the front" in text
    assert "It begins here: Here." in text


def test_a_form_to_add_a_row_draws_as_soon_as_it_can(owner):
    page = owner.text("muscle/add/")
    assert "Drawn from the form as you fill it in" in page
    assert "As saved last" not in page
    assert "Nothing is drawn" not in page
    assert 'hx-post="/admin/catalogue/muscle/add/preview/"' in page
    Muscle.objects.filter(pk="vastus-lateralis").delete()
    text = preview(owner, "muscle/add", slug="vastus-lateralis").content.decode()
    assert 'data-muscle="vastus-lateralis"' in text
    empty = preview(owner, "muscle/add")
    assert (empty.status_code, empty.content) == (200, b"The figure waits for: Slug.")
    nothing = preview(owner, "muscle/add", slug="masseter").content.decode()
    assert "Nothing is drawn for this yet" in nothing
    whole = {"slug": "sideways", "views": "side", "sided": ""}
    assert preview(owner, "imbalance/add", **whole).status_code == 200


def test_a_form_that_is_refused_keeps_its_figure(owner):
    data = filled(owner.see(f"{HIP}/change/")) | {"name": "", "involvements-1-role": "weak"}
    text = owner.send(f"{HIP}/change/", data | {"_save": "pressed"}).content.decode()
    assert "Please correct the error below." in text
    assert re.search(r'data-muscle="psoas"[^>]* data-role="weak"', text)
    data |= {"views": "above"}
    text = owner.send(f"{HIP}/change/", data | {"_save": "pressed"}).content.decode()
    assert "There is no view “above”." in text
    assert "Nothing is drawn" not in text


def test_a_preview_writes_nothing(owner):
    before = rows()
    preview(owner, HIP, **{"involvements-1-role": "weak", "name": "Other"})
    preview(owner, "muscle/psoas", name="Other")
    preview(owner, "muscle/add", slug="new", name="New")
    assert rows() == before


def test_a_preview_is_for_those_who_may_change_the_row(owner, staff):
    data = filled(owner.see(f"{HIP}/change/"))
    reader, editor = staff("view_imbalance"), staff("view_imbalance", "change_imbalance")
    assert reader.send(f"{HIP}/preview/", data).status_code == 403
    assert editor.send("imbalance/add/preview/", data).status_code == 403
    assert editor.send(f"{HIP}/preview/", data).status_code == 200
    assert owner.see(f"{HIP}/preview/").status_code == 405
    assert owner.send("imbalance/nothing/preview/", data).status_code == 404


def test_a_reader_sees_the_saved_figure(staff):
    text = staff("view_imbalance").text(f"{HIP}/change/")
    assert 'data-muscle="psoas"' in text
    assert "As saved last" in text
