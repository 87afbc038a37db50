"""A new text of an essay: its next version, with everything carried over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import update
from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.essays import (
    add_paragraphs,
    add_sentences,
    add_version,
    note_event,
)
from factcheck.actions.layouts import hold_version
from factcheck.actions.marks import anchor_row
from factcheck.actions.originals import keep_original
from factcheck.actions.quoting import quote_whole
from factcheck.actions.saving import add_rows, flush
from factcheck.errors import InvalidError, StaleError
from factcheck.models import (
    Anchor,
    CarriedClaim,
    Claim,
    Essay,
    SentenceChange,
    User,
    Version,
)
from factcheck.queries.claims import claim_ids, sentence_ids
from factcheck.queries.essays import current_version
from factcheck.queries.revising import Draft, draft_of, sure_anchors
from factcheck.rules.annotated import SentenceFacts
from factcheck.rules.permissions import Deed
from factcheck.rules.revising import Landing, Unconfirmed, carried_sortings, land
from factcheck.text.anchoring import VersionText, carry_over
from factcheck.text.carried import Change, Fate, Placed
from factcheck.text.corrections import keep_corrections
from factcheck.text.documents import Document
from factcheck.text.paragraphs import ParagraphKind, ParagraphSpan
from factcheck.text.sentences import Sentence, split
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class Revision:
    """What a new text of an essay would change; nothing of it is stored yet.

    Attributes:
        seen: number of the version it starts from.
        old: that version.
        new: the new text, with its sentences.
        kinds: of its paragraphs, by number.
        sentences: of the new text, as they are sorted.
        changes: what became of the old sentences.
        landings: what becomes of each live claim, by number.
    """

    seen: int
    old: VersionText
    new: VersionText
    kinds: Mapping[int, ParagraphKind]
    sentences: Sequence[SentenceFacts]
    changes: Sequence[Change]
    landings: Sequence[Landing]


def plan_revision(session: Session, essay: Essay, document: Document) -> Revision:
    """Work out what a new text of an essay changes, and store nothing.

    Raises:
        InvalidError: it is the text that stands already.
    """
    current = current_version(session, essay)
    draft = draft_of(session, current.id)
    if document.text == draft.version.text:
        raise InvalidError(
            "text",
            _(
                "This is version %(number)s to the letter, so there is nothing to"
                " change. Nothing was stored.",
                number=current.number,
            ),
        )
    units = _cut(draft, document, essay.language)
    new = VersionText(document.text, units)
    carried = carry_over(draft.version, (), new)
    landings = land(_fates(session, essay, new), new)
    claimed = {landing.sentence for landing in landings}
    sortings = carried_sortings(carried.changes, draft.sortings, units, claimed)
    return Revision(
        seen=current.number,
        old=draft.version,
        new=new,
        kinds=_kinds(draft, new, units),
        sentences=[
            SentenceFacts(
                s.position, s.paragraph, s.start, s.end, to.sorting, to.reason
            )
            for s, to in zip(units, sortings, strict=True)
        ],
        changes=carried.changes,
        landings=landings,
    )


def revise_essay(
    session: Session,
    *,
    actor: User | None,
    essay: Essay,
    document: Document,
    seen: int | None = None,
) -> Revision:
    """Store a new text of an essay as its version in force.

    Sentences that did not change stay sorted. Claims stay on their words where these
    are found again; where they were edited or are gone, a person decides: no verdict
    counts before. Earlier versions, and editions published from them, stay as they are.

    Args:
        session: the database session.
        actor: an editor of the desk or of this essay; None for the machine's own
            administrator.
        essay: the essay.
        document: the new text.
        seen: number of the version it was made from; None does not ask.

    Raises:
        InvalidError: it is the text that stands already.
        StaleError: somebody else revised it in between.
    """
    if actor is not None:
        require_on(session, actor, essay, Deed.EDIT_ESSAY)
    current = hold_version(session, essay)
    if seen is not None and seen != current.number:
        raise StaleError(
            _(
                "Somebody stored version %(now)s of this text, while you had version"
                " %(seen)s before you. Theirs stands and nothing of yours was stored."
                " Look at it, then revise it if yours is still needed.",
                now=current.number,
                seen=seen,
            )
        )
    revision = plan_revision(session, essay, document)
    current.current = False
    flush(session)
    version = add_version(
        session, essay, document.text, number=current.number + 1, actor=actor
    )
    keep_original(session, version, document)
    add_paragraphs(session, version, revision.kinds)
    add_sentences(session, version, revision.sentences)
    _add_claims(session, essay, version, revision)
    _add_changes(session, version, revision)
    event = note_event(session, actor, essay, "essay.revised")
    event.before = {"version": current.number}
    event.after = {"version": version.number}
    return revision


def _cut(draft: Draft, document: Document, language: str) -> tuple[Sentence, ...]:
    """Cut the new text as people had the old one cut, where it is the same."""
    old = draft.version
    stood = [
        ParagraphSpan(start, end, draft.kinds.get(number, ParagraphKind.PROSE))
        for number, (start, end) in _paragraphs(old).items()
    ]
    made = split(old.text, language, stood)
    found = split(document.text, language, document.paragraphs)
    return keep_corrections(old, made, document.text, found)


def _fates(session: Session, essay: Essay, new: VersionText) -> Iterable[Fate]:
    """Carry each claim from the last version in which its words were sure."""
    for version_id, anchors in sure_anchors(session, essay.id).items():
        source = draft_of(session, version_id).version
        yield from carry_over(source, anchors, new).fates


def _kinds(
    draft: Draft, new: VersionText, units: Sequence[Sentence]
) -> dict[int, ParagraphKind]:
    """Return the kinds of the new paragraphs: of one that did not change, as it was."""
    before = {
        draft.version.text[start:end]: draft.kinds[number]
        for number, (start, end) in _paragraphs(draft.version).items()
        if number in draft.kinds
    }
    found = {unit.paragraph: unit.kind for unit in units}
    return {
        number: before.get(new.text[start:end], found[number])
        for number, (start, end) in _paragraphs(new).items()
    }


def _paragraphs(version: VersionText) -> dict[int, tuple[int, int]]:
    """Return where each paragraph stands, by its number."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in version.sentences:
        start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
        spans[sentence.paragraph] = start, sentence.end
    return spans


def _add_claims(
    session: Session, essay: Essay, version: Version, revision: Revision
) -> None:
    """Store where claims stand now, what was found, and what waits for a person."""
    ids = claim_ids(session, essay.id)
    places = sentence_ids(session, version.id)
    text = revision.new.text
    placed = [landing for landing in revision.landings if landing.sentence]
    add_rows(
        session,
        Anchor,
        [
            anchor_row(
                ids[landing.number],
                version.id,
                places[landing.sentence],
                quote_whole(text, landing.start, landing.end),
                "edited" if landing.unconfirmed else landing.fate.kind.value,
                sure=landing.unconfirmed is None,
            )
            for landing in placed
        ],
    )
    add_rows(
        session,
        CarriedClaim,
        [
            {
                "version_id": version.id,
                "claim_id": ids[landing.number],
                "fate": landing.fate.kind.value,
                "score": round(landing.fate.score, 1),
                "candidates": [[c.start, c.end] for c in landing.fate.candidates],
            }
            for landing in revision.landings
        ],
    )
    for waits in (None, *Unconfirmed):
        _set_unconfirmed(
            session,
            [ids[x.number] for x in revision.landings if x.unconfirmed is waits],
            waits,
        )


def _set_unconfirmed(
    session: Session, claims: Sequence[int], waits: Unconfirmed | None
) -> None:
    """Say what waits for a person; whoever had one of these claims open is told."""
    session.execute(
        update(Claim)
        .where(Claim.id.in_(claims), Claim.unconfirmed.is_distinct_from(waits))
        .values(unconfirmed=waits, revision=Claim.revision + 1)
    )


def _add_changes(session: Session, version: Version, revision: Revision) -> None:
    old = {s.position: s for s in revision.old.sentences}
    new = {s.position: s for s in revision.new.sentences}
    add_rows(
        session,
        SentenceChange,
        [
            {
                "version_id": version.id,
                "ordinal": ordinal,
                "kind": change.kind.value,
                **_span("old", [old[at] for at in change.old]),
                **_span("new", [new[at] for at in change.new]),
            }
            for ordinal, change in enumerate(revision.changes, start=1)
        ],
    )


def _span(side: str, sentences: Sequence[Placed]) -> dict[str, int | None]:
    start = min((s.start for s in sentences), default=None)
    end = max((s.end for s in sentences), default=None)
    return {f"{side}_start": start, f"{side}_end": end}
