"""Files of JSON objects, one to a line: what is wrong is named with its place and left out."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.management import CommandError

STDIN = Path("-")


def tables(path: Path, complain: Callable[[str], object]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a file, or of standard input for "-", with their places."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        place = f"{path.name}, line {number}"
        try:
            table = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            complain(f"{place}: left out, because it is not JSON: {error.msg}.")
            continue
        if isinstance(table, dict):
            yield place, table
        elif line.strip():
            complain(f"{place}: left out, because it is not a JSON object.")


def _text(path: Path) -> str:
    try:
        return sys.stdin.read() if path == STDIN else path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}.") from error
