"""A plan on a day: what it holds this week, what is done, and the result it rests on."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from assessments.models import Plan
from assessments.plans.ways import Way
from assessments.results.frozen import Frozen
from posture.reasoning import planning
from posture.reasoning.knowledge import Kind
from posture.reasoning.planning import FLOOR, Item, Step, Week, Wishes
from posture.reasoning.progress import Effort

DAYS = 7  # in a week
EVERY_OTHER = 4  # days of seven between which there is always a free one


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

    @cached_property
    def week(self) -> Week:
        """The exercises of the week that the person is in, with the dose of now."""
        week = self.planned.weeks[self.plan.week - 1]
        if self.plan.eased:
            return tuple(planning.eased(item) for item in week)
        return tuple(map(_again, week)) if self._is_repeated else week

    @cached_property
    def today(self) -> Week:
        """What is due: all of the week but what rests, which what is done today never does."""
        return tuple(item for item in self.week if not self._rests(item))

    @property
    def not_today(self) -> Week:
        """What rests."""
        return tuple(item for item in self.week if self._rests(item))

    def _rests(self, item: Item) -> bool:
        """Whether it was done the day before, or as often in seven days as its dose says.

        Only strengthening has a free day in between, unless its dose leaves none.
        """
        before = [self._times(item, days) for days in range(DAYS)]
        spaced = item.kind == Kind.STRENGTHEN and item.days <= EVERY_OTHER
        return not before[0] and ((spaced and before[1] > 0) or sum(before) >= item.days)

    def _times(self, item: Item, days: int) -> int:
        """Whether it, or what it is harder than, was done so many days ago: 0 or 1."""
        return not self.done_on(self.day - timedelta(days)).isdisjoint({item.exercise, item.after})

    @cached_property
    def next_day(self) -> date:
        """The first from this one on with something left to do, if nothing is done till then."""
        days = (replace(self, day=self.day + timedelta(n)) for n in range(DAYS + 1))
        return next(one.day for one in days if one.left_today)

    @property
    def _is_repeated(self) -> bool:
        """Whether the person was in this week before."""
        return any(one["week"] == self.plan.week for one in self.plan.weeks)

    @property
    def held(self) -> bool:
        """Whether exercises wait: for a clinician, or for the questions about safety."""
        return self.awaits_clinician or self.plan.awaits_safety

    @property
    def awaits_clinician(self) -> bool:
        """Whether the person has yet to say that a clinician has looked."""
        return self.planned.held and self.plan.looked_at is None

    @property
    def sessions(self) -> int:
        """How many are meant in this week."""
        return max((item.days for item in self.week), default=0)

    @property
    def minutes(self) -> int:
        """Of today's session."""
        return _minutes(self.today)

    @property
    def most_minutes(self) -> int:
        """Of a session with all exercises of the week."""
        return _minutes(self.week)

    def done_on(self, day: date) -> frozenset[str]:
        """Slugs of the exercises done on a day."""
        return frozenset(self.plan.log.get(day.isoformat(), {}).get("done", ()))

    @property
    def gets_down(self) -> bool:
        """Whether the person gets to the floor and up again, as they said in either place."""
        return self.wishes.floor and FLOOR not in self.frozen.stored["filters"]

    @property
    def wished(self) -> Wishes:
        """The wishes as the person would tell them now."""
        return replace(self.wishes, floor=self.gets_down)

    def version_of(self, exercise: str) -> Way | None:
        """The version in which the person takes an exercise, unless as it is."""
        way = self.plan.ways.get(exercise)
        return Way(way) if way and not Way(way).replaces else None

    @property
    def all_done(self) -> bool:
        """Whether every exercise of today is done."""
        return bool(self.today) and not self.left_today

    def felt_on(self, day: date) -> Effort | None:
        """How the session of a day felt, if that was told."""
        felt = self.plan.log.get(day.isoformat(), {}).get("felt")
        return Effort(felt) if felt else None

    @cached_property
    def trained(self) -> tuple[date, ...]:
        """The days of this week with a session, however long ago it began."""
        began = self.plan.week_began
        passed = (began + timedelta(days=n) for n in range((self.day - began).days + 1))
        return tuple(one for one in passed if self.done_on(one))

    @property
    def is_over(self) -> bool:
        """Whether the week's days have passed, or its sessions are done."""
        passed = (self.day - self.plan.week_began).days
        return passed >= DAYS or len(self.trained) >= self.sessions

    @property
    def left_today(self) -> tuple[Item, ...]:
        done = self.done_on(self.day)
        return tuple(item for item in self.today if item.exercise not in done)


def _minutes(week: Week) -> int:
    """Of one session, to the nearest and at least one."""
    return max(1, round(sum(item.seconds for item in week) / 60))


def _again(item: Item) -> Item:
    """An exercise of a week that is repeated: nothing about it is new."""
    return item if item.step == Step.KEEP else replace(item, step=Step.SAME, after="")


def wishes_of(stored: dict[str, object]) -> Wishes:
    """The wishes that were stored.

    A migration that renames or removes a field of `Wishes` mends the stored ones as well.
    """
    sets = {name: frozenset(one) if isinstance(one, list) else one for name, one in stored.items()}
    return Wishes(**sets)  # type: ignore[arg-type]
