"""Rules about stops that no space follows: 。 ؟ । and spaces that were left out."""
# ruff: noqa: RUF001, RUF002 - stops and letters of many scripts

import re

from factcheck.text.marks import UNSPACED
from factcheck.text.stops import Stop

_UNSPACED = frozenset(UNSPACED)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff「『（“《]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KOREAN_END = re.compile("[다요까죠음함임됨네오라자군나]")
_OTHER = re.compile("[\u0590-\u06ff\u0900-\u0dff\u1000-\u109f\u1200-\u137f]{2}")
_LINK = re.compile(r"//|@|www\.|[\\/_=&]")
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]*(?:['’][a-z]+)?(?=[\s,;:.!?])")
_WIDE = re.compile("[A-Za-zＡ-Ｚａ-ｚ]\\Z")
_ROMAN = re.compile(r"[IVXLC]+\s")
_LONGEST_LINK = 80


def needs_no_space(stop: Stop) -> bool | None:
    """Cut after a stop of a script that writes without spaces.

    >>> cut("毛泽东去了。他走了！", "zh")
    ['毛泽东去了。', '他走了！']
    >>> cut("幅は３．２９％。終わり。", "ja")
    ['幅は３．２９％。', '終わり。']
    >>> cut("The word “和平。” means peace.")
    ['The word “和平。” means peace.']
    """
    if _UNSPACED.isdisjoint(stop.mark):
        return None
    if stop.mark in "．。" and stop.first.isdigit() and _digit_before(stop):
        return False
    if stop.mark in ".。" and not stop.spaced and _is_wide_letter(stop):
        return False
    return not (stop.first.islower() and stop.tail != "")


def _digit_before(stop: Stop) -> bool:
    return stop.text[stop.start - 1 : stop.start].isdigit()


def _is_wide_letter(stop: Stop) -> bool:
    """Say whether a dot in Latin letters was typed wide: Ｕ．Ｓ．."""
    return _WIDE.match(stop.word) is not None


def space_left_out(stop: Stop) -> bool | None:
    """Cut where the space after a stop was left out, but not in names and links.

    >>> cut("It ended.Then he left.We stayed. See Node.js or un.org/A.Kim now.")
    ['It ended.', 'Then he left.', 'We stayed.', 'See Node.js or un.org/A.Kim now.']
    >>> cut("전쟁이 끝났다.그는 갔다. 他说.她走了。", "ko")
    ['전쟁이 끝났다.', '그는 갔다.', '他说.', '她走了。']
    """
    if stop.spaced:
        return None
    if stop.first.isascii() or stop.first.isupper():
        return _is_left_out_before_capital(stop)
    return _is_left_out_in_other_scripts(stop)


def _is_left_out_in_other_scripts(stop: Stop) -> bool:
    last = stop.text[stop.start - 1 : stop.start]
    if _CJK.match(last) or (_CJK.match(stop.first) and stop.quoted):
        return len(stop.mark) == 1 and "…" not in stop.mark
    if _HANGUL.match(last):
        return ends_in_korean(stop) and stop.opening == ""
    return _OTHER.match(stop.text, stop.start - 2) is not None and len(stop.word) > 2


def ends_in_korean(stop: Stop) -> bool:
    """Say whether a verb's last syllable stands before the stop: 갔다, 가요, 갈까."""
    return _KOREAN_END.match(stop.text, stop.start - 1) is not None


def _is_left_out_before_capital(stop: Stop) -> bool:
    word = _CAPITALISED.match(stop.text, stop.end) or _ROMAN.match(stop.text, stop.end)
    if word is None or not _ends_ordinary_word(stop) or _in_link(stop):
        return False
    if stop.following in stop.language.starters | stop.language.titles:
        return True
    small = stop.word.isalpha() and stop.word.islower() and len(stop.word) > 2
    return small and stop.tail == "" and len(word.group()) > 2


def _ends_ordinary_word(stop: Stop) -> bool:
    """Say whether one mark stands right after a word that is no short form."""
    closed = stop.tail in {"", "”", "’", '"', ")"} and stop.opening == ""
    last = stop.word.rpartition(".")[2]
    short = stop.word.lower() in stop.language.short_forms or len(last) < 2
    return closed and len(stop.mark) == 1 and not short


def _in_link(stop: Stop) -> bool:
    """Say whether the words around the stop, up to the next spaces, are an address."""
    text, start = stop.text, max(stop.begin, stop.start - _LONGEST_LINK)
    start = max(start, text.rfind(" ", start, stop.start) + 1)
    found = text.find(" ", stop.end, stop.end + _LONGEST_LINK)
    end = found if found >= 0 else min(len(text), stop.end + _LONGEST_LINK)
    return _LINK.search(text, start, end) is not None


def ends_link(stop: Stop) -> bool | None:
    """Cut after an address before a capital.

    >>> cut("See www.un.org. Kim did. Mail a.b@c.example. Ask for Lee.")
    ['See www.un.org.', 'Kim did.', 'Mail a.b@c.example.', 'Ask for Lee.']
    """
    if "." not in stop.word and "@" not in stop.before and "/" not in stop.before:
        return None
    return True if _in_link(stop) and not stop.first.islower() else None
