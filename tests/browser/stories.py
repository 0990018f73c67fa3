"""Four people's stories, each written before its answers were scored, and their answers."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

PEOPLE = Path(__file__).parent / "people"


@dataclass(frozen=True, slots=True)
class Story:
    """A person: what they tell, what they would answer, and what their story's author expects."""

    name: str
    expected: tuple[str, ...]
    side: str
    stops: str
    ticked: frozenset[str]
    answers: dict[str, tuple[str, ...]]

    def reply(self, slug: str, offered: frozenset[str]) -> tuple[str, ...]:
        """What the person chooses at a step; of a safety page, what is true for them."""
        if slug in self.answers:
            return self.answers[slug]
        return tuple(self.ticked & offered) or ("none",)


def story(name: str) -> Story:
    found = tomllib.loads((PEOPLE / f"{name}.toml").read_text())
    return Story(
        name=found["name"],
        expected=tuple(found["expected"]),
        side=found.get("side", ""),
        stops=found.get("stops", ""),
        ticked=frozenset(found["safety"]["ticked"]),
        answers={slug: choices(said["answer"]) for slug, said in found["answers"].items()},
    )


def choices(answer: list[str] | int) -> tuple[str, ...]:
    return (str(answer),) if isinstance(answer, int) else tuple(answer)
