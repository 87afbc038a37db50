"""A paragraph of a word processor's text while it is read."""

from dataclasses import dataclass, field

from factcheck.text import markup, titles
from factcheck.text.readers.parts import Part, Run

_LONGEST_BOLD = 100


@dataclass(slots=True)
class Line:
    """The words read so far, how many letters of them are bold, and its text boxes.

    `runs` says where the words stand in the file, if somebody wants to know.
    """

    words: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    boxes: list[Part] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

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

    def is_bold_heading(self) -> bool:
        """Say whether it is a heading made by hand: short, all bold, without a stop."""
        text = self.text
        if not self.letters or self.bold < self.letters or len(text) > _LONGEST_BOLD:
            return False
        return markup.has_words(text) and bool(titles.first_line_title(text))
