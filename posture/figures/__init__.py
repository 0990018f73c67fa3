"""Draw the body: postures, muscles, choice pictures and the body map, as SVG text.

Plain values in, SVG text out; pure, so callers may cache by arguments. Figures emit class names and
`data-` attributes, never colours; `static/css/figures.css` colours them from the tokens.

    Posture(imbalance, side="", severity=1.0)      a bend of the body; several add up
    Marking(muscle, role, side="", number=0)       tight, weak, mixed or shown; 0 has no badge

    plate(view, postures=(), markings=(), *, id, title, description,
          ghost=True, plumb=True, badges=True, muscles="surface") -> str
    decoration(view, postures=(), markings=(), *, id,
               crop="full", ghost=False, plumb=True, muscles="involved") -> str
    picture(name, *, id) -> str                    a choice or a self-test, see PICTURES
    body_map(view, *, id) -> str                   back or front body with `bm-reg[data-reg]`
    body_map_hits(view) -> tuple[Hit, ...]         the labels over it: region, value, place
    body_map_regions() -> tuple[Region, ...]       every slug of the map, with its hits
    standalone(svg) -> str                         a file of its own: style and licence inside
    stylesheet() -> str                            the text of static/css/figures.css

    VIEWS, BODY_MAP_VIEWS, IMBALANCES, MUSCLES, ROLES, PICTURES, CROPS   the closed sets of names
    views_of(imbalances) -> tuple[View, ...]       the views that show them best
    views_of_muscle(muscle) -> tuple[View, ...]    the views in which it can be seen

`muscles` says what is drawn besides the marked ones: "all" (the deep ones and their neighbours),
"surface", or "involved" (nothing). `id` makes the ids inside a figure unique on a page. Patterns
for tight and weak sit inside each figure, so nothing else need be there. Unknown names raise
FigureError.
"""

from posture.figures.body import MUSCLES, VIEWS, FigureError, Side, View
from posture.figures.bodymap import (
    BODY_MAP_VIEWS,
    Hit,
    Region,
    body_map,
    body_map_hits,
    body_map_regions,
)
from posture.figures.figure import CROPS, Crop, decoration, plate, views_of, views_of_muscle
from posture.figures.layers import ROLES, Marking, Muscles, Role
from posture.figures.pictures import PICTURES, picture
from posture.figures.poses import IMBALANCES, Posture
from posture.figures.styles import standalone, stylesheet

__all__ = [
    "BODY_MAP_VIEWS",
    "CROPS",
    "IMBALANCES",
    "MUSCLES",
    "PICTURES",
    "ROLES",
    "VIEWS",
    "Crop",
    "FigureError",
    "Hit",
    "Marking",
    "Muscles",
    "Posture",
    "Region",
    "Role",
    "Side",
    "View",
    "body_map",
    "body_map_hits",
    "body_map_regions",
    "decoration",
    "picture",
    "plate",
    "standalone",
    "stylesheet",
    "views_of",
    "views_of_muscle",
]
