"""What must be true of a deployment before visitors may come."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

OPERATOR = {
    "OPERATOR_NAME": "who runs this site",
    "CONTACT_EMAIL": "where visitors write to",
    "PRIVACY_CONTACT": "who answers questions about personal data",
}


@register(Tags.security, deploy=True)
def operator_is_named(**_kwargs: Any) -> list[CheckMessage]:
    """Health data may only be processed by somebody the visitor can name and reach."""
    return [
        Error(f"{name} is not set.", hint=f"Say in {name} {meaning}.", id=f"posture.E00{number}")
        for number, (name, meaning) in enumerate(OPERATOR.items(), start=1)
        if not getattr(settings, name)
    ]
