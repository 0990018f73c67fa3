"""What the documents say is so: links, files, commands, settings and licences."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
ROOMS = ("assessments", "docs", "posture", "requirements", "static", "templates", "tests", ".ci")
FILE = re.compile(r"[\w./-]+\.(?:css|json|jsonl|lock|md|py|toml|txt)")
IN_BOOTSTRAP = {"test"}  # is no command of Django's
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
COMMAND = re.compile(r"(?:manage\.py|^plumb|`plumb) ([a-z_]+)([^`\n#]*)", re.MULTILINE)

each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def files_of_rooms() -> frozenset[str]:
    """Every file of the project, by its path."""
    inside = (path for room in ROOMS for path in (ROOT / room).rglob("*"))
    return frozenset(path.relative_to(ROOT).as_posix() for path in [*inside, *ROOT.glob("*.*")])


def anchor(heading: str) -> str:
    """The address of a heading, as code hosts make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@each_document
def test_links_lead_somewhere(document):
    for target in re.findall(r"\]\(([^)\s]+)\)", text(document)):
        if target.startswith("https://"):
            continue
        path, _, fragment = target.partition("#")
        place = (document.parent / path) if path else document
        assert place.exists(), target
        assert not fragment or fragment in map(anchor, HEADING.findall(text(place))), target


@each_document
def test_files_that_are_named_are_there(document):
    """A path is named from the top, or from the end when the sentence says where it is."""
    for name in re.findall(r"`([^`\n]+)`", text(document)):
        if FILE.fullmatch(name) and not name.startswith("/"):
            assert any(f"/{path}".endswith(f"/{name}") for path in files_of_rooms()), name
        elif name.startswith(tuple(f"{room}/" for room in ROOMS)):
            assert (ROOT / name).exists(), name


@each_document
def test_commands_that_are_named_are_there_with_their_options(document):
    for name, rest in COMMAND.findall(text(document)):
        if name in IN_BOOTSTRAP:
            continue
        parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest):
            assert option in parser._option_string_actions, f"{name} {option}"


# Settings


def read_from_the_environment() -> set[str]:
    """The names that settings.py asks the environment for."""
    calls = [n for n in ast.walk(ast.parse(text(ROOT / "posture/settings.py"))) if is_reading(n)]
    return {name.value for name in (call.args[0] for call in calls) if is_text(name)}


def is_reading(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    of_env = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "env"
    return of_env or (isinstance(node.func, ast.Name) and node.func.id == "read")


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_setting_is_described_and_no_other():
    described = re.findall(r"^\| `([A-Z_]+)` \|", text(ROOT / "docs/deploying.md"), re.MULTILINE)
    assert len(described) == len(set(described))
    assert set(described) == read_from_the_environment()


def test_the_settings_of_the_example_are_settings():
    example = re.findall(r"^([A-Z_]+)=", text(ROOT / "docs/deploying.md"), re.MULTILINE)
    assert len(example) > 5
    assert set(example) - {"PATH"} <= read_from_the_environment()


# Licences


def test_every_package_that_is_installed_is_credited_and_no_other():
    locked = re.findall(r"^([\w.-]+)==", text(ROOT / "requirements/run.lock"), re.MULTILINE)
    section = text(ROOT / "LICENSE").split("Packages that are installed")[1].split("-----")[0]
    credited = re.findall(r"^  ([\w.-]+)  +\S", section, re.MULTILINE)
    assert credited == sorted(credited)
    assert set(credited) == set(locked)


def test_what_ships_with_the_site_comes_with_its_licence():
    licence = text(ROOT / "LICENSE")
    kept = [path for room in ("static", "templates") for path in (ROOT / room).rglob("LICENSE*")]
    assert kept
    for path in kept:
        assert path.relative_to(ROOT).as_posix() in licence
    for credit in ("BodyParts3D", "The Database Center for Life Science", "MakeHuman", "htmx"):
        assert credit in licence
