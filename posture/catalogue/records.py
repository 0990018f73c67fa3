"""The one shape of catalogue knowledge: as TOML, as rows, as an edition, and on a page.

A record's fields are the keys of its TOML table, the columns of its model and the keys of its JSON.
References to other records are slugs; records inside records are lists of tables.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Reference:
    """A source. `basis` is verified (read), memory (textbook knowledge) or judgement (ours)."""

    slug: str
    title: str
    basis: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """One way a body can differ from neutral; its imbalances exclude each other."""

    slug: str
    name: str
    neutral: str


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle, a part or region of one, or a group; `article` ones are named in the article.

    `group` is the muscle it belongs to (psoas: hip flexors), `parts` are the anatomical muscles
    under it. `mixed` says what it means when one finding calls it tight and another weak.
    """

    slug: str
    name: str
    plain: str
    kind: str
    region: str
    article: bool = False
    group: str = ""
    parts: tuple[str, ...] = ()
    where: str = ""
    origin: str = ""
    insertion: str = ""
    action: str = ""
    nerve: str = ""
    tight_feels: str = ""
    weak_feels: str = ""
    mixed: str = ""
    ta2: str = ""
    fma: str = ""
    uberon: str = ""
    snomed: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Involvement:
    """A muscle that is tight or weak in an imbalance; `side` is high or low for a sided one."""

    muscle: str
    role: str
    side: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imbalance:
    """One of the article's patterns. `finding` completes "Your answers fit best with ...".

    `prior` is a probability, `gate` the families that decide it, `views` the figure's in order.
    """

    slug: str
    name: str
    axis: str
    finding: str
    summary: str
    description: str
    prior: float
    views: tuple[str, ...]
    sided: bool = False
    gate: tuple[str, ...] = ()
    looks_side: str = ""
    looks_front: str = ""
    looks_back: str = ""
    people: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    not_explained: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    literature: tuple[str, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A kind of movement that some conditions leave out."""

    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class SafetyPage:
    """A page of the safety screen; red flags and conditions say which page shows them."""

    slug: str
    title: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a red flag that is a set of statements."""

    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that needs a clinician. `text` is a line to tick, `question` the same as yes or no.

    With `statements`, it counts when the first and at least `needed` of the others are ticked.
    """

    slug: str
    fact: str
    page: str
    level: str
    text: str
    question: str
    concern: str
    advice: str = ""
    filters: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    needed: int = 0
    basis: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Leaves out movements (`filters`); `explains` names imbalances it makes normal for now."""

    slug: str
    fact: str
    page: str
    level: str
    text: str
    question: str
    filters: tuple[str, ...] = ()
    advice: str = ""
    explains: tuple[str, ...] = ()
    explanation: str = ""
    basis: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Escalation:
    """Answers that together call for more than each alone.

    `every` is a list of lists of terms: at least one of each inner list must be said. A term is the
    slug of a red flag or condition, or ``question=choice``. `text` is the reason in plain words.
    """

    slug: str
    level: str
    text: str
    every: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


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

    `said` is the answer in the person's words for lists ("A fist fits behind your low back").
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

    `kind` is single, multiple, body-map or scale (0 to 10); `part` is about, feel, habits, look or
    test; `who` is self, mirror, photo or partner. `every` and `unless` say when it is asked (see
    Escalation). The `title` and `steps` of a test precede its question. `cap_low` and `cap_high`
    bound the ratio that all choices of one reply reach together. `minutes` is the effort.
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
    cap_low: float = 0.25
    cap_high: float = 4.0
    every: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: so many sets of so many repetitions, on so many days a week.

    `hold` is the seconds each repetition is held, `rest` those between sets. `reps_to`, `hold_to`
    and `days_to` are upper ends of a range, `older_...` the same from 65 on; 0 is none.
    """

    slug: str
    name: str
    reps: int
    days: int
    sets: int = 1
    reps_to: int = 0
    hold: int = 0
    hold_to: int = 0
    older_reps_to: int = 0
    older_hold_to: int = 0
    rest: int = 0
    days_to: int = 0
    pace: str = ""
    effort: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A stretch or strengthening exercise.

    `place` is where the picture shows it, `elsewhere` where it can be done as well; `needs` is what
    of the `equipment` it cannot do without. It is for its `targets`; `extra_for` names imbalances
    it suits although it is for none of their muscles. `poses` holds the joint angles of its start
    and end, and the `props` drawn with them.
    """

    slug: str
    fact: str
    name: str
    kind: str
    level: str
    place: str
    equipment: str
    targets: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    extra_for: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    dose: str = ""
    each_side: bool = False
    start: str = ""
    steps: tuple[str, ...] = ()
    feel: str = ""
    mistakes: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    not_for: str = ""
    easier: str = ""
    harder: str = ""
    poses: dict[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything a visitor can see or be scored by, in the order it is shown and asked."""

    language: str
    references: tuple[Reference, ...] = ()
    axes: tuple[Axis, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    imbalances: tuple[Imbalance, ...] = ()
    filters: tuple[Filter, ...] = ()
    safety_pages: tuple[SafetyPage, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    conditions: tuple[Condition, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    questions: tuple[Question, ...] = ()
    doses: tuple[Dose, ...] = ()
    exercises: tuple[Exercise, ...] = ()
