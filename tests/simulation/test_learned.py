"""The learned rule finds what others like somebody had, for it knows their world."""

from posture.catalogue import content
from posture.catalogue.knowledge import knowledge_of
from posture.simulation.learned import learned
from posture.simulation.people import people
from posture.simulation.world import world

WORLD = world(knowledge_of(content.read().catalogue), error=0)


def test_it_is_right_far_more_often_than_finding_nothing_and_names_sides():
    rule = learned(WORLD, people(WORLD, count=400, seed=2))
    drawn = list(people(WORLD, count=200, seed=3))
    found = [rule.found(one.replies) for one in drawn]
    right = sum(one.labels == {*told} for one, told in zip(drawn, found, strict=True))
    assert right > 1.5 * sum(not one.labels for one in drawn)
    sided = [
        (one.side, told["high-hip"])
        for one, told in zip(drawn, found, strict=True)
        if one.side and "high-hip" in told
    ]
    assert sum(true == said for true, said in sided) > 0.8 * len(sided)
