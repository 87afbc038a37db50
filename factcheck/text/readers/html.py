"""Web pages saved as files: the essay, without what stands around it.

A page is read by its own marks. trafilatura, tried beside it on the pages in
tests/text/readers, finds the essay as well, but drops short headings, footnotes and
repeated lines, and an author's text has to come through whole.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as markup

from factcheck.errors import UnreadableError
from factcheck.text.decoding import decode_page
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import about, html_main, parts
from factcheck.text.readers.archives import TOO_LARGE
from factcheck.text.readers.html_about import About
from factcheck.text.readers.html_notes import take_notes
from factcheck.text.readers.html_paragraphs import Paragraphs
from factcheck.text.readers.parts import Manuscript, Part
from factcheck.translating import _, ngettext

FORMAT = "html"

# An element of lxml, which says nothing about its types.
Node = Any

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_DEEPEST = 150
_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>")


def read(data: bytes, limit: int) -> Manuscript:
    """Read a web page.

    Args:
        data: the whole file.
        limit: how many bytes of UTF-8 its text may have.

    Raises:
        UnreadableError: it is no page, or holds no text.
    """
    page = _parsed(decode_page(data))
    said = About(page)
    tally: Counter[str] = Counter()
    body = page.find("body")
    root = page if body is None else body
    notes = take_notes(root)
    html_main.prune(root, tally)
    essay = html_main.main(root)
    paragraphs = Paragraphs(notes, tally)
    found = parts.assemble(_all_parts(paragraphs, root, essay), limit)
    found = about.described(
        found,
        title=about.title(found, said.title()),
        byline=about.byline(found, "") or said.byline(),
        date=about.day(said.date()),
        language=about.language(found.text, said.languages()),
        appeared=said.site(),
    )
    return parts.with_notes(found, _notes(tally))


def _parsed(written: str) -> Node:
    """Parse a page; nothing that it refers to is fetched."""
    parser = markup.HTMLParser(
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # or what is nested deep would be dropped without a word
    )
    try:
        page = markup.document_fromstring(_plain(written), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(
            _(
                "There is no text in this web page. Nothing was stored. Copy the"
                " essay's text out of the page and paste it."
            )
        ) from error
    depth = 0
    for event, _element in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise UnreadableError(_(TOO_LARGE))
    return page


def _plain(written: str) -> str:
    """Take off what the parser does not accept in a text."""
    return _CONTROL.sub("", _DECLARED.sub("", written, count=1))


def _all_parts(paragraphs: Paragraphs, root: Node, essay: Node) -> Iterator[Part]:
    """Yield the parts of the essay, below the heading of its page."""
    headings = list(root.iter("h1"))
    inside = set(essay.iter("h1"))
    if len(headings) == 1 and not inside:
        yield Part(Kind.HEADING, " ".join("".join(headings[0].itertext()).split()))
    yield from paragraphs.read(essay)


def _notes(tally: Counter[str]) -> Iterator[str]:
    """Say how the page was read and what was left out."""
    yield parts.some(
        tally["around"],
        ngettext(
            "What stands around the essay on the page is left out (%(num)s word).",
            "What stands around the essay on the page is left out (%(num)s words).",
            tally["around"],
        ),
    )
    yield parts.some(
        tally["changes"],
        ngettext(
            "%(num)s deletion marked in the page is left out.",
            "%(num)s deletions marked in the page are left out.",
            tally["changes"],
        ),
    )
    yield from about.common(tally)
    if tally["media"]:
        yield _("Films, sounds and embedded pages are left out.")
