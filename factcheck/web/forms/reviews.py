"""A claim's statement and a review of it, as they stand in the workbench's form.

It is read without WTForms, unlike other forms: a draft is sent every few seconds by
everybody at work, and fields that are objects took a tenth of the time to save it.
Nothing is judged here; `rules` does that when the review is kept.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from factcheck.queries.hand import ClaimInHand
from factcheck.queries.library import Listed
from factcheck.rules.citations import (
    KIND_LABELS,
    STANCE_LABELS,
    CitationFacts,
    SourceFacts,
    SourceKind,
    Stance,
    is_blank,
)
from factcheck.rules.reviews import CITATION_LIMIT, ReviewFacts
from factcheck.rules.sources import (
    NO_DETAILS,
    SourceDetails,
    details_from,
    known_details,
)

MOST_SOURCES = CITATION_LIMIT * 2
_SOURCE = re.compile(r"citations-(\d{1,6})-\w+\Z", re.ASCII)
_NUMBER = re.compile(r"\d{1,18}\Z", re.ASCII)


def line_ends(value: str | None) -> str:
    """Undo what a browser does to line ends on the way."""
    return (value or "").replace("\r\n", "\n").replace("\r", "\n")


@dataclass(slots=True)
class SourceFields:
    """One source and how it is used; `number` is in the names of its fields."""

    kinds: ClassVar[Mapping[SourceKind, str]] = KIND_LABELS
    stances: ClassVar[Mapping[Stance, str]] = STANCE_LABELS

    url: str = ""
    title: str = ""
    kind: SourceKind = SourceKind.WEBPAGE
    stance: Stance = Stance.CONTEXT
    quote: str = ""
    locator: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""
    details: SourceDetails = NO_DETAILS
    number: int = 0

    @classmethod
    def read(cls, sent: Mapping[str, str], number: int) -> Self:
        """Return the source as sent; a kind or stance that is none is the usual one."""
        name = f"citations-{number}"
        kind, stance = sent.get(f"{name}-kind"), sent.get(f"{name}-stance")
        return cls(
            number=number,
            kind=SourceKind(kind) if kind in _KINDS else SourceKind.WEBPAGE,
            stance=Stance(stance) if stance in _STANCES else Stance.CONTEXT,
            details=_details(sent.get(f"{name}-details")),
            **{part: line_ends(sent.get(f"{name}-{part}")) for part in _WORDS},
        )

    @classmethod
    def of(cls, citation: CitationFacts, number: int) -> Self:
        """Return the fields filled with a citation."""
        source = citation.source
        return cls(
            number=number,
            url=source.url,
            title=source.title,
            kind=source.kind,
            stance=citation.stance,
            quote=citation.quote,
            locator=citation.locator,
            author=source.author,
            publisher=source.publisher,
            issued=source.issued,
            details=source.details,
        )

    @property
    def parts(self) -> dict[str, str]:
        """What a form would send of it."""
        words = {part: getattr(self, part) for part in _WORDS}
        kept = {"details": self.carried} if self.carried else {}
        return words | {"kind": self.kind.value, "stance": self.stance.value} | kept

    @property
    def carried(self) -> str:
        """What else is known of the source, to go through the form unseen, or ""."""
        known = known_details(self.details)
        return json.dumps(known, ensure_ascii=False) if known else ""

    @property
    def facts(self) -> CitationFacts:
        """The citation as typed."""
        return CitationFacts(
            SourceFacts(
                kind=self.kind,
                title=self.title,
                url=self.url,
                author=self.author,
                publisher=self.publisher,
                issued=self.issued,
                details=self.details,
            ),
            self.quote,
            self.locator,
            self.stance,
        )


def _details(sent: str | None) -> SourceDetails:
    """Read what went through the form unseen; what is none of it is left out."""
    try:
        return details_from(json.loads(sent)) if sent else NO_DETAILS
    except (ValueError, RecursionError):
        return NO_DETAILS


_KINDS = frozenset(SourceKind)
_STANCES = frozenset(Stance)
_WORDS = ("url", "title", "quote", "locator", "author", "publisher", "issued")


@dataclass(slots=True)
class ReviewForm:
    """A claim's statement and one person's review of it.

    `statement_was` is the statement the person saw: when they left it alone, somebody
    else's change of it is nobody's conflict. The revisions are those of review and
    claim that they had before them.
    """

    statement: str = ""
    statement_was: str = ""
    verdict: str = ""
    finding: str = ""
    explanation: str = ""
    second_look: bool = False
    was_given: bool = False
    revision: int = 0
    claim_revision: int = 0
    citations: list[SourceFields] = field(default_factory=list)
    sought: str = ""
    found: Sequence[Listed] = ()

    @classmethod
    def read(cls, sent: Mapping[str, str]) -> Self:
        """Return the form as sent."""
        return cls(
            statement=line_ends(sent.get("statement")),
            statement_was=line_ends(sent.get("statement_was")),
            verdict=line_ends(sent.get("verdict")),
            finding=line_ends(sent.get("finding")),
            explanation=line_ends(sent.get("explanation")),
            second_look=bool(sent.get("second_look")),
            was_given=bool(sent.get("was_given")),
            revision=_number(sent.get("revision")),
            claim_revision=_number(sent.get("claim_revision")),
            citations=[SourceFields.read(sent, number) for number in _numbers(sent)],
        )

    @classmethod
    def of(cls, claim: ClaimInHand) -> Self:
        """Return the form filled with what is stored."""
        mine = claim.mine
        facts = mine.facts
        return cls(
            statement=claim.statement,
            statement_was=claim.statement,
            verdict=facts.verdict,
            finding=facts.finding,
            explanation=facts.explanation,
            second_look=facts.second_look,
            was_given=mine.given_at is not None,
            revision=mine.revision,
            claim_revision=claim.revision,
            citations=[SourceFields.of(c, n) for n, c in enumerate(facts.citations)],
        )

    def catch_up(
        self, *, revision: int, claim_revision: int, statement: str, given: bool
    ) -> None:
        """Take over what is stored now, for what its writer goes on writing."""
        self.revision = revision
        self.claim_revision = claim_revision
        self.statement_was = statement
        self.was_given = given

    def add_source(self) -> None:
        """Add a source that is still blank."""
        number = self.citations[-1].number + 1 if self.citations else 0
        self.citations.append(SourceFields(number=number))

    def take_source(self, source: SourceFacts) -> None:
        """Add a source of the desk, in the place of one that is still blank."""
        last = self.citations[-1] if self.citations else None
        if last is None or not is_blank(last.facts):
            self.add_source()
            last = self.citations[-1]
        self.citations[-1] = SourceFields.of(CitationFacts(source), last.number)

    def leave_room(self) -> None:
        """End the list of sources with one that is still blank."""
        if not self.citations or not is_blank(self.citations[-1].facts):
            self.add_source()

    def drop_source(self, number: str) -> None:
        """Leave out one source; the others keep their numbers."""
        self.citations = [s for s in self.citations if str(s.number) != number]

    def count_sources(self) -> None:
        """Number the sources from nought, as what is wrong with them is named."""
        for number, source in enumerate(self.citations):
            source.number = number

    @property
    def complete(self) -> ReviewFacts:
        """The review without its blank sources."""
        facts = self.facts
        kept = tuple(c for c in facts.citations if not is_blank(c))
        return replace(facts, citations=kept)

    @property
    def facts(self) -> ReviewFacts:
        """The review as typed."""
        return ReviewFacts(
            verdict=self.verdict,
            finding=self.finding,
            explanation=self.explanation,
            second_look=self.second_look,
            citations=tuple(source.facts for source in self.citations),
        )

    @property
    def new_statement(self) -> str | None:
        """The statement, or None when the person left it as it was."""
        return None if self.statement == self.statement_was else self.statement

    @property
    def seen(self) -> tuple[int, int]:
        """The revisions of review and claim the person had before them."""
        return self.revision, self.claim_revision


def _numbers(sent: Mapping[str, str]) -> list[int]:
    """Return the numbers under which sources were sent."""
    found = {int(match[1]) for match in map(_SOURCE.match, sent) if match}
    return sorted(found)[:MOST_SOURCES]


def _number(sent: str | None) -> int:
    return int(sent) if sent and _NUMBER.match(sent) else 0
