"""Where words stand in a text: spans of Unicode code points, and their surroundings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.errors import InvalidError
from factcheck.translating import _

CONTEXT = 32


class HasSpan(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""

    @property
    def end(self) -> int:
        """Offset after its last."""


@dataclass(frozen=True, slots=True)
class Span:
    """The part of a text from `start` up to, and not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span stands on."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text, with the offset at which it begins."""

    text: str
    start: int = 0

    def words(self, start: int, end: int) -> str:
        """Return text[start:end], by the offsets of the whole text."""
        return self.text[start - self.start : end - self.start]


def quote_context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands just before and just after a quote.

    Two equal quotes in one text are told apart by it, and a quote is found again
    in a revised text.
    """
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def covering(text: str, spans: Sequence[HasSpan]) -> str:
    """Return the words from the first of some neighbouring spans to the last."""
    if not spans:
        return ""
    return text[min(s.start for s in spans) : max(s.end for s in spans)]


def trim(text: str, start: int, end: int) -> Span:
    """Drop the white space at both ends, all of it when there is nothing else."""
    kept = text[start:end].rstrip()
    length = len(kept.lstrip())
    return Span(start + len(kept) - length, start + len(kept))


def check_span(text: str, span: Span) -> None:
    """Refuse a span that lies outside its text or holds no words.

    Raises:
        InvalidError: on the field `span`.
    """
    if not 0 <= span.start <= span.end <= len(text):
        raise InvalidError(
            "span",
            _(
                "The words from %(start)s to %(end)s lie outside the text, which"
                " has %(len)s characters. Nothing was changed. Choose the words"
                " again.",
                start=span.start,
                end=span.end,
                len=len(text),
            ),
        )
    if not span.of(text).strip():
        raise InvalidError(
            "span", _("No words are chosen. Nothing was changed. Choose at least one.")
        )
