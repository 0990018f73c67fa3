"""The side on which a sided imbalance names a muscle, in words."""

from django.utils.translation import gettext as _


def side_in_words(side: str) -> str:
    """Nothing for both sides."""
    words = {"high": _("on the high side"), "low": _("on the low side"), "": ""}
    return words[side]
