"""The paragraphs of a web page: their words and what they are."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import parts
from factcheck.text.readers.numbering import write
from factcheck.text.readers.parts import Part

# An element of lxml, which says nothing about its types.
Node = Any

_SPACES = re.compile("[ \t\r\n\f]+")
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "body", "html"}
    | {"address", "blockquote", "figure", "figcaption", "pre", "ul", "ol", "li", "dl"}
    | {"dt", "dd", "table", "caption", "hr", "fieldset", "form", "details", "summary"}
    | {"center", "hgroup", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr"}
    | {"thead", "tbody", "tfoot", "legend", "nav", "aside", "dialog"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"rt", "rp", "del", "title", "script", "style"})
_BYLINE = re.compile(
    r"(^|[\s_-])(byline|author|dateline|pubdate|date)($|[\s_-])", re.IGNORECASE
)
# Control characters, which no text needs, and hyphens that show only at a line's end.
_UNSEEN = dict.fromkeys((*range(9), *range(14, 32), 0x7F, 0xAD))
_MOST_WORDS = 12


class Paragraphs:
    """Reads the elements of a page, in order.

    Attributes:
        tally: how often there was something of which the person is told.
    """

    def __init__(self, notes: dict[Node, int], tally: Counter[str]) -> None:
        self.tally = tally
        self._notes = notes

    def read(self, root: Node) -> Iterator[Part]:
        """Yield the parts of an essay, its notes last."""
        yield from self._block(root, Kind.PROSE, inside_note=False)
        for note, number in self._notes.items():
            mark = parts.superscript(number)
            for part in self._block(note, Kind.FOOTNOTE, inside_note=True):
                yield Part(Kind.FOOTNOTE, f"{mark} {part.words.strip()}".strip())
                mark = ""

    def _block(self, node: Node, kind: Kind, *, inside_note: bool) -> Iterator[Part]:
        """Yield the parts of an element that holds other blocks, or words, or both."""
        kind = _kind(node, kind)
        words: list[str] = []
        if node.tag == "pre":
            yield Part(kind, "".join(node.itertext()))
            return
        words.append(_flat(node.text))
        for child in node:
            if child in self._notes and not inside_note:
                pass
            elif child.tag in _BLOCKS or _holds_blocks(child):
                yield from _paragraphs(words, kind)
                words = []
                yield from self._child(child, kind, inside_note=inside_note)
            else:
                self._inline(child, words)
            words.append(_flat(child.tail))
        yield from _paragraphs(words, kind)

    def _child(self, child: Node, kind: Kind, *, inside_note: bool) -> Iterator[Part]:
        if child.tag in {"ul", "ol"}:
            yield from self._list(child, kind, inside_note=inside_note)
        elif child.tag == "table":
            yield from self._table(child, kind, inside_note=inside_note)
        elif child.tag == "hr":
            return
        else:
            yield from self._block(child, kind, inside_note=inside_note)

    def _list(self, node: Node, kind: Kind, *, inside_note: bool) -> Iterator[Part]:
        """Yield the items of a list; numbers are written out, bullets are not."""
        number = _number(node.get("start"), 1)
        shape = node.get("type", "1")
        for item in node:
            if item in self._notes and not inside_note:
                continue
            label = f"{write(number, shape)}. " if node.tag == "ol" else ""
            number += item.tag == "li"
            inner = kind if kind is Kind.FOOTNOTE else Kind.LIST_ITEM
            for part in self._block(item, inner, inside_note=inside_note):
                yield Part(part.kind, f"{label}{part.words.strip()}")
                label = ""

    def _table(self, node: Node, kind: Kind, *, inside_note: bool) -> Iterator[Part]:
        for caption in node.findall("caption"):
            yield from self._block(caption, kind, inside_note=inside_note)
        rows = [
            [
                list(self._block(cell, kind, inside_note=inside_note))
                for cell in row
                if cell.tag in {"td", "th"}
            ]
            for row in _rows(node)
        ]
        found = parts.table(rows)
        self.tally["tables"] += any(part.kind is Kind.TABLE_ROW for part in found)
        yield from found

    def _inline(self, node: Node, words: list[str]) -> None:
        """Add the words of an element inside a line."""
        tag = node.tag
        if tag in _SILENT or not isinstance(tag, str):
            self.tally["changes"] += tag == "del"
            self.tally["ruby"] += tag == "rt"
            return
        if tag == "br":
            words.append("\n")
            return
        self.tally["pictures"] += tag == "img"
        inner: list[str] = [_flat(node.text)]
        for child in node:
            self._inline(child, inner)
            inner.append(_flat(child.tail))
        said = "".join(inner)
        if tag == "q":
            said = f"“{said}”"
        elif tag == "sup" and said.strip().isdecimal() and said.isascii():
            said = parts.superscript(int(said))
        words.append(said)


def _kind(node: Node, kind: Kind) -> Kind:
    """Return what an element makes of the paragraphs in it."""
    if kind is Kind.FOOTNOTE:
        return kind
    if node.tag in _HEADINGS:
        return Kind.HEADING
    if node.tag == "blockquote":
        return Kind.QUOTATION
    small = kind is Kind.PROSE and node.tag in {"p", "div", "span", "address"}
    return Kind.BYLINE if small and _is_byline(node) else kind


def _is_byline(node: Node) -> bool:
    named = f"{node.get('class', '')} {node.get('itemprop', '')} {node.get('rel', '')}"
    return bool(_BYLINE.search(named)) and (
        len(" ".join(node.itertext()).split()) <= _MOST_WORDS
    )


def _holds_blocks(node: Node) -> bool:
    """Say whether an element inside a line holds paragraphs all the same."""
    return any(inner.tag in _BLOCKS for inner in node.iter() if inner is not node)


def _rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, but not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.findall("tr")


def _paragraphs(words: list[str], kind: Kind) -> Iterator[Part]:
    """Cut words at two line breaks in a row, as pages without paragraphs have them."""
    for piece in re.split(r"[ ]*\n[ ]*\n\s*", "".join(words)):
        said = re.sub(r" *\n *", "\n", re.sub("  +", " ", piece)).strip(" \n")
        if said:
            yield Part(kind, said)


def _flat(words: str | None) -> str:
    return _SPACES.sub(" ", words or "").translate(_UNSEEN)


def _number(digits: str | None, otherwise: int) -> int:
    return (
        int(digits) if digits and digits.isdecimal() and len(digits) < 7 else otherwise
    )
