"""The muscles that the found imbalances name: tight, weak, or pulled both ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from posture.reasoning.findings.values import Finding, MuscleRole, MuscleState
from posture.reasoning.knowledge import Answers, Involvement, Knowledge, Role, Side
from posture.reasoning.scoring import SIDES, FoundSide, MuscleScore, muscle_scores

HIGH_AND_LOW: Mapping[FoundSide, tuple[Side, Side]] = {
    "left": ("left", "right"),
    "right": ("right", "left"),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one found imbalance says of a muscle on one side of the body."""

    imbalance: str
    role: Role
    high_side: bool


def muscles(
    knowledge: Knowledge, answers: Answers, findings: Iterable[Finding]
) -> Iterator[MuscleState]:
    """Every muscle that a found imbalance names, in its order, tight, weak or pulled both ways.

    Where imbalances disagree about a muscle (or about the group it is part of) on one side, it is
    mixed there. Two sides that say the same are one state.
    """
    claims = _claims(knowledge, findings)
    tested = muscle_scores(knowledge, answers)
    for muscle in dict.fromkeys(slug for slug, _ in claims):
        left, right = (_state(knowledge, claims, muscle, side, tested) for side in SIDES)
        if left and right and _same(left, right):
            yield _on_both(left)
        else:
            yield from filter(None, (left, right))


def _claims(
    knowledge: Knowledge, findings: Iterable[Finding]
) -> dict[tuple[str, Side], list[Claim]]:
    claims: dict[tuple[str, Side], list[Claim]] = defaultdict(list)
    for found in findings:
        if found.is_found:
            for one in knowledge.imbalance[found.imbalance].involvements:
                unclear = bool(one.side) and found.side not in SIDES
                for side in _body_sides(one, found.side):
                    claim = Claim(found.imbalance, one.role, unclear)
                    claims[one.muscle, side].append(claim)
    return claims


def _body_sides(involvement: Involvement, high: FoundSide) -> tuple[Side, ...]:
    """The sides of the body an involvement is about; both where the high side is unclear."""
    if not involvement.side or high not in HIGH_AND_LOW:
        return SIDES
    higher, lower = HIGH_AND_LOW[high]
    return (lower,) if involvement.side == "low" else (higher,)


def _state(
    knowledge: Knowledge,
    claims: dict[tuple[str, Side], list[Claim]],
    muscle: str,
    side: Side,
    tested: tuple[MuscleScore, ...],
) -> MuscleState | None:
    own = claims.get((muscle, side), [])
    if not own:
        return None
    group = knowledge.muscle[muscle].group
    heard = [*own, *claims.get((group, side), [])]
    roles = {claim.role for claim in heard}
    role: MuscleRole = "mixed" if len(roles) > 1 else own[0].role.value
    counted = heard if role == "mixed" else own
    about = [one for one in tested if one.muscle == muscle and one.side in {"", side}]
    return MuscleState(
        muscle=muscle,
        side=side,
        role=role,
        listed_by=tuple(dict.fromkeys(claim.imbalance for claim in counted)),
        because=_questions(one for one in about if one.role in roles and one.weight > 0),
        despite=_questions(one for one in about if one.role in roles and one.weight < 0),
        high_side=any(claim.high_side for claim in counted),
    )


def _questions(tested: Iterable[MuscleScore]) -> tuple[str, ...]:
    return tuple(sorted({question for score in tested for question in score.questions}))


def _same(left: MuscleState, right: MuscleState) -> bool:
    return _on_both(left) == _on_both(right)


def _on_both(state: MuscleState) -> MuscleState:
    return replace(state, side="")
