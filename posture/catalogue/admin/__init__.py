"""The catalogue for staff: rows to edit, changes to review, editions to publish and recall."""

from posture.catalogue.admin import body, editions, exercises, questions, references, safety

__all__ = ["body", "editions", "exercises", "questions", "references", "safety"]
