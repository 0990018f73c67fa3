"""The template tags of the components: markup that is remembered, and the language of a text."""

import pytest
from django.template import Context, Template
from django.utils import translation

from posture.markup import Remembered


@pytest.fixture
def count():
    """How often a template has asked for it."""

    class Count:
        asked = 0

        def __str__(self):
            self.asked += 1
            return str(self.asked)

    return Count()


def test_remembered_markup_is_rendered_once_for_the_same_values(count):
    page = Template("{% remember slug %}{{ slug }} {{ count }}{% endremember %}")
    first = page.render(Context({"slug": "psoas", "count": count}))
    assert page.render(Context({"slug": "psoas", "count": count})) == first == "psoas 1"
    assert page.render(Context({"slug": "lumbar", "count": count})) == "lumbar 2"


def test_remembered_markup_is_rendered_anew_in_another_language(count):
    page = Template("{% remember %}{{ count }}{% endremember %}")
    assert page.render(Context({"count": count})) == "1"
    with translation.override("de"):
        assert page.render(Context({"count": count})) == "2"


def test_remembered_markup_tells_what_is_missing_from_what_is_empty_alike(count):
    page = Template("{% remember user.is_authenticated %}{{ count }}{% endremember %}")
    assert page.render(Context({"count": count})) == "1"


def test_remembered_markup_never_grows_without_bound(monkeypatch):
    monkeypatch.setattr(Remembered, "MOST", 3)
    page = Template("{% remember n %}{{ n }}{% endremember %}")
    assert [page.render(Context({"n": n})) for n in range(10)] == [str(n) for n in range(10)]
    (node,) = page.nodelist.get_nodes_by_type(Remembered)
    assert len(node.kept) <= 3


def test_remembered_values_are_escaped():
    page = Template("{% remember word %}{{ word }}{% endremember %}")
    assert page.render(Context({"word": "<b>"})) == "&lt;b&gt;"


def test_a_text_in_another_language_says_which():
    page = Template("<p{% lang written_in %}>")
    assert page.render(Context({"written_in": "de"})) == '<p lang="de">'


@pytest.mark.parametrize("written_in", ["en", "", None])
def test_a_text_in_the_language_of_the_page_says_nothing(written_in):
    page = Template("<p{% lang written_in %}>")
    assert page.render(Context({"written_in": written_in})) == "<p>"
