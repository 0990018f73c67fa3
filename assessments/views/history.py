"""A person's checks over time: keeping them in an account, listing them, deleting them."""

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments import actions, owndata, results
from assessments.models import Assessment
from assessments.views.owned import own_assessment
from assessments.visitors import Visitor, visitor
from posture.site import SeeOther

PAGE = 20  # checks
DECLINED = "keep_declined"


@never_cache
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """The visitor's finished checks, newest first; after sign-in, the question whether to keep."""
    asking = visitor(request)
    found = Assessment.objects.claimable_by(asking)
    if asking.user_id and DECLINED not in request.session and found.exists():
        return SeeOther(reverse("keep"))
    own = Assessment.objects.listed_for(asking)
    finished = Paginator(own.ended(), PAGE)
    page = finished.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [results.history_row(assessment) for assessment in page],
        "waiting": own.waiting(),
    }
    return render(request, "assessments/history.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Ask whether this browser's checks go into the account: a shared device may hold another's."""
    asking = visitor(request)
    if request.method == "POST":
        return ratelimit.consume_or_429(request, action="claim") or kept(request, asking)
    found = list(Assessment.objects.claimable_by(asking))
    if not found:
        return SeeOther(reverse("history"))
    return render(request, "assessments/keep.html", {"found": found})


def kept(request: HttpRequest, asking: Visitor) -> HttpResponse:
    """Move the checks into the account, or remember that the person wants to leave them."""
    if "keep" not in request.POST:
        request.session[DECLINED] = True
        return SeeOther(reverse("history"))
    count = actions.claim(asking)
    sentence = ngettext(
        "%(count)d check is now in your account.",
        "%(count)d checks are now in your account.",
        count,
    )
    messages.success(request, sentence % {"count": count})
    return SeeOther(reverse("history"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete_check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Delete one check, after asking."""
    assessment = own_assessment(request, pk)
    if request.method != "POST":
        return render(request, "assessments/confirm.html", delete_page(request, assessment))
    assessment.delete()
    messages.success(request, _("The check is deleted."))
    return SeeOther(reverse("history"))


def delete_page(request: HttpRequest, assessment: Assessment) -> dict[str, object]:
    """What the page prints that asks whether to delete one check."""
    day = date_format(localtime(assessment.started_at))
    return {
        "heading": _("Delete this check?"),
        "consequences": [
            _("It was started on %(day)s.") % {"day": day},
            _("Its answers and its result will be gone. Nobody can bring them back."),
        ],
        "action": request.path,
        "label": _("Delete this check"),
        "cancel_url": reverse("history"),
        "danger": True,
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(enabled=lambda request: request.user.is_authenticated, allow_get=True)
def delete_everything(request: HttpRequest) -> HttpResponse:
    """Delete all checks of this person, after asking."""
    found = Assessment.objects.listed_for(visitor(request))
    if request.method != "POST":
        return render(request, "assessments/confirm.html", delete_all_page(request, found.count()))
    found.delete()
    messages.success(request, _("All your checks are deleted."))
    return SeeOther(reverse("history"))


def delete_all_page(request: HttpRequest, count: int) -> dict[str, object]:
    """What the page prints that asks whether to delete everything."""
    sentence = ngettext("It is %(count)d check.", "They are %(count)d checks.", count)
    return {
        "heading": _("Delete all your checks?"),
        "consequences": [
            sentence % {"count": count},
            _("Their answers and results will be gone. Nobody can bring them back."),
        ],
        "action": request.path,
        "label": _("Delete all my checks"),
        "cancel_label": _("Keep them"),
        "cancel_url": reverse("history"),
        "danger": True,
    }


@never_cache
@require_safe
@reauthentication_required(enabled=lambda request: request.user.is_authenticated)
def export(request: HttpRequest) -> HttpResponse:
    """Everything this person has here, as a file that programs and people can read."""
    own = owndata.export(visitor(request), at=timezone.now())
    response = JsonResponse(own, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="plumb.json"'
    return response
