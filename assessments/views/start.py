"""Beginning a check, leaving it for later, and forgetting it on this device."""

from uuid import UUID

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments import actions
from assessments.forms import ConsentForm
from assessments.models import Assessment
from assessments.replies import bad_reply, kept_reply
from assessments.views.owned import own_course
from assessments.visitors import Visitor, forget, remember, visitor
from posture.site import SeeOther


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """What a check needs and is for, consent, and Start; a check that is open can be resumed."""
    asking = visitor(request)
    if request.method == "POST":
        form = ConsentForm(request.POST)
        if form.is_valid():
            refusal = ratelimit.consume_or_429(request, action="start_check")
            return refusal or begun(asking.with_key())
        return bad_reply(request, "assessments/start.html", start_page(form, asking))
    kept = kept_reply(request)
    form = ConsentForm(kept.data if kept else None)
    return render(request, "assessments/start.html", start_page(form, asking))


def start_page(form: ConsentForm, asking: Visitor) -> dict[str, object]:
    """What the start page prints."""
    resumable = Assessment.objects.listed_for(asking).resumable()
    return {"form": form, "errors": form.problems, "resumable": resumable}


def begun(known: Visitor) -> HttpResponse:
    """Start a check and give this browser its key."""
    assessment = actions.start(known, at=timezone.now())
    response = SeeOther(reverse("resume", args=[assessment.pk]))
    remember(response, known)
    return response


@never_cache
@require_safe
def save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How to come back to a check, on this device or on another; one that has ended leads on."""
    course = own_course(request, pk)
    if course.stopped_at or course.assessment.is_finished:
        return SeeOther(course.onward)
    page = {
        "assessment": course.assessment,
        "back_url": reverse("resume", args=[pk]),
        "forget_url": reverse("forget"),
    }
    return render(request, "assessments/save.html", page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forget_device(request: HttpRequest) -> HttpResponse:
    """Delete what is only in this browser, and take its key; what is in an account stays."""
    asking = visitor(request)
    found = Assessment.objects.claimable_by(asking)
    if request.method != "POST":
        return render(request, "assessments/confirm.html", forget_page(request, found.count()))
    found.delete()
    if not asking.user_id:
        request.session.flush()
    response = SeeOther(reverse("home"))
    forget(response)
    response["Clear-Site-Data"] = '"cache"'
    return response


def forget_page(request: HttpRequest, count: int) -> dict[str, object]:
    """What the page prints that asks whether to forget this browser's checks."""
    sentence = ngettext(
        "%(count)d check is kept in this browser only. It will be deleted.",
        "%(count)d checks are kept in this browser only. They will be deleted.",
        count,
    )
    nothing = _("Nothing is kept in this browser only.")
    return {
        "heading": _("Finish and forget on this device?"),
        "consequences": [
            sentence % {"count": count} if count else nothing,
            _("Nobody can bring them back. Checks in an account stay there."),
        ],
        "action": request.path,
        "label": _("Finish and forget"),
        "cancel_url": reverse("check"),
        "cancel_label": _("Keep everything"),
    }
