"""Every place where a sentence may end, with what stands around it."""
# ruff: noqa: RUF001 - stops and quotes of many scripts

import re
from functools import cache
from typing import NamedTuple

from factcheck.text.languages.language import Language
from factcheck.text.marks import (
    ALNUM,
    CLOSERS,
    EMOJI,
    INVISIBLE,
    NOTE,
    OPENERS,
    STOPS,
    SUPERSCRIPTS,
    TURNED,
    UNSPACED,
)

# No short form and no name that a rule looks at is longer.
LONGEST_WORD = 24

_DASHES = "–—―-"
_TAIL = re.compile(
    rf"(?:[{CLOSERS}{INVISIBLE}]|{TURNED}| ?{NOTE}"
    r"|\[[^\[\] ][^\[\]]{0,28}\](?=[ \[]|\Z)"
    r"| [»›](?=[ .,;:!?)]|\Z))+"
)
_NOTE_NUMBER = re.compile(
    r"\d{1,3}(?:[ ,]\d{1,3}){0,9}(?= +[“‘\"'(«¿¡]*[^\W\d_a-z]|\Z)"
)
_TAKES_NOTE_NUMBER = re.compile(r"(?:[^\W\d_A-Z]{4}|[)\]])[.!?]\Z|[\"”’»]\Z")
_CITATION = re.compile(
    r" \((?:[A-Z][^()]{0,60}[ ,]\d{1,4}[a-z]?(?:[,:] ?(?:pp?\. ?)?\d[\d–-]{0,8})?"
    r"|pp?\. ?\d[\d–-]{0,8})\)(?= [\"“‘'(]?[A-Z]|\Z)"
)
_EMOJI_AFTER = re.compile(rf" ?{EMOJI}(?= |\Z)")
_OPENING = re.compile(
    rf"(?:[{OPENERS}_*{INVISIBLE}]|[{_DASHES}]{{1,3}} ?){{0,9}}(?:« )?"
)
_FOLLOWING = re.compile(f"{ALNUM}+")
_WORD = re.compile(rf"{ALNUM}+(?:[.’'&/-]{{1,2}}{ALNUM}+)*[°º]?\Z")
_ELIDED = re.compile(r"[^\W\d_]{1,4}['’]([^\W\d_]{3,})\Z")
_QUOTES = frozenset("\"”’'»“‘«‹›„』」")
_STARTS_TAIL = frozenset(
    "\"”’'»›)]}』」】）〉》〕｝“‘«‹„[0123456789¹²³†‡§*\u200e\u200f\u202a\u202b\u202c"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_EMBRACED = re.compile(rf"[\"“‘'({SUPERSCRIPTS}»›\[:;=8\u2600-\U000e007f]")


class Stop(NamedTuple):
    """A mark that may end a sentence.

    Attributes:
        text: the block it stands in.
        begin: where the sentence began.
        start: where the mark begins.
        mark: the mark: "." or "?!" or ". . .".
        tail: what belongs to it: closing quotes, brackets, notes, emoji.
        end: where the sentence ends, if it does.
        next: where the next character that is not a space stands.
        word: the word before the mark, with its inner stops: "U.S".
        opening: quotes, brackets and dashes before the next word.
        first: the first letter of the next word, or another character.
        following: the next word.
        quoted: whether a quotation closes with the stop.
        language: the language of the text.
    """

    text: str
    begin: int
    start: int
    mark: str
    tail: str
    end: int
    next: int
    word: str
    opening: str
    first: str
    following: str
    quoted: bool
    language: Language

    @property
    def before(self) -> str:
        """What the rules look at before the word: a few words."""
        at = self.start - len(self.word)
        return self.text[max(self.begin, at - LONGEST_WORD) : at]

    @property
    def spaced(self) -> bool:
        """Whether white space follows."""
        return self.next > self.end


@cache
def marks(extra: str) -> re.Pattern[str]:
    """Return the pattern of all stops: "?!", "...", ". . .", "。".

    Args:
        extra: the stops of one language only.
    """
    return re.compile(
        rf"[.!?]+(?:(?: \.(?![.\w]))+|[{STOPS}{UNSPACED}]+)?"
        rf"|(?:--|[—–])(?=[\"”’»])"
        rf"|[{STOPS}{UNSPACED}{extra}][{STOPS}{UNSPACED}]*(?: \.(?![.\w]))*"
    )


def read_stop(text: str, mark: tuple[int, int], begin: int, language: Language) -> Stop:
    """Look around a mark."""
    start, after = mark
    end = _after_tail(text, start, after)
    following = end
    while text.startswith(" ", following):
        following += 1
    opening = _OPENING.match(text, following)
    opened = opening.end() if opening else following
    word = _FOLLOWING.match(text, opened, opened + LONGEST_WORD)
    return Stop(
        text=text,
        begin=begin,
        start=start,
        mark=text[start:after],
        tail=text[after:end],
        end=end,
        next=following,
        word=word_before(text, start, begin),
        opening=text[following:opened],
        first=text[opened : opened + 1],
        following=word.group() if word else "",
        quoted=end > after and not _QUOTES.isdisjoint(text[after:end]),
        language=language,
    )


def word_before(text: str, at: int, begin: int = 0) -> str:
    """Return the word that ends here, with its inner stops.

    >>> word_before("the U.S. Army", 7)
    'U.S'
    >>> word_before("dell'avv. Neri", 8)
    'avv'
    """
    while at > begin and _INVISIBLE.match(text, at - 1):
        at -= 1
    word = _WORD.search(text, max(begin, at - LONGEST_WORD), at)
    found = word.group() if word else ""
    elided = _ELIDED.match(found)
    return elided.group(1) if elided else found


def _after_tail(text: str, start: int, after: int) -> int:
    """Move past what belongs to a stop: yes.”[1] 🎉."""
    end = after
    if text[end : end + 1] in _STARTS_TAIL or _EMBRACED.match(text, end + 1):
        end = _after(_TAIL, text, end)
        end = _after_note_number(text, start, end)
        end = _after(_CITATION, text, end) if text[end - 1] in '"”’»' else end
        end = _after(_EMOJI_AFTER, text, end)
    return end


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _after_note_number(text: str, start: int, end: int) -> int:
    """Move past a bare note number: it was over.”12 The war."""
    number = _NOTE_NUMBER.match(text, end)
    if number is None or not _TAKES_NOTE_NUMBER.search(text, max(0, end - 5), end):
        return end
    return number.end() if number.start() > start else end
