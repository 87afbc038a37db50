"""Sentences of a version as a list: their words, how they lie, the claims on them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Anchor, Claim, Paragraph, Sentence, Version
from factcheck.queries.essays import words_between
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence; its words are the version's text[start:end].

    Attributes:
        version: number of the version.
        kind: of its paragraph.
        claims: numbers of the claims whose words stand in it.
    """

    version: int
    position: int
    paragraph: int
    kind: ParagraphKind
    start: int
    end: int
    text: str
    sorting: Sorting
    reason: Reason | None
    claims: tuple[int, ...]


def sentence_rows(
    session: Session,
    version: Version,
    *,
    after: int = -1,
    limit: int,
    sorting: Sorting | None = None,
) -> Sequence[SentenceRow]:
    """Return sentences in reading order.

    Args:
        session: the database session.
        version: whose sentences.
        after: only those that start after this code point.
        limit: how many at most.
        sorting: only those that are sorted so.
    """
    wanted = Sentence.start > after
    if sorting is not None:
        wanted = and_(wanted, Sentence.sorting == sorting.value)
    return _rows(session, version, wanted, limit)


def sentence_row(session: Session, version: Version, position: int) -> SentenceRow:
    """Return the sentence at a position.

    Raises:
        NotFoundError: there is none.
    """
    found = _rows(session, version, Sentence.position == position, 1)
    if not found:
        raise NotFoundError(
            _("This essay has no sentence %(number)s.", number=position)
        )
    return found[0]


def _rows(
    session: Session, version: Version, wanted: ColumnElement[bool], limit: int
) -> Sequence[SentenceRow]:
    found = session.execute(
        select(Sentence, Paragraph.kind)
        .outerjoin(
            Paragraph,
            and_(
                Paragraph.version_id == Sentence.version_id,
                Paragraph.number == Sentence.paragraph,
            ),
        )
        .where(Sentence.version_id == version.id, wanted)
        .order_by(Sentence.start)
        .limit(limit)
        .execution_options(populate_existing=True)
    ).all()
    if not found:
        return ()
    low = found[0].Sentence.start
    text = words_between(session, version.id, low, found[-1].Sentence.end)
    claims = _claims(session, [row.Sentence.id for row in found])
    return [
        SentenceRow(
            version=version.number,
            position=s.position,
            paragraph=s.paragraph,
            kind=ParagraphKind(kind or ParagraphKind.PROSE),
            start=s.start,
            end=s.end,
            text=text[s.start - low : s.end - low],
            sorting=Sorting(s.sorting),
            reason=Reason(s.reason) if s.reason else None,
            claims=tuple(claims.get(s.id, ())),
        )
        for s, kind in found
    ]


def _claims(
    session: Session, sentence_ids: Collection[int]
) -> Mapping[int, Sequence[int]]:
    rows = session.execute(
        select(Anchor.sentence_id, Claim.number)
        .join(Claim, Claim.id == Anchor.claim_id)
        .where(Anchor.sentence_id.in_(sentence_ids), Claim.withdrawn_at.is_(None))
        .order_by(Anchor.start, Claim.number)
    )
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for sentence_id, number in rows:
        numbers[sentence_id].append(number)
    return numbers
