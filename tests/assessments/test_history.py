"""A person's checks over time: the list, and deleting one, all, or what this browser holds."""

import pytest
from django.test import Client

from assessments.models import Assessment
from assessments.visitors import COOKIE
from tests.assessments.conftest import PASSWORD
from tests.assessments.walking import Walker


def test_there_is_nothing_before_the_first_result(checking):
    page = checking.see("/history/")
    assert "There is no finished check here yet." in page
    assert "A check is open" in page


@pytest.mark.parametrize("who", ["walker", "member"])
def test_a_finished_check_is_listed_with_its_day_and_its_result(request, who):
    walker = request.getfixturevalue(who).to_result()
    page = walker.see("/history/")
    assert f'href="{walker.at("result")}"' in page
    assert "Not enough to say" in page
    assert walker.see(walker.at("result"))


def test_the_newest_comes_first_and_twenty_to_a_page(member):
    first = member.to_result().row
    for _ in range(20):
        first.pk = None
        first._state.adding = True
        first.id = Assessment._meta.pk.default()
        first.save()
    assert member.see("/history/").count("/result/") == 20
    assert member.see("/history/?page=2").count("/result/") == 1


@pytest.mark.parametrize("number", ["0", "99", "x", "-1", "1" * 500, "%00", "1%27"])
def test_a_page_that_is_not_there_shows_one_that_is(member, number):
    member.to_result()
    assert member.see(f"/history/?page={number}").count("/result/") == 1


def test_nobody_sees_the_checks_of_others(walker, member, other):
    for one in (walker, member, other):
        one.to_result()
    for one in (walker, member, other):
        page = one.see("/history/")
        assert page.count("/result/") == 1
        assert one.at("result") in page


# Deleting


@pytest.mark.parametrize("who", ["walker", "member"])
def test_one_check_is_deleted_after_asking(request, who):
    walker = request.getfixturevalue(who)
    kept = Walker(walker.client).to_result()
    walker.to_result()
    assert "Delete this check?" in walker.see(walker.at("delete"))
    assert Assessment.objects.count() == 2
    response = walker.client.post(walker.at("delete"))
    assert (response.status_code, response["Location"]) == (303, "/history/")
    assert "The check is deleted." in walker.see("/history/")
    assert [str(one.pk) for one in Assessment.objects.all()] == [kept.pk]
    assert walker.client.get(walker.at("result")).status_code == 404


def test_deleting_twice_finds_nothing_the_second_time(walker):
    walker.to_result()
    walker.client.post(walker.at("delete"))
    assert walker.client.post(walker.at("delete")).status_code == 404


def test_a_check_changed_from_a_deleted_one_stays(screened):
    screened.answer_all(age="18-39").finish()
    new = screened.post(screened.at("questions", "age"), "40-54")["Location"]
    screened.client.post(screened.at("delete"))
    assert screened.client.get(new).status_code == 200


def test_an_open_check_can_be_deleted(checking):
    checking.client.post(checking.at("delete"))
    assert not Assessment.objects.exists()


def test_deleting_everything_takes_all_of_one_person_and_of_nobody_else(walker, member):
    member.to_result()
    walker.to_result()
    Walker(walker.client).begin()
    assert "They are 2 checks." in walker.see("/history/delete/")
    response = walker.client.post("/history/delete/")
    assert (response.status_code, response["Location"]) == (303, "/history/")
    assert [str(one.pk) for one in Assessment.objects.all()] == [member.pk]


def test_somebody_signed_in_gives_the_password_again_before_all_is_deleted(member):
    member.to_result()
    assert member.client.get("/history/delete/").status_code == 200
    asked = member.client.post("/history/delete/")
    assert asked["Location"].startswith("/account/reauthenticate/?next=")
    assert Assessment.objects.count() == 1
    member.client.post(asked["Location"], {"password": "wrong"})
    assert Assessment.objects.count() == 1
    done = member.client.post(asked["Location"], {"password": PASSWORD}, follow=True)
    assert "All your checks are deleted." in done.content.decode()
    assert not Assessment.objects.exists()


def test_what_is_in_the_account_only_is_not_touched_by_somebody_at_the_browser(walker, person):
    walker.to_result()
    signed_out = Client()
    signed_out.post("/history/delete/")
    signed_out.post("/check/forget/")
    assert Assessment.objects.count() == 1


# Forgetting on this device


def test_forgetting_deletes_what_is_only_here_and_takes_the_key(walker):
    walker.to_result()
    Walker(walker.client).begin()
    assert "2 checks are kept in this browser only." in walker.see("/check/forget/")
    response = walker.client.post("/check/forget/")
    assert (response.status_code, response["Location"]) == (303, "/")
    assert "cache" in response["Clear-Site-Data"]
    assert walker.client.cookies[COOKIE].value == ""
    assert not Assessment.objects.exists()


def test_it_leaves_nothing_in_the_session_either(checking):
    checking.post(checking.path, "saddle", "none")
    assert checking.client.session.items()
    checking.client.post("/check/forget/")
    assert "kept_reply" not in checking.client.session


def test_what_is_in_an_account_stays(member):
    member.to_result()
    assert "Nothing is kept in this browser only." in member.see("/check/forget/")
    member.client.post("/check/forget/")
    assert Assessment.objects.count() == 1
    assert member.see("/history/").count("/result/") == 1


def test_every_page_of_a_check_offers_it(screened):
    for path in (screened.path, screened.at("save"), screened.at("safety", "your-body")):
        assert 'href="/check/forget/"' in screened.see(path)
    screened.answer_all()
    assert 'href="/check/forget/"' in screened.see()
    assert 'href="/check/forget/"' in screened.finish().see()
    assert 'href="/check/forget/"' in screened.see("/history/")


def test_the_stop_page_offers_it_too(checking):
    assert 'href="/check/forget/"' in checking.reply("saddle").see()


# Coming back


def test_saving_says_how_to_come_back(screened, member):
    assert "kept on this device for 30 days" in screened.see(screened.at("save"))
    member.begin()
    assert "They are in your account." in member.see(member.at("save"))


def test_every_check_without_a_result_is_listed_and_can_be_deleted(checking):
    opened = checking.pk
    checking.begin()
    checking.reply("saddle")
    stopped = checking.pk
    page = checking.see("/history/")
    for pk, way_on in ((opened, ""), (stopped, "stop/")):
        assert f'href="/check/{pk}/{way_on}"' in page
        assert f'href="/check/{pk}/delete/"' in page
    assert "A check was stopped for safety on" in page
