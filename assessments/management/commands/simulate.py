"""Put simulated people through the shipped check, and print how often it is right."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from django.core.management import BaseCommand, CommandError

from assessments import evaluation
from assessments.evaluation import Person, Told
from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.reasoning.knowledge import Knowledge
from posture.simulation import people
from posture.simulation.curve import as_csv, as_svg, averaged
from posture.simulation.learned import learned
from posture.simulation.orders import Order, Stand, stands
from posture.simulation.world import world

WRITERS = (".csv", ".svg")


class Command(BaseCommand):
    help = (
        "Draw people with known imbalances by documented assumptions, never by the ratios that the"
        " check scores with; let them answer the shipped questions, and print how often the right"
        " set and side are found. The same seed gives the same people. Nothing is stored."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=1000, help="how many; 1000 unless said")
        parser.add_argument("--seed", type=int, default=1, help="1 unless said")
        parser.add_argument("--order", choices=list(Order), default=Order.ADAPTIVE)
        parser.add_argument(
            "--muscles",
            type=float,
            default=1.0,
            help="how strongly muscles follow an imbalance: 1 as assumed, 0 not at all",
        )
        parser.add_argument(
            "--error",
            type=float,
            default=1.0,
            help="how large the errors of looks and tests are: 1 as documented, 0 none",
        )
        parser.add_argument(
            "--learn",
            type=int,
            metavar="N",
            help="also how often a rule learned from N other simulated people is right, which"
            " has every answer: more than the check could reach",
        )
        parser.add_argument(
            "--curve",
            type=Path,
            metavar="FILE",
            help="also the share of right sets after every question in all three orders, written"
            " as .csv or drawn as .svg",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        curve: Path | None = options["curve"]
        if options["people"] < 1:
            raise CommandError("--people must be 1 or more.")
        if curve and curve.suffix not in WRITERS:
            raise CommandError(f"{curve}: write a file that ends in {' or '.join(WRITERS)}.")
        knowledge = knowledge_of(content.read().catalogue)
        assumed = world(knowledge, muscles=options["muscles"], error=options["error"])
        drawn = list(people.people(assumed, count=options["people"], seed=options["seed"]))
        if curve:
            curves = {
                order.value: averaged(rights(knowledge, drawn, order, options["seed"]))
                for order in Order
            }
            curve.write_text(written(curves, curve.suffix, options), "utf-8")
        told = [
            said(one, stands(knowledge, one, options["order"], shuffled(options["seed"], number)))
            for number, one in enumerate(drawn)
        ]
        self.stdout.write("\n".join(report(told)))
        if options["learn"]:
            others = people.people(assumed, count=options["learn"], seed=options["seed"] + 1)
            rule = learned(assumed, others)
            right = (one.labels == frozenset(rule.found(one.replies)) for one in drawn)
            self.stdout.write(evaluation.share("exact set by a rule learned from others", right))


def shuffled(seed: int, number: int) -> Random:
    """What decides a random order for a person."""
    return Random(f"order {seed}/{number}")  # noqa: S311 - not for secrets


def rights(
    knowledge: Knowledge, drawn: Sequence[people.Person], order: Order, seed: int
) -> Iterator[list[bool]]:
    """For each person, whether the set is right before and after every question."""
    for number, one in enumerate(drawn):
        passed = stands(knowledge, one, order, shuffled(seed, number), each=True)
        yield [one.labels == frozenset(stand.found) for stand in passed]


def written(curves: dict[str, list[float]], suffix: str, options: dict[str, Any]) -> str:
    """The curves in the form that the name of the file asks for."""
    if suffix == ".csv":
        return as_csv(curves)
    return as_svg(
        curves,
        title=f"Right set of imbalances, {options['people']:,} simulated people",
        across="questions asked",
    )


def said(one: people.Person, passed: Sequence[Stand]) -> Told:
    """What a simulated person is told, as it is measured of all people."""
    last = passed[-1]
    truth = Person(
        id="",
        labels=one.labels,
        side=one.side,
        triage="self-care",
        also_right=frozenset(),
        scored=True,
    )
    return Told(
        truth, last.found, "self-care", stopped=False, asked=last.asked, minutes=last.minutes
    )


def report(told: Sequence[Told]) -> Iterator[str]:
    """The measurements as lines of text."""
    sided = [one for one in told if one.person.side and "high-hip" in one.found]
    yield evaluation.share("exact set of imbalances", (one.set_right for one in told))
    yield evaluation.share("by finding nothing in anybody", (not one.person.labels for one in told))
    yield f"macro-F1 of the imbalances: {evaluation.macro_f1(told):.3f}"
    yield f"pelvis told to tip the wrong way: {sum(map(evaluation.swapped, told))}"
    yield evaluation.share("side of a high hip found", (one.side_right for one in sided))
    yield from sides(sided)
    for slug in sorted({slug for one in told for slug in one.person.labels}):
        with_it = [slug in one.found for one in told if slug in one.person.labels]
        without = [slug not in one.found for one in told if slug not in one.person.labels]
        yield evaluation.share(f"{slug}, where it is true", with_it)
        yield evaluation.share(f"{slug}, where it is not", without)
    yield from evaluation.spread("questions asked", [one.asked for one in told])
    yield from evaluation.spread("minutes", [one.minutes for one in told])


def sides(sided: Sequence[Told]) -> Iterator[str]:
    """How many sides of a high hip were left open, and how many were the wrong one."""
    unclear = sum(one.found["high-hip"] == "unclear" for one in sided)
    wrong = sum(not one.side_right for one in sided) - unclear
    yield f"side left open: {unclear}, the wrong side named: {wrong}"
