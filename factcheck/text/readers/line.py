"""A paragraph of a word processor's text while it is read."""

from dataclasses import dataclass, field

from factcheck.text import markup, titles
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.readers.parts import Mark, Part, Run

_LONGEST_BOLD = 100


@dataclass(slots=True)
class Line:
    """The words read so far, how many letters of them are bold, and its text boxes.

    `runs` says where the words stand in the file, and `marks` where comments on them
    begin and end, if somebody wants to know.
    """

    words: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    boxes: list[Part] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words without the white space around them."""
        return "".join(self.words).strip()

    def add(self, words: str, *, bold: bool = False) -> None:
        """Add words as they are."""
        if words:
            self.words.append(words)
            letters = sum(map(str.isalnum, words))
            self.letters += letters
            self.bold += letters * bold

    def part(self, kind: ParagraphKind, words: str) -> Part:
        """Return it as a part of a text."""
        return Part(kind, words, tuple(self.runs), tuple(self.marks))

    def is_bold_heading(self) -> bool:
        """Say whether it is a heading made by hand: short, all bold, without a stop."""
        text = self.text
        if not self.letters or self.bold < self.letters or len(text) > _LONGEST_BOLD:
            return False
        return markup.has_words(text) and bool(titles.first_line_title(text))
