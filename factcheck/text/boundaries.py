"""Where the sentences of one block end: each stop is put to the rules in order."""

from collections.abc import Callable

from factcheck.text import (
    asides,
    casing,
    initials,
    lists,
    measures,
    numbers,
    short_forms,
    speech,
    strong,
    unspaced,
)
from factcheck.text.languages.language import Language
from factcheck.text.marks import UNSPACED
from factcheck.text.stops import LONGEST_WORD, Stop, marks, read_stop

# A rule says whether a sentence ends at a stop, or nothing.
Rule = Callable[[Stop], bool | None]

# The first rule that has an answer is followed.
_SPACED: tuple[Rule, ...] = (
    asides.has_no_words_yet,
    strong.ends_before_omission,
    asides.goes_on_after_mark,
    casing.goes_on_small,
    asides.is_doubt,
    asides.opens_aside,
    speech.says_who,
    speech.says_who_without_capitals,
    strong.trails_off,
    strong.is_part_of_name,
    strong.asks_or_exclaims,
    unspaced.ends_link,
    initials.is_regnal,
    short_forms.and_so_on,
    short_forms.leads_on,
    short_forms.leads_to_number,
    measures.measures,
    short_forms.leads_to_name,
    initials.is_initial,
    short_forms.may_end,
    short_forms.looks_short,
    numbers.is_ordinal,
    numbers.is_korean_date,
    numbers.is_figure,
)
_UNSPACED: tuple[Rule, ...] = (
    asides.has_no_words_yet,
    asides.goes_on_after_mark,
    speech.says_who_without_capitals,
    unspaced.needs_no_space,
    unspaced.space_left_out,
)

# A longer number is no day and no page, a longer name no unknown short form.
_YEAR = 4
_QUOTES = frozenset('“"')


def ends(text: str, language: Language) -> list[int]:
    """Return where the sentences of a block end, in order, without its own end.

    Args:
        text: one block without line ends or other oddities.
        language: the language it is in.
    """
    at_stops = _ends_at_stops(text, language)
    spans = [*speech.unbroken(text), *asides.unbroken(text)] if at_stops else []
    found = lists.outside(at_stops, sorted(spans))
    return lists.join_markers(text, lists.cut_items(text, found))


def _ends_at_stops(text: str, language: Language) -> list[int]:
    found: list[int] = []
    begin, length = 0, len(text)
    for match in marks(language.stops).finditer(text):
        start, after = match.span()
        if after == length:
            break
        plain = _plain(text, start, after, language)
        if plain is None and _may_end(text, start, after):
            stop = read_stop(text, _mark(text, start, after), begin, language)
            plain, after = stop.next < length and _ends(stop), stop.end
        if plain:
            begin = after
            found.append(after)
    return found


def _plain(text: str, start: int, after: int, language: Language) -> bool | None:
    """Give the plain answers at once: "men. The" ends, "Dr. Kim" does not.

    Most stops are such. No rule would say otherwise, and asking them takes time.
    """
    if text[start:after] == "。":
        ordinary = text[start - 1 : start].isalnum() and text[after].isalpha()
        return True if ordinary else None
    if text[start : after + 1] != ". " or not _is_capital_next(text, after + 1):
        return None
    word = text[text.rfind(" ", max(0, start - LONGEST_WORD), start) + 1 : start]
    if _is_ordinary(word) and word.lower() not in language.short_forms:
        return True
    title = word in language.titles and word not in language.either
    return False if title else None


def _is_capital_next(text: str, at: int) -> bool:
    """Say whether a capital comes next, maybe after an opening quote."""
    following = text[at : at + 1]
    return following.isupper() or (
        following in _QUOTES and text[at + 1 : at + 2].isupper()
    )


def _is_ordinary(word: str) -> bool:
    """Say whether a word is a small one, a longer name or a year."""
    if not 1 < len(word) < LONGEST_WORD:
        return False
    if word.isdigit():
        return len(word) >= _YEAR
    return word.isalpha() and (word.islower() or (len(word) > _YEAR and word.istitle()))


def _may_end(text: str, start: int, after: int) -> bool:
    """Say whether a mark is worth a look: not the dots in "3.5" and "example.org"."""
    following = text[after]
    if not (following.isascii() and following.isalnum()) or not text[start].isascii():
        return True
    if following.isdigit():
        return not text[start - 1 : start].isdigit()
    return following.isupper() and _ends_word(text, start)


def _ends_word(text: str, at: int) -> bool:
    """Say whether two letters or figures stand before: "over.Then", not "U.S"."""
    before = text[max(0, at - 2) : at]
    return before.isalnum() and not before[-1].isupper()


def _mark(text: str, start: int, after: int) -> tuple[int, int]:
    """Part a full stop from three spaced dots that open the next sentence."""
    spaced = text[start:after] == ". . . ."
    if spaced and text[start - 1 : start].isalnum() and _capital_at(text, after + 1):
        return start, start + 1
    return start, after


def _capital_at(text: str, at: int) -> bool:
    return text[at : at + 1].isupper()


def _ends(stop: Stop) -> bool:
    """Put a stop to the rules: it ends a sentence unless one of them objects."""
    spaced = stop.spaced and stop.mark[-1] not in UNSPACED
    for rule in _SPACED if spaced else _UNSPACED:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return spaced
