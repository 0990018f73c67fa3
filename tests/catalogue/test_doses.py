"""How much of an exercise: its numbers in a line, and the sentences that go with them."""

from dataclasses import replace

import pytest

from posture.catalogue.library import doses

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "line"),
    [
        ("stretch", "2 times, 30 seconds each"),
        ("mobility", "8 to 10 times"),
        ("strength-easy", "2 sets, 10 to 12 times"),
        ("hold", "3 times, 10 to 30 seconds each"),
        ("isometric", "5 times, 5 to 10 seconds each"),
        ("rest", "3 to 5 minutes"),
    ],
)
def test_a_dose_in_a_line(published, slug, line):
    dose = published.doses[slug]
    assert doses.in_a_line(dose, each_side=False) == line
    assert doses.in_a_line(dose, each_side=True) == f"{line}, on each side"


def test_minutes_are_told_only_where_they_are_whole(published):
    dose = replace(published.doses["rest"], hold=150, hold_to=0)
    assert doses.in_a_line(dose, each_side=False) == "150 seconds"


def test_a_dose_says_when_how_and_what_differs_with_age(published):
    assert doses.details(published.doses["strength-easy"], each_side=True) == (
        "First one side, then the other.",
        "2 seconds up, 1 second still, 3 seconds down.",
        "Rest for 60 seconds in between.",
        "On 2 to 3 days a week.",
        "From the age of 65: 10 to 15 times.",
        "Leave a day free between two of these days.",
    )
    assert "From the age of 65: 30 to 60 seconds each." in doses.details(
        published.doses["stretch"], each_side=False
    )
    assert doses.details(published.doses["rest"], each_side=False) == ("Every day.",)
