"""The values of a conclusion, and how they are stored."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

from posture.reasoning.knowledge import Role, Side
from posture.reasoning.scoring import FoundSide


class Word(StrEnum):
    """How well an imbalance fits, the best first; `EXPLAINED` is normal for this person now."""

    STRONG = "strong"
    POSSIBLE = "possible"
    SOME_SIGNS = "some-signs"
    NO_FIT = "no-fit"
    EXPLAINED = "explained"


class Outcome(StrEnum):
    """What the whole check comes to."""

    FOUND = "found"
    NO_PATTERN = "no-pattern"
    NOT_ENOUGH = "not-enough"


@dataclass(frozen=True, slots=True)
class Reason:
    """An answered question and its weight for an imbalance: a log ratio, negative is against."""

    question: str
    weight: float


@dataclass(frozen=True, slots=True)
class Finding:
    """How well one imbalance fits, and by which questions that speak about it.

    `neutral` were answered with neither for nor against, `unknown` with "not sure" or "cannot".
    `disagrees` when for and against are both of weight and nearly cancel. `rests_on` is the answer
    without which a strong match would be a possible one.
    """

    imbalance: str
    side: FoundSide
    word: Word
    probability: float
    reasons: tuple[Reason, ...]
    neutral: tuple[str, ...]
    unknown: tuple[str, ...]
    disagrees: bool
    rests_on: str = ""

    @property
    def is_found(self) -> bool:
        return self.word in {Word.STRONG, Word.POSSIBLE}

    @property
    def speaks_for(self) -> tuple[str, ...]:
        return tuple(one.question for one in self.reasons if one.weight > 0)

    @property
    def speaks_against(self) -> tuple[str, ...]:
        return tuple(one.question for one in self.reasons if one.weight < 0)


MuscleRole = Literal["tight", "weak", "mixed"]


@dataclass(frozen=True, slots=True)
class MuscleState:
    """A muscle that the found imbalances name, on one side or ("") on both.

    `listed_by` are the imbalances that name it. `because` are the questions whose answers said the
    same of this very muscle, `despite` those that said the opposite; it is `fine` where self-tests
    did. `high_side` holds where it is on the high side and that is unclear.
    """

    muscle: str
    side: Side
    role: MuscleRole
    listed_by: tuple[str, ...]
    because: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    high_side: bool = False
    fine: bool = False


@dataclass(frozen=True, slots=True)
class SelfTested:
    """What self-tests say of a muscle, on one side or ("") on both; without a role it is fine.

    `questions` are the tests that say so.
    """

    muscle: str
    side: Side
    roles: tuple[Role, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Untested:
    """A muscle that is listed and not tested, and the self-test that would tell most of it."""

    muscle: str
    question: str


@dataclass(frozen=True)
class Conclusion:
    """All findings, the likeliest first among equals in fit, and the muscles of those found.

    `missing` are the signs and tests that are not known; `helps_most` is the one of all questions
    not known whose answer could settle most. `tested` are all muscles that self-tests tell of,
    and `settling` the tests not done that would tell what muscles pulled both ways are. `untested`
    are the other listed muscles that no test looked at, as far as one still could.
    """

    findings: tuple[Finding, ...]
    muscles: tuple[MuscleState, ...]
    missing: tuple[str, ...]
    enough: bool
    helps_most: str = ""
    tested: tuple[SelfTested, ...] = ()
    settling: tuple[str, ...] = ()
    untested: tuple[Untested, ...] = ()

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.is_found)

    @property
    def outcome(self) -> Outcome:
        if self.found:
            return Outcome.FOUND
        return Outcome.NO_PATTERN if self.enough else Outcome.NOT_ENOUGH


def as_json(conclusion: Conclusion) -> dict[str, Any]:
    """Plain JSON values, which `from_json` reads back."""
    return asdict(conclusion)


def from_json(stored: dict[str, Any]) -> Conclusion:
    """The conclusion that was stored; one from before self-tests told of muscles has none."""
    return Conclusion(
        findings=tuple(_finding(table) for table in stored["findings"]),
        muscles=tuple(MuscleState(**_tuples(table)) for table in stored["muscles"]),
        missing=tuple(stored["missing"]),
        enough=stored["enough"],
        helps_most=stored["helps_most"],
        tested=tuple(map(_tested, stored.get("tested", ()))),
        settling=tuple(stored.get("settling", ())),
        untested=tuple(Untested(**table) for table in stored.get("untested", ())),
    )


def _finding(table: dict[str, Any]) -> Finding:
    told = {
        "word": Word(table["word"]),
        "reasons": tuple(Reason(**reason) for reason in table["reasons"]),
    }
    return Finding(**(_tuples(table) | told))


def _tested(table: dict[str, Any]) -> SelfTested:
    return SelfTested(**(_tuples(table) | {"roles": tuple(map(Role, table["roles"]))}))


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(one) if isinstance(one, list) else one for key, one in table.items()}
