"""The line that says who wrote an essay."""

import re

from factcheck.text.languages.language import words

_LONGEST = 80

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
_AROUND = "*_—–- \t"  # noqa: RUF001 - dashes and emphasis around the line


def byline(line: str) -> str:
    """Return the names in a byline, "Jin Se-keun" in "By Jin Se-keun", or nothing.

    A line that ends in a full stop is a sentence.
    """
    if len(line) > _LONGEST:
        return ""
    match = _BYLINE.fullmatch(line.strip(_AROUND))
    names = match.group(1).split() if match else ["."]
    small = any(name[0].islower() and not name[0].isascii() for name in names)
    no_names = small or names[-1].endswith(".") or names[0] in _NO_AUTHORS
    return "" if no_names else " ".join(names)
