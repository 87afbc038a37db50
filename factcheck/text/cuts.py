"""Rules that find ends of sentences which the base library is too careful to cut.

Each takes one block and yields offsets where a sentence ends.
"""
# ruff: noqa: RUF001 - the stops and quotes of many scripts

import re
from collections.abc import Iterable, Iterator

from factcheck.text.abbreviations import AMBIGUOUS, LETTERED, NUMBERED, STARTERS
from factcheck.text.marks import CLOSERS, EMOJI, LETTER, NOTE, OPENERS

_TAIL = re.compile(rf"[{CLOSERS}]*(?:\s?{NOTE})*[{CLOSERS}]*")
_CAPITAL = re.compile(rf"\s+[{OPENERS}]*[A-Z]")

_SURE_STOP = re.compile(
    rf"[.!?](?<={LETTER}{{4}}.)(?:(?<=[!?])[!?]{{0,19}})?(?:[{CLOSERS}]|{NOTE})*"
    rf"(?=\s+[{OPENERS}]*[A-Z])"
)
_LONGEST_WORD = 40

_NOTE_NUMBER = re.compile(
    r"(?:[.!?…][\"”’»]|[a-z]{4}\.|\)\.)\d{1,3}(?:[ ,]\d{1,3})*"
    rf"(?=\s+[{OPENERS}]*[A-Z]|\s*\Z)"
)
_LINK = re.compile(r"(?<!\S)[(“\"\[]{0,3}(?=\S{0,200}(?://|@|www\.))\S{1,2000}")
_LINK_END = re.compile(rf"[\w/][.!?][{CLOSERS}]*\Z")
_EMOJI_AFTER_STOP = re.compile(rf"[.!?…][{CLOSERS}]* ?(?:{EMOJI})(?=\s)")

_LATE = re.compile(r"\b(St|Ave|Rd|Blvd|no|etc|[A-Z])\.(?=\s+([A-Z][a-z]*))")
_LAST_WORD = re.compile(rf"({LETTER}+)\s\Z")
_REGNAL = re.compile(
    r"(?:King|Queen|Pope|Henry|Malcolm|Louis|Prince|Princess|Charles|George|Emperor"
    r"|Czar|Tsar)\s+\Z"
)

_FULL_STOP = re.compile(
    rf"[。！？｡︒．]+[…]*[{CLOSERS}]*"
    rf"|(?<=[\u0600-\u06ff\u0750-\u077f])[؟۔!.]+[{CLOSERS}]*"
    rf"|[؟۔]+[{CLOSERS}]*|[।॥]+[{CLOSERS}]*|[።፧]+|[։]"
)
_MAY_BE_UNSPACED = re.compile("[\u0589\u0600-\u077f।॥።፧。！？｡︒．]")
_GOES_ON = re.compile("と|って|라고|라는|이라|は|が|を|に|の|で|も|，|、")
_CHINESE_TAG = re.compile("[他她我][^。！？]{0,4}[说问道答喊叫写]")
_CLOSER = re.compile(f"[{CLOSERS}]")


def after_tail(text: str, end: int) -> int:
    """Move an end past closing quotes, brackets and note marks: “Yes.”[1]."""
    match = _TAIL.match(text, end)
    return match.end() if match else end


def skip_space(text: str, at: int) -> int:
    """Return where the next character that is not white space stands."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def before_space(text: str, at: int) -> int:
    """Return the offset after the last character that is not white space."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def base_ends(text: str, ends: Iterable[int]) -> Iterator[int]:
    """Yield the inner ends that the base found, with what belongs to them."""
    for found in ends:
        if 0 < found <= len(text):
            end = before_space(text, found)
            yield after_tail(text, end)


def sure_stops(text: str) -> Iterator[int]:
    """Yield stops after an ordinary word, before a capital.

    The base keeps "He left. “Then we knew. It was over.”" whole.
    """
    for match in _SURE_STOP.finditer(text):
        stop = match.start()
        word = _word_before(text, stop)
        ordinary = word[0].islower() or text[stop] != "."
        if ordinary and len(word) <= _LONGEST_WORD and not _is_short_form(word):
            yield after_tail(text, match.end())


def _word_before(text: str, stop: int) -> str:
    """Return the letters before a stop, a few more of them than a word can have."""
    start = stop
    while 0 < start >= stop - _LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    return text[start:stop] or text[stop - 1]


def _is_short_form(word: str) -> bool:
    return word.lower() in NUMBERED or word in AMBIGUOUS


def note_numbers(text: str) -> list[tuple[int, int]]:
    """Return bare note numbers after a stop: the war was over.”12 The."""
    return [match.span() for match in _NOTE_NUMBER.finditer(text)]


def after_links(text: str) -> Iterator[int]:
    """Yield stops after an address before a capital: see www.un.org. The."""
    if "//" not in text and "@" not in text and "www." not in text:
        return
    for match in _LINK.finditer(text):
        if _ends_link(text, match) and _CAPITAL.match(text, match.end()):
            yield match.end()


def _ends_link(text: str, link: re.Match[str]) -> bool:
    start = max(link.start(), link.end() - 12)
    return _LINK_END.search(text, start, link.end()) is not None


def after_emoji(text: str) -> Iterator[int]:
    """Yield ends after emoji that follow a stop: We won! 🎉 Then."""
    if not text.isascii():
        for match in _EMOJI_AFTER_STOP.finditer(text):
            yield match.end()


def late_short_forms(text: str) -> Iterator[int]:
    """Yield stops after short forms that do end a sentence here.

    Examples: "apples, etc. The", "on Main St. He", "there is no Plan B. We".
    """
    for match in _LATE.finditer(text):
        word, following = match.groups()
        named = len(word) > 1 or _names_a_letter(text, match.start())
        if word in {"etc", "no"} or (named and following in STARTERS):
            yield match.end()


def _names_a_letter(text: str, at: int) -> bool:
    """Say whether the letter at this place is a name of its own: Plan B, Malcolm X."""
    before = text[max(0, at - 16) : at]
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    return word.group(1) in LETTERED or _REGNAL.search(before) is not None


def unspaced_stops(text: str) -> Iterator[int]:
    """Yield full stops that need no space after them: 。 ؟ । ። and their like."""
    if text.isascii() or not _MAY_BE_UNSPACED.search(text):
        return
    for match in _FULL_STOP.finditer(text):
        following = skip_space(text, match.end())
        if following < len(text) and not _carries_on(text, match, following):
            yield match.end()


def _carries_on(text: str, stop: re.Match[str], following: int) -> bool:
    """Say whether the sentence goes on after a full stop: 「はい。」と言った."""
    first = text[following]
    if first in "，、,;；)" or (first.islower() and first.isascii()):
        return True
    if not _CLOSER.match(stop.group()[-1]):
        return False
    joined = following == stop.end() and _GOES_ON.match(text, following) is not None
    return joined or _CHINESE_TAG.match(text, following, following + 8) is not None
