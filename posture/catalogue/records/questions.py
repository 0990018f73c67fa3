"""Questions, their answers, and what each speaks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A likelihood ratio of a choice: for an `imbalance`, or for a `muscle` in a `role`.

    `side` is left or right where the choice names one. `family`, if not the question's, groups it.
    """

    ratio: float
    imbalance: str = ""
    muscle: str = ""
    role: str = ""
    side: str = ""
    family: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """`picture` names a figure. An `exclusive` choice cannot be ticked with others.

    `said` is the answer in the person's words for lists ("A fist fits behind your low back"); of a
    test on each side it holds "{side}", and evidence is for the side tested.
    """

    slug: str
    text: str
    said: str = ""
    picture: str = ""
    exclusive: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question or self-test. "I'm not sure" belongs to every question and is not listed.

    `kind` is single, each-side (one choice for the left and one for the right), multiple, body-map
    or scale (0 to 10); `part` is about, feel, habits, look or test; `who` is self, mirror, photo or
    partner. One that is `adaptive` is asked only while it would help most. `every` and `unless` say
    when it is asked (see Escalation). The `title` and `steps` of a test precede its question, and a
    clock of so many `seconds` stands beside it, for `each_side` of the body where one choice sums
    up both. `cap_low` and `cap_high` bound the ratio that all choices of one reply reach together.
    `minutes` is the effort.
    """

    slug: str
    fact: str
    text: str
    short: str
    why: str
    kind: str
    part: str
    family: str = ""
    help: str = ""
    who: str = "self"
    title: str = ""
    picture: str = ""
    steps: tuple[str, ...] = ()
    stop: str = ""
    alternative: str = ""
    at_hand: str = ""
    reliability: str = ""
    low_label: str = ""
    high_label: str = ""
    minutes: float = 0.25
    seconds: int = 0
    each_side: bool = False
    adaptive: bool = False
    cap_low: float = 0.25
    cap_high: float = 4.0
    every: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    sources: tuple[str, ...] = ()
