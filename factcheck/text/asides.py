"""Rules about brackets, and about marks after which a sentence goes on."""

import re
from collections.abc import Iterator

from factcheck.text.stops import Stop

_GOES_ON = frozenset(",;:)]}%，、；：،؛…/№。！？")  # noqa: RUF001 - marks of many scripts
_ASIDE = re.compile(r"\(([^()]{1,100})\)\s*([^\s]?)")
_RELATIVE = re.compile(r"\((?:Which|Who|Whom|Whose) [^()?]{1,300}\.\)")
_WORD = re.compile(r"[^\W_]")
_LONGEST_OPENING = 40
_IN_RUNNING_TEXT = re.compile(
    r"(?<=[^\s.!?…] )\([^()]{1,200}\)(?=[,;:.]|\s[^\W\d_A-Z])"
    r"|\[[^\[\]]{1,80}\]"
)


def has_no_words_yet(stop: Stop) -> bool | None:
    """Keep a stop before any word: it opens the sentence.

    >>> cut("... Then he left. He did.")
    ['... Then he left.', 'He did.']
    """
    if stop.start - stop.begin > _LONGEST_OPENING:
        return None
    return None if _WORD.search(stop.text, stop.begin, stop.start) else False


def goes_on_after_mark(stop: Stop) -> bool | None:
    """Keep a sentence that goes on with a comma or its like.

    >>> cut("Go away!, he cried. Yahoo!: a history. It rose 3 p.c., then fell.")
    ['Go away!, he cried.', 'Yahoo!: a history.', 'It rose 3 p.c., then fell.']
    """
    return False if stop.text[stop.next] in _GOES_ON else None


def is_doubt(stop: Stop) -> bool | None:
    """Keep a mark that stands alone in brackets, as doubt or wonder does.

    >>> cut("He was 20 (?) Then. All [...] Kim heard was this.")
    ['He was 20 (?) Then.', 'All [...] Kim heard was this.']
    """
    alone = stop.text[stop.start - 1 : stop.start] in {"(", "["} and stop.start > 0
    return False if alone and stop.tail[:1] in {")", "]"} else None


def opens_aside(stop: Stop) -> bool | None:
    """Keep a bracket that the sentence goes on after, or a relative clause in one.

    >>> cut("It grew fast! (by 9 p.c.) until 1958. (It fell.) It rose.")
    ['It grew fast! (by 9 p.c.) until 1958.', '(It fell.)', 'It rose.']
    >>> cut("He left. (Which nobody had expected.)")
    ['He left. (Which nobody had expected.)']
    """
    if stop.text[stop.next] != "(":
        return None
    if _RELATIVE.match(stop.text, stop.next):
        return False
    aside = _ASIDE.match(stop.text, stop.next)
    return False if aside and _goes_on_after(stop, *aside.groups()) else None


def _goes_on_after(stop: Stop, inside: str, after: str) -> bool:
    """Say whether the sentence goes on after a bracket, by what comes next."""
    if inside[-1] in ".!?" and not after.islower():
        return False
    cited = stop.quoted or inside[0].islower()
    goes_on = after.islower() or after in {",", ";", ":"}
    return goes_on or (cited and after in {".", "!", "?"})


def unbroken(text: str) -> Iterator[tuple[int, int]]:
    """Yield the brackets in a running sentence inside which no sentence ends.

    >>> cut("The idea (who knew? Nobody!) worked. It did.")
    ['The idea (who knew? Nobody!) worked.', 'It did.']
    """
    if "(" in text or "[" in text:
        yield from (match.span() for match in _IN_RUNNING_TEXT.finditer(text))
