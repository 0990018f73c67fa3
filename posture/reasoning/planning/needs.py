"""What each muscle needs, stretching or strengthening, and what is left out from the start.

The rules of single muscles are those of dysfunctions.yaml, muscle_conflicts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from posture.reasoning.findings import Conclusion, MuscleState
from posture.reasoning.knowledge import Kind, Knowledge, Role, Side
from posture.reasoning.planning.values import Cause, LeftOut, Purpose, Settled, Why
from posture.reasoning.scoring import SIDES

Sides = frozenset[Side]
Where = tuple[str, Side]  # a muscle on one side of the body

BOTH_SIDES: Sides = frozenset(SIDES)
BOTH_ROLES = frozenset(Role)
SERVES = {Kind.STRETCH: Role.TIGHT, Kind.STRENGTHEN: Role.WEAK}

# A backward tipped pelvis calls the gluteals tight and a high hip calls them weak on the high side:
# maximus is stretched, and the abductors strengthened by the side-lying lift, which works no
# maximus (muscle_conflicts, gluteal).
BY_PART: Mapping[str, frozenset[str]] = {"gluteal": frozenset({"side-lying-abduction"})}

# Parts that may be stretched while the rest of their group is strengthened, and the exercises for
# the group that leave the part alone: those of the lower tummy, no crunch and no plank
# (muscle_conflicts, abdominal_vs_upper_abdominal; which exercises is judgement).
APART: Mapping[str, frozenset[str]] = {
    "upper-abdominal": frozenset({"posterior-pelvic-tilt", "wall-pelvic-tilt", "dead-bug"})
}

# Upper back, trunk and hip, then what carries these: strengthening is the part with evidence
# (exercises.yaml, meta, priority); which muscles is judgement.
GENERAL = ("middle-trapezius", "abdominal", "gluteal", "thoracic-erector-spinae", "quadriceps")


@dataclass(frozen=True, slots=True)
class Want:
    """A muscle to be stretched or strengthened on these sides.

    Exercises for `through` are for it: itself, or its group where none is for the part alone. With
    `only` these are they.
    """

    muscle: str
    role: Role
    sides: Sides
    through: str
    purposes: tuple[Purpose, ...]
    only: frozenset[str] = frozenset()

    def on(self, side: Side) -> "Want":
        """The same on one of its sides."""
        purposes = (replace(one, side=side) for one in self.purposes if one.side in {"", side})
        return replace(self, sides=frozenset({side}), purposes=tuple(purposes))


@dataclass(frozen=True)
class Needs:
    """`roles` are what muscles are held to be on each side, whether the plan is for them or not.

    `unsettled` are neither to be stretched nor to be strengthened.
    """

    wants: tuple[Want, ...]
    roles: Mapping[Where, frozenset[Role]]
    unsettled: frozenset[Where]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one muscle is on one side, after tests and rules, and what of that a plan is for.

    `cause` leaves its listed role out.
    """

    state: MuscleState
    side: Side
    roles: frozenset[Role] = frozenset()
    wanted: frozenset[Role] = frozenset()
    settled: Settled | None = None
    cause: Cause | None = None
    of: tuple[str, ...] = ()

    @property
    def where(self) -> Where:
        return self.state.muscle, self.side


def needs(knowledge: Knowledge, conclusion: Conclusion) -> Needs:
    """All that the muscles of a conclusion need, the most pressing first."""
    verdicts = tuple(_verdicts(knowledge, conclusion))
    roles = {where: frozenset(said) for where, said in _tested(conclusion).items()}
    roles |= {one.where: one.roles for one in verdicts}
    return Needs(
        wants=tuple(_wants(knowledge, conclusion, verdicts)),
        roles=roles,
        unsettled=frozenset(one.where for one in verdicts if one.cause == Cause.CONFLICT),
        left_out=tuple(_left_out(verdicts)),
    )


def general(wants: Iterable[Want]) -> Iterator[Want]:
    """Strengthening for everybody, of muscles that these do not speak of."""
    spoken_of = {want.muscle for want in wants}
    for muscle in GENERAL:
        if muscle not in spoken_of:
            purpose = Purpose(muscle, "", Role.WEAK, Why.GENERAL)
            yield Want(muscle, Role.WEAK, BOTH_SIDES, muscle, (purpose,))


# ---------------------------------------------------------------- what a muscle is
def _verdicts(knowledge: Knowledge, conclusion: Conclusion) -> Iterator[Verdict]:
    tested = _tested(conclusion)
    for state in conclusion.muscles:
        for side in _sides(state.side):
            yield _verdict(knowledge, conclusion, state, side, tested)


def _verdict(
    knowledge: Knowledge,
    conclusion: Conclusion,
    state: MuscleState,
    side: Side,
    tested: Mapping[Where, set[Role]],
) -> Verdict:
    """What a muscle is: fine, as its own tests say, as imbalances list it, or not to be said."""
    own = frozenset(tested.get((state.muscle, side), ()))
    group = knowledge.muscle[state.muscle].group
    of_group = frozenset(tested.get((group, side), ()))
    if state.fine:
        return Verdict(state, side, cause=Cause.FINE)
    if state.role == "mixed" and state.muscle in BY_PART:
        return Verdict(state, side, BOTH_ROLES, BOTH_ROLES, Settled.BY_PART)
    if state.role == "mixed" and own | of_group == BOTH_ROLES:
        return Verdict(state, side, BOTH_ROLES, BOTH_ROLES, Settled.BOTH_TESTED)
    group_is_other = not own and of_group and state.role not in of_group
    if (state.role == "mixed" or group_is_other) and _is_named(conclusion, group, side):
        return Verdict(state, side, cause=Cause.GROUP, of=(group,))
    if state.role == "mixed":
        return Verdict(state, side, cause=Cause.CONFLICT)
    return _listed(state, side, Role(state.role), own)


def _listed(state: MuscleState, side: Side, listed: Role, own: frozenset[Role]) -> Verdict:
    """What imbalances agree about, against what its own tests say of it."""
    if own == BOTH_ROLES:
        return Verdict(state, side, own, frozenset({listed}))
    if own and listed not in own:
        return Verdict(state, side, own, own, cause=Cause.OVERRULED)
    return Verdict(state, side, frozenset({listed}), frozenset({listed}))


def _is_named(conclusion: Conclusion, muscle: str, side: Side) -> bool:
    """Whether a found imbalance names a muscle on this side that is not fine."""
    named = (one for one in conclusion.muscles if one.muscle == muscle and not one.fine)
    return any(side in _sides(one.side) for one in named)


def _tested(conclusion: Conclusion) -> Mapping[Where, set[Role]]:
    """What self-tests say of each muscle on each side."""
    told: dict[Where, set[Role]] = defaultdict(set)
    for one in conclusion.tested:
        for side in _sides(one.side):
            told[one.muscle, side].update(one.roles)
    return told


def _sides(side: Side) -> tuple[Side, ...]:
    return (side,) if side else SIDES


# ---------------------------------------------------------------- what is wanted
def _wants(
    knowledge: Knowledge, conclusion: Conclusion, verdicts: Iterable[Verdict]
) -> Iterator[Want]:
    """By muscle and role, the most pressing first."""
    purposes: dict[tuple[str, Role], list[Purpose]] = defaultdict(list)
    for verdict in verdicts:
        for role in Role:
            if role in verdict.wanted:
                purpose = _purpose(knowledge, conclusion, verdict, role)
                purposes[purpose.muscle, role].append(purpose)
    wants = (
        Want(
            muscle=muscle,
            role=role,
            sides=frozenset(one.side for one in said),
            through=_through(knowledge, muscle, role),
            purposes=_merged(said),
            only=frozenset().union(*map(_only, said)),
        )
        for (muscle, role), said in purposes.items()
    )
    return _in_turns(knowledge, wants)


def _through(knowledge: Knowledge, muscle: str, role: Role) -> str:
    own = (one for one in knowledge.exercises if muscle in one.targets)
    group = knowledge.muscle[muscle].group
    return muscle if any(SERVES[one.kind] == role for one in own) or not group else group


def _in_turns(knowledge: Knowledge, wants: Iterable[Want]) -> Iterator[Want]:
    """What own tests speak for first, then what most imbalances name.

    Among equals one of each imbalance, then a second of each, and so on, in the catalogue's order.
    """
    rank = [muscle.slug for muscle in knowledge.muscles]
    queues: dict[tuple[object, ...], list[Want]] = defaultdict(list)
    for want in sorted(wants, key=lambda one: rank.index(one.muscle)):
        queues[want.role, _pressing(want), _named_by(want)[:1]].append(want)
    turns = ((turn, want) for queue in queues.values() for turn, want in enumerate(queue))
    ordered = sorted(turns, key=lambda one: (_pressing(one[1]), one[0], rank.index(one[1].muscle)))
    return (want for _, want in ordered)


def _pressing(want: Want) -> tuple[bool, int]:
    tested = any(one.tests for one in want.purposes)
    return not tested, -len(_named_by(want))


def _named_by(want: Want) -> tuple[str, ...]:
    """By the purpose that names most."""
    return max((one.listed_by for one in want.purposes), key=len)


def _only(purpose: Purpose) -> frozenset[str]:
    by_part = purpose.settled == Settled.BY_PART and purpose.role == Role.WEAK
    return BY_PART[purpose.muscle] if by_part else frozenset()


def _merged(said: list[Purpose]) -> tuple[Purpose, ...]:
    """Two sides that say the same are one purpose."""
    same = len(said) == len(SIDES) and replace(said[0], side="") == replace(said[1], side="")
    return (replace(said[0], side=""),) if same else tuple(said)


def _purpose(knowledge: Knowledge, conclusion: Conclusion, verdict: Verdict, role: Role) -> Purpose:
    state = verdict.state
    listed_by = tuple(one for one in state.listed_by if _lists(knowledge, one, state.muscle, role))
    tests = tuple(_telling(knowledge, conclusion, verdict, role))
    return Purpose(
        muscle=state.muscle,
        side=verdict.side,
        role=role,
        why=Why.TESTED if tests else Why.SEVERAL if len(listed_by) > 1 else Why.LISTED,
        tests=tests,
        listed_by=listed_by,
        high_side=state.high_side,
        settled=verdict.settled,
    )


def _lists(knowledge: Knowledge, imbalance: str, muscle: str, role: Role) -> bool:
    """Whether an imbalance calls the muscle, or the group it is part of, this."""
    named = {muscle, knowledge.muscle[muscle].group}
    involved = knowledge.imbalance[imbalance].involvements
    return any(one.muscle in named and one.role == role for one in involved)


def _telling(
    knowledge: Knowledge, conclusion: Conclusion, verdict: Verdict, role: Role
) -> Iterator[str]:
    """The self-tests that say so; those of its group count where two roles meet in a part."""
    muscle, side = verdict.where
    about = {muscle}
    if verdict.settled == Settled.BOTH_TESTED:
        about.add(knowledge.muscle[muscle].group)
    for one in conclusion.tested:
        if one.muscle in about and side in _sides(one.side) and role in one.roles:
            yield from (slug for slug in one.questions if _asks(knowledge, slug, one.muscle, role))


def _asks(knowledge: Knowledge, question: str, muscle: str, role: Role) -> bool:
    """Whether a reply to it can say this of the muscle."""
    choices = knowledge.question[question].choices
    said = (one for choice in choices for one in choice.evidence)
    return any(one.target == muscle and one.role == role and one.ratio > 1 for one in said)


# ---------------------------------------------------------------- what is left out
def _left_out(verdicts: Iterable[Verdict]) -> Iterator[LeftOut]:
    """One for both sides where they are alike."""
    found: dict[LeftOut, list[Side]] = defaultdict(list)
    for one in verdicts:
        if one.cause:
            same = LeftOut(one.state.muscle, "", one.state.role, one.cause, one.of)
            found[same].append(one.side)
    for left, sides in found.items():
        yield left if len(sides) > 1 else replace(left, side=sides[0])
