"""What a visitor can do to their assessments; each is one write or one transaction."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from assessments import pain
from assessments.course import Course, as_reply
from assessments.models import Assessment, AssessmentQuerySet, Plan
from assessments.visitors import Visitor
from posture.catalogue import editions
from posture.reasoning import findings
from posture.reasoning.knowledge import Answer, Level

# Of these only the fact that the check stopped is kept.
NOTHING_KEPT = frozenset({Level.EMERGENCY, Level.UNDER_AGE})

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
    before = pain.told(course) if assessment.previous_id else 0
    kept = assessment.answers_without(course.outdated)
    assessment.answers = kept | {slug: as_reply(answer, course.at)}
    assessment.edition = course.edition.number
    assessment.screened_with = course.newest.safety_checksum
    assessment.changed_at = course.at
    assessment.version += 1
    after = _looked_at(assessment, course, before)
    _write(row, assessment, alarming=assessment.is_stopped)
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
    _write(row, assessment, alarming=bool(course.screening.raised))


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

    Before there is a new result, safety is asked again if pain has risen, or if more is known of
    safety than this result says: that must not be passed over from an older result.

    Raises `Stale` when a change was made from the same page already.
    """
    old = course.assessment
    _leave(course)
    kept = old.answers_without(course.told) if _is_outdone(old) else old.answers
    changed = _begun_from(course, kept | {slug: as_reply(answer, course.at)})
    after = _looked_at(changed, course, pain.told(course))
    changed.save(force_insert=True)
    if changed.is_stopped:
        _ask_others_again(changed)
    return after


@transaction.atomic
def screen_again(course: Course, *, pain_now: int) -> Course:
    """Begin a check from a finished one, with the pain of now and all of safety asked again.

    Raises `Stale` when a change was made meanwhile.
    """
    _leave(course)
    changed = _begun_from(course, pain.updated(course, pain_now))
    changed.save(force_insert=True)
    _ask_others_again(changed)
    return Course(changed, course.at)


def claim(visitor: Visitor) -> int:
    """Move this browser's checks into the account of the person signed in; say how many."""
    assert visitor.user_id, "only an account can keep checks"
    claimable = Assessment.objects.claimable_by(visitor)
    return claimable.update(owner_id=visitor.user_id, browser="")


def _is_outdone(result: Assessment) -> bool:
    """Whether more is known of safety than a result says.

    A check was stopped since, or has a result that says otherwise of it, or the plan of one waits
    for it.
    """
    since = Assessment.objects.since(result).select_related("plan").defer("answers")
    plan = Plan.objects.filter(pk=result.pk).first()
    plans = [plan, *(getattr(one, "plan", None) for one in since)]
    return any(one.is_stopped or one.screened != result.screened for one in since) or any(
        one.awaits_safety for one in plans if one
    )


def _ask_others_again(assessment: Assessment) -> None:
    """Have safety asked again in the person's other open checks: more is known now than then."""
    owner = {"owner_id": assessment.owner_id, "browser": assessment.browser}
    others = Assessment.objects.open().filter(**owner).exclude(pk=assessment.pk)
    others.update(screened_with="", version=F("version") + 1)


def _leave(course: Course) -> None:
    """Say of a finished check that another one begins from it, if it is still as it was read."""
    old = course.assessment
    row = Assessment.objects.finished().at_version(old)
    if not row.update(version=old.version + 1, changed_at=course.at):
        raise Stale


def _begun_from(course: Course, answers: dict[str, Any]) -> Assessment:
    """A new check of the same person, not saved yet."""
    old = course.assessment
    return Assessment(
        owner_id=old.owner_id,
        browser=old.browser,
        edition=course.edition.number,
        screened_with=old.screened_with,
        answers=answers,
        previous=old,
        started_at=course.at,
        changed_at=course.at,
    )


def _looked_at(assessment: Assessment, course: Course, pain_before: int) -> Course:
    """The check after a reply: stopped if that calls for it, without safety if pain has risen."""
    after = Course(assessment, course.at)
    if pain.has_risen(after, pain_before):
        assessment.answers = assessment.answers_without(after.told)
        after = Course(assessment, course.at)
    if after.stops:
        _stop(assessment, after.screening.level)
    return after


def _stop(assessment: Assessment, level: Level | None) -> None:
    """Mark an assessment as ended by the safety check, keeping no more than the level allows."""
    assert level is not None, "only a level stops a check"
    assessment.status = Assessment.Status.STOPPED
    assessment.stopped_at_level = level
    if level in NOTHING_KEPT:
        assessment.answers = {}


def _write(row: AssessmentQuerySet, assessment: Assessment, *, alarming: bool) -> None:
    """Write what an action may change, if the row is still as it was read."""
    with transaction.atomic():
        if not row.update(**{name: getattr(assessment, name) for name in CHANGED}):
            raise Stale
        if alarming:
            _ask_others_again(assessment)
