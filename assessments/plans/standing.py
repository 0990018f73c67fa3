"""A plan on a day: what it holds this week, what is done, and the result it rests on."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assessments.models import Plan
from assessments.results.frozen import Frozen
from posture.reasoning import planning
from posture.reasoning.planning import Item, Week, Wishes


@dataclass(frozen=True)
class Standing:
    """A plan as it stands on `day`."""

    plan: Plan
    day: date

    @cached_property
    def frozen(self) -> Frozen:
        return Frozen(self.plan.assessment)

    @cached_property
    def planned(self) -> planning.Plan:
        return planning.from_json(self.plan.planned)

    @cached_property
    def wishes(self) -> Wishes:
        return wishes_of(self.plan.wishes)

    @property
    def week(self) -> Week:
        """The exercises of the week that the person is in."""
        return self.planned.weeks[self.plan.week - 1]

    @property
    def held(self) -> bool:
        """Whether exercises wait until the person says that a clinician has looked."""
        return self.planned.held and self.plan.looked_at is None

    @property
    def sessions(self) -> int:
        """How many are meant in this week."""
        return max((item.days for item in self.week), default=0)

    @property
    def minutes(self) -> int:
        """Of one session."""
        return sum(item.minutes for item in self.week)

    def done_on(self, day: date) -> frozenset[str]:
        """Slugs of the exercises done on a day."""
        return frozenset(self.plan.log.get(day.isoformat(), {}).get("done", ()))

    @property
    def left_today(self) -> tuple[Item, ...]:
        done = self.done_on(self.day)
        return tuple(item for item in self.week if item.exercise not in done)


def wishes_of(stored: dict[str, object]) -> Wishes:
    """The wishes that were stored."""
    sets = {name: frozenset(one) if isinstance(one, list) else one for name, one in stored.items()}
    return Wishes(**sets)  # type: ignore[arg-type]
