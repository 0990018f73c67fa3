"""Read a figure's text back."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def parsed(text):
    return ET.fromstring(text)


def having(text, attribute):
    return [e for e in parsed(text).iter() if attribute in e.attrib]


def commands(data):
    return re.sub(r"[^A-Za-z]", "", data)


def numbers(text):
    """Every number in the attributes that hold coordinates."""
    found = re.findall(r' (?:d|x|y|cx|cy|r|rx|width|height|viewBox)="([^"]*)"', text)
    return re.findall(r"-?[0-9.]+(?:[eE][+-]?\d+)?|nan|inf", " ".join(found))
