"""An essay's text cut into sentences whose offsets are exact for any text at all.

The layout is read first; then each stop in a block of lines is put to our rules,
which see a cleaned copy of the same length and answer in offsets. So no word can be
lost or altered, whatever they do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.text import boundaries, fallback
from factcheck.text.guessing import guess
from factcheck.text.languages import known, subtag
from factcheck.text.languages.language import Language
from factcheck.text.layout import Block, blocks
from factcheck.text.markup import has_words
from factcheck.text.paragraphs import ParagraphKind, ParagraphSpan

# Finds where the sentences in a piece of a block end.
Finder = Callable[[str], list[int]]

# No paragraph of an essay is longer; the rules take time in proportion to it.
_LONGEST_BLOCK = 20_000

_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One unit of a text; `prose` is false for a heading, a separator, a byline.

    Attributes:
        position: its number in the text, from 1.
        paragraph: the number of its paragraph, from 1.
        start: offset of its first code point.
        end: offset after its last.
        prose: whether it can be a sentence at all.
        kind: of its paragraph.
    """

    position: int
    paragraph: int
    start: int
    end: int
    prose: bool
    kind: ParagraphKind = ParagraphKind.PROSE


def split(
    text: str, language: str = "", paragraphs: Sequence[ParagraphSpan] = ()
) -> tuple[Sentence, ...]:
    """Cut a text into sentences, in order, covering all but white space.

    Args:
        text: any text.
        language: language tag such as "de" or "pt-BR"; guessed when empty.
        paragraphs: those that the document's format told of (text/documents).
    """
    find = _finder(text, language)
    sentences: list[Sentence] = []
    for block in blocks(text, paragraphs):
        for start, end in _units(text, block, find):
            sentences.append(
                Sentence(
                    position=len(sentences) + 1,
                    paragraph=block.paragraph,
                    start=start,
                    end=end,
                    prose=block.kind.has_sentences and has_words(text[start:end]),
                    kind=block.kind,
                )
            )
    return tuple(sentences)


def _finder(text: str, tag: str) -> Finder:
    """Return what finds the ends of sentences in this language.

    A language that our rules do not know is left to the library, with our rules for
    what it must not see.
    """
    tongue = known(tag) or guess(text)
    code = subtag(tag)
    if not code or tongue.code == code:
        return lambda piece: boundaries.ends(piece, tongue)
    return lambda piece: _with_library(piece, code, tongue)


def _with_library(piece: str, code: str, tongue: Language) -> list[int]:
    found = fallback.ends(piece, code)
    return boundaries.ends(piece, tongue) if found is None else found


def _units(text: str, block: Block, find: Finder) -> Iterator[tuple[int, int]]:
    """Yield the units of a block without the white space between them."""
    if not block.kind.has_sentences:
        yield block.start, block.end
        return
    start = block.start
    for end in _ends(text, block, find):
        unit = text[start:end]
        bare = unit.strip()
        if bare:
            first = start + len(unit) - len(unit.lstrip())
            yield first, first + len(bare)
        start = end


def _ends(text: str, block: Block, find: Finder) -> Iterator[int]:
    """Yield where the units of a block end, in order."""
    for start, end in _pieces(text, block.start, block.end):
        for inner in find(_clean(text[start:end])):
            yield start + inner
        yield end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a block in pieces of bearable length.

    A longer one is cut after its last stop, else at white space, else anywhere.
    """
    while end - start > _LONGEST_BLOCK:
        half, full = start + _LONGEST_BLOCK // 2, start + _LONGEST_BLOCK
        stop = max(text.rfind(mark, half, full) for mark in (". ", "! ", "? ", ".\n"))
        space = max(text.rfind(mark, half, full) for mark in " \n")
        cut = stop + 1 if stop >= 0 else space
        cut = cut if cut > 0 else full
        yield start, cut
        start = cut
    yield start, end


def _clean(piece: str) -> str:
    """Return a copy of the same length, with plain spaces and no surrogates."""
    return _ODD.sub(lambda odd: " " if odd.group().isspace() else "\ufffd", piece)
