"""Making editions: publishing the working copy, going back, recalling, signing."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from posture.catalogue import checks, content, models, working
from posture.catalogue.changes import Change, differences
from posture.catalogue.checks import Problem
from posture.catalogue.editions.published import PublishedEdition, current
from posture.catalogue.editions.register import NoEdition, desk, entry_of
from posture.catalogue.records import Catalogue
from posture.catalogue.shapes import Table, checksum, frozen

Staff = Any  # a user; the accounts are another room


class AlreadySigned(Exception):  # noqa: N818 - said as what it is
    """An edition carries at most one signature."""


class CannotPublish(Exception):  # noqa: N818 - said as what it is
    """The working copy has errors; `problems` says which."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def current_or_none() -> PublishedEdition | None:
    try:
        return current()
    except NoEdition:
        return None


def changes() -> tuple[Change, ...]:
    """What visitors do not see yet: how the working copy differs from the current edition."""
    published = current_or_none()
    before = published.catalogue if published else Catalogue(content.language())
    return differences(before, working.catalogue(before.language))


def publish(*, by: Staff = None, note: str = "") -> models.Edition:
    """Make the working copy the current edition, or say why it cannot be."""
    shipped = content.read().catalogue
    with working.alone():
        rows = working.rows()
        copy = working.catalogue_of(rows, shipped.language)
        if errors := checks.errors(copy):
            raise CannotPublish(errors)
        issued = _issue(frozen(copy), by=by, note=note, shipped=checksum(frozen(shipped)))
        working.mark_released(rows, issued.number)
    return issued


def publish_changes(*, note: str = "") -> str:
    """Publish whatever is not published yet; a sentence says which edition is current now."""
    published = current_or_none()
    if published and not changes():
        return _("Nothing has changed: edition %(number)s is current.") % {
            "number": published.number
        }
    return _published(publish(note=note))


def reissue(number: int, *, by: Staff = None, note: str = "") -> models.Edition:
    """Go back: publish again what an older edition held. The working copy stays as it is."""
    older = models.Edition.objects.get(number=entry_of(number).number)
    words = note or _("As edition %(number)s.") % {"number": number}
    shipped = checksum(frozen(content.read().catalogue))
    with working.alone():
        return _issue(older.document, by=by, note=words, shipped=shipped)


def _issue(document: Table, *, by: Staff, note: str, shipped: str) -> models.Edition:
    newest = models.Edition.objects.register().first()
    issued = models.Edition.objects.create(
        number=newest.number + 1 if newest else 1,
        created_by=by,
        note=note,
        document=document,
        checksum=checksum(document),
        shipped=shipped,
    )
    _look_again()
    return issued


def _look_again() -> None:
    """Let this process see at once what changed, and again when other connections see it too."""
    desk.forget()
    transaction.on_commit(desk.forget)


def recall(number: int, *, by: Staff, reason: str) -> None:
    """Take an edition back; the newest one that is left becomes the current one."""
    entry_of(number)
    with working.alone():
        valid = models.Edition.objects.valid()
        if not valid.exclude(number=number).exists():
            raise NoEdition(_("It is the only edition left. Publish another one first."))
        valid.filter(number=number).update(
            recalled_at=timezone.now(), recalled_by=by, recall_reason=reason
        )
        _look_again()


def sign(number: int, *, by: Staff, name: str, profession: str, on: date) -> None:
    """Enter the signature of the clinician who reviewed an edition; there is at most one."""
    entry_of(number)
    signed = (
        models.Edition.objects.unsigned()
        .filter(number=number)
        .update(signed_on=on, signed_by=by, signer_name=name, signer_profession=profession)
    )
    if not signed:
        raise AlreadySigned(_("Edition %(number)s is signed already.") % {"number": number})
    _look_again()


def publish_shipped() -> str:
    """Publish what a set-up shipped, unless staff have unpublished work; a sentence says what."""
    published = current_or_none()
    if published is None:
        return _published(publish(note=_("As shipped.")))
    pending = changes()
    if not pending:
        return _("Edition %(number)s is current.") % {"number": published.number}
    shipped = content.read().catalogue
    staff = set(pending) - set(differences(published.catalogue, shipped))
    known = desk.read().entries[0].shipped  # a recall of the newest is not undone
    if staff or known == checksum(frozen(shipped)):
        return _left_to_staff(len(pending))
    return _published(publish(note=_("New content shipped with the software.")))


def _published(issued: models.Edition) -> str:
    return _("Edition %(number)s was published.") % {"number": issued.number}


def _left_to_staff(count: int) -> str:
    return ngettext(
        "%(count)s change is not published: review and publish it in the admin.",
        "%(count)s changes are not published: review and publish them in the admin.",
        count,
    ) % {"count": count}
