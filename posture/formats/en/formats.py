"""A date is read the same everywhere when its month is a word."""

DATE_FORMAT = "j F Y"
