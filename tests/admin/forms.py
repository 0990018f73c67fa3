"""A form as a browser would send it back: every field with the value it shows."""

from html.parser import HTMLParser

IGNORED = {"submit", "button", "reset"}


class Form(HTMLParser):
    """Reads the one form with fields of our own, not those of the frame (log out, theme)."""

    def __init__(self, text):
        super().__init__()
        self.data, self.select, self.area = {}, None, None
        self.feed(text)

    def add(self, name, value):
        self.data.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name")
        if tag == "select":
            self.select = None if "disabled" in given else name
        elif tag == "option" and self.select and "selected" in given:
            self.add(self.select, given["value"])
        elif tag == "textarea":
            self.area = [name, ""]
        elif tag == "input" and name and "disabled" not in given:
            kind = given.get("type", "text")
            if kind in IGNORED or (kind in {"checkbox", "radio"} and "checked" not in given):
                return
            self.add(name, given.get("value", "on" if kind == "checkbox" else ""))

    def handle_data(self, text):
        if self.area:
            self.area[1] += text

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            # A browser drops the newline that a textarea begins with.
            self.add(self.area[0], self.area[1].removeprefix("\r\n").removeprefix("\n"))
            self.area = None


def filled(response):
    """What the form of a page would send if nobody changed anything."""
    return Form(response.content.decode()).data
