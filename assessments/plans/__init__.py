"""Plans of finished checks: made, kept, changed, and put into words."""

from assessments.plans.keeping import Missing, end_week, feel, look, mark, of, take, wish
from assessments.plans.page import plan_page

__all__ = ["Missing", "end_week", "feel", "look", "mark", "of", "plan_page", "take", "wish"]
