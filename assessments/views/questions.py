"""The steps of a check: safety pages, questions and self-tests, and checking the answers."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments import actions, notices, results
from assessments.course import Course
from assessments.forms import ReplyForm
from assessments.replies import bad_reply, kept_reply
from assessments.sheets import Sheet, item_sheet, question_sheet, safety_sheet
from assessments.views.owned import own_course
from assessments.views.stops import remember_reasons
from posture.reasoning.knowledge import Answer
from posture.reasoning.safety import Screen
from posture.site import SeeOther


@never_cache
@require_safe
def resume(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on where the check stands."""
    return redirect(own_course(request, pk).onward)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def safety_page(request: HttpRequest, pk: UUID, page: str) -> HttpResponse:
    """Show one page of the safety screen, and take what applies."""
    course = own_course(request, pk)
    sheet = known(safety_sheet(course.newest.number, page))
    return screen(request, course, sheet, Screen(page))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def safety_item(request: HttpRequest, pk: UUID, page: str, item: str) -> HttpResponse:
    """Ask one red flag or condition by itself, for a person who was not sure about its page."""
    course = own_course(request, pk)
    sheet = known(item_sheet(course.newest.number, page, item))
    return screen(request, course, sheet, Screen(page, item))


def screen(request: HttpRequest, course: Course, sheet: Sheet, shown: Screen) -> HttpResponse:
    """A step of the safety screen, in its order: none can be passed over."""
    if not course.takes(shown.slug):
        return SeeOther(course.onward)
    return step(request, course, sheet, shown.slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, pk: UUID, slug: str) -> HttpResponse:
    """Ask one question, and take the answer; of a finished check, change one."""
    course = own_course(request, pk)
    sheet = known(question_sheet(course.edition.number, slug))
    if not course.takes(slug):
        return SeeOther(course.onward)
    return step(request, course, sheet, slug)


def known(sheet: Sheet | None) -> Sheet:
    """The sheet, or 404 where the edition has none by that name."""
    if sheet is None:
        raise Http404
    return sheet


def step(request: HttpRequest, course: Course, sheet: Sheet, slug: str) -> HttpResponse:
    """Show a sheet, take its reply, and lead onward."""
    given = course.answers.get(slug, ())
    if request.method != "POST":
        kept = kept_reply(request)
        form = ReplyForm(kept.data if kept else None, sheet=sheet, given=given)
        page = page_of(course, slug, form, moved=bool(kept and kept.moved))
        return render(request, TEMPLATE, page)
    form = ReplyForm(request.POST, sheet=sheet, given=given)
    if not form.is_valid():
        return bad_reply(request, TEMPLATE, page_of(course, slug, form))
    answer = form.cleaned_data["answer"]
    if answer == given:
        return SeeOther(course.onward)
    with suppress(actions.Stale):
        if form.saw(course.assessment.version):
            return taken(request, course, slug, answer)
    return moved_on(request, form, slug)


def taken(request: HttpRequest, course: Course, slug: str, answer: Answer) -> HttpResponse:
    """Store the answer and lead onward. Raises `Stale` when the check has moved on meanwhile."""
    act = actions.revise if course.assessment.is_finished else actions.reply
    after = act(course, slug=slug, answer=answer)
    if after.assessment.is_stopped:
        remember_reasons(request, after)
    return SeeOther(after.onward)


def moved_on(request: HttpRequest, form: ReplyForm, slug: str) -> HttpResponse:
    """Answer a person who saw an older version: nothing is stored, and the choice is kept.

    Where the same was said already, or this is asked no more, the way leads on.
    """
    assert request.resolver_match
    now = own_course(request, request.resolver_match.kwargs["pk"])
    latest = now.latest
    if latest.answers.get(slug) == form.cleaned_data["answer"] or not now.takes(slug):
        return SeeOther(latest.onward)
    return bad_reply(request, TEMPLATE, page_of(now, slug, form, moved=True))


TEMPLATE = "assessments/question.html"


def page_of(
    course: Course, slug: str, form: ReplyForm, *, moved: bool = False
) -> dict[str, object]:
    """What the page of a step prints."""
    return {
        "assessment": course.assessment,
        "sheet": form.sheet,
        "asked": form.sheet.question,
        "form": form,
        "errors": form.problems,
        "moved": moved,
        "notice": notices.above(course, slug),
        "back_url": course.before(slug),
        "save_url": reverse("save", args=[course.assessment.pk]),
        "forget_url": reverse("forget"),
        "enough_url": enough_url(course, form.sheet),
        "part_name": form.sheet.part_name,
    }


def enough_url(course: Course, sheet: Sheet) -> str:
    """Where a person goes who wants no more adaptive questions."""
    adaptive = sheet.question is not None and sheet.question.adaptive
    if not (adaptive and course.assessment.is_open):
        return ""
    return reverse("answers", args=[course.assessment.pk])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show all answers: before the result to finish, after it to change one."""
    course = own_course(request, pk)
    if course.assessment.is_finished and request.method != "POST":
        page = results.answered_page(course.assessment)
        return render(request, "assessments/answered.html", page)
    if not course.assessment.is_open or not course.complete:
        return SeeOther(course.onward)
    if request.method == "POST":
        try:
            actions.finish(course)
        except actions.Stale:
            return SeeOther(request.path)
        return SeeOther(course.onward)
    return render(request, "assessments/answers.html", results.answers_page(course))
