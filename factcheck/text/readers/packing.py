"""A manuscript as JSON, on its way out of a process or through a form."""

from typing import Any

from factcheck.text.paragraphs import ParagraphKind, ParagraphSpan, check_order
from factcheck.text.readers.parts import Comment, Manuscript

_WORDS = ("title", "byline", "date", "language", "appeared")


def pack(found: Manuscript) -> dict[str, Any]:
    """Return everything but the text, in values that JSON knows."""
    return {
        **{name: getattr(found, name) for name in _WORDS},
        "notes": list(found.notes),
        "comments": [list(comment) for comment in found.comments],
        "paragraphs": [
            [start, end, kind.value] for start, end, kind in found.paragraphs
        ],
    }


def unpack(packed: Any, text: str) -> Manuscript:
    """Take a manuscript out again.

    Raises:
        ValueError: it is none, or its paragraphs are not those of this text.
    """
    try:
        words = {name: packed[name] for name in _WORDS}
        notes = tuple(packed["notes"])
        paragraphs = tuple(
            ParagraphSpan(start, end, ParagraphKind(kind))
            for start, end, kind in packed["paragraphs"]
        )
        check_order(paragraphs, len(text))
        comments = tuple(Comment(*each) for each in packed["comments"])
        if not all(0 <= each.start < each.end <= len(text) for each in comments):
            raise ValueError("A comment is about words of the text.")
    except (KeyError, TypeError) as error:
        raise ValueError("This is no manuscript.") from error
    said = [words for comment in comments for words in comment[2:]]
    if not all(isinstance(each, str) for each in (*words.values(), *notes, *said)):
        raise ValueError("A manuscript says what it says in words.")
    return Manuscript(text, paragraphs, notes=notes, comments=comments, **words)
