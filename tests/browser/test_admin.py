"""The admin in a browser: a correction from the form to the site, with and without script."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from posture.accounts.models import User
from posture.catalogue.models import Choice, Involvement, Muscle

PASSWORD = "heron stands in shallow water"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PAGES = (
    "",
    "catalogue/muscle/psoas/history/",
    "catalogue/imbalance/high-hip/change/",
    "catalogue/muscle/psoas/change/",
    "catalogue/question/ear/change/",
    "catalogue/edition/1/change/",
    "catalogue/edition/1/restore/muscles/psoas/",
    "catalogue/edition/review/",
    "assessments/assessment/",
)


@pytest.fixture
def enter(live_server):
    """Lets a page in as a superuser."""

    def entered(page):
        owner = User.objects.create_superuser("owner@example.org", PASSWORD)
        client = Client()
        client.force_login(owner, backend=BACKEND)
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return entered


@pytest.mark.long
def test_the_pages_of_the_admin_are_whole_for_everybody(enter, page, axe):
    enter(page)
    muscle = Muscle.objects.get(pk="psoas")
    muscle.plain = "deep in the hip"
    muscle.save()
    choice = Choice.objects.filter(question="upper-back", slug="round").get()
    for address in (*PAGES, f"catalogue/choice/{choice.pk}/change/"):
        page.goto(f"/admin/{address}")
        for scheme, width in (("light", 1440), ("dark", 360)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 900})
            beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert beyond <= 0, address
            axe(page, preload=False)


@pytest.mark.parametrize("script", [True, False])
def test_a_correction_is_saved_published_and_seen(enter, new_context, script):
    page = enter(new_context(java_script_enabled=script).new_page())
    page.goto("/admin/catalogue/muscle/psoas/change/")
    page.get_by_label("Plain words").fill("deep in the hip")
    page.get_by_role("button", name="Save and publish").click()
    assert "is saved and published as edition 2" in page.locator(".messagelist").inner_text()
    page.goto("/muscles/psoas/")
    assert "deep in the hip" in page.locator("main").inner_text().lower()


def test_a_muscle_is_added_to_an_imbalance_by_typing_its_name(enter, page):
    enter(page)
    page.goto("/admin/catalogue/imbalance/high-hip/change/")
    page.get_by_text("Add another Involvement").click()
    row = page.locator(".dynamic-involvements").last
    row.get_by_role("combobox").first.click()
    page.keyboard.type("iliac")
    page.get_by_role("option", name="Iliacus").click()
    row.get_by_label("Tight or weak").select_option("tight")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator(".messagelist .success").wait_for()
    added = Involvement.objects.get(imbalance="high-hip", muscle="iliacus")
    assert added.role == "tight"
    assert "1 unpublished change" in page.locator(".unpublished").inner_text()


def test_the_figure_beside_a_form_follows_it_before_anything_is_saved(enter, page, watch):
    enter(page)
    page.goto("/admin/catalogue/imbalance/high-hip/change/")
    beside = page.locator("#preview")
    expect(beside).to_contain_text("As saved last")
    page.locator("#id_involvements-1-role").select_option("weak")
    expect(beside.locator('[data-muscle="psoas"][data-role="weak"]').first).to_be_attached()
    expect(beside).to_contain_text("not saved yet")
    watch.expect("422 (Unprocessable")  # what a row that is not filled in yet, or a wrong one, gets
    page.get_by_text("Add another Involvement").click()
    row = page.locator(".dynamic-involvements").last
    row.get_by_label("Tight or weak").select_option("tight")
    row.get_by_role("combobox").first.click()
    page.keyboard.type("iliac")
    page.get_by_role("option", name="Iliacus").click()
    expect(beside.locator('[data-muscle="iliacus"]').first).to_be_attached()
    row.get_by_role("button", name="Remove").click()
    expect(beside.locator('[data-muscle="iliacus"]')).to_have_count(0)
    page.get_by_label("Views").fill("above")
    page.get_by_label("Views").blur()
    expect(beside.get_by_role("status")).to_have_text("There is no view “above”.")
    expect(beside.locator('[data-muscle="psoas"]').first).to_be_attached()
    assert Involvement.objects.get(imbalance="high-hip", muscle="psoas").role == "tight"


CHANGE_AGAIN = """
document.addEventListener("htmx:beforeSwap", () => {
  const role = document.getElementById("id_involvements-0-role");
  role.value = "weak";
  role.dispatchEvent(new Event("change", { bubbles: true }));
}, { once: true });
"""


def test_a_change_made_just_as_a_figure_arrives_is_drawn_too(enter, page):
    enter(page)
    page.goto("/admin/catalogue/imbalance/high-hip/change/")
    muscle = page.locator("#id_involvements-0-muscle").input_value()
    page.evaluate(CHANGE_AGAIN)
    page.locator("#id_involvements-1-role").select_option("weak")
    drawn = page.locator("#preview").locator(f'[data-muscle="{muscle}"][data-role="weak"]')
    expect(drawn.first).to_be_attached()
