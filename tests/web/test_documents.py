"""Documents go through the preview, and are stored with what their paragraphs are."""

import io
import json
import re
import zipfile
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Essay, Paragraph, Review
from factcheck.queries.essays import current_version, find_essay, whole_text
from factcheck.queries.originals import original_of
from factcheck.rules.permissions import Role
from factcheck.text.documents import read_pasted
from factcheck.text.readers.docx_places import Places
from factcheck.web.documents import carried
from tests.factories.visits import send
from tests.text.readers.packages import docx, paragraph, run
from tests.text.readers.sources import MANUSCRIPT
from tests.web.conftest import Visit
from tests.web.test_essays import count, editor, preview, read

__all__ = ["editor"]

FILES = Path(__file__).parents[1] / "text" / "readers" / "files"


def read_file(client: FlaskClient, name: str):
    return read(client, (FILES / name).read_bytes(), name)


def test_a_word_file_is_shown_as_understood_and_stored_with_its_kinds(
    editor: FlaskClient, session: Session
):
    page = read_file(editor, "manuscript.docx")
    for shown in (
        f'value="{MANUSCRIPT.title}"',
        f'value="{MANUSCRIPT.byline}"',
        'value="en-US"',
        "<dd>Word</dd>",
        "<dd>2020-05-03</dd>",
        "1 comment is left out.",
        "<dt>Footnote</dt><dd>2</dd>",
    ):
        assert shown in page.text
    assert "Encoding" not in page.text
    again = send(editor, "/essays/new", **preview(page) | {"again": "yes"})
    assert "1 comment is left out." in again.text
    send(editor, "/essays/new", **preview(again))
    version = current_version(session, find_essay(session, "the-river"))
    parts = MANUSCRIPT.parts
    assert whole_text(session, version.id) == "\n\n".join(part.words for part in parts)
    kinds = session.scalars(
        select(Paragraph.kind)
        .where(Paragraph.version_id == version.id)
        .order_by(Paragraph.number)
    )
    assert list(kinds) == [part.kind.value for part in parts]


def test_where_a_page_appeared_is_filled_in(editor: FlaskClient):
    assert 'value="The Review"' in read_file(editor, "page.html").text


def test_a_language_is_taken_from_the_document_unless_it_was_said(editor: FlaskClient):
    assert 'value="ko-KR"' in read_file(editor, "korean.odt").text
    page = send(
        editor,
        "/essays/new",
        step="read",
        language="ko",
        file=((FILES / "korean.odt").open("rb"), "korean.odt"),
    )
    assert 'value="ko"' in page.text


def test_paragraphs_lost_on_their_way_are_not_guessed(
    editor: FlaskClient, session: Session
):
    fields = preview(read_file(editor, "korean.docx"))
    understood = json.loads(fields["understood"])
    understood["paragraphs"] = [[0, 9_999, "heading"]]
    for broken in ("", "[]", json.dumps(understood)):
        page = send(editor, "/essays/new", **fields | {"understood": broken})
        assert page.status_code == 422
        assert "Choose the file again." in page.text
    assert count(session, Essay) == 0


def test_a_locked_pdf_is_refused_with_the_reason(editor: FlaskClient, session: Session):
    page = read_file(editor, "locked.pdf")
    assert page.status_code == 422
    assert "protected by a password" in page.text
    assert count(session, Essay) == 0


def test_a_word_file_is_kept_as_it_came_and_others_are_not(
    editor: FlaskClient, session: Session
):
    data = (FILES / "korean.docx").read_bytes()
    page = read_file(editor, "korean.docx")
    assert "The Word file itself is kept" in page.text
    send(editor, "/essays/new", **preview(page))
    version = current_version(session, find_essay(session, "the-river"))
    kept = original_of(session, version.id)
    assert kept == data
    text = whole_text(session, version.id)
    assert Places(kept, text).find(0, 3)
    send(editor, "/essays/new", **preview(read_file(editor, "korean.odt")))
    second = current_version(session, find_essay(session, "the-river-2"))
    assert original_of(session, second.id) is None


def test_comments_become_drafts_where_that_is_asked_for(
    editor: FlaskClient, session: Session
):
    words = '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/>'
    body = f"<w:p>{run('Mao ')}{words.format(run('left Moscow'))}{run('.')}</w:p>"
    said = f'<w:comment w:id="1" w:author="Ann">{paragraph("When?")}</w:comment>'
    page = read(editor, docx(body, comments=said), "mao.docx")
    assert "1 comment stands in its margin." in page.text
    send(editor, "/essays/new", **preview(page))
    assert count(session, Review) == 0
    send(editor, "/essays/new", **preview(page) | {"comments": "y"})
    (draft,) = session.scalars(select(Review))
    assert (draft.explanation, draft.given_at) == ("Ann: When?", None)
    assert session.scalars(select(Anchor.quote)).one() == "left Moscow"


def test_checks_go_back_into_the_word_file_that_came_in(
    editor: FlaskClient, visit: Visit
):
    body = f"<w:p>{run('Mao le')}{run('ft Moscow.')}</w:p>"
    send(editor, "/essays/new", **preview(read(editor, docx(body), "mao.docx")))
    send(editor, "/essays/the-river/claims", start="4", end="8")
    path = "/essays/the-river/export/docx"
    with zipfile.ZipFile(io.BytesIO(editor.get(path).data)) as archive:
        main = archive.read("word/document.xml").decode()
    assert re.sub(r"<w:comment\w+ [^>]*>", "|", main).count("|") == 3
    assert "Notes" not in main
    with zipfile.ZipFile(io.BytesIO(visit(Role.REVIEWER).get(path).data)) as archive:
        assert "only editors get it back" in archive.read("word/document.xml").decode()
    send(
        editor,
        "/essays/the-river/versions",
        step="store",
        seen="1",
        **carried(read_pasted("Mao left Moscow again.")),
    )
    with zipfile.ZipFile(io.BytesIO(editor.get(path).data)) as archive:
        main = archive.read("word/document.xml").decode()
    assert "Version 2 of the text did not come in as a Word file" in main
