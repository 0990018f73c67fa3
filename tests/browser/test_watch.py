"""The watch over every page of the browser tests hears what it is there to hear."""

import pytest
from playwright.sync_api import Route

HEAD = "<!doctype html><html lang=en><title>Shown</title><link rel=icon href='data:,'>"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src * data:"


@pytest.fixture
def show(page):
    """Shows a page with this body under a strict policy."""

    def shown(body):
        def answer(route: Route):
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
            route.fulfill(headers=headers, body=HEAD + body)

        page.route("**/shown", answer)
        page.route("**/missing.png", lambda route: route.fulfill(status=404))
        page.route("http://elsewhere.invalid/*", lambda route: route.fulfill(status=204))
        page.goto("/shown")
        page.wait_for_load_state("networkidle")
        page.evaluate("() => true")  # what the page complained of before is heard by now
        return page

    return shown


def test_a_quiet_page_raises_no_complaint(show, watch):
    show("<p>Nothing happens.")
    assert watch.complaints == []


@pytest.mark.parametrize(
    ("body", "heard"),
    [
        ("<p style='color:red'>red</p>", "Content Security Policy"),
        ("<script>document.title = 'changed'</script>", "Content Security Policy"),
        ("<p onclick='stop()'>press</p>", "Content Security Policy"),
        ("<img src='/missing.png' alt=''>", "404"),
        ("<img src='http://elsewhere.invalid/a.png' alt=''>", "foreign request"),
    ],
)
def test_what_a_page_does_wrong_is_heard(show, watch, body, heard):
    show(body)
    assert any(heard in complaint for complaint in watch.unexpected())
    watch.expect(heard)


def test_an_error_in_a_script_is_heard(show, watch):
    show("<p>Wait.").evaluate("setTimeout(() => { throw new Error('gone wrong') })")
    show("<p>Later.")
    assert any("gone wrong" in complaint for complaint in watch.unexpected())
    watch.expect("gone wrong")


def test_expecting_one_complaint_forgives_no_other(show, watch):
    show("<img src='/missing.png' alt=''><p style='color:red'>red</p>")
    watch.expect("404")
    assert watch.unexpected()
    assert all("404" not in complaint for complaint in watch.unexpected())
    watch.expect("Content Security Policy")


def test_axe_names_what_is_hard_to_reach(show, axe):
    page = show("<main><h1>Form</h1><input></main>")
    with pytest.raises(AssertionError, match="label"):
        axe(page)


def test_axe_runs_under_the_strict_policy_without_breaking_it(show, axe, watch):
    axe(show("<main><h1>Form</h1><label>Name <input></label></main>"))
    assert watch.complaints == []


def test_scripts_do_not_run_where_javascript_is_off(page_without_script):
    page_without_script.set_content("<noscript>JavaScript is off</noscript>")
    assert page_without_script.get_by_text("JavaScript is off").is_visible()
