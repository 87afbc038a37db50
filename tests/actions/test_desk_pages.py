"""Pages on which the desk says how it works."""

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.desk_pages import edit_page
from factcheck.errors import ForbiddenError, InvalidError, StaleError
from factcheck.models import User
from factcheck.queries.desk_pages import find_page, scales_in_use
from factcheck.rules.desk_pages import DEFAULTS, DeskPageKey, paragraphs
from factcheck.rules.permissions import Role
from factcheck.rules.scales import NEWSROOM
from tests.factories import essays
from tests.factories.people import person

METHOD = DeskPageKey.METHOD


@pytest.fixture
def editor(session: Session) -> User:
    return person(session, Role.EDITOR)


def test_a_desk_starts_with_text_that_is_true_of_it(session: Session):
    page = find_page(session, METHOD)
    assert (page.text, page.revision) == (DEFAULTS[METHOD], 0)
    assert len(paragraphs(page.text)) > 1


def test_an_editor_writes_it_and_writes_it_again(session: Session, editor: User):
    edit_page(session, actor=editor, key=METHOD, text=" One.\r\n\r\nTwo. ", revision=0)
    first = find_page(session, METHOD)
    assert paragraphs(first.text) == ["One.", "Two."]
    edit_page(session, actor=editor, key=METHOD, text="Three.", revision=first.revision)
    assert find_page(session, METHOD).text == "Three."


def test_who_wrote_second_is_shown_what_the_first_wrote(session: Session, editor: User):
    edit_page(session, actor=editor, key=METHOD, text="Theirs.", revision=0)
    with pytest.raises(StaleError) as stale:
        edit_page(session, actor=editor, key=METHOD, text="Mine.", revision=0)
    assert stale.value.theirs == {"text": "Theirs.", "revision": 1}
    assert find_page(session, METHOD).text == "Theirs."


@pytest.mark.parametrize("text", ["", " \n", "x" * 20_001])
def test_a_page_says_something_and_not_too_much(
    session: Session, editor: User, text: str
):
    with pytest.raises(InvalidError):
        edit_page(session, actor=editor, key=METHOD, text=text, revision=0)


def test_reviewers_do_not_write_it(session: Session):
    with pytest.raises(ForbiddenError):
        edit_page(session, actor=person(session), key=METHOD, text="So.", revision=0)


def test_the_scales_explained_are_those_in_use(session: Session):
    assert [scale.key for scale in scales_in_use(session)] == [NEWSROOM.key]
    essays.essay(session)
    essays.essay(session, title="Another")
    assert [scale.key for scale in scales_in_use(session)] == [NEWSROOM.key]
