"""Writing the desk's own pages."""

from sqlalchemy.orm import Session

from factcheck.actions.noting import note_desk
from factcheck.actions.saving import flush
from factcheck.errors import StaleError
from factcheck.models import DeskPage, User
from factcheck.queries.desk_pages import find_page, page_row
from factcheck.rules.desk_pages import DeskPageKey, check_page
from factcheck.rules.permissions import Deed, require
from factcheck.translating import _


def edit_page(
    session: Session, *, actor: User, key: DeskPageKey, text: str, revision: int
) -> None:
    """Say something else on a page of the desk's.

    Args:
        session: the database session.
        actor: an editor of the desk.
        key: which page.
        text: paragraphs, with an empty line between two.
        revision: of the page as it was read; 0 for the text that every desk starts
            with.

    Raises:
        InvalidError: no text, or too much.
        StaleError: somebody wrote the page in between.
    """
    require(actor.role, Deed.PUBLISH)
    text = check_page(text)
    found = find_page(session, key)
    if found.revision != revision:
        raise StaleError(
            _(
                "Somebody changed this page in between. Nothing of theirs was"
                " overwritten; what you wrote is kept below, beside theirs."
            ),
            theirs={"text": found.text, "revision": found.revision},
        )
    if found.text == text:
        return
    row = page_row(session, key)
    if row is None:
        session.add(DeskPage(key=key.value, text=text))
    else:
        row.text = text
    was, now_is = ({"page": key.value, "text": each} for each in (found.text, text))
    note_desk(session, actor, "desk_page.edited", now_is, was)
    flush(session)
