"""What a result says: rendered from what was frozen when the check was finished."""

from assessments.results.listing import answered_page, answers_page, history_row
from assessments.results.page import result_page

__all__ = ["answered_page", "answers_page", "history_row", "result_page"]
