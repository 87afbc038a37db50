"""Rules about short forms that end in a full stop."""
# ruff: noqa: RUF001 - letters of many scripts

import re

from factcheck.text.languages.language import words
from factcheck.text.stops import Stop

_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:[.-]{1,2}[^\W\d_]{1,2})+\Z")
_ROMAN = re.compile(r"[IVXLCDM]+\b")
_LETTER_AFTER = re.compile(r"[A-Z]\d{0,3}\b(?!['’])")
_FIRST_PART = re.compile(r"([^\W\d_]{1,3})\. \Z")
_SAID_NO = re.compile(
    r"\b(?:says?|said|answered|voted|replied|vote|answer (?:was|is)) \Z"
)
_NO_VOWELS = re.compile(r"[A-Z][bcdfghjklmnpqrstvwxz]{1,3}\Z")
_ADVERB = re.compile(r"[A-Z][a-z]{3,}ly\b(?!['’])(?=,? [a-z])")

# Short for "and so on" or "and others", in many languages.
_AND_SO_ON = words(
    """etc usw u.s.w usf u.v.m ecc enz e.d osv o.s.v jne yms itd itp atd atp apod κ.λπ
    κλπ κ.τ.λ κτλ vb vs. т.д т.п и.т.д и.т.п др пр вб إلخ الخ"""
)
_SPACED_SO_ON = re.compile(r"\bт\. ?\Z")


def leads_to_name(stop: Stop) -> bool | None:
    """Keep a title with its name; on "St." and its like a street may also end.

    >>> cut("Dr. Kim met Sen. Lee. He lives on Main St. She does not.")
    ['Dr. Kim met Sen. Lee.', 'He lives on Main St.', 'She does not.']
    >>> cut("M. Dupont est parti. Mme Durand non.", "fr")
    ['M. Dupont est parti.', 'Mme Durand non.']
    """
    titles = stop.language.titles
    shouted = stop.word.capitalize() in titles and stop.following.isupper()
    if stop.quoted or not (stop.word in titles or (stop.word.isupper() and shouted)):
        return None
    if not stop.first.isalpha() and not stop.opening:
        return None
    both = stop.word in stop.language.either
    return both and stop.following in stop.language.starters


def leads_on(stop: Stop) -> bool | None:
    """Keep a short form that announces what follows.

    >>> cut("Some, e.g. Mao, left. Cf. Jones. Vgl. Kim.")
    ['Some, e.g. Mao, left.', 'Cf. Jones.', 'Vgl. Kim.']
    >>> cut("Es gab z. B. Äpfel. Vgl. Kim.", "de")
    ['Es gab z. B. Äpfel.', 'Vgl. Kim.']
    """
    initial = len(stop.word) == 1 and stop.word.isupper()
    if initial or stop.quoted:
        return None
    leading = stop.language.leading
    word = stop.word.lower() if stop.word[:1].isupper() else stop.word
    ahead = f"{word}.{stop.following.lower()}" in stop.language.short_forms
    return False if ahead or word in leading or _spaced_form(stop) in leading else None


def _spaced_form(stop: Stop) -> str:
    """Return a short form written with spaces as if it had none: "z.B" of "z. B"."""
    first = _FIRST_PART.search(stop.before) if len(stop.word) <= 2 else None
    return f"{first.group(1)}.{stop.word}".lower() if first else ""


def leads_to_number(stop: Stop) -> bool | None:
    """Keep a short form with its number.

    >>> cut("See No. 5, vol. II, sec. B and p. 3. On Jan. 1 he said no. Nine left.")
    ['See No. 5, vol. II, sec. B and p. 3.', 'On Jan. 1 he said no.', 'Nine left.']
    """
    word = stop.word.lower()
    street = word.endswith("str") and stop.language.code == "de"
    if stop.quoted or not (street or word in stop.language.numbered):
        return None
    if stop.first.isdigit() or stop.text[stop.next] in "#§№":
        refused = stop.word == "no" and _SAID_NO.search(stop.before)
        return None if refused else False
    return False if word != "no" and _is_numeral_next(stop) else None


def _is_numeral_next(stop: Stop) -> bool:
    """Say whether a Roman numeral or a letter follows that counts: vol. II, sec. B."""
    if stop.following in stop.language.starters:
        return False
    at = stop.next
    numeral = _ROMAN.match(stop.text, at) or _LETTER_AFTER.match(stop.text, at)
    return numeral is not None


def and_so_on(stop: Stop) -> bool | None:
    """Cut after "etc." before a capital.

    >>> cut("They had apples, etc. Kim ate. He had pears etc. and left.")
    ['They had apples, etc.', 'Kim ate.', 'He had pears etc. and left.']
    >>> cut("Были яблоки и т. д. Иван ел.", "ru")
    ['Были яблоки и т. д.', 'Иван ел.']
    """
    if not stop.first.isupper() or "(" in stop.opening:
        return None
    cyrillic = stop.language.code in {"ru", "uk"} and stop.word in {"д", "п"}
    spaced = cyrillic and _SPACED_SO_ON.search(stop.before) is not None
    return True if spaced or stop.word in _AND_SO_ON else None


def may_end(stop: Stop) -> bool | None:
    """Cut after a short form of either kind only before a word that starts sentences.

    >>> cut("Nike Inc. CEO Kim left the U.S. Army. He loves the U.S. It is big.")
    ['Nike Inc. CEO Kim left the U.S. Army.', 'He loves the U.S.', 'It is big.']
    """
    known = stop.word in stop.language.either or _DOTTED.match(stop.word)
    if not known and _spaced_form(stop) not in stop.language.short_forms:
        return None
    if stop.quoted:
        return True
    if "(" in stop.opening or not stop.first.isalpha():
        return False
    return stop.opening.strip("-–— ") != "" or starts_sentence(stop)


def starts_sentence(stop: Stop) -> bool:
    """Say whether the next word begins sentences: a known one, or an adverb."""
    if stop.following in stop.language.starters:
        return True
    english = stop.language.code == "en"
    return english and _ADVERB.match(stop.text, stop.next) is not None


def looks_short(stop: Stop) -> bool | None:
    """Keep an unknown short form, which has a capital and no vowels, with a name.

    >>> cut("They met Brgd. Kim and Hptm. Lee there.")
    ['They met Brgd. Kim and Hptm. Lee there.']
    """
    if stop.quoted or not stop.first.isupper() or not _NO_VOWELS.match(stop.word):
        return None
    return None if starts_sentence(stop) else False
