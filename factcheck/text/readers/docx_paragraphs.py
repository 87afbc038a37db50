"""The paragraphs of a Word text: their words and what they are."""

from collections import Counter
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import parts, xml
from factcheck.text.readers.docx_lists import Lists
from factcheck.text.readers.docx_styles import (
    Numbered,
    Style,
    Styles,
    is_outlined,
    numbering,
    switch,
)
from factcheck.text.readers.line import Line
from factcheck.text.readers.parts import Mark, Part, Run

_PLAIN = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
}
_KEPT_OUT = frozenset(
    {"w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:instrText"}
    | {"w:delText", "w:delInstrText", "w:softHyphen", "w:fldData", "w:rt", "w:rubyPr"}
)
_TALLIED = {
    "w:ins": "inserted",
    "w:moveTo": "inserted",
    "w:ruby": "ruby",
    "m:oMath": "formulas",
}
_DELETED = frozenset({"w:del", "w:moveFrom"})
_DRAWN = frozenset({"w:drawing", "w:pict", "w:object"})
_COMMENTED = frozenset(
    {"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"}
)
_NOTES = frozenset({"w:footnoteReference", "w:endnoteReference"})
_PICTURED = ("pic:pic", "v:imagedata", "c:chart")
_UNPRINTED = frozenset({"page", "column"})
_SYMBOLS = range(0xF000, 0xF100)


class Paragraphs:
    """Reads elements of a Word text, in order; counts, lists and fields go on.

    Attributes:
        tally: how often there was something of which the person is told.
        noted: which notes were pointed to, in order: the tag, the id, the mark, and
            the number of the run that it stands in.
        named: the first words in the styles "title", "author" and "date".
        languages: how many letters are said to be in which language.
    """

    def __init__(self, styles: Styles, lists: Lists, *, places: bool = False) -> None:
        self.tally: Counter[str] = Counter()
        self.noted: list[tuple[str, str, str, int]] = []
        self.named: dict[str, str] = {}
        self.languages: Counter[str] = Counter()
        self._styles, self._lists = styles, lists
        self._fields: list[bool] = []
        self._places = places
        self._carried = Line()
        self._at, self._said = -1, 0
        self._style = Style()

    def read(self, element: Element) -> list[Part]:
        """Return the parts in a paragraph, a table, or anything around them."""
        if element.tag == "w:p":
            return self._paragraph(element)
        if element.tag == "w:tbl":
            return self._table(element)
        if element.tag in _COMMENTED:
            self._comment(element, self._carried)
            return []
        if element.tag == "mc:AlternateContent":
            element = _chosen(element)
        kept_out = element.tag in _DELETED or element.tag in _KEPT_OUT
        return [] if kept_out else self._read_all(element)

    def rest(self) -> list[Part]:
        """Return what still waits for a paragraph that never came."""
        line, self._carried = self._carried, Line()
        return [line.part(Kind.PROSE, line.text)] if line.text else []

    def _read_all(self, elements: Iterable[Element]) -> list[Part]:
        return [part for element in elements for part in self.read(element)]

    def _table(self, element: Element) -> list[Part]:
        rows = [
            [self._read_all(cell) for cell in row.iter("w:tc")]
            for row in element.iter("w:tr")
            if xml.down(row, "w:trPr", "w:del") is None
        ]
        self.tally["tables"] += 1
        return parts.table(rows)

    def _paragraph(self, element: Element) -> list[Part]:
        properties = element.find("w:pPr")
        style = self._styles.get(_style_id(properties))
        line, self._carried = self._carried, Line()
        line.boxes = []
        self._style = style
        self._walk(element, line)
        numbered = _list_of(numbering(properties) or style.numbered)
        label = self._lists.label(numbered) if numbered else ""
        if xml.down(properties, "w:rPr", "w:del") is not None:
            # Its mark is deleted: the next paragraph goes on in it.
            self.tally["deleted"] += 1
            self._carried = line
            return line.boxes
        words = line.text
        if not words or style.is_contents:
            self.tally["contents"] += style.is_contents
            return line.boxes
        self.named.setdefault(style.name, words)
        kind = _kind(style, line, properties, numbered)
        words = f"{label} {words}" if label else words
        return [line.part(kind, words), *line.boxes]

    def _walk(self, element: Element, line: Line) -> None:
        for child in element:
            self._step(child, line)

    def _step(self, child: Element, line: Line) -> None:
        """Read one element inside a paragraph."""
        tag = child.tag
        if tag in _KEPT_OUT:
            return
        if tag in _TALLIED:
            self.tally[_TALLIED[tag]] += 1
        if tag in {"w:t", "m:t"}:
            self._say(child.text or "", line)
        elif tag in _PLAIN:
            self._say(_PLAIN[tag], line)
        else:
            self._special(tag)(child, line)

    def _special(self, tag: str) -> Callable[[Element, Line], None]:
        """Return what reads an element that is more than words."""
        for tags, read in (
            ({"w:r"}, self._run),
            (_DELETED, self._deleted),
            (_NOTES, self._mark),
            (_DRAWN, self._drawn),
            ({"mc:AlternateContent"}, self._alternative),
            ({"w:fldChar"}, self._field),
            ({"w:br"}, self._break),
            ({"w:sym"}, self._symbol),
            (_COMMENTED, self._comment),
        ):
            if tag in tags:
                return read
        return self._walk

    def _say(self, words: str, line: Line) -> None:
        if not any(self._fields):
            line.add(words)
            if self._places and words:
                line.runs.append(Run(self._at, self._said, words))
        self._said += len(words)

    def _run(self, run: Element, line: Line) -> None:
        properties = run.find("w:rPr")
        hidden = switch(properties, "w:vanish")
        if self._style.hidden if hidden is None else hidden:
            self.tally["hidden"] += run.find("w:t") is not None
            return
        said = switch(properties, "w:b")
        bold = self._style.bold if said is None else said
        before = line.letters
        self._at, self._said = int(run.get(xml.NUMBER, "-1")), 0
        self._walk(run, line)
        line.bold += (line.letters - before) * bold
        language = None if properties is None else properties.find("w:lang")
        if language is not None:
            for tag in language.attrib.values():
                self.languages[tag] += line.letters - before

    def _deleted(self, _element: Element, _line: Line) -> None:
        self.tally["deleted"] += 1

    def _mark(self, element: Element, line: Line) -> None:
        """Write the mark of a note; a mark that is the author's own stands already."""
        custom = element.get("w:customMarkFollows") in {"1", "true", "on"}
        mark = "" if custom else parts.superscript(len(self.noted) + 1)
        self.noted.append((element.tag, element.get("w:id", ""), mark, self._at))
        self._say(mark, line)

    def _drawn(self, element: Element, line: Line) -> None:
        pictures = sum(1 for tag in _PICTURED for _ in element.iter(tag))
        self.tally["pictures"] += pictures
        kept = self._style, self._at, self._said
        for box in element.iter("w:txbxContent"):
            self.tally["boxes"] += 1
            line.boxes += self._read_all(box)
        self._style, self._at, self._said = kept

    def _alternative(self, element: Element, line: Line) -> None:
        for child in _chosen(element):
            self._step(child, line)

    def _field(self, element: Element, _line: Line) -> None:
        """Follow a field: its code is no text, its result is."""
        kind = element.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields:
            self._fields.pop()

    def _break(self, element: Element, line: Line) -> None:
        if element.get("w:type") not in _UNPRINTED:
            self._say("\n", line)

    def _comment(self, element: Element, line: Line) -> None:
        """Note where the words that a comment is about begin or end."""
        if self._places:
            letters = Part(Kind.PROSE, "", tuple(line.runs)).letters
            opens = element.tag == "w:commentRangeStart"
            line.marks.append(Mark(element.get("w:id", ""), letters, opens))

    def _symbol(self, element: Element, line: Line) -> None:
        """Write a character given by its number, if it is one outside its font too."""
        digits = element.get("w:char", "")
        code = int(digits, 16) if digits.isalnum() and digits.isascii() else 0
        if code in _SYMBOLS or not 0x20 <= code < 0xD800:
            self.tally["symbols"] += 1
        else:
            self._say(chr(code), line)


def _style_id(properties: Element | None) -> str:
    style = None if properties is None else properties.find("w:pStyle")
    return "" if style is None else style.get("w:val", "")


def _list_of(numbered: Numbered | None) -> Numbered | None:
    """Return the list that is meant; "0" takes a paragraph out of its style's."""
    return None if numbered is None or numbered.number == "0" else numbered


def _chosen(alternatives: Element) -> Element:
    """Return the first way that a thing is written; the others say the same again."""
    return next(iter(alternatives), alternatives)


def _kind(
    style: Style, line: Line, properties: Element | None, numbered: Numbered | None
) -> Kind:
    if is_outlined(properties):
        return Kind.HEADING
    if numbered and style.kind is Kind.PROSE:
        return Kind.LIST_ITEM
    by_hand = style.kind is Kind.PROSE and line.is_bold_heading()
    return Kind.HEADING if by_hand else style.kind
