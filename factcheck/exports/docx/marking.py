"""Putting the marks of comments on the very words, by inserting bytes alone.

Where a comment begins or ends within a run, the run is cut in two that look the same;
where it stands in a text box, which takes no comments, the mark is put around the box.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.exports.docx.raw_runs import (
    WORD,
    Letters,
    RawRun,
    RawRuns,
    Tag,
    UnfitError,
)
from factcheck.text.readers.docx_places import Place

_SPACE = b' xml:space="preserve"'
_ENDS, _STARTS = 0, 1


@dataclass(slots=True)
class _Cut:
    """Marks at one byte, and what closes and opens around them."""

    before: bytes
    after: bytes
    marks: list[tuple[int, int, bytes]] = field(default_factory=list)

    def written(self) -> bytes:
        """Return the bytes; what ends here comes before what begins."""
        return self.before + b"".join(m for *_, m in sorted(self.marks)) + self.after


class Marking:
    """Gathers the marks of comments for one main part.

    Args:
        data: the main part.
        found: its runs.
    """

    def __init__(self, data: bytes, found: RawRuns) -> None:
        self._data = data
        self._runs = found.runs
        self._cuts: dict[int, _Cut] = {}
        self._spaced: set[int] = set()

    def mark(self, ident: int, places: Sequence[Place]) -> None:
        """Put a comment's marks around words.

        Raises:
            UnfitError: they stand where no mark can be put.
        """
        first, last = places[0], places[-1]
        run = self._runs[first.run]
        begun = self._cut(run, first.start, ends=False)
        begun.marks.append((_STARTS, ident, _start(run, ident)))
        run = self._runs[last.run]
        ended = self._cut(run, last.end, ends=True)
        ended.marks.append((_ENDS, ident, _end(run, ident)))

    def written(self) -> bytes:
        """Return the main part with all marks."""
        inserted = dict.fromkeys(self._spaced, _SPACE)
        inserted |= {at: cut.written() for at, cut in self._cuts.items()}
        pieces: list[bytes] = []
        before = 0
        for at in sorted(inserted):
            pieces += self._data[before:at], inserted[at]
            before = at
        return b"".join([*pieces, self._data[before:]])

    def _cut(self, run: RawRun, at: int, *, ends: bool) -> _Cut:
        """Return the cut at a place of a run's text, made if there is none yet."""
        outer = self._runs[run.outer]
        if outer is not run or at in {0, len(run.words)}:
            beyond = ends if outer is not run else at > 0
            return self._at(outer.end if beyond else outer.tag.at, b"", b"")
        ended = (each for each in run.letters if at < each.start + len(each.words))
        letters = next(ended)
        if not letters.direct:
            raise UnfitError
        text, begins = letters.inside, self._data[run.tag.at : run.tag.end]
        begins += self._data[slice(*run.properties)]
        closes = b"</" + run.tag.name + b">"
        if at == letters.start and (text is None or letters.at == text.end):
            return self._at(text.at if text else letters.at, closes, begins)
        if text is None or not (letters.plain or at == letters.start):
            raise UnfitError
        return self._within(text, letters, at, closes, begins)

    def _within(
        self, text: Tag, letters: Letters, at: int, closes: bytes, begins: bytes
    ) -> _Cut:
        """Return a cut among the letters of one `<w:t>`."""
        if not text.keeps_space:
            self._spaced.add(text.at + 1 + len(text.name))
        byte = letters.at + len(letters.words[: at - letters.start].encode())
        closes = b"</" + text.name + b">" + closes
        return self._at(byte, closes, begins + b"<" + text.name + _SPACE + b">")

    def _at(self, byte: int, closes: bytes, begins: bytes) -> _Cut:
        return self._cuts.setdefault(byte, _Cut(closes, begins))


def _prefix(run: RawRun) -> tuple[bytes, bytes]:
    """Return how the file names what is Word's, and what must be declared for it."""
    prefix, colon, _name = run.tag.name.rpartition(b":")
    if colon:
        return prefix, b""
    return b"w", b' xmlns:w="' + WORD.encode() + b'"'


def _start(run: RawRun, ident: int) -> bytes:
    w, declared = _prefix(run)
    return b'<%b:commentRangeStart%b %b:id="%d"/>' % (w, declared, w, ident)


def _end(run: RawRun, ident: int) -> bytes:
    w, declared = _prefix(run)
    mark = b'<%b:commentReference %b:id="%d"/>' % (w, w, ident)
    return b'<%b:commentRangeEnd%b %b:id="%d"/><%b:r%b>%b</%b:r>' % (
        *(w, declared, w, ident),
        *(w, declared, mark, w),
    )
