"""The catalogue's names as figures: safe SVG text with words, cached by what it shows."""

from posture.catalogue.drawing.exercises import (
    exercise_caption,
    exercise_figure,
    exercise_picture,
)
from posture.catalogue.drawing.marking import safe
from posture.catalogue.drawing.pictures import MapView, body_map, choice_picture, close_up, standing
from posture.catalogue.drawing.plates import (
    DRAWN_HIGH,
    Drawn,
    best_view,
    drafted,
    file,
    involved,
    listed,
    plate,
    together,
)
from posture.catalogue.drawing.portraits import (
    Sight,
    muscle_file,
    sights,
    silhouettes,
    thumbnail,
)

__all__ = [
    "DRAWN_HIGH",
    "Drawn",
    "MapView",
    "Sight",
    "best_view",
    "body_map",
    "choice_picture",
    "close_up",
    "drafted",
    "exercise_caption",
    "exercise_figure",
    "exercise_picture",
    "file",
    "involved",
    "listed",
    "muscle_file",
    "plate",
    "safe",
    "sights",
    "silhouettes",
    "standing",
    "thumbnail",
    "together",
]
