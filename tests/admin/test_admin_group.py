"""The group of physiotherapists: what somebody in it can do, and what not."""

import pytest
from django.contrib.auth.models import Group

from posture.catalogue import editions, editors


@pytest.fixture
def physiotherapist(staff):
    desk = staff()
    editors.make_group()
    desk.user.groups.add(Group.objects.get(name=editors.NAME))
    return desk


def test_a_physiotherapist_corrects_a_muscle_and_publishes_it(physiotherapist):
    physiotherapist.save("muscle/psoas/change/", "_publish", plain="deep in the hip")
    assert editions.current().muscles["psoas"].plain == "deep in the hip"


def test_a_physiotherapist_neither_recalls_nor_signs_nor_reads_results(physiotherapist):
    for act in ("recall", "sign"):
        assert physiotherapist.see(f"edition/1/{act}/").status_code == 403
    for address in ("/admin/assessments/assessment/", "/admin/accounts/user/"):
        assert physiotherapist.client.get(address).status_code == 403


def test_what_staff_take_from_the_group_stays_taken(physiotherapist):
    group = Group.objects.get(name=editors.NAME)
    group.permissions.clear()
    editors.make_group()
    assert not group.permissions.exists()
    assert physiotherapist.see("muscle/").status_code == 403
