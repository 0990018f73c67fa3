"""What holds for everybody's plan, tried with generated and with simulated people."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from posture.reasoning.findings.fit import is_found
from posture.reasoning.knowledge import Kind, Part
from posture.reasoning.planning import HOUSEHOLD, Cause, SoFar, Step, Wishes, plan
from posture.reasoning.safety import Screening
from posture.reasoning.scoring import scores
from posture.simulation.people import people
from posture.simulation.world import world
from tests.reasoning.planned import (
    BACKWARD,
    FORWARD,
    FORWARD_HEAD,
    LEFT_HIGH,
    RIGHT_HIGH,
    ROLE,
    UNCLEAR_HIGH,
    concluding,
    items,
    on,
    strengthening,
    worked,
)
from tests.reasoning.shipped import bank

AGES = ("18-39", "40-54", "65-74", "75-plus")
FILTERS = sorted({one for exercise in bank().exercises for one in exercise.avoid})
MORE_FILTERS = [*FILTERS, "no-max-stretch", "impact"]
SLUGS = sorted(one.slug for one in bank().exercises)
TESTS = [
    one
    for one in bank().questions
    if one.part == Part.TEST and any(told.role for c in one.choices for told in c.evidence)
]


# ---------------------------------------------------------------- what must hold
def check(made, conclusion, filters, wishes):
    """All that a plan promises, told from the catalogue and the conclusion alone."""
    for week in made.weeks:
        check_week(week, wishes)
    assert len(made.weeks) == 7
    assert len(made.weeks[0]) <= wishes.most
    assert not {one.exercise for one in items(made)} & wishes.without
    for item in items(made):
        exercise = bank().exercise[item.exercise]
        assert not exercise.avoid & filters
        assert exercise.needs <= HOUSEHOLD | wishes.equipment
        assert wishes.floor or ("floor" not in exercise.avoid and exercise.places != ("floor",))
        assert item.purposes
        assert all(related(one.muscle) & {*exercise.targets} for one in item.purposes)
        assert all(one.role == ROLE[item.kind] for one in item.purposes)
        assert all(on(one.side) <= on(item.side) for one in item.purposes)
    check_directions(made, conclusion)
    check_every_muscle(made, conclusion)
    check_strengthening_first(made, wishes)


def check_week(week, wishes):
    assert len({one.exercise for one in week}) == len(week) <= 5
    assert sum(one.seconds for one in week) <= 60 * wishes.minutes
    assert all(1 <= one.days <= wishes.days for one in week)
    doses = {one.exercise: bank().exercise[one.exercise].dose for one in week}
    assert all(
        one.days <= max(doses[one.exercise].days_to, doses[one.exercise].days) for one in week
    )


def resolved(conclusion):
    """The muscles with sides that may be stretched and strengthened."""
    both = {
        (one.muscle, s) for one in conclusion.tested if len(one.roles) > 1 for s in on(one.side)
    }
    pulled = {(one.muscle, s) for one in mixed(conclusion) for s in on(one.side)}
    settled = {
        (muscle, side)
        for muscle, side in pulled
        if {
            role
            for one in conclusion.tested
            if one.muscle in related(muscle) and side in on(one.side)
            for role in one.roles
        }
        == {"tight", "weak"}
    }
    return both | by_part(conclusion) | settled


def by_part(conclusion):
    """The sides on which gluteus maximus is stretched and its neighbours strengthened."""
    pulled = [one for one in mixed(conclusion) if one.muscle == "gluteal"]
    return {(one.muscle, side) for one in pulled for side in on(one.side)}


def related(muscle):
    return {muscle, bank().muscle[muscle].group}


def mixed(conclusion):
    return [one for one in conclusion.muscles if one.role == "mixed" and not one.fine]


def check_directions(made, conclusion):
    """Nothing is stretched that is weak or strengthened, nor strengthened that is tight."""
    done = {
        kind: set().union(*(worked(item) for item in items(made) if item.kind == kind))
        for kind in Kind
    }
    free = resolved(conclusion)
    for where in by_part(conclusion):
        lifts = {one.exercise for one in strengthening(items(made)) if where in worked(one)}
        assert lifts <= {"side-lying-abduction"}
    assert done[Kind.STRETCH] & done[Kind.STRENGTHEN] <= free
    told = {(one.muscle, s): set(one.roles) for one in conclusion.tested for s in on(one.side)}
    for state in conclusion.muscles:
        for where in ((state.muscle, side) for side in on(state.side)):
            alone = state in mixed(conclusion) and not bank().muscle[state.muscle].group
            assert not alone or where in free or where not in set().union(*done.values())
            of_group = told.get((bank().muscle[state.muscle].group, where[1]))
            follows = of_group and state.role not in of_group
            roles = told.get(where) or (set() if state.fine or follows else {state.role})
            if where not in free:
                assert roles != {"weak"} or where not in done[Kind.STRETCH]
                assert roles != {"tight"} or where not in done[Kind.STRENGTHEN]


def check_every_muscle(made, conclusion):
    """Each tight, weak or mixed muscle is in the plan on its side, or left out with a cause."""
    planned_for = {(one.muscle, s, one.role.value) for one in made.purposes for s in on(one.side)}
    named = {(one.muscle, s, one.role) for one in made.left_out for s in on(one.side)}
    for state in conclusion.muscles:
        for side in on(state.side):
            roles = ("tight", "weak") if state.role == "mixed" else (state.role,)
            for role in roles:
                said = {(state.muscle, side, role), (state.muscle, side, state.role)}
                assert said & (planned_for | named)
    for one in made.left_out:
        came = {(one.muscle, side, one.role) for side in on(one.side)} <= planned_for
        assert came == (one.cause == Cause.LATER)
        assert one.cause not in {Cause.NONE_FITS, Cause.NO_ROOM, Cause.TIME} or one.excluded


def check_strengthening_first(made, wishes):
    """Two thirds strengthen, unless none that waits would fit into the time."""
    first = made.weeks[0]
    weak_later = any(one.cause == Cause.LATER and one.role == "weak" for one in made.left_out)
    if weak_later and wishes.minutes >= 30:
        assert 3 * len(strengthening(first)) >= 2 * len(first)


# ---------------------------------------------------------------- generated people
@st.composite
def selftests(draw):
    """Self-tests answered in some way."""
    done = draw(st.lists(st.sampled_from(TESTS), max_size=6, unique_by=lambda one: one.slug))
    return {one.slug: draw(replies(one)) for one in done}


@st.composite
def replies(draw, question):
    """A choice for each side, or one for both."""
    sides = [[c.slug for c in question.choices if c.side == side] for side in ("left", "right")]
    paired = all(sides) and all(c.alike for c in question.choices if c.side)
    if paired and {c.alike for c in question.choices if c.side} <= {*sides[0], *sides[1]}:
        return tuple(draw(st.sampled_from(choices)) for choices in sides)
    return (draw(st.sampled_from([c.slug for c in question.choices])),)


wishes_of_people = st.builds(
    Wishes,
    minutes=st.sampled_from((1, 4, 8, 15, 30, 60)),
    days=st.integers(1, 7),
    most=st.integers(1, 4),
    equipment=st.frozensets(st.sampled_from(("band", "step"))),
    floor=st.booleans(),
    without=st.frozensets(st.sampled_from(SLUGS), max_size=6),
)
axes = st.tuples(
    st.sampled_from(((), (FORWARD_HEAD,))),
    st.sampled_from(((), (FORWARD,), (BACKWARD,))),
    st.sampled_from(((), (LEFT_HIGH,), (RIGHT_HIGH,), (UNCLEAR_HIGH,))),
)


@given(
    axes,
    selftests(),
    wishes_of_people,
    st.frozensets(st.sampled_from(MORE_FILTERS), max_size=5),
    st.sampled_from(AGES),
)
def test_whatever_is_found_and_whoever_it_is_the_plan_keeps_its_promises(
    found, tests, wishes, filters, age
):
    conclusion = concluding(*(one for axis in found for one in axis), **tests)
    answers = {"age": (age,)}
    made = plan(bank(), conclusion, answers, Screening(filters=filters), wishes)
    check(made, conclusion, filters, wishes)
    assert plan(bank(), conclusion, answers, Screening(filters=filters), wishes) == made


@given(axes, selftests(), wishes_of_people, wishes_of_people, st.integers(1, 6), st.data())
def test_a_plan_made_anew_in_any_week_goes_on_from_what_was_done(
    found, tests, first, then, over, data
):
    conclusion = concluding(*(one for axis in found for one in axis), **tests)
    told = (bank(), conclusion, {"age": ("40-54",)}, Screening())
    made = plan(*told, first)
    before = made.weeks[:over]
    planned = {one.exercise for week in before for one in week}
    done = data.draw(st.frozensets(st.sampled_from(sorted(planned)))) if planned else frozenset()
    so_far = SoFar(before, done)
    anew = plan(*told, then, so_far)
    assert anew == plan(*told, then, so_far)
    assert anew.weeks[:over] == before
    check_directions(anew, conclusion)
    for week in anew.weeks[over:]:
        check_week(week, then)
        assert not {one.exercise for one in week} & then.without
        assert all(one.purposes for one in week)
    for item in anew.weeks[over]:
        dose = bank().exercise[item.exercise].dose
        if item.exercise not in done:
            assert (item.reps, item.hold) == (dose.reps, dose.hold)
        assert item.step != Step.HARDER or item.after in done
    check_repetitions(anew, over, done)


def check_repetitions(made, over, done):
    """They count the weeks of an exercise: all so far if it was done, else from now on."""
    weeks = [{one.exercise for one in week} for week in made.weeks]
    for number in range(over, 6):
        for item in made.weeks[number]:
            dose = bank().exercise[item.exercise].dose
            first = 0 if item.exercise in done else over
            behind = sum(item.exercise in week for week in weeks[first:number])
            reps = min(dose.reps_to or dose.reps, dose.reps + 2 * behind)
            assert item.reps == (dose.reps if item.mild else reps)


# ---------------------------------------------------------------- simulated people
def test_a_thousand_simulated_people_have_plans_that_keep_their_promises():
    random = Random(11)
    seen = {"found": 0, "general": 0, "mixed": 0, "overruled": 0}
    for person in people(world(bank()), count=1000, seed=11):
        filters = frozenset(random.sample(MORE_FILTERS, random.choice((0, 0, 1, 3))))
        answers = person.replies | {"age": (random.choice(AGES),)}
        scored = [one for one in scores(bank(), answers) if is_found(bank(), one)]
        conclusion = concluding(*((one.imbalance, one.side) for one in scored), **answers)
        wishes = Wishes(
            minutes=random.choice((8, 15, 30)),
            days=random.randint(1, 7),
            floor=random.random() < 0.8,
            equipment=frozenset(random.sample(("band", "step"), random.randint(0, 2))),
        )
        made = plan(bank(), conclusion, answers, Screening(filters=filters), wishes)
        check(made, conclusion, filters, wishes)
        seen["found"] += bool(scored)
        seen["general"] += made.general
        seen["mixed"] += bool(mixed(conclusion))
        seen["overruled"] += any(one.cause == Cause.OVERRULED for one in made.left_out)
    assert min(seen.values()) > 10, seen
