"""Draw the body: postures, muscles, choice pictures and the body map, as SVG text.

Plain values in, SVG text out; pure, so callers may cache by arguments. Figures emit class names and
`data-` attributes, never colours; `static/css/figures.css` colours them from the tokens.

    Posture(imbalance, side="", severity=1.0)      a bend of the body; several add up
    Marking(muscle, role, side="", number=0)       tight, weak, mixed or shown; 0 has no badge

    Words(forward="", backward="", left_high="", right_high="", ear="", left="", right="")
                                                   what a plate says of its marks, "" says nothing

    plate(view, postures=(), markings=(), *, id, title, description, lang="", words=Words(),
          names={}, ghost=True, plumb=True, badges=True, muscles="surface") -> str
    film(view, postures, markings=(), *, id, title, description, lang="", words=Words(),
         names={}) -> str                          the plate, led to neutral and back by SMIL
    decoration(view, postures=(), markings=(), *, id,
               crop="full", ghost=False, plumb=True, muscles="involved") -> str
    picture(name, *, id) -> str                    a choice or a self-test, see PICTURES
    body_map(view, *, id) -> str                   back or front body with `bm-reg[data-reg]`
    body_map_hits(view) -> tuple[Hit, ...]         the labels over it: region, value, place
    body_map_regions() -> tuple[Region, ...]       every slug of the map, with its hits
    portrait(view, muscle, *, id, title, description) -> str   one muscle close up, with its ends
    locator(view, muscle, *, id) -> str            the body with the square of that portrait
    silhouettes(*, id), thumbnail(muscle, *, bodies) -> str    muscles of a list, small
    shows(view, marking) -> bool               whether that muscle of that side is seen in a view
    layer(view, muscle), views_by_sight(muscle)    how a view shows a muscle; the best view first
    exercise(poses, markings=(), *, id, title, description) -> str   start and end of an exercise
    exercise_views(poses) -> tuple[Sight, ...]     from where its one or two pictures are seen
    checked_poses(poses)                           FigureError where poses cannot be drawn
    prepare() -> None                              read all shapes, once for each process
    standalone(svg, *, names=(), key={}, pixels=False) -> str   a file of its own, with its licence
    stylesheet() -> str                            the text of static/css/figures.css

    VIEWS, BODY_MAP_VIEWS, IMBALANCES, MUSCLES, ROLES, PICTURES, PROPS, CROPS   closed sets of names

`muscles` says what is drawn besides the marked ones: what one sees ("surface") or nothing
("involved"). `names` are those of muscles, beside their badges where there is room; `lang` is the
language of title and description. `id` makes the ids inside a figure unique on a page. Patterns
for tight and weak sit inside each figure, so nothing else need be there. Unknown names raise
FigureError.
"""

from posture.figures.body import MUSCLES, VIEWS, FigureError, Layer, Side, View, prepare
from posture.figures.bodymap import (
    BODY_MAP_VIEWS,
    Hit,
    Region,
    body_map,
    body_map_hits,
    body_map_regions,
)
from posture.figures.exercise import exercise
from posture.figures.figure import CROPS, Crop, decoration, plate, shows
from posture.figures.film import film
from posture.figures.layers import ROLES, Marking, Muscles, Role
from posture.figures.marks import Words
from posture.figures.pictures import PICTURES, picture
from posture.figures.portraits import (
    layer,
    locator,
    portrait,
    silhouettes,
    thumbnail,
    views_by_sight,
)
from posture.figures.poses import IMBALANCES, Posture
from posture.figures.stances import PROPS, checked_poses, exercise_views
from posture.figures.styles import standalone, stylesheet

__all__ = [
    "BODY_MAP_VIEWS",
    "CROPS",
    "IMBALANCES",
    "MUSCLES",
    "PICTURES",
    "PROPS",
    "ROLES",
    "VIEWS",
    "Crop",
    "FigureError",
    "Hit",
    "Layer",
    "Marking",
    "Muscles",
    "Posture",
    "Region",
    "Role",
    "Side",
    "View",
    "Words",
    "body_map",
    "body_map_hits",
    "body_map_regions",
    "checked_poses",
    "decoration",
    "exercise",
    "exercise_views",
    "film",
    "layer",
    "locator",
    "picture",
    "plate",
    "portrait",
    "prepare",
    "shows",
    "silhouettes",
    "standalone",
    "stylesheet",
    "thumbnail",
    "views_by_sight",
]
