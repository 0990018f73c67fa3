"""Muscles, and the imbalances that name them."""

from dataclasses import dataclass


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
    under it. `mixed` says what it means when one finding calls it tight and another weak, and
    `settled_by` names the self-tests that tell which, in the order they are asked.
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
    settled_by: tuple[str, ...] = ()
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
