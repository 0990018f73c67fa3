"""One session of a plan, to be followed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments.plans.session import session_page
from assessments.plans.standing import Standing
from assessments.views.plans import of_open_plan


@never_cache
@require_safe
@of_open_plan
def session(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Show the exercises of today one by one; the plan page where there are none."""
    if not standing.today:
        return redirect(standing.plan)
    return render(request, "assessments/session.html", session_page(standing))
