"""What a visitor can do to their assessments; each is one write or one transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from assessments.course import Course, as_reply
from assessments.models import Assessment, AssessmentQuerySet
from assessments.visitors import Visitor
from posture.catalogue import editions
from posture.reasoning import findings
from posture.reasoning.knowledge import Answer, Level

# Of these only the fact that the check stopped is kept.
NOTHING_KEPT = frozenset({Level.EMERGENCY, Level.UNDER_AGE})

PAIN = "pain-average"  # the question how strong the pain is, 0 to 10
RISEN = 2  # points from which safety is asked again; safety.yaml, rescreen

CHANGED = (
    "answers",
    "edition",
    "screened_with",
    "status",
    "stopped_at_level",
    "result",
    "version",
    "changed_at",
    "finished_at",
)


class Stale(Exception):  # noqa: N818 - the name of the state, not of an error
    """The check was changed elsewhere since it was read."""


def start(visitor: Visitor, *, at: datetime) -> Assessment:
    """Begin a check with the newest edition; anonymous ones long untouched go at the same time."""
    Assessment.objects.expired(at).delete()
    return Assessment.objects.create(
        owner_id=visitor.user_id,
        browser="" if visitor.user_id else visitor.browser,
        edition=editions.current().number,
        started_at=at,
        changed_at=at,
    )


def reply(course: Course, *, slug: str, answer: Answer) -> Course:
    """Store one answer; a safety answer that calls for help stops the check at once.

    Pain that has risen since an earlier result has safety asked again.

    Raises `Stale` when the check has moved on since it was read.
    """
    assessment = course.assessment
    row = Assessment.objects.seen(assessment)
    since = _earlier(course, assessment.previous) if slug == PAIN else ()
    dropped = course.told if _has_risen(answer, since) else course.outdated
    assessment.answers = assessment.answers_without(dropped) | {slug: as_reply(answer, course.at)}
    assessment.edition = course.edition.number
    assessment.screened_with = course.newest.safety_checksum
    assessment.changed_at = course.at
    assessment.version += 1
    after = Course(assessment, course.at)
    if after.stops:
        _stop(assessment, after.screening.level)
    _write(row, assessment)
    return after


def finish(course: Course) -> None:
    """Freeze the result: codes and numbers that later pages only render.

    Raises `Stale` when the check has moved on since it was read.
    """
    assert course.complete, "a check is finished when nothing is left to ask"
    assessment = course.assessment
    row = Assessment.objects.seen(assessment)
    assessment.edition = course.edition.number
    conclusion = findings.conclude(course.edition.knowledge, dict(course.counted), course.screening)
    assessment.result = {
        "conclusion": findings.as_json(conclusion),
        "level": course.screening.level,
        "raised": [asdict(raised) for raised in course.screening.raised],
        "filters": sorted(course.screening.filters),
        "asked": list(course.asked),
        "safety_edition": course.newest.number,
    }
    assessment.status = Assessment.Status.FINISHED
    assessment.finished_at = assessment.changed_at = course.at
    assessment.version += 1
    _write(row, assessment)


def restart(course: Course) -> None:
    """Go back to the safety screen after a stop, for a person who answered by mistake.

    What was said about safety is asked again. Answers to questions stay, unless they alone stop it.
    """
    assessment = course.assessment
    kept = assessment.answers_without(course.told)
    remaining = Course(Assessment(edition=assessment.edition, answers=kept), course.at)
    Assessment.objects.unfinished().at_version(assessment).update(
        status=Assessment.Status.OPEN,
        stopped_at_level="",
        answers={} if remaining.screening.stops else kept,
        version=assessment.version + 1,
        changed_at=course.at,
    )


@transaction.atomic
def revise(course: Course, *, slug: str, answer: Answer) -> Course:
    """Change an answer of a finished check: a new check begins; the old result stays as it is.

    Pain that has risen has safety asked again before there is a new result.

    Raises `Stale` when a change was made from the same page already.
    """
    old = course.assessment
    if not Assessment.objects.finished().at_version(old).update(version=old.version + 1):
        raise Stale
    since = _earlier(course, old) if slug == PAIN else ()
    dropped = course.told if _has_risen(answer, since) else ()
    changed = Assessment(
        owner_id=old.owner_id,
        browser=old.browser,
        edition=course.edition.number,
        screened_with=old.screened_with,
        answers=old.answers_without(dropped) | {slug: as_reply(answer, course.at)},
        previous=old,
        started_at=course.at,
        changed_at=course.at,
    )
    after = Course(changed, course.at)
    if after.stops:
        _stop(changed, after.screening.level)
    changed.save(force_insert=True)
    return after


def claim(visitor: Visitor) -> int:
    """Move this browser's checks into the account of the person signed in; say how many."""
    assert visitor.user_id, "only an account can keep checks"
    claimable = Assessment.objects.claimable_by(visitor)
    return claimable.update(owner_id=visitor.user_id, browser="")


def _earlier(course: Course, finished: Assessment | None) -> Iterator[Assessment]:
    """A finished check and those that it changed, back to where safety was last answered."""
    told = {slug: course.assessment.answers[slug] for slug in course.told}
    while finished and told.items() <= finished.answers.items():
        yield finished
        finished = finished.previous


def _has_risen(pain: Answer, since: Iterable[Assessment]) -> bool:
    """Whether pain is well above the least of earlier checks; none told there counts as none."""
    before = [check.answers.get(PAIN, {}).get("answer") for check in since]
    least = min((one if isinstance(one, int) else 0 for one in before), default=None)
    return isinstance(pain, int) and least is not None and pain - least >= RISEN


def _stop(assessment: Assessment, level: Level | None) -> None:
    """Mark an assessment as ended by the safety check, keeping no more than the level allows."""
    assert level is not None, "only a level stops a check"
    assessment.status = Assessment.Status.STOPPED
    assessment.stopped_at_level = level
    if level in NOTHING_KEPT:
        assessment.answers = {}


def _write(row: AssessmentQuerySet, assessment: Assessment) -> None:
    """Write what an action may change, if the row is still as it was read."""
    if not row.update(**{name: getattr(assessment, name) for name in CHANGED}):
        raise Stale
