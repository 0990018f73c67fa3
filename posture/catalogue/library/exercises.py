"""The index of exercises and the page of one; there may be none yet, and the page says so."""

from collections.abc import Mapping

from posture.catalogue.editions import PublishedEdition
from posture.catalogue.library.sources import sources
from posture.catalogue.records import Exercise

Page = Mapping[str, object]


def exercise_index(edition: PublishedEdition) -> Page:
    return {"exercises": edition.catalogue.exercises, "written_in": edition.language}


def exercise_page(edition: PublishedEdition, exercise: Exercise) -> Page:
    trained = (*exercise.targets, *exercise.also)
    return {
        "exercise": exercise,
        "written_in": edition.language,
        "muscles": [edition.muscles[slug] for slug in trained if slug in edition.muscles],
        "sources": sources(edition, exercise.sources),
    }
