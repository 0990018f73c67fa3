"""Print all that the check of the published edition can ask, as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.management import BaseCommand

from posture.catalogue import editions, records, sides
from posture.catalogue.editions import PublishedEdition
from posture.catalogue.knowledge import all_items
from posture.reasoning.knowledge import NO, NOT_SURE, YES


class Command(BaseCommand):
    help = (
        "Print the published bank as JSON: questions, self-tests, red flags and conditions, each"
        " with its choices and when it applies. Not sure can be said to everything."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(list(bank(editions.current())), indent=1, ensure_ascii=False))


def bank(edition: PublishedEdition) -> Iterator[dict[str, Any]]:
    """Safety first, as it is asked."""
    for item in all_items(edition.catalogue):
        statements = item.statements if isinstance(item, records.RedFlag) else ()
        yield {
            "slug": item.slug,
            "fact": item.fact,
            "text": item.question,
            "help": item.text,
            "kind": "multiple" if statements else "yes-no",
            "choices": [choice(one.slug, one.text) for one in statements]
            or [choice(YES, "Yes"), choice(NO, "No"), choice(NOT_SURE, "I'm not sure")],
            "part": "safety",
            "when": {"every": [], "unless": [], "avoid": []},
        }
    for question in edition.catalogue.questions:
        yield {
            "slug": question.slug,
            "fact": question.fact,
            "text": " ".join([*question.steps, question.text]),
            "help": question.help,
            "kind": question.kind,
            "choices": [
                choice(one.slug, f"{side}: {one.text}" if side else one.text)
                for side, one in sides.choices(question)
            ],
            "part": question.part,
            "when": {
                "every": [list(group) for group in question.every],
                "unless": list(question.unless),
                "avoid": list(question.avoid),
            },
        }


def choice(slug: str, text: str) -> dict[str, str]:
    return {"slug": slug, "text": text}
