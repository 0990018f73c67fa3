"""Generated examples: fewer than usual, and no clock, so that a busy machine fails nothing."""

from hypothesis import settings

settings.register_profile("plumb", max_examples=60, deadline=None)
settings.load_profile("plumb")
