"""Pain that has risen since the questions about safety were answered: they are asked again."""

from collections.abc import Iterator
from typing import Any

from assessments.course import Course, as_reply
from assessments.models import Assessment
from posture.reasoning.progress import RISEN

PAIN = "pain-average"  # the question how strong the pain is, 0 to 10
WHERE = "pain-where"  # the one before it, where it is; who has none is not asked how strong


def told(course: Course) -> int:
    """The pain of a check as it counts there; 0 where it was not asked or is not known."""
    answer = course.counted.get(PAIN)
    return answer if isinstance(answer, int) else 0


def has_risen(course: Course, before: int) -> bool:
    """Whether a reply that brought the pain up from `before` has made it far more than it was.

    It is held against the least of the results since any answer about safety was given.
    """
    if not course.assessment.previous_id:
        return False
    now = told(course)
    if now <= before:
        return False
    earlier = [told(Course(one, course.at)) for one in _since_safety(course)]
    return bool(earlier) and now - min(earlier) >= RISEN


def _since_safety(course: Course) -> Iterator[Assessment]:
    """The finished checks that this one came from, while any reply about safety is still theirs."""
    replies = course.assessment.answers
    earlier = course.assessment.previous
    while earlier and any(earlier.answers.get(slug) == replies[slug] for slug in course.told):
        yield earlier
        earlier = earlier.previous


def updated(course: Course, now: int) -> dict[str, Any]:
    """The replies of a finished check to its questions, with the pain of `now` and without safety.

    Where there was no pain before, its place is asked again.
    """
    assessment = course.assessment
    if PAIN in assessment.asked:
        kept = assessment.answers_without(course.told)
    elif now:
        kept = assessment.answers_without(course.told | {WHERE})
    else:
        return assessment.answers_without(course.told)
    return kept | {PAIN: as_reply(now, course.at)}
