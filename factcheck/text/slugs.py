"""The short name of an essay in addresses and on the command line."""
# ruff: noqa: RUF001 - letters that look like others

import re
import unicodedata

LONGEST = 60
NAMELESS = "essay"

# Letters of Latin scripts that do not decompose into one of a to z and a mark.
_SPELLED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
_APOSTROPHES = re.compile("['’ʼ]")


def slugify(title: str) -> str:
    """Return a title's words in small letters joined by hyphens; never empty.

    Letters of Latin scripts become a to z ("Ünïted" gives "united"), others stay.
    Of a long title, whole words are kept.
    """
    plain = unicodedata.normalize("NFKD", title).casefold()
    spelled = _APOSTROPHES.sub("", plain).translate(_SPELLED)
    letters = "".join(map(_letter, _clusters(spelled)))
    words = unicodedata.normalize("NFC", letters).split()
    return _shortened(words) or NAMELESS


def _clusters(text: str) -> list[str]:
    """Return each letter with the marks that belong to it."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.category(character)[0] == "M":
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _letter(cluster: str) -> str:
    """Return what a letter becomes: itself, without marks in Latin, or a space."""
    base = cluster[0]
    if not base.isalnum():
        return " "
    return base if base.isascii() else cluster


def _shortened(words: list[str]) -> str:
    """Join words until the slug is long enough; a single long word is cut."""
    slug = "-".join(words[:1])[:LONGEST]
    for word in words[1:]:
        longer = f"{slug}-{word}"
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug
