"""Draw the body: postures, muscles, choice pictures and the body map, as SVG text.

Plain values in, SVG text out; pure, so callers may cache by arguments. Figures emit class names and
`data-` attributes, never colours; `static/css/figures.css` colours them from the tokens.

    Posture(imbalance, side="", severity=1.0)          a bend of the body; several add up
    Marking(muscle, role, side="", number=0)           role: tight, weak or mixed; number 0 = no badge

    plate(view, postures=(), markings=(), *, id, title, description,
          ghost=True, plumb=True, badges=True, muscles="all") -> str
    decoration(view, postures=(), markings=(), *, id, crop="full", plumb=True, muscles="none") -> str
    picture(name, *, id) -> str                        a choice picture or self-test, see PICTURES
    swatch(role, *, id) -> str                         the legend's sample of tight, weak or mixed
    body_map(*, id) -> str                             back and front body with `bm-reg[data-reg]`
    body_map_regions() -> tuple[Region, ...]           slug, and the hit boxes' class names and percents
    standalone(svg) -> str                             a file of its own: style and licence inside

    VIEWS, IMBALANCES, MUSCLES, PICTURES, CROPS        the closed sets of names
    views_of(imbalances) -> tuple[View, ...]           the views that show them best

`id` makes the ids inside a figure unique on a page. Unknown names raise FigureError. Patterns for
tight and weak sit inside each figure, so nothing else need be on the page.
"""
