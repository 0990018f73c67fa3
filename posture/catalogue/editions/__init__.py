"""Published editions: what visitors see and are scored by, frozen, numbered and in memory.

Staff edit rows; `publish` freezes them into an edition; `current` and `edition` answer from memory
and reach every process within a second.
"""

from posture.catalogue.editions.published import PublishedEdition, current, edition
from posture.catalogue.editions.publishing import (
    AlreadySigned,
    CannotPublish,
    changes,
    publish,
    publish_changes,
    publish_shipped,
    recall,
    reissue,
    sign,
)
from posture.catalogue.editions.register import Entry, NoEdition, desk
from posture.catalogue.editions.restoring import (
    CannotRestore,
    Version,
    record_in,
    restorable,
    restore,
    versions,
)

__all__ = [
    "AlreadySigned",
    "CannotPublish",
    "CannotRestore",
    "Entry",
    "NoEdition",
    "PublishedEdition",
    "Version",
    "changes",
    "current",
    "desk",
    "edition",
    "publish",
    "publish_changes",
    "publish_shipped",
    "recall",
    "record_in",
    "reissue",
    "restorable",
    "restore",
    "sign",
    "versions",
]
