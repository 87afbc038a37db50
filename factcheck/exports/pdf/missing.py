"""Characters that no font here has: found before anything is set, and said in words.

Everything is tried by typst itself, in the fonts that it will set with, so that nothing
is ever printed as a box.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from factcheck.translating import _, ngettext

# What the fonts that come with typst surely have; a text of nothing else needs no try.
SURE = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\u0148\u014a-\u017f\u0391-\u03a1\u03a3-\u03ce"
    "\u0400-\u045f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033"
    "\u2039\u203a\u20ac\u2192\u2212]*"
)
# Neither typst nor a reader can show these; a PDF/UA may not hold some of them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff]"
)
_JOINER = "\u200d"
_ALONE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
# How a script is called by the first word of its characters' names.
_SCRIPTS: Mapping[str, str] = {"CJK": "Han", "HANGUL": "Hangul"}


def unseen(text: str) -> list[str]:
    """Return the characters of a text that no PDF can show, each once, in order."""
    return sorted(set(_UNSEEN.findall(text)))


def to_try(texts: Iterable[str]) -> list[str]:
    """Return what has to be tried: characters with their marks, each once, in order."""
    return sorted(
        {c for text in texts if not SURE.fullmatch(text) for c in _doubtful(text)}
    )


def _doubtful(text: str) -> Iterator[str]:
    for found in clusters(_UNSEEN.sub("", text)):
        if not SURE.fullmatch(found):
            yield found


def clusters(text: str) -> Iterator[str]:
    """Cut a text into characters, each with the marks that belong to it."""
    start = 0
    for at in range(1, len(text)):
        if text[at] == _JOINER or text[at - 1] == _JOINER:
            continue
        if unicodedata.category(text[at])[0] != "M":
            yield text[start:at]
            start = at
    if start < len(text):
        yield text[start:]


class Clean:
    """Says in printable words what cannot be printed."""

    def __init__(self, missing: Iterable[str] = ()) -> None:
        self._missing = frozenset(missing)
        firsts = "".join(sorted({each[0] for each in self._missing}))
        self._any = re.compile(f"[{re.escape(firsts)}]") if firsts else None

    def __call__(self, text: str) -> str:
        """Return the text with every missing character named in square brackets."""
        text = _UNSEEN.sub("", text)
        if self._any is None or not self._any.search(text):
            return text
        return "".join(self._said(clusters(text)))

    def _said(self, found: Iterable[str]) -> Iterator[str]:
        for name, group in groupby(found, self._name):
            run = list(group)
            if not name:
                yield from run
            elif name.startswith("U+"):
                yield from (f"[{name}]" for __ in run)
            else:
                yield ngettext(
                    "[%(num)s letter of %(script)s]",
                    "[%(num)s letters of %(script)s]",
                    len(run),
                    script=name,
                )

    def _name(self, cluster: str) -> str:
        """Return "" for what can be printed, else a script or a code point."""
        return named(cluster) if cluster in self._missing else ""


def named(cluster: str) -> str:
    """Name a character by its script, if it is a letter, or by its code point."""
    letter = cluster[0]
    name = unicodedata.name(letter, "")
    if unicodedata.category(letter) == "Lo" and name:
        script = name.split()[0]
        return _SCRIPTS.get(script, script.capitalize())
    return f"U+{ord(letter):04X}"


def lines(missing: Iterable[str]) -> list[str]:
    """Say what could not be printed, and what to install for it."""
    names = list(dict.fromkeys(map(named, missing)))
    if not names:
        return []
    return [
        _(
            "No font here has %(names)s; such characters are named in square brackets."
            " %(remedy)s",
            names=", ".join(names[:12]) + (" …" if len(names) > 12 else ""),
            remedy=remedy(),
        )
    ]


def remedy() -> str:
    """Say what to install."""
    return _(
        "To print them, install the Noto fonts: on Debian fonts-noto-core and"
        " fonts-noto-cjk."
    )
