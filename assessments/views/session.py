"""One session of a plan, to be followed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments import plans
from assessments.models import Assessment
from assessments.plans.session import may_be_followed, session_page
from assessments.plans.standing import Standing
from assessments.views.plans import of_finished


@never_cache
@require_safe
@of_finished
def session(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Show the exercises of this week one by one; the plan page where something comes first."""
    today = timezone.localdate()
    standing = Standing(plans.of(assessment, day=today), today)
    if not may_be_followed(standing):
        return redirect("plan", assessment.pk)
    return render(request, "assessments/session.html", session_page(standing))
