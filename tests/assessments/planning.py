"""Somebody at their plan: doing it, saying how it felt, and ending its weeks."""

import re
from datetime import timedelta

from django.utils import timezone

from assessments.models import Plan

WELL = {"effort": "right", "pain": "4", "new": "no"}  # the pain of the result, see people.py


def exercises(page):
    """Slugs of today's exercises."""
    page, _, _ = page.partition('class="only-print"><ol')  # those of other days
    return re.findall(r'<li class="plan-item[^"]*" id="ex-([a-z0-9-]+)"', page)


def send(walker, name, **data):
    response = walker.client.post(walker.at("plan", name), data)
    assert response.status_code == 303, response.status_code
    return response["Location"]


def do_all(walker):
    for slug in exercises(walker.see()):
        send(walker, "done", exercise=slug, done="1")


def row(walker):
    return Plan.objects.get(pk=walker.pk)


def end_week(walker, **said):
    """Answer the three questions; gives where that leads."""
    page = walker.see(walker.at("plan", "week"))
    number = re.search(r'name="number" value="(\d+)"', page)[1]
    return send(walker, "week", **{"number": number, **WELL, "pain": "0", **said})


def train(walker, time_machine, *felt):
    """So many sessions with days of rest between them, and how each felt."""
    for effort in felt:
        while not exercises(walker.see()):
            time_machine.move_to(timezone.now() + timedelta(days=1))
        do_all(walker)
        send(walker, "felt", felt=effort)
        time_machine.move_to(timezone.now() + timedelta(days=2))
