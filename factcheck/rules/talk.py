"""What may be said about a claim, and who is named in it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.errors import InvalidError
from factcheck.translating import _, number

COMMENT_LIMIT = 5_000
# An @ inside a word is an e-mail address and names nobody.
_AT = re.compile(r"(?<!\w)@(\w(?:[\w.-]*\w)?)")
_END = re.compile(r"(?:'s|\u2019s)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Mentionable:
    """Somebody who can be named: by name, first name or what stands before the @."""

    id: int
    name: str
    email: str

    @property
    def local(self) -> str:
        """Their e-mail address up to the @."""
        return self.email.partition("@")[0]

    @property
    def first(self) -> str:
        """Their first name."""
        return self.name.split()[0] if self.name.split() else ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Whom a comment names, once each, and the names that are nobody's."""

    people: tuple[int, ...]
    unknown: tuple[str, ...]


def check_comment(text: str) -> str:
    """Return the comment, stripped.

    Raises:
        InvalidError: it is empty or too long.
    """
    text = text.strip()
    if not text:
        raise InvalidError("text", _("Write something first."))
    if len(text) > COMMENT_LIMIT:
        raise InvalidError(
            "text",
            _(
                "Keep a comment under %(limit)s characters.",
                limit=number(COMMENT_LIMIT),
            ),
        )
    return text


def mentions(text: str, people: Sequence[Mentionable]) -> Mentions:
    """Find who is named with an @; a first name counts when one person has it."""
    names = _names(people)
    found: list[int] = []
    unknown: list[str] = []
    for at in _AT.finditer(text):
        rest = text[at.start(1) :]
        fits = [name for name in names if _stands(rest, name)]
        if fits:
            found.append(names[max(fits, key=len)])
        else:
            unknown.append(at[1])
    return Mentions(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(unknown)))


def _names(people: Sequence[Mentionable]) -> dict[str, int]:
    """Return everything people can be called, a full name before what is shorter."""
    named = {**_single((p.first, p.id) for p in people)}
    named |= _single((p.local, p.id) for p in people)
    return named | _single((p.name, p.id) for p in people)


def _single(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    known = [(name.casefold(), who) for name, who in pairs if name]
    times = Counter(name for name, _ in known)
    return {name: who for name, who in known if times[name] == 1}


def _stands(rest: str, name: str) -> bool:
    start = rest[: len(name)]
    return start.casefold() == name and bool(_END.match(rest, len(name)))
