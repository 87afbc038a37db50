"""The paragraphs of an OpenDocument text: their words and what they are."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import parts
from factcheck.text.readers.line import Line
from factcheck.text.readers.numbering import Counters
from factcheck.text.readers.odt_styles import Style, Styles
from factcheck.text.readers.parts import Part

_SPACES = re.compile("[ \t\r\n]+")
_KEPT_OUT = frozenset(
    {"text:tracked-changes", "text:sequence-decls", "text:variable-decls", "svg:desc"}
    | {"text:user-field-decls", "office:forms", "text:list-header-mark", "svg:title"}
    | {"text:ruby-text", "text:soft-page-break", "text:note-citation", "text:number"}
    | {"text:dde-connection-decls", "text:alphabetical-index-auto-mark-file"}
)
_INDEXES = frozenset(
    {"text:table-of-content", "text:alphabetical-index", "text:illustration-index"}
    | {"text:table-index", "text:object-index", "text:user-index"}
)
_ANNOTATIONS = frozenset({"office:annotation", "office:annotation-end"})
_HIDDEN = frozenset({"text:hidden-text", "text:hidden-paragraph"})
_ROWS = frozenset({"table:table-cell", "table:covered-table-cell"})
_MOST_SPACES = 200
_MOST_DEPTH = 9


@dataclass(frozen=True, slots=True)
class _List:
    """The list an element stands in, how deep, and what is said before its item."""

    name: str
    key: str
    level: int


class Paragraphs:
    """Reads elements of an OpenDocument text, in order; counts and lists go on.

    Attributes:
        tally: how often there was something of which the person is told.
        notes: the footnotes and endnotes, in the order of their marks.
        named: the first words in the styles "title", "author" and "date".
    """

    def __init__(self, styles: Styles) -> None:
        self.tally: Counter[str] = Counter()
        self.notes: list[Part] = []
        self.named: dict[str, str] = {}
        self._styles = styles
        self._counters = Counters()
        self._noted = 0
        self._lists = 0

    def read(self, element: Element, within: _List | None = None) -> list[Part]:
        """Return the parts in a paragraph, a list, a table, or anything around them."""
        tag = element.tag
        if tag in {"text:p", "text:h"}:
            return self._paragraph(element, within)
        if tag == "text:list":
            return self._list(element, within)
        if tag == "table:table":
            return self._table(element)
        return self._around(element, within)

    def _around(self, element: Element, within: _List | None) -> list[Part]:
        """Read what holds paragraphs, or is left out with all that it holds."""
        tag, line = element.tag, Line()
        self.tally["changes"] += len(element) * (tag == "text:tracked-changes")
        self.tally["contents"] += tag in _INDEXES
        if tag in _KEPT_OUT or tag in _INDEXES or self._is_hidden(element):
            return []
        if not tag.startswith("draw:"):
            return self._read_all(element, within)
        self._drawn(element, line)
        return line.boxes

    def _read_all(
        self, elements: Iterable[Element], within: _List | None = None
    ) -> list[Part]:
        return [part for element in elements for part in self.read(element, within)]

    def _is_hidden(self, element: Element) -> bool:
        hidden = element.tag == "text:section" and element.get("text:display") == "none"
        self.tally["hidden"] += hidden
        return hidden

    def _list(self, element: Element, outer: _List | None) -> list[Part]:
        named = element.get("text:style-name", "")
        name = named or (outer.name if outer else "")
        level = min(outer.level + 1, _MOST_DEPTH) if outer else 0
        if outer:
            key = outer.key
        else:
            goes_on = element.get("text:continue-numbering") == "true"
            goes_on = goes_on or element.get("text:continue-list") is not None
            self._lists += not goes_on
            key = f"{name} {self._lists}"
        found = []
        for item in element:
            start = item.get("text:start-value", "")
            if start.isdecimal() and len(start) < 7:
                self._counters.begin(key, level, int(start))
            found += self._item(item, _List(name, key, level))
        return found

    def _item(self, item: Element, within: _List) -> list[Part]:
        """Read an item: its first paragraph has the number."""
        found: list[Part] = []
        levels = self._styles.levels(within.name)
        for child in item:
            first = child is item[0] and item.tag == "text:list-item"
            parts_of = self.read(child, within)
            if first and child.tag in {"text:p", "text:h"}:
                label = self._counters.label(within.key, within.level, levels)
                if label and parts_of:
                    words = f"{label} {parts_of[0].words}"
                    parts_of[0] = parts_of[0]._replace(words=words)
            found += parts_of
        return found

    def _table(self, element: Element) -> list[Part]:
        self.tally["tables"] += 1
        rows = [
            [self._read_all(cell) for cell in row if cell.tag in _ROWS]
            for row in element.iter("table:table-row")
        ]
        return parts.table(rows)

    def _paragraph(self, element: Element, within: _List | None) -> list[Part]:
        style = self._styles.get("paragraph", element.get("text:style-name", ""))
        line = Line()
        self._walk(element, line, style)
        words = line.text
        if not words:
            return line.boxes
        self.named.setdefault(style.name, words)
        return [Part(_kind(element, line, style, within), words), *line.boxes]

    def _walk(self, element: Element, line: Line, style: Style) -> None:
        self._say(element.text, line, style)
        for child in element:
            self._step(child, line, style)
            self._say(child.tail, line, style)

    def _say(self, words: str | None, line: Line, style: Style) -> None:
        if not words or style.hidden:
            return
        words = _SPACES.sub(" ", words)
        if words[0] == " " and (not line.words or line.words[-1].endswith(" ")):
            words = words[1:]
        line.add(words, bold=style.bold)

    def _step(self, child: Element, line: Line, style: Style) -> None:
        """Read one element inside a paragraph."""
        tag = child.tag
        if tag in _KEPT_OUT:
            self.tally["ruby"] += tag == "text:ruby-text"
        elif tag in _ANNOTATIONS:
            self.tally["comments"] += tag == "office:annotation"
        elif tag in _HIDDEN:
            self.tally["hidden"] += 1
        elif tag == "text:note":
            self._note(child, line)
        elif tag.startswith("draw:"):
            self._drawn(child, line)
        else:
            self._within_words(child, line, style)

    def _within_words(self, child: Element, line: Line, style: Style) -> None:
        if child.tag == "text:s":
            times = child.get("text:c", "1")
            spaces = int(times) if times.isdecimal() and len(times) < 4 else 1
            line.words.append(" " * min(spaces, _MOST_SPACES))
        elif child.tag == "text:tab":
            line.words.append("\t")
        elif child.tag == "text:line-break":
            line.words.append("\n")
        else:
            self._span(child, line, style)

    def _span(self, child: Element, line: Line, style: Style) -> None:
        if child.tag == "text:span":
            own = self._styles.get("text", child.get("text:style-name", ""))
            if own.hidden:
                self.tally["hidden"] += 1
                return
            style = own if own.bold else style
        self._walk(child, line, style)

    def _note(self, note: Element, line: Line) -> None:
        self._noted += 1
        mark = parts.superscript(self._noted)
        line.words.append(mark)
        body = note.find("text:note-body")
        found = [] if body is None else self._read_all(body)
        for at, part in enumerate(found):
            words = part.words if at else f"{mark} {part.words.strip()}"
            self.notes.append(Part(Kind.FOOTNOTE, words))

    def _drawn(self, element: Element, line: Line) -> None:
        self.tally["pictures"] += sum(1 for _ in element.iter("draw:image"))
        self.tally["formulas"] += sum(1 for _ in element.iter("draw:object"))
        for box in element.iter("draw:text-box"):
            self.tally["boxes"] += 1
            line.boxes += self._read_all(box)


def _kind(element: Element, line: Line, style: Style, within: _List | None) -> Kind:
    if element.tag == "text:h" or style.kind is Kind.HEADING:
        return Kind.HEADING
    if within is not None:
        return Kind.LIST_ITEM
    if style.kind is Kind.PROSE and line.is_bold_heading():
        return Kind.HEADING
    return style.kind
