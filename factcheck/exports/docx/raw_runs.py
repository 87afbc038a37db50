"""The runs of a Word file's main part, and where their bytes are.

Checks are put into a file by inserting bytes, so that whatever else is in it stays as
its writer left it: the order of attributes, white space between tags, all of it.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from factcheck.text.readers.parts import superscript

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_T, _R, _PROPERTIES = f"{WORD} t", f"{WORD} r", f"{WORD} rPr"
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_PLAIN = {
    f"{WORD} tab": "\t",
    f"{WORD} ptab": "\t",
    f"{WORD} cr": "\n",
    f"{WORD} noBreakHyphen": "\u2011",
}
_NOTES = frozenset({f"{WORD} footnoteReference", f"{WORD} endnoteReference"})
_UNPRINTED = frozenset({"page", "column"})
_SYMBOLS = range(0xF000, 0xF100)
_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


class UnfitError(ValueError):
    """Bytes in which no place can be told."""


@dataclass(slots=True)
class Letters:
    """Some characters of a run, and where they stand in the file.

    Attributes:
        start: of the first of them, in the run's text.
        words: what they are.
        at: the byte at which they begin.
        end: the byte after them.
        plain: they stand in the file as they are, so that it can be cut among them.
        direct: no other element is between them and their run.
        inside: the tag `<w:t>` that they are in, or None of what is a tag itself.
    """

    start: int
    words: str
    at: int
    end: int
    plain: bool
    direct: bool
    inside: "Tag | None" = None


@dataclass(slots=True)
class Tag:
    """A start tag: its bytes, and whether it keeps white space."""

    at: int
    end: int
    name: bytes
    keeps_space: bool = False


@dataclass(slots=True)
class RawRun:
    """A run.

    Attributes:
        tag: its start tag.
        end: the byte after it.
        properties: the bytes of its properties, from and to.
        letters: what it says, in order.
        outer: the number of the outermost run that it stands in, its own mostly.
    """

    tag: Tag
    outer: int
    end: int = 0
    properties: tuple[int, int] = (0, 0)
    letters: list[Letters] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What it says."""
        return "".join(each.words for each in self.letters)


class RawRuns:
    """All runs of the main part, counted from 0 in their order.

    Raises:
        UnfitError: it is not XML in UTF-8.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.runs: list[RawRun] = []
        self._open: list[tuple[str, int]] = []
        self._inside: list[int] = []
        self._text: Tag | None = None
        self._cdata = False
        self._notes = 0
        try:
            data.decode()
            self._parse()
        except (ExpatError, UnicodeDecodeError) as error:
            raise UnfitError from error

    def _parse(self) -> None:
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.StartCdataSectionHandler = lambda: self._in_cdata(there=True)
        parser.EndCdataSectionHandler = lambda: self._in_cdata(there=False)
        parser.StartDoctypeDeclHandler = _refuse
        self._parser: Any = parser
        parser.Parse(self._data, True)  # noqa: FBT003  (expat's own)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        if name == _R:
            tag = self._tag(at)
            outer = self._inside[0] if self._inside else len(self.runs)
            self._inside.append(len(self.runs))
            self.runs.append(RawRun(tag, outer))
        elif name == _T and self._inside:
            self._text = self._tag(at)
            self._text.keeps_space = attributes.get(_SPACE) == "preserve"
        elif self._inside:
            self._tagged(name, attributes, at)
        self._open.append((name, at))

    def _tagged(self, name: str, attributes: dict[str, str], at: int) -> None:
        """Note a character that is written as a tag."""
        words = _PLAIN.get(name, "")
        if name == f"{WORD} br" and attributes.get(f"{WORD} type") not in _UNPRINTED:
            words = "\n"
        elif name == f"{WORD} sym":
            words = _symbol(attributes.get(f"{WORD} char", ""))
        elif name in _NOTES:
            self._notes += 1
            custom = attributes.get(f"{WORD} customMarkFollows", "0")
            words = "" if custom in {"1", "true", "on"} else superscript(self._notes)
        if words:
            direct = self._open[-1][0] == _R
            self._add(
                Letters(0, words, at, self._tag_end(at), plain=False, direct=direct)
            )

    def _end(self, name: str) -> None:
        _name, start = self._open.pop()
        end = self._after_end(start)
        if name == _R:
            self.runs[self._inside.pop()].end = end
        elif name == _T:
            self._text = None
        elif name == _PROPERTIES and self._open[-1][0] == _R:
            self.runs[self._inside[-1]].properties = start, end

    def _say(self, words: str) -> None:
        if self._text is None:
            return
        at = self._parser.CurrentByteIndex
        raw = words.encode()
        plain = self._data.startswith(raw, at) and not self._cdata
        end = at + len(raw) if plain else self._data.find(b";", at) + 1
        direct = self._open[-2][0] == _R
        self._add(Letters(0, words, at, end, plain, direct, self._text))

    def _add(self, letters: Letters) -> None:
        run = self.runs[self._inside[-1]]
        said = run.letters[-1] if run.letters else None
        letters.start = said.start + len(said.words) if said else 0
        run.letters.append(letters)

    def _in_cdata(self, *, there: bool) -> None:
        """Refuse words in a form that no word processor writes them in."""
        if there and self._text is not None:
            raise UnfitError
        self._cdata = there

    def _tag(self, at: int) -> Tag:
        end = self._tag_end(at)
        name = self._data[at + 1 : end].split(None, 1)[0].rstrip(b"/>")
        return Tag(at, end, name)

    def _tag_end(self, at: int) -> int:
        """Return the byte after a start tag; what is quoted in it may hold a ">"."""
        found = _TAG.match(self._data, at)
        if found is None:
            raise UnfitError
        return found.end()

    def _after_end(self, start: int) -> int:
        """Return the byte after the element that ends now, which began at `start`."""
        at = self._parser.CurrentByteIndex
        if self._data.startswith(b"</", at):
            return self._data.index(b">", at) + 1
        return self._tag_end(start)


def _symbol(digits: str) -> str:
    code = int(digits, 16) if digits.isalnum() and digits.isascii() else 0
    return "" if code in _SYMBOLS or not 0x20 <= code < 0xD800 else chr(code)


def _refuse(*_declared: object) -> None:
    raise UnfitError
