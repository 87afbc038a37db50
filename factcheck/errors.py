"""What can go wrong, in the desk's words; doors turn these into answers."""

from collections.abc import Mapping
from datetime import datetime


class FactcheckError(Exception):
    """Something the desk refused, with a message for the person who asked."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidError(FactcheckError):
    """A value that cannot be kept; `field` names the one to correct."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class UnreadableError(FactcheckError):
    """A document that cannot become an essay."""


class UnwritableError(FactcheckError):
    """An essay that cannot be written in a format here, and why."""


class BusyError(FactcheckError):
    """So much of this is being done that more would slow everybody; ask again soon."""


class NotFoundError(FactcheckError):
    """There is nothing here by that name."""


class GoneError(FactcheckError):
    """What was published here was taken down; its title, when and why."""

    def __init__(self, message: str, *, title: str, note: str, at: datetime) -> None:
        super().__init__(message)
        self.title, self.note, self.at = title, note, at


class EndedError(FactcheckError):
    """A link that worked once, or until a day, and works no more."""


class ForbiddenError(FactcheckError):
    """This person's role does not allow it."""


class StaleError(FactcheckError):
    """Somebody saved the same thing in between; nothing was overwritten.

    Attributes:
        who: name of the person who saved in between.
        theirs: what is stored now, by field name.
    """

    def __init__(
        self, message: str, *, who: str = "", theirs: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.who = who
        self.theirs = dict(theirs or {})


class MovedError(StaleError):
    """Sentences have other numbers, or words other places, than the person saw."""


class FetchError(FactcheckError):
    """A page that could not be fetched.

    Attributes:
        again: whether it may go better later.
        refused: whether it may not be fetched at all.
        gone: whether the server says that there is no such page.
    """

    def __init__(
        self,
        message: str,
        *,
        again: bool = False,
        refused: bool = False,
        gone: bool = False,
    ) -> None:
        super().__init__(message)
        self.again, self.refused, self.gone = again, refused, gone


class NothingToUndoError(FactcheckError):
    """There is no action of this person left to undo, or it was changed since."""


class DatabaseError(FactcheckError):
    """The database is missing, too old, too new or out of reach."""
