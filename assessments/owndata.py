"""A person's own data, whole: what an export holds. Deleting is `delete()` on the same rows."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.core.serializers.python import Serializer
from django.db.models import Model

from assessments import summary
from assessments.course import as_answer
from assessments.models import Assessment
from assessments.sheets import Sheet, item_sheet, question_sheet, safety_sheet
from assessments.visitors import Visitor
from posture.catalogue import editions
from posture.catalogue.editions import PublishedEdition
from posture.reasoning.knowledge import Answer
from posture.reasoning.safety import chosen

# Proofs that somebody is who they say, not data about a person.
SECRET = frozenset(
    {
        "accounts.user.password",
        "assessments.assessment.browser",
        "mfa.authenticator.data",
        "usersessions.usersession.session_key",
    }
)
OF_ACCOUNT: dict[str, type[Model]] = {
    "addresses": EmailAddress,
    "second_factors": Authenticator,
    "signed_in_devices": UserSession,
}


def export(asking: Visitor, *, at: datetime) -> dict[str, Any]:
    """The account, if there is one, and every check: each field, and the answers in words."""
    checks = Assessment.objects.listed_for(asking).order_by("started_at").select_related("plan")
    return {
        "exported_at": at,
        "account": account(asking.user_id) if asking.user_id else None,
        "checks": [_check(check) for check in checks],
    }


def _check(check: Assessment) -> dict[str, Any]:
    plan = _fields(check.plan) if hasattr(check, "plan") else None
    return _fields(check) | {"in_words": in_words(check), "plan": plan}


def account(user_id: int) -> dict[str, Any]:
    """What is kept of somebody who signs in, besides their checks."""
    related = {
        name: [_fields(row) for row in model._default_manager.filter(user_id=user_id)]
        for name, model in OF_ACCOUNT.items()
    }
    return _fields(get_user_model().objects.get(pk=user_id)) | related


def _fields(row: Model) -> dict[str, Any]:
    """Every field of a row but secrets; rows of other people are never part of it."""
    (table,) = Serializer().serialize([row])
    shown = {
        name: value
        for name, value in table["fields"].items()
        if f"{table['model']}.{name}" not in SECRET
    }
    return {"id": str(table["pk"]), **shown}


def in_words(check: Assessment) -> list[dict[str, str]]:
    """The answers as questions and choices in words, by the edition they were given in."""
    edition = editions.edition(check.edition)
    return [_row(edition, slug, as_answer(reply)) for slug, reply in check.answers.items()]


def _row(edition: PublishedEdition, slug: str, answer: Answer) -> dict[str, str]:
    """What was asked and answered; by its slug where a later edition asked it."""
    sheet = _sheet(edition, slug)
    if sheet is None:
        return {"question": slug, "answer": "; ".join(chosen(answer))}
    return {"question": sheet.heading, "answer": summary.in_words(sheet, answer)}


def _sheet(edition: PublishedEdition, slug: str) -> Sheet | None:
    item = edition.red_flags.get(slug) or edition.conditions.get(slug)
    if item:
        return item_sheet(edition.number, item.page, slug)
    return question_sheet(edition.number, slug) or safety_sheet(edition.number, slug)
