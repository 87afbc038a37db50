"""An essay's text cut into sentences whose offsets are exact for any text at all.

The layout is read first, then a base library proposes where each block of lines may
be cut, then our rules mend what it proposed. The base sees a cleaned copy of the same
length and answers in offsets, so no word can be lost or altered, whatever it does.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tokenizesentences import tokenize_spans

from factcheck.text.layout import Block, blocks
from factcheck.text.markup import has_words
from factcheck.text.repairs import may_be_cut, mend

Base = Callable[[str], list[tuple[int, int]]]

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
    """

    position: int
    paragraph: int
    start: int
    end: int
    prose: bool


def split(
    text: str, language: str = "", *, base: Base = tokenize_spans
) -> tuple[Sentence, ...]:
    """Cut a text into sentences, in order, covering all but white space.

    Args:
        text: any text.
        language: language tag such as "de" or "pt-BR"; English when empty.
        base: what proposes the cuts inside a block.
    """
    subtag = language.partition("-")[0].lower()
    sentences: list[Sentence] = []
    for block in blocks(text):
        for start, end in _units(text, block, subtag, base):
            prose = block.prose and has_words(text[start:end])
            position = len(sentences) + 1
            sentences.append(Sentence(position, block.paragraph, start, end, prose))
    return tuple(sentences)


def _units(
    text: str, block: Block, language: str, base: Base
) -> Iterator[tuple[int, int]]:
    """Yield the units of a block without the white space between them."""
    if not block.prose:
        yield block.start, block.end
        return
    start = block.start
    for end in _ends(text, block, language, base):
        unit = text[start:end]
        bare = unit.strip()
        if bare:
            first = start + len(unit) - len(unit.lstrip())
            yield first, first + len(bare)
        start = end


def _ends(text: str, block: Block, language: str, base: Base) -> Iterator[int]:
    """Yield where the units of a block end, in order."""
    for start, end in _pieces(text, block.start, block.end):
        piece = _clean(text[start:end])
        if may_be_cut(piece):
            for inner in mend(piece, _proposed(piece, base), language):
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
    """Return a copy of the same length, without what a library may stumble over."""
    return _ODD.sub(lambda odd: " " if odd.group().isspace() else "\ufffd", piece)


def _proposed(piece: str, base: Base) -> list[int]:
    """Return the ends that the base proposes.

    A base that breaks costs cuts, never text: an essay with too few cuts can still
    be checked, an essay that cannot be imported cannot.
    """
    try:
        return [end for _, end in base(piece)]
    except Exception:  # noqa: BLE001 - whatever the base raises, the text stays whole
        return []
