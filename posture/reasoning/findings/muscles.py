"""The muscles that found imbalances name, and what self-tests say of each: tight, weak or fine.

Signs decide the imbalance, self-tests the single muscle: what they say overrules the list of an
imbalance (questions.yaml, two_levels).
"""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from posture.reasoning.findings.values import (
    Finding,
    MuscleRole,
    MuscleState,
    SelfTested,
    Untested,
)
from posture.reasoning.knowledge import (
    Answers,
    Involvement,
    Knowledge,
    Part,
    Question,
    Role,
    Side,
)
from posture.reasoning.scoring import SIDES, FoundSide, MuscleScore, muscle_scores

TELLS = math.log(1.5)  # a moderate ratio (meta, strength): from here on a test tells something

HIGH_AND_LOW: Mapping[FoundSide, tuple[Side, Side]] = {
    "left": ("left", "right"),
    "right": ("right", "left"),
}


# ---------------------------------------------------------------- what imbalances say
@dataclass(frozen=True, slots=True)
class Claim:
    """What one found imbalance says of a muscle on one side of the body."""

    imbalance: str
    role: Role
    high_side: bool


Claims = Mapping[tuple[str, Side], list[Claim]]


def muscles(
    knowledge: Knowledge, answers: Answers, findings: Iterable[Finding]
) -> Iterator[MuscleState]:
    """Every muscle that a found imbalance names, in its order, tight, weak or pulled both ways.

    Where imbalances disagree about a muscle (or about the group it is part of) on one side, it is
    mixed there, unless self-tests say that it is one of the two; where none looked at a role of the
    muscle itself, those of its group count. Two sides that say the same are one state.
    """
    claims = _claims(knowledge, {one.imbalance: one.side for one in findings if one.is_found})
    heard = muscle_scores(knowledge, answers)
    tests = muscle_scores(knowledge, _tests(knowledge, answers))
    for muscle in dict.fromkeys(slug for slug, _ in claims):
        left, right = (_state(knowledge, claims, muscle, side, heard, tests) for side in SIDES)
        if left and right and _on_both(left) == _on_both(right):
            yield _on_both(left)
        else:
            yield from filter(None, (left, right))


def contested(knowledge: Knowledge, found: Mapping[str, FoundSide]) -> tuple[str, ...]:
    """The muscles that imbalances on these sides pull both ways."""
    claims = _claims(knowledge, found)
    mixed = (
        muscle for muscle, side in claims if len(_around(knowledge, claims, muscle, side)[1]) > 1
    )
    return tuple(dict.fromkeys(mixed))


def settling(knowledge: Knowledge, muscles: Iterable[str]) -> tuple[str, ...]:
    """The self-tests that tell what these muscles are, in the order they are asked."""
    return tuple(
        dict.fromkeys(slug for muscle in muscles for slug in knowledge.muscle[muscle].settled_by)
    )


def _claims(knowledge: Knowledge, found: Mapping[str, FoundSide]) -> Claims:
    claims: dict[tuple[str, Side], list[Claim]] = defaultdict(list)
    for imbalance, high in found.items():
        for one in knowledge.imbalance[imbalance].involvements:
            unclear = bool(one.side) and high not in SIDES
            for side in _body_sides(one, high):
                claims[one.muscle, side].append(Claim(imbalance, one.role, unclear))
    return dict(claims)


def _body_sides(involvement: Involvement, high: FoundSide) -> tuple[Side, ...]:
    """The sides of the body an involvement is about; both where the high side is unclear."""
    if not involvement.side or high not in HIGH_AND_LOW:
        return SIDES
    higher, lower = HIGH_AND_LOW[high]
    return (lower,) if involvement.side == "low" else (higher,)


def _around(
    knowledge: Knowledge, claims: Claims, muscle: str, side: Side
) -> tuple[list[Claim], set[Role]]:
    """What is said of a muscle and of the group it belongs to, and the roles in that."""
    group = knowledge.muscle[muscle].group
    said = [*claims.get((muscle, side), []), *claims.get((group, side), [])]
    return said, {claim.role for claim in said}


def _state(
    knowledge: Knowledge,
    claims: Claims,
    muscle: str,
    side: Side,
    heard: tuple[MuscleScore, ...],
    tests: tuple[MuscleScore, ...],
) -> MuscleState | None:
    own = claims.get((muscle, side), [])
    if not own:
        return None
    around, roles = _around(knowledge, claims, muscle, side)
    counted = around if len(roles) > 1 else own
    group = knowledge.muscle[muscle].group
    weights = {**_weights(tests, group, side), **_weights(tests, muscle, side)}
    settled = _told(weights)
    if len(roles) > 1 and len(settled) == 1:
        roles = set(settled)
    role: MuscleRole = "mixed" if len(roles) > 1 else next(iter(roles)).value
    about = [one for one in heard if one.muscle in {muscle, group} and one.side in {"", side}]
    return MuscleState(
        muscle=muscle,
        side=side,
        role=role,
        listed_by=tuple(dict.fromkeys(claim.imbalance for claim in counted)),
        because=_questions(one for one in about if one.role in roles and one.weight > 0),
        despite=_questions(one for one in about if one.role in roles and one.weight < 0),
        high_side=any(claim.high_side for claim in counted),
        fine=_fine(weights, roles),
    )


# ---------------------------------------------------------------- what self-tests say
def tested(knowledge: Knowledge, answers: Answers) -> Iterator[SelfTested]:
    """Every muscle that self-tests tell something of, in the order of the edition."""
    scores = muscle_scores(knowledge, _tests(knowledge, answers))
    for muscle in knowledge.muscles:
        left, right = (_told_of(scores, muscle.slug, side) for side in SIDES)
        if left and right and left.roles == right.roles and left.questions == right.questions:
            yield replace(left, side="")
        else:
            yield from filter(None, (left, right))


def untested(
    knowledge: Knowledge, answers: Answers, named: Iterable[MuscleState], open_to: Container[str]
) -> Iterator[Untested]:
    """Every muscle named tight or weak that no self-test looked at, with the best test left for it.

    The best is the one that can say most for what is named; among equals the order of the edition
    holds. `open_to` are the questions that could still be asked.
    """
    looked_at = {one.muscle for one in muscle_scores(knowledge, _tests(knowledge, answers))}
    tests = [one for one in knowledge.questions if one.part == Part.TEST and one.slug in open_to]
    wanted = {one.muscle: one.role for one in named if one.role != "mixed"}
    for muscle, role in wanted.items():
        around = {muscle, knowledge.muscle[muscle].group}
        telling = {test.slug: _tells(test, around, role) for test in tests}
        best = max(telling, key=telling.__getitem__, default="")
        if looked_at.isdisjoint(around) and telling.get(best, 1.0) > 1:
            yield Untested(muscle, best)


def _tells(test: Question, muscles: Container[str], role: str) -> float:
    """The greatest likelihood ratio of its choices for one of these muscles being so; else 1."""
    evidence = (one for choice in test.choices for one in choice.evidence)
    ratios = (one.ratio for one in evidence if one.target in muscles and one.role == role)
    return max(ratios, default=1.0)


def _told_of(tests: tuple[MuscleScore, ...], muscle: str, side: Side) -> SelfTested | None:
    weights = _weights(tests, muscle, side)
    roles = _told(weights)
    if not roles and not _fine(weights, weights):
        return None
    said = (
        one
        for one in tests
        if one.muscle == muscle and one.side in {"", side} and _agrees(one, roles)
    )
    return SelfTested(muscle, side, roles, _questions(said))


def _agrees(score: MuscleScore, roles: tuple[Role, ...]) -> bool:
    """Whether it speaks for one of the roles, or where there is none, against its own."""
    return score.role in roles and score.weight > 0 if roles else score.weight < 0


def _weights(tests: Iterable[MuscleScore], muscle: str, side: Side) -> Mapping[Role, float]:
    """What self-tests say of a muscle on one side of the body: log ratios by role."""
    weights: dict[Role, float] = defaultdict(float)
    for one in tests:
        if one.muscle == muscle and one.side in {"", side}:
            weights[one.role] += one.weight
    return dict(weights)


def _told(weights: Mapping[Role, float]) -> tuple[Role, ...]:
    return tuple(role for role in Role if weights.get(role, 0.0) >= TELLS)


def _fine(weights: Mapping[Role, float], roles: Iterable[Role]) -> bool:
    """Whether self-tests speak against all these roles and for none."""
    against = [weights.get(role, 0.0) <= -TELLS for role in roles]
    return bool(against) and all(against) and all(weight <= 0 for weight in weights.values())


def _tests(knowledge: Knowledge, answers: Answers) -> Answers:
    parts = {slug: knowledge.question[slug].part for slug in answers}
    return {slug: answer for slug, answer in answers.items() if parts[slug] == Part.TEST}


def _questions(scores: Iterable[MuscleScore]) -> tuple[str, ...]:
    return tuple(sorted({question for score in scores for question in score.questions}))


def _on_both(state: MuscleState) -> MuscleState:
    return replace(state, side="")
