"""What is asked next after each reply, and after each reply to that, as a tree for reviewers."""

from collections import defaultdict
from dataclasses import dataclass

from posture.reasoning import flow
from posture.reasoning.adaptive import replies_to
from posture.reasoning.knowledge import Answers, Knowledge
from posture.reasoning.safety import Screening

Choices = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A question asked next, and what follows its replies; those that lead to the same are one.

    What follows is nothing when no further question is worth its time, or when the tree is as
    deep as was asked for.
    """

    question: str
    follows: tuple[tuple[tuple[Choices, ...], "Branch | None"], ...] = ()


def tree(
    knowledge: Knowledge, answers: Answers, screening: Screening, *, depth: int
) -> Branch | None:
    """The next `depth` questions after these answers; none when nothing is left to ask."""
    question = flow.next_question(knowledge, answers, screening)
    if question is None:
        return None
    if depth == 1:
        return Branch(question.slug)
    follows: dict[Branch | None, list[Choices]] = defaultdict(list)
    for choices in replies_to(question):
        told = {**answers, question.slug: choices}
        follows[tree(knowledge, told, screening, depth=depth - 1)].append(choices)
    return Branch(question.slug, tuple((tuple(said), then) for then, said in follows.items()))
