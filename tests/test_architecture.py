"""Which room may import which: the arrows of the architecture, read from the source."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

OURS = ("posture", "assessments")
ROOT = Path(__file__).resolve().parent.parent
PURE = (
    "posture.reasoning",
    "posture.figures",
    "posture.machine",
    "posture.simulation",
)  # only the standard library

# What of our own each room may import; a room inside another has arrows of its own.
ARROWS = {
    "posture.reasoning": ("posture.reasoning",),
    "posture.figures": ("posture.figures",),
    "posture.machine": (),
    "posture.simulation": ("posture.simulation", "posture.reasoning", "posture.figures"),
    "posture.bootstrap": ("posture.machine",),
    "posture.catalogue": ("posture.catalogue", "posture.reasoning", "posture.figures"),
    "posture.accounts": ("posture.accounts",),
    "posture": ("posture",),
    "assessments": ("assessments", "posture"),
}
NAME_EVERYTHING = ("posture.settings", "posture.urls")  # and nothing imports them


def modules() -> Iterator[tuple[str, Path]]:
    for path in [*ROOT.glob("posture/**/*.py"), *ROOT.glob("assessments/**/*.py")]:
        yield ".".join(path.relative_to(ROOT).with_suffix("").parts), path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are spelled in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{room}.") for room in rooms)


def astray(module: str, path: Path) -> set[str]:
    """What the module imports and may not."""
    room = next(room for room in ARROWS if within(module, (room,)))
    found = set(imports(path))
    ours = {name for name in found if within(name, OURS)}
    wrong = {name for name in ours if not within(name, ARROWS[room])}
    foreign = {name for name in found - ours if name.split(".")[0] not in sys.stdlib_module_names}
    impure = foreign if within(module, PURE) else set()
    return wrong | impure | {name for name in ours if within(name, NAME_EVERYTHING)}


def test_imports_follow_the_arrows():
    found = {module: astray(module, path) for module, path in modules()}
    assert len(found) > 50
    assert {module: names for module, names in found.items() if names} == {}
