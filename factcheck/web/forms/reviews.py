"""The form of a review: what was typed, and what it means."""

from dataclasses import asdict, replace
from typing import Self

from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    IntegerField,
    SelectField,
    StringField,
)

from factcheck.queries.hand import ClaimInHand
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
from factcheck.web.forms.choices import choices


def line_ends(value: str | None) -> str:
    """Undo what a browser does to line ends on the way."""
    return (value or "").replace("\r\n", "\n").replace("\r", "\n")


class CitationForm(Form):
    """One source and how it is used."""

    url = StringField("Address", filters=[line_ends])
    title = StringField("Title", filters=[line_ends])
    kind = SelectField(
        "Kind",
        choices=choices({k.value: label for k, label in KIND_LABELS.items()}),
        default=SourceKind.WEBPAGE.value,
    )
    stance = SelectField(
        "What it does to the claim",
        choices=choices({s.value: label for s, label in STANCE_LABELS.items()}),
        default=Stance.CONTEXT.value,
    )
    quote = StringField("Quoted words", filters=[line_ends])
    locator = StringField("Where in the source", filters=[line_ends])
    author = StringField("Author", filters=[line_ends])
    publisher = StringField("Publisher", filters=[line_ends])
    issued = StringField("Date", filters=[line_ends])

    @property
    def facts(self) -> CitationFacts:
        """The citation as typed."""
        return CitationFacts(
            SourceFacts(
                kind=_kind(self.kind.data),
                title=_text(self.title),
                url=_text(self.url),
                author=_text(self.author),
                publisher=_text(self.publisher),
                issued=_text(self.issued),
            ),
            _text(self.quote),
            _text(self.locator),
            _stance(self.stance.data),
        )


class ReviewForm(Form):
    """A claim's statement and one person's review of it.

    `statement_was` is the statement the person saw: when they left it alone, somebody
    else's change of it is nobody's conflict.
    """

    statement = StringField(filters=[line_ends])
    statement_was = StringField(filters=[line_ends])
    verdict = StringField(filters=[line_ends])
    finding = StringField(filters=[line_ends])
    explanation = StringField(filters=[line_ends])
    second_look = BooleanField()
    was_given = BooleanField()
    revision = IntegerField(default=0)
    claim_revision = IntegerField(default=0)
    citations = FieldList(FormField(CitationForm), max_entries=CITATION_LIMIT * 2)

    @classmethod
    def of(cls, claim: ClaimInHand) -> Self:
        """Return the form filled with what is stored."""
        mine = claim.mine
        facts = mine.facts
        return cls(
            data={
                "statement": claim.statement,
                "statement_was": claim.statement,
                "verdict": facts.verdict,
                "finding": facts.finding,
                "explanation": facts.explanation,
                "second_look": facts.second_look,
                "was_given": mine.given_at is not None,
                "revision": mine.revision,
                "claim_revision": claim.revision,
                "citations": [fields_of(citation) for citation in facts.citations],
            }
        )

    def catch_up(
        self, *, revision: int, claim_revision: int, statement: str, given: bool
    ) -> None:
        """Take over what is stored now, for what its writer goes on writing."""
        self.revision.data = revision
        self.claim_revision.data = claim_revision
        self.statement_was.data = statement
        self.was_given.data = given

    def leave_room(self) -> None:
        """End the list of sources with one that is still blank."""
        entries = self.citations.entries
        if not entries or not is_blank(entries[-1].form.facts):
            self.citations.append_entry()

    def drop_source(self, index: str) -> None:
        """Leave out one source; the others keep their places."""
        entries = self.citations.entries
        entries[:] = [e for e in entries if e.name != f"citations-{index}"]

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
            verdict=_text(self.verdict),
            finding=_text(self.finding),
            explanation=_text(self.explanation),
            second_look=bool(self.second_look.data),
            citations=tuple(entry.form.facts for entry in self.citations),
        )

    @property
    def new_statement(self) -> str | None:
        """The statement, or None when the person left it as it was."""
        if self.statement.data == self.statement_was.data:
            return None
        return str(self.statement.data)

    @property
    def seen(self) -> tuple[int, int]:
        """The revisions of review and claim the person had before them."""
        return self.revision.data or 0, self.claim_revision.data or 0


def fields_of(citation: CitationFacts) -> dict[str, str]:
    """Return a citation as the fields of its form."""
    source = asdict(citation.source)
    words = {"quote": citation.quote, "locator": citation.locator}
    return source | words | {"stance": citation.stance.value}


def _text(field: StringField) -> str:
    return field.data or ""


def _kind(value: str) -> SourceKind:
    return SourceKind(value) if value in set(SourceKind) else SourceKind.WEBPAGE


def _stance(value: str) -> Stance:
    return Stance(value) if value in set(Stance) else Stance.CONTEXT
