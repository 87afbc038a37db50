"""XML read piece by piece, without entities, in a memory that does not grow with it.

A document type is refused, so no entity can be declared: nothing is fetched, read from
disk or multiplied. Names are written with short prefixes ("w:p"), whatever the file's.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import (
    Element,
    ParseError,
    TreeBuilder,
    XMLParser,
)

from factcheck.errors import UnreadableError
from factcheck.text.readers.archives import DAMAGED, TOO_LARGE
from factcheck.translating import _

# One paragraph or table held at a time; an element takes some 300 bytes.
_MOST_HELD = 400_000
_MOST_LETTERS = 12_000_000
_DEEPEST = 200

# A single tag or comment; longer ones take the parser time in the square of it.
_LONGEST_TAG = 2_000_000

Names = Mapping[str, str]

# The attribute that counts elements of one name; no file can have one called so.
NUMBER = "#"


class _Gatherer(TreeBuilder):
    """Builds the elements in the containers, and lets go of each once it is whole."""

    def __init__(
        self, containers: frozenset[str], names: Names, numbered: str = ""
    ) -> None:
        super().__init__()
        self._numbered = numbered
        self._number = 0
        self.whole: list[Element] = []
        self._containers = containers
        self._names = names
        self._known: dict[str, str] = {}
        self._open: list[Element] = []
        self._container = 0
        self._held = 0
        self._letters = 0
        self.silent = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise UnreadableError(
            _(
                "This file declares a document type inside, which no word processor"
                " writes and which can be used to do harm, so it was not read. Nothing"
                " was stored. Copy the essay's text into a new document, and try that"
                " file."
            )
        )

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        named = {self._short(name): value for name, value in attrs.items()}
        element = super().start(self._short(tag), named)
        if element.tag == self._numbered:
            element.set(NUMBER, str(self._number))
            self._number += 1
        self._open.append(element)
        self._held += 1
        self.silent = 0
        if self._held > _MOST_HELD or len(self._open) > _DEEPEST:
            raise UnreadableError(_(TOO_LARGE))
        if not self._container and element.tag in self._containers:
            self._container = len(self._open)
        return element

    def end(self, tag: str) -> Element:
        element = super().end(self._short(tag))
        self.silent = 0
        self._open.pop()
        depth = len(self._open)
        if self._container and depth == self._container:
            self.whole.append(element)
            self._open[-1].clear()
            self._held, self._letters = depth, 0
        elif depth < self._container:
            self._container = 0
        return element

    def data(self, data: str) -> None:
        self._letters += len(data)
        self.silent = 0
        if self._letters > _MOST_LETTERS:
            raise UnreadableError(_(TOO_LARGE))
        super().data(data)

    def _short(self, name: str) -> str:
        known = self._known.get(name)
        if known is None:
            space, _, local = name[1:].rpartition("}")
            prefix = self._names.get(space, "")
            known = f"{prefix}:{local}" if prefix else local if space else name
            self._known[name] = known
        return known


def elements(
    chunks: Iterable[bytes],
    containers: Iterable[str],
    names: Names,
    numbered: str = "",
) -> Iterator[Element]:
    """Yield the elements that stand directly in a container, in order.

    Args:
        chunks: the file, piece by piece.
        containers: names such as "w:body"; those inside another do not count.
        names: prefixes by namespace.
        numbered: elements of this name are counted, from 0, in the whole file.

    Raises:
        UnreadableError: it is not well-formed, declares a document type, or holds a
            single element larger than any paragraph or table.
    """
    gatherer = _Gatherer(frozenset(containers), names, numbered)
    for _root in _fed(gatherer, chunks):
        taken, gatherer.whole = gatherer.whole, []
        yield from taken


def whole(chunks: Iterable[bytes], names: Names) -> Element:
    """Return the root of a small file, such as one of styles."""
    gatherer = _Gatherer(frozenset(), names)
    *_pieces, root = _fed(gatherer, chunks)
    if root is None:
        raise UnreadableError(_(DAMAGED))
    return root


def down(element: Element | None, *names: str) -> Element | None:
    """Return the element at the end of a path of children, if it is all there."""
    for name in names:
        element = None if element is None else element.find(name)
    return element


def _fed(gatherer: _Gatherer, chunks: Iterable[bytes]) -> Iterator[Element | None]:
    """Yield after each piece that was parsed; the root comes last."""
    parser = XMLParser(target=gatherer)  # noqa: S314 - see the top
    try:
        for chunk in chunks:
            gatherer.silent += len(chunk)
            parser.feed(chunk)
            if gatherer.silent > _LONGEST_TAG:
                raise UnreadableError(_(TOO_LARGE))
            yield None
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise UnreadableError(_(DAMAGED)) from error
    yield root
