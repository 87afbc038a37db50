"""Which script letters are written in."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

# First and last code point, and the script's name in Unicode.
_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "LATIN"),
    (0x0370, 0x03FF, "GREEK"),
    (0x0400, 0x052F, "CYRILLIC"),
    (0x0530, 0x058F, "ARMENIAN"),
    (0x0590, 0x05FF, "HEBREW"),
    (0x0600, 0x06FF, "ARABIC"),
    (0x0700, 0x074F, "SYRIAC"),
    (0x0750, 0x077F, "ARABIC"),
    (0x0780, 0x07BF, "THAANA"),
    (0x07C0, 0x07FF, "NKO"),
    (0x08A0, 0x08FF, "ARABIC"),
    (0x0900, 0x097F, "DEVANAGARI"),
    (0x0980, 0x09FF, "BENGALI"),
    (0x0A00, 0x0A7F, "GURMUKHI"),
    (0x0A80, 0x0AFF, "GUJARATI"),
    (0x0B00, 0x0B7F, "ORIYA"),
    (0x0B80, 0x0BFF, "TAMIL"),
    (0x0C00, 0x0C7F, "TELUGU"),
    (0x0C80, 0x0CFF, "KANNADA"),
    (0x0D00, 0x0D7F, "MALAYALAM"),
    (0x0D80, 0x0DFF, "SINHALA"),
    (0x0E00, 0x0E7F, "THAI"),
    (0x0E80, 0x0EFF, "LAO"),
    (0x0F00, 0x0FFF, "TIBETAN"),
    (0x1000, 0x109F, "MYANMAR"),
    (0x10A0, 0x10FF, "GEORGIAN"),
    (0x1100, 0x11FF, "HANGUL"),
    (0x1200, 0x139F, "ETHIOPIC"),
    (0x1780, 0x17FF, "KHMER"),
    (0x1C90, 0x1CBF, "GEORGIAN"),
    (0x1E00, 0x1EFF, "LATIN"),
    (0x1F00, 0x1FFF, "GREEK"),
    (0x3005, 0x3007, "CJK"),
    (0x3040, 0x30FF, "KANA"),
    (0x3130, 0x318F, "HANGUL"),
    (0x3400, 0x9FFF, "CJK"),
    (0xAC00, 0xD7A3, "HANGUL"),
    (0xF900, 0xFAFF, "CJK"),
    (0xFB1D, 0xFB4F, "HEBREW"),
    (0xFB50, 0xFDFF, "ARABIC"),
    (0xFE70, 0xFEFC, "ARABIC"),
    (0xFF66, 0xFF9F, "KANA"),
    (0x1E900, 0x1E95F, "ADLAM"),
    (0x20000, 0x323AF, "CJK"),
)
_FIRSTS = [first for first, _, _ in _RANGES]

# A sign of these stands for about two letters, so it counts twice.
_DENSE = frozenset(("CJK", "KANA", "HANGUL"))
# Japanese is also written with Chinese characters, and Korean was.
_KANA_SHARE = 0.1
_HANGUL_SHARE = 0.2


def script_of(character: str) -> str:
    """Return the script of a letter by its name, or nothing.

    >>> script_of("я"), script_of("ש"), script_of("5")
    ('CYRILLIC', 'HEBREW', '')
    """
    at = bisect_right(_FIRSTS, ord(character)) - 1
    known = at >= 0 and ord(character) <= _RANGES[at][1] and character.isalpha()
    return _RANGES[at][2] if known else ""


def main_script(letters: Mapping[str, int]) -> str:
    """Return the script of most letters, from how often there is each, or nothing.

    >>> main_script(Counter("東京へ行った"))
    'KANA'
    """
    counts: Counter[str] = Counter()
    for letter, times in letters.items():
        script = script_of(letter)
        counts[script] += times * (2 if script in _DENSE else 1)
    del counts[""]
    dense = sum(counts[script] for script in _DENSE)
    for script, share in (("KANA", _KANA_SHARE), ("HANGUL", _HANGUL_SHARE)):
        if counts[script] > share * dense:
            counts[script] = dense
            counts["CJK"] = 0
    return max(counts, key=counts.__getitem__, default="")
