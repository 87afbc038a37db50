"""A text as it is compared: typography evened out, every place still known exactly.

What is stored and shown is never folded. Two texts fold alike when they have the same
words in the same order, whatever quotation marks, dashes, white space, width or
composition of characters they are set in. Letters' case stays, as do superscripts
and fractions: 10² is not 102.
"""
# ruff: noqa: RUF001 - quotes, dashes and stops of many scripts

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# Scripts that put no space between words: white space beside them says nothing.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)

# One character for one character, so these need no map.
_ALIKE = {
    "\u3000": " ",
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("。｡．۔", "."),
    **dict.fromkeys("、，､،", ","),
    **dict.fromkeys("“”„‟«»″〝〞〟「」『』｢｣《》〈〉＂", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'"),
    **dict.fromkeys("‐‑−﹣－", "-"),
    **dict.fromkeys("‒–", "–"),
    **dict.fromkeys("―⸺─", "—"),
    "؛": ";",
    "؟": "?",
    "٪": "%",
}
_ODD = re.compile(f"[{re.escape(''.join(_ALIKE))}]")

# A single mark between letters is an apostrophe and after a digit may be feet; any
# other is a quotation mark, which writers set single or double.
_SINGLE_MARK = re.compile(r"'(?:(?<!\w')|(?<![\d\W]')(?!\w))")
# A dash inside a word or a span of years is a hyphen; one with space around is not.
_INNER_DASH = re.compile(r"–(?<=\w–)(?=\w)")
_OUTER_DASH = re.compile(r"–|-(?<=\s-)(?=\s)")

_HIDDEN = "\xad\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
# The look ahead lets most characters pass quickly; a plain space between two letters
# is not matched at all.
_WORDY = rf"[^\W{UNSPACED}]"
_LENGTHS = (
    rf"(?=[-.…—\s{_HIDDEN}])(?:"
    rf"(?P<space>[^\S ]\s*| (?:(?<!{_WORDY} )|(?!{_WORDY}))\s*)"
    rf"|(?P<gone>[{_HIDDEN}]+)"
    r"|(?P<broken>-(?<=[^\W\d_]-)[ \t]*\r?\n[ \t]*(?=[^\W\d_]))"
    r"|(?P<dots>\.{3,}|…+)|(?P<dash>—{2,}|-{2,}))"
)
_CHANGED = re.compile(_LENGTHS)
_IS_WORDY = re.compile(_WORDY)
_DIGITS_MET = re.compile(r"\d[.,:/-]$")
_DIGITS_MEET = re.compile(r"[.,:/-]\d")
_SHORT_FORMS = {"dots": "…", "dash": "—"}

# Ways of writing a character that mean that character and nothing else.
_SAFE_FORMS = {
    "<wide>",
    "<narrow>",
    "<noBreak>",
    "<isolated>",
    "<initial>",
    "<medial>",
    "<final>",
    "<compat>",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    Attributes:
        text: the folded text.
        bends: pieces whose length changed, in order: where each starts and ends in
            the folded text, then in the raw one.
    """

    text: str
    bends: tuple[tuple[int, int, int, int], ...]
    _starts: tuple[int, ...]
    _raw_starts: tuple[int, ...]

    def raw_start(self, at: int) -> int:
        """Return where the folded character `at` starts in the raw text."""
        found = bisect_right(self._starts, at) - 1
        if found < 0:
            return at
        start, end, raw_start, raw_end = self.bends[found]
        return raw_start if start <= at < end else raw_end + at - end

    def raw_end(self, at: int) -> int:
        """Return where the folded character before `at` ends in the raw text."""
        found = bisect_left(self._starts, at) - 1
        if found < 0:
            return at
        _, end, _, raw_end = self.bends[found]
        return raw_end if at <= end else raw_end + at - end

    def folded(self, raw: int) -> int:
        """Return the place in the folded text of a place in the raw text.

        Inside a piece whose length changed, it is where that piece starts.
        """
        found = bisect_left(self._raw_starts, raw) - 1
        if found < 0:
            return raw
        start, end, _, raw_end = self.bends[found]
        return start if raw < raw_end else end + raw - raw_end


def evened(text: str) -> str:
    """Even out marks and widths only: each character stays at its place."""
    even = _ODD.sub(lambda odd: _ALIKE[odd[0]], text)
    even = _SINGLE_MARK.sub('"', even)
    even = _INNER_DASH.sub("-", even)
    return _OUTER_DASH.sub("—", even)


def fold(text: str) -> Folded:
    """Even out a text's typography."""
    even = evened(text)
    pattern: re.Pattern[str] = _CHANGED
    forms: dict[str, str] = {}
    if not unicodedata.is_normalized("NFKC", even):
        pattern, forms = _with_forms(even)
    pieces: list[str] = []
    bends: list[tuple[int, int, int, int]] = []
    length = before = 0
    for match in pattern.finditer(even):
        start, end = match.span()
        new = _replaced(even, match, forms)
        pieces += even[before:start], new
        length += start - before
        if len(new) != end - start:
            bends.append((length, length + len(new), start, end))
        length += len(new)
        before = end
    pieces.append(even[before:])
    starts = tuple(bend[0] for bend in bends)
    raw_starts = tuple(bend[2] for bend in bends)
    return Folded("".join(pieces), tuple(bends), starts, raw_starts)


def _replaced(text: str, match: re.Match[str], forms: dict[str, str]) -> str:
    """Return what stands in the folded text for a match of the pattern."""
    kind = match.lastgroup or ""
    if kind == "space":
        return " " if _parts_words(text, *match.span()) else ""
    if kind == "broken":
        # At the end of a line the hyphen of develop-ment is only the line's.
        return "" if text[match.end()].islower() else "-"
    if kind == "composed":
        return unicodedata.normalize("NFC", match[0])
    return _SHORT_FORMS.get(kind, "") if kind != "form" else forms[match[0]]


def _parts_words(text: str, start: int, end: int) -> bool:
    """Say whether white space parts two words, or two numbers: 3. 5 is not 3.5."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _IS_WORDY.match(before[-1:]) and _IS_WORDY.match(after[:1]):
        return True
    if after[:1].isdigit():
        return bool(_DIGITS_MET.match(before))
    return before[-1:].isdigit() and bool(_DIGITS_MEET.match(after))


def _with_forms(text: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern extended by the odd characters that this text has."""
    forms = {}
    joining = []
    for character in set(text):
        if unicodedata.combining(character) or "\u1160" <= character <= "\u11ff":
            joining.append(character)
        elif (form := _safe_form(character)) != character:
            forms[character] = form
    parts = [_LENGTHS]
    if joining:
        marks = re.escape("".join(sorted(joining)))
        parts.insert(0, rf"(?P<composed>[^{marks}\s][{marks}]+)")
    if forms:
        parts.append(f"(?P<form>[{re.escape(''.join(sorted(forms)))}])")
    return re.compile("|".join(parts)), forms


def _safe_form(character: str) -> str:
    """Return the common form of a character: ﬁ is fi, ｱ is ア; ² and ½ stay."""
    tag = unicodedata.decomposition(character).partition(" ")[0]
    if tag.startswith("<") and tag not in _SAFE_FORMS:
        return character
    form = unicodedata.normalize("NFKC", character)
    odd = character.isspace() or any(part.isspace() for part in form)
    numbered = tag == "<compat>" and any(part.isdigit() for part in form)
    return character if odd or numbered else form
