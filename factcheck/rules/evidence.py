"""What can be checked again: how a source is told apart, what its kept copy shows."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit
from urllib.parse import quote as escape

from factcheck.rules.citations import SourceFacts
from factcheck.rules.quoted import QuotationFound
from factcheck.text.differences import Change, Piece
from factcheck.text.quotations.checking import Outcome

# What shops and newsletters add to an address; it leads to the same page without.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_hsenc|_hsmi"
    r"|ref_src|ref_url|cmpid|xtor|at_medium|at_campaign",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
_IN_PATHS = "/:@!$&'()*+,;=~%"
_ESCAPED = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a kept copy of a citation's source says of the words quoted from it.

    Attributes:
        citation_id: of the stored citation.
        outcome: how the quotation stands in the copy; None when it was not looked
            for yet, or there is no copy or no quotation.
        pieces: of an altered one, how the passage became the quotation.
        changed: of an altered one, how many words differ.
        kept_at: when the copy was made; None when there is none.
        fetch: waiting, running, kept, failed or refused; "" when nothing is fetched.
        said: what went wrong, in words, or nothing.
        quoted: whether there are quoted words at all.
        says: what the copy says of itself, for who writes the source down.
        source_id: of the citation's source; 0 when it is not known.
        gone: whether its server said that there is no such page any more.
        moved_to: where the page says that it stands for good now, or "".
        archived: the address of a copy in an archive elsewhere, or "".
        carried: what the desk that it was imported from had found.
    """

    citation_id: int
    outcome: Outcome | None = None
    pieces: tuple[Piece, ...] = ()
    changed: int = 0
    kept_at: datetime | None = None
    fetch: str = ""
    said: str = ""
    quoted: bool = False
    says: SourceFacts = field(default_factory=SourceFacts)
    source_id: int = 0
    gone: bool = False
    moved_to: str = ""
    archived: str = ""
    carried: QuotationFound | None = None

    @property
    def awaited(self) -> bool:
        """Whether something is under way that will tell more."""
        unsearched = self.kept_at is not None and self.quoted and self.outcome is None
        return unsearched or self.fetch in {"waiting", "running"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a text, cut at its passages.

    Attributes:
        before: whether there is more text before it.
        after: whether there is more after it.
        pieces: (words, whether they are of a passage), in reading order.
    """

    before: bool
    after: bool
    pieces: tuple[tuple[str, bool], ...]


def window(text: str, passages: Sequence[tuple[int, int]], around: int) -> Shown:
    """Cut out a text's passages, in order, with so many code points on either side.

    Where there is none, the text's beginning is shown.
    """
    first = min((start for start, _ in passages), default=0)
    last = max((end for _, end in passages), default=around)
    low, high = max(0, first - around), min(len(text), last + around)
    pieces: list[tuple[str, bool]] = []
    at = low
    for start, end in passages:
        pieces += [(text[at:start], False), (text[max(at, start) : end], True)]
        at = max(at, end)
    pieces.append((text[at:high], False))
    kept = tuple(piece for piece in pieces if piece[0])
    return Shown(low > 0, high < len(text), kept)


def source_key(source: SourceFacts) -> str:
    """Return what is equal for mentions of one source.

    A web address stands for its page whatever else was noted of it; what has none is
    told apart by title, author and date.
    """
    if source.url:
        return address_key(source.url)
    named = (source.title, source.author, source.issued)
    words = "\n".join(" ".join(part.casefold().split()) for part in named)
    return f"work:{hashlib.sha256(words.encode()).hexdigest()}"


def address_key(url: str) -> str:
    """Return a web address without what makes no difference to where it leads.

    That is http or https, "www.", tracking, a slash at the end, and a fragment unless
    a script takes it for a path ("#!/page", "#/page"). It is only for comparing:
    addresses are kept and shown as given.
    """
    try:
        parts = urlsplit(url.strip())
        host = _host(parts)
    except ValueError:
        return f"web:{url.strip()}"
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    query = f"?{urlencode(asked)}" if asked else ""
    path = escape(parts.path, safe=_IN_PATHS).rstrip("/")
    path = _ESCAPED.sub(lambda match: match[0].upper(), path)
    route = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"web:{host}{path}{query}{route}"


def quote_hash(quote: str) -> str:
    """Return what a quotation is known by, SHA-256 in hexadecimal, or ""."""
    return hashlib.sha256(quote.encode()).hexdigest() if quote.strip() else ""


def stood_there(pieces: tuple[Piece, ...]) -> str:
    """Return the words that the copy has where the quotation differs from it."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.NEW)


def pieces_from(stored: list[list[str]]) -> tuple[Piece, ...]:
    """Read pieces back from how they are stored."""
    return tuple(Piece(Change(change), text) for change, text in stored)


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if not host.isascii():
        with suppress(UnicodeError):  # Too long a label is no name of a host anyway.
            host = host.encode("idna").decode()
    port = parts.port
    if port is None or _PORTS.get(parts.scheme.lower()) == port:
        return host
    return f"{host}:{port}"
