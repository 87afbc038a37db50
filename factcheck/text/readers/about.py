"""What documents say of themselves, and what is said of how they were read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from factcheck.text import bylines, titles
from factcheck.text.guessing import guess_language
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.paragraphs import ParagraphSpan
from factcheck.text.readers.parts import Manuscript, some
from factcheck.translating import N_, _, ngettext

MACROS = N_("Its macros are left out; nothing in it was run.")
MARGINS = N_("Headers and footers are left out.")

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_FIRST = 4
_MAY_NAME = frozenset({Kind.PROSE, Kind.HEADING})
_TOP = 10

# What programs write into the fields of a file when nobody did.
_NO_TITLE = re.compile(
    r"(microsoft )?word - .*|.*\.(docx?|odt|rtf|pdf|html?|tex|indd|pages)|document\d*"
    r"|untitled.*|title|slide 1|powerpoint presentation|about:blank",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(microsoft office |windows |default )?user\d*|author|owner|admin(istrator)?"
    r"|unknown|python-docx|un-named|apache poi|root|me|none|.*@.*",
    re.IGNORECASE,
)


def described(found: Manuscript, **said: str) -> Manuscript:
    """Add what a document says of itself; a line that names its author is a byline."""
    paragraphs = (
        each._replace(kind=Kind.BYLINE)
        if each.kind in _MAY_NAME and _names(found, each) == said["byline"] != ""
        else each
        for each in found.paragraphs
    )
    return replace(found, paragraphs=tuple(paragraphs), **said)  # type: ignore[arg-type]


def _names(found: Manuscript, paragraph: ParagraphSpan) -> str:
    return bylines.byline(found.text[paragraph.start : paragraph.end])


def field(root: Element | None, name: str) -> str:
    """Return the words of a field of the file's own description, or nothing."""
    found = None if root is None else next(root.iter(name), None)
    return " ".join(((found.text if found is not None else "") or "").split())


def title(found: Manuscript, said: str) -> str:
    """Return the heading that a text begins with, else what its file says.

    A heading that is all of what the file says but the name of a magazine will do.
    """
    for at, (start, end, kind) in enumerate(found.paragraphs[:_TOP]):
        words = " ".join(found.text[start:end].split())
        is_first = at == 0 or words.lower() in said.lower()
        if kind is Kind.HEADING and is_first and len(words) <= titles.LONGEST:
            return words
    return "" if _NO_TITLE.fullmatch(said) else said[: titles.LONGEST]


def byline(found: Manuscript, said: str) -> str:
    """Return the names in a line that says who wrote it, else what its file says."""
    body = [each for each in found.paragraphs if each.kind is not Kind.FOOTNOTE]
    for paragraph in (*body[:_FIRST], *body[-1:]):
        names = _names(found, paragraph)
        if names:
            return names
    return "" if _NO_NAME.fullmatch(said) else said[: titles.LONGEST]


def day(said: str) -> str:
    """Return the day in a date such as "2020-05-03T10:00:00Z", or nothing."""
    match = _DAY.search(said)
    return match.group() if match else ""


def language(text: str, said: Iterable[str]) -> str:
    """Return the language that a document gives if its words may be in it.

    Else the one that its words are in, or nothing where they do not tell.
    """
    tags = (tag.replace("_", "-") for tag in said)  # as POSIX writes it
    return guess_language(text, [tag for tag in tags if _is_tag(tag)])


def _is_tag(tag: str) -> bool:
    named = _LANGUAGE.fullmatch(tag) is not None
    return named and tag.lower() not in {"und", "zxx", "mul"}


def comments(number: int) -> str:
    """Say that comments are left out."""
    return some(
        number,
        ngettext(
            "%(num)s comment is left out.", "%(num)s comments are left out.", number
        ),
    )


def changes(number: int) -> str:
    """Say that tracked changes are read as if accepted."""
    return some(
        number,
        ngettext(
            "%(num)s tracked change was read as accepted.",
            "%(num)s tracked changes were read as accepted.",
            number,
        ),
    )


def common(tally: Counter[str]) -> Iterator[str]:
    """Say what happens to readers of more than one format."""
    yield some(
        tally["tables"],
        ngettext(
            "%(num)s table is read row by row, its cells set apart by tabs.",
            "%(num)s tables are read row by row, their cells set apart by tabs.",
            tally["tables"],
        ),
    )
    yield some(
        tally["pictures"],
        ngettext(
            "%(num)s picture is left out.",
            "%(num)s pictures are left out.",
            tally["pictures"],
        ),
    )
    yield some(
        tally["boxes"],
        ngettext(
            "%(num)s text box is read after the paragraph it belongs to.",
            "%(num)s text boxes are read after the paragraphs they belong to.",
            tally["boxes"],
        ),
    )
    yield some(
        tally["hidden"],
        ngettext(
            "%(num)s hidden passage is left out.",
            "%(num)s hidden passages are left out.",
            tally["hidden"],
        ),
    )
    yield some(
        tally["formulas"],
        ngettext(
            "%(num)s formula is read as plain letters.",
            "%(num)s formulas are read as plain letters.",
            tally["formulas"],
        ),
    )
    yield some(
        tally["symbols"],
        ngettext(
            "%(num)s character that only its font can show is left out.",
            "%(num)s characters that only their font can show are left out.",
            tally["symbols"],
        ),
    )
    if tally["contents"]:
        yield _("The table of contents is left out.")
    if tally["ruby"]:
        yield _("Readings printed above characters are left out.")
