"""How a plan is stored, as plain JSON values, and read back.

The fields and codes of `values` are those of all stored plans. Whoever renames or removes one, or
adds one without a default, mends the stored plans in a migration of `assessments`.
"""

from dataclasses import asdict
from typing import Any

from posture.reasoning.knowledge import Kind, Role
from posture.reasoning.planning.values import (
    Cause,
    Excluded,
    Item,
    LeftOut,
    Plan,
    Purpose,
    Settled,
    Step,
    Why,
)


def as_json(plan: Plan) -> dict[str, Any]:
    """Plain JSON values, which `from_json` reads back."""
    return asdict(plan)


def from_json(stored: dict[str, Any]) -> Plan:
    return Plan(
        weeks=tuple(tuple(map(_item, week)) for week in stored["weeks"]),
        left_out=tuple(map(_left_out, stored["left_out"])),
        general=stored["general"],
        held=stored["held"],
    )


def _item(table: dict[str, Any]) -> Item:
    told = {
        "kind": Kind(table["kind"]),
        "purposes": tuple(map(_purpose, table["purposes"])),
        "step": Step(table["step"]),
    }
    return Item(**(table | told))


def _purpose(table: dict[str, Any]) -> Purpose:
    told = {
        "role": Role(table["role"]),
        "why": Why(table["why"]),
        "tests": tuple(table["tests"]),
        "listed_by": tuple(table["listed_by"]),
        "settled": Settled(table["settled"]) if table["settled"] else None,
    }
    return Purpose(**(table | told))


def _left_out(table: dict[str, Any]) -> LeftOut:
    told = {
        "cause": Cause(table["cause"]),
        "of": tuple(table["of"]),
        "excluded": tuple(map(_excluded, table["excluded"])),
    }
    return LeftOut(**(table | told))


def _excluded(table: dict[str, Any]) -> Excluded:
    return Excluded(table["exercise"], Cause(table["cause"]), tuple(table["of"]))
