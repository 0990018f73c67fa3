"""Writes to an account that touch several rows."""

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction

from posture.accounts.models import User


@transaction.atomic
def change_email(user: User, *, email: str) -> EmailAddress:
    """Make `email` the only address of `user`, without asking it to answer."""
    EmailAddress.objects.filter(user=user).delete()
    address = EmailAddress.objects.create(user=user, email=email, primary=True)
    user.email = email
    user.save(update_fields=["email"])
    return address


def forget_unverified(user: User) -> None:
    """Drop the note that the present address was never verified.

    Allauth would take it for an earlier new address, and with it empty the account's own.
    """
    EmailAddress.objects.filter(user=user, email=user.email, verified=False).delete()


@transaction.atomic
def delete_account(user: User) -> None:
    """Sign `user` out everywhere and delete everything that is theirs."""
    for session in UserSession.objects.filter(user=user):
        session.end()
    user.delete()
