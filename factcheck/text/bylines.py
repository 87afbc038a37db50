"""The line that says who wrote an essay."""

import re

from factcheck.text.languages.language import words

_LONGEST = 80
_MOST_WORDS = 12

# Words after "By" that begin a title or a time, not an author's name.
_NO_AUTHORS = words(
    """A All Any Dawn Day Design Friday His Her Its January February March April June
    July August September October November December Means Monday My Night Our Saturday
    Sunday That The Their Then These This Those Thursday Tuesday Us Way Wednesday Which
    Whom Your"""
)

# Names begin with a capital, initials keep their stop, particles stay small:
# "By J. R. R. Tolkien", "By Ludwig van Beethoven and Jin Se-keun".
_PARTICLE = r"(?:al|bin|da|de|del|della|den|der|di|dos|du|e|el|ibn|la|le|ten|van|von|y)"
_NAME = r"(?:[^\W\d_a-z][\w’'‐-]*|[^\W\d_]\.)"  # noqa: RUF001 - a curly apostrophe
_PERSON = rf"(?:{_PARTICLE}\s+){{0,2}}{_NAME}(?:\s+(?:{_PARTICLE}\s+)*{_NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:By|BY|by)\s+({_PERSON}(?:(?:,|,?\s+(?:and|with|&))\s+{_PERSON}){{0,5}})"
)
# ", 12 March 2024" and " | Updated 3 May 2024, 10:00" after the names.
_DAY = re.compile(
    r"\s*[,|·•–—]\s*(?=[^,|]*,?[^,|]*\b(?:1[5-9]|20)\d\d\b)\S+(?:\s+\S+){0,6}"  # noqa: RUF001
)
_AROUND = "*_—–- \t()（）"  # noqa: RUF001 - dashes, emphasis, brackets around the line

# "Von Anna Maier", as "By" does it; one name alone after such a word is more often a
# heading ("Par hasard", "Di Roma").
_BY = "Von|Par|Por|Di|Door|Av|Af|Oleh|Napsal|Napsala|Autor|Autora|Penulis"
_OTHER_BY = re.compile(
    rf"(?:{_BY})\s+({_PERSON}(?:(?:,|,?\s+(?:und|et|y|e|en|och|og|dan|a|i))\s+"
    rf"{_PERSON}){{0,5}})"
)

# Words that name the author before a colon, in any language.
_LABELS = (
    "by|author|authors|von|autor|autorin|autoren|par|auteur|auteure|autrice|"
    "auteurs|por|autora|autores|autoria|di|autore|autori|door|av|af|forfatter|"
    "författare|forfattere|autorka|автор|авторка|автори|авторы|yazan|yazar|oleh|"
    "penulis|του|συγγραφέας|מאת|כתב|כתבה|بقلم|الكاتب|الكاتبة|كتبه|كتبته|نویسنده|"
    "लेखक|लेखिका|লেখক|作者|文|撰文|撰稿|記者|记者|著者|執筆|筆者|글|글쓴이|지은이|필자|기자|โดย|ผู้เขียน|"
    "written by|tác giả|به قلم"
)
_LABELLED = re.compile(  # 文/李安, but "by/for everyone" is none
    rf"(?:(?:{_LABELS})\s*[:：]|[文글]\s*[=＝/／])\s*(.+)",  # noqa: RUF001
    re.IGNORECASE,
)
_NAMES = re.compile(r"[^\W\d_][^\d:：?!？！。．।؟…;；]{1,60}")  # noqa: RUF001

# Written without a colon: "بقلم ليلى حداد", "מאת דנה לוי", "김안나 기자".
_UNMARKED = re.compile(r"(?:بقلم|به قلم|מאת|作者|撰文)\s+(\S+(?:\s+\S+){0,3})")
_KOREAN_REPORTER = re.compile(r"([가-힣]{2,5})\s+(?:기자|특파원|논설위원)")


def byline(line: str) -> str:
    """Return the names in a byline, "Jin Se-keun" in "By Jin Se-keun", or nothing.

    It is known by its first word in some twenty languages; a line that ends in a full
    stop is a sentence. A day that follows the names is not of them.
    """
    if len(line) > _LONGEST:
        return ""
    line = line.strip(_AROUND)
    return _english(line) or _other(line) or _dated(line)


def _dated(line: str) -> str:
    """Return the names before a day; of a single one it may be a time, "By spring"."""
    for day in _DAY.finditer(line):
        if day.end() == len(line) and line[-1] not in ".。":
            names = line[: day.start()]
            found = _english(names) or _other(names)
            return found if " " in found else ""
    return ""


def _english(line: str) -> str:
    match = _BYLINE.fullmatch(line)
    names = match.group(1).split() if match else ["."]
    small = any(name[0].islower() and not name[0].isascii() for name in names)
    no_names = small or names[-1].endswith(".") or names[0] in _NO_AUTHORS
    return "" if no_names else " ".join(names)


def _other(line: str) -> str:
    if match := _OTHER_BY.fullmatch(line):
        return _only_names(match.group(1)) if " " in match.group(1) else ""
    ways = (_LABELLED, _UNMARKED, _KOREAN_REPORTER)
    match = next(filter(None, (way.fullmatch(line) for way in ways)), None)
    return _only_names(match.group(1)) if match else ""


def _only_names(said: str) -> str:
    names = said.split()
    sound = _NAMES.fullmatch(said) and len(names) <= _MOST_WORDS
    return " ".join(names) if sound and not names[-1].endswith(".") else ""
