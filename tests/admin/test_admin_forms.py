"""What stands beside a form and in a list, and who may open and press what."""

import re

from django.contrib.auth.models import Permission

from posture.catalogue import editions
from posture.catalogue.models import Involvement, Muscle

# Beside the form


def test_the_figure_stands_beside_an_imbalance_and_a_muscle(owner):
    assert 'data-view="side"' in owner.text("imbalance/forward-tipped-pelvis/change/")
    assert 'data-muscle="psoas"' in owner.text("muscle/psoas/change/")
    owner.save("imbalance/forward-tipped-pelvis/change/")
    text = owner.text("imbalance/high-hip/change/")
    assert "Nothing is drawn" not in text
    assert "As saved last" in text


def test_the_figure_beside_the_form_has_the_numbers_of_the_page(owner, client):
    added = {"imbalance_id": "forward-tipped-pelvis", "muscle_id": "thoracic-erector-spinae"}
    Involvement.objects.create(**added, role="tight")
    editions.publish()
    badge = re.compile(r'data-badge="([a-z-]+)".*?<text[^>]*>(\d+)</text>', re.DOTALL)
    beside = badge.findall(owner.text("imbalance/forward-tipped-pelvis/change/"))
    on_the_page = badge.findall(client.get("/imbalances/forward-tipped-pelvis/").content.decode())
    assert dict(beside) == dict(on_the_page)
    assert len(beside) > 6


def test_a_muscle_without_a_shape_says_so(owner):
    data = {"slug": "new-one", "name": "New one", "plain": "here", "kind": "muscle"}
    owner.send("muscle/add/", data | {"region": "arm", "order": 1, "article": "on"})
    text = owner.text("muscle/new-one/change/")
    assert "Nothing is drawn for this yet" in text
    assert "It has no shape; figures list it in words only." in text


def test_a_list_says_what_visitors_do_not_see_yet(owner):
    assert '<td class="field-state">Changed</td>' not in owner.text("muscle/")
    owner.save("muscle/psoas/change/", plain="another word")
    assert '<td class="field-state">Changed</td>' in owner.text("muscle/")
    owner.save("muscle/psoas/change/", withdrawn="on")
    assert '<td class="field-state">Withdrawn, not published</td>' in owner.text("muscle/")


# Who may


def test_staff_see_only_what_they_may(staff):
    reader = staff("view_muscle")
    assert reader.see("muscle/psoas/change/").status_code == 200
    assert reader.send("muscle/psoas/change/", {"name": "x"}).status_code == 403
    assert reader.see("imbalance/").status_code == 403
    assert "unpublished" not in reader.text("muscle/")


def test_save_and_publish_is_offered_to_those_who_may_publish(staff):
    assert 'name="_publish"' not in staff("change_muscle").text("muscle/psoas/change/")
    editor = staff("change_muscle", "publish_edition")
    assert 'name="_publish"' in editor.text("muscle/psoas/change/")


def test_pressing_a_button_that_is_not_there_only_saves(staff):
    editor = staff("change_muscle", "view_muscle")
    editor.save("muscle/psoas/change/", "_publish", plain="another word")
    assert Muscle.objects.get(pk="psoas").plain == "another word"
    assert editions.current().muscles["psoas"].plain != "another word"


def test_visitors_never_come_here(client, published):
    response = client.get("/admin/catalogue/edition/review/")
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def test_permissions_of_editions_are_there_to_give(db):
    names = set(Permission.objects.values_list("codename", flat=True))
    assert {"publish_edition", "recall_edition", "sign_edition", "read_results"} <= names
