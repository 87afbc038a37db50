"""Which fonts an essay is set in: those that typst brings, then those that are here.

Latin, Greek, Cyrillic and Hebrew letters are in Libertinus, which comes with typst. For
others the first of these families that the machine has is taken; what none of them has,
typst looks for in every font there is.
"""

from collections.abc import Mapping, Sequence
from typing import Any

_OWN = "Libertinus Serif"
_HAN: Mapping[str, Sequence[str]] = {
    "JP": (
        *("Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif"),
        *("Hiragino Mincho ProN", "Yu Mincho", "Noto Sans CJK JP", "Noto Sans JP"),
    ),
    "KR": (
        *("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif K", "AppleMyungjo"),
        *("Batang", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic"),
    ),
    "SC": (
        *("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC"),
        *("SimSun", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei"),
    ),
    "TC": (
        *("Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC"),
        *("PMingLiU", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei"),
    ),
}
_ARABIC = (
    *("Noto Naskh Arabic", "Amiri", "Noto Sans Arabic", "Geeza Pro"),
    *("Arabic Typesetting", "Times New Roman"),
)
_FURTHER = (
    *("Noto Serif Devanagari", "Noto Sans Devanagari", "Kohinoor Devanagari"),
    *("Nirmala UI", "Noto Serif", "Noto Sans", "Noto Sans Symbols"),
    *("Noto Sans Symbols 2", "Noto Sans Math", "Noto Emoji"),
)
_FIRST_HAN: Mapping[str, str] = {"ja": "JP", "ko": "KR"}
_TRADITIONAL = {"tw", "hk", "mo", "hant"}
_WRITTEN_IN_ARABIC = {"ar", "fa", "ps", "sd", "ug", "ur", "ckb"}
_IDEOGRAPHIC = {"ja", "ko", "zh"}
_DEVANAGARI = {"hi", "mr", "ne", "sa"}


def families(language: str, beside: str = "") -> list[Any]:
    """Return what typst takes for `font`, for words in a language (BCP 47 or "").

    Letters that Chinese, Japanese and Korean share look otherwise in each. In words of
    another language they are those of `beside`, the language that these words are
    about, or in which their file speaks.
    """
    base = _base(language)
    of_han = language if base in _IDEOGRAPHIC else beside
    subtags = set(of_han.lower().replace("_", "-").split("-"))
    traditional = "TC" if _TRADITIONAL & subtags else "SC"
    first = _FIRST_HAN.get(_base(of_han), traditional)
    han = [*_HAN[first], *(n for k, names in _HAN.items() if k != first for n in names)]
    if base in _IDEOGRAPHIC:
        # Between ideographs, quotes and dashes are those of their own fonts.
        own = {"name": _OWN, "covers": "latin-in-cjk"}
        return [own, *han, _OWN, *_ARABIC, *_FURTHER]
    return [_OWN, *_ARABIC, *_FURTHER, *han]


def manner(language: str) -> dict[str, Any]:
    """Return how words in a language are set.

    `leading` and `spacing` are the white between lines and between paragraphs, in em;
    `numerals` are those that suit its letters.
    """
    base = _base(language)
    if base in _WRITTEN_IN_ARABIC:
        return {"leading": 1.0, "spacing": 1.5, "numerals": "lining"}
    if base in _IDEOGRAPHIC or base in _DEVANAGARI:
        return {"leading": 0.95, "spacing": 1.4, "numerals": "lining"}
    return {"leading": 0.76, "spacing": 1.2, "numerals": "old-style"}


def _base(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
