"""`manage.py simulate`: what it prints, and the files it writes."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def simulated(**options):
    out = StringIO()
    call_command("simulate", people=6, stdout=out, **options)
    return out.getvalue()


def test_it_prints_how_often_sets_and_sides_are_right_without_a_database():
    printed = simulated(order="fixed", learn=20)
    for line in ("exact set of imbalances: ", "macro-F1", "side of", "questions asked", "learned"):
        assert line in printed


def test_the_same_seed_prints_the_same_and_another_does_not():
    assert simulated(seed=2, order="random") == simulated(seed=2, order="random")
    assert simulated(seed=2, order="random") != simulated(seed=3, order="random")


@pytest.mark.parametrize(("name", "start"), [("c.csv", "questions,adaptive"), ("c.svg", "<svg")])
def test_the_curve_is_written_in_the_form_that_the_file_is_named_for(name, start, tmp_path):
    simulated(curve=tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_another_form_or_nobody_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"\.csv or \.svg"):
        simulated(curve=tmp_path / "c.png")
    with pytest.raises(CommandError, match="1 or more"):
        call_command("simulate", people=0)
