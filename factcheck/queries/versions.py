"""The versions of an essay's text, what changed between two, and what waits."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import (
    Anchor,
    CarriedClaim,
    Claim,
    Essay,
    Sentence,
    SentenceChange,
    User,
    Version,
)
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.layouts import Layout
from factcheck.rules.revising import Unconfirmed
from factcheck.text.carried import ChangeKind, Place
from factcheck.text.differences import Piece, differences
from factcheck.text.fuzzy import most_alike
from factcheck.translating import _

PAGE = 50
_LIKELY = 6
_LIKE_AT_LEAST = 30


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version in a list; `changes` counts what became of sentences by kind."""

    number: int
    current: bool
    created_at: datetime
    by: str
    length: int
    sha256: str
    changes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """Sentences before and after; "" where there are none."""

    kind: ChangeKind
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What went and what came, word by word."""
        return differences(self.before, self.after)


@dataclass(frozen=True, slots=True)
class WaitingClaim:
    """A claim that waits for a person since the text was revised.

    Attributes:
        before: the words that were checked.
        place: where its words are proposed to stand, with what is around them; None
            when they are not in the text.
        position: of the sentence there; 0 for none.
        candidates: where words that stand in several places may stand.
        score: how alike words and surroundings are, from 0 to 100.
        words_revision: of the anchor, which confirming needs.
    """

    number: int
    why: Unconfirmed
    statement: str
    before: str
    place: Place | None = None
    position: int = 0
    words_revision: int = 0
    score: float = 0.0
    candidates: tuple[Place, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What went and what came in its words."""
        return differences(self.before, self.place.quote if self.place else "")


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version beside the one before it."""

    row: VersionRow
    shown: tuple[ChangeShown, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class LikelySentence:
    """A sentence that a claim may belong to."""

    position: int
    text: str


def list_versions(session: Session, essay: Essay) -> list[VersionRow]:
    """Return the versions of an essay's text, the newest first."""
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    counted = session.execute(
        select(SentenceChange.version_id, SentenceChange.kind, func.count())
        .join(Version, Version.id == SentenceChange.version_id)
        .where(Version.essay_id == essay.id)
        .group_by(SentenceChange.version_id, SentenceChange.kind)
    )
    for version_id, kind, number in counted:
        counts[version_id][kind] = number
    rows = session.execute(
        select(Version, User.name)
        .outerjoin(User, User.id == Version.created_by_id)
        .where(Version.essay_id == essay.id)
        .order_by(Version.number.desc())
    )
    return [
        VersionRow(
            version.number,
            version.current,
            version.created_at,
            name or "",
            version.length,
            version.sha256,
            counts[version.id],
        )
        for version, name in rows
    ]


def find_version(session: Session, essay: Essay, number: int) -> Version:
    """Return one version of an essay's text.

    Raises:
        NotFoundError: there is none of this number.
    """
    found = session.scalar(
        select(Version).where(Version.essay_id == essay.id, Version.number == number)
    )
    if found is None:
        raise NotFoundError(_("This essay has no version %(number)s.", number=number))
    return found


def version_page(
    session: Session, essay: Essay, number: int, page: int = 1
) -> VersionPage:
    """Return what a version changed, a page of it; nothing of what stayed the same.

    Raises:
        NotFoundError: there is no version of this number.
    """
    version = find_version(session, essay, number)
    row = next(r for r in list_versions(session, essay) if r.number == number)
    total = sum(n for kind, n in row.changes.items() if kind != ChangeKind.SAME)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    rows = session.scalars(
        select(SentenceChange)
        .where(
            SentenceChange.version_id == version.id,
            SentenceChange.kind != ChangeKind.SAME.value,
        )
        .order_by(SentenceChange.ordinal)
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    ).all()
    if not rows:
        return VersionPage(row, (), page, pages)
    old = whole_text(session, find_version(session, essay, number - 1).id)
    new = whole_text(session, version.id)
    shown = tuple(
        ChangeShown(
            ChangeKind(change.kind),
            old[change.old_start or 0 : change.old_end or 0],
            new[change.new_start or 0 : change.new_end or 0],
        )
        for change in rows
    )
    return VersionPage(row, shown, page, pages)


def layout_in_force(session: Session, essay: Essay) -> Layout:
    """Return the layout that forms on the text in force carry."""
    version = current_version(session, essay)
    return Layout(version.number, version.layout)


def count_waiting(session: Session, essay_id: int) -> int:
    """Return how many claims wait for a person since the text was revised."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Claim)
            .where(
                Claim.essay_id == essay_id,
                Claim.unconfirmed.is_not(None),
                Claim.withdrawn_at.is_(None),
            )
        )
        or 0
    )


def waiting_claims(
    session: Session, essay: Essay, most: int = PAGE, after: int = 0
) -> list[WaitingClaim]:
    """Return the first that wait after a claim, by number, in few queries."""
    version = current_version(session, essay)
    rows = session.execute(
        select(Claim, Anchor, Sentence.position, CarriedClaim)
        .outerjoin(
            Anchor, (Anchor.claim_id == Claim.id) & (Anchor.version_id == version.id)
        )
        .outerjoin(Sentence, Sentence.id == Anchor.sentence_id)
        .outerjoin(
            CarriedClaim,
            (CarriedClaim.claim_id == Claim.id)
            & (CarriedClaim.version_id == version.id),
        )
        .where(
            Claim.essay_id == essay.id,
            Claim.number > after,
            Claim.unconfirmed.is_not(None),
            Claim.withdrawn_at.is_(None),
        )
        .order_by(Claim.number)
        .limit(most)
    ).all()
    text = whole_text(session, version.id) if rows else ""
    before = _sure_words(session, [claim.id for claim, *_ in rows])
    return [_waiting(text, before.get(row[0].id, ""), *row) for row in rows]


def _waiting(
    text: str,
    before: str,
    claim: Claim,
    anchor: Anchor | None,
    position: int | None,
    carried: CarriedClaim | None,
) -> WaitingClaim:
    found = carried.candidates if carried is not None else []
    return WaitingClaim(
        number=claim.number,
        why=Unconfirmed(claim.unconfirmed or ""),
        statement=claim.statement,
        before=before,
        place=None if anchor is None else Place.of(text, anchor.start, anchor.end),
        position=position or 0,
        words_revision=0 if anchor is None else anchor.revision,
        score=0.0 if carried is None else carried.score,
        candidates=tuple(Place.of(text, start, end) for start, end in found),
    )


def likely_sentences(
    session: Session, version_id: int, words: str
) -> list[LikelySentence]:
    """Return the sentences of a version that are most like some words."""
    text = whole_text(session, version_id)
    rows = session.execute(
        select(Sentence.position, Sentence.start, Sentence.end)
        .where(Sentence.version_id == version_id)
        .order_by(Sentence.position)
    ).all()
    texts = [text[row.start : row.end] for row in rows]
    found = most_alike(words, texts, limit=_LIKELY, least=_LIKE_AT_LEAST)
    return [LikelySentence(rows[index].position, said) for said, index in found]


def _sure_words(session: Session, claim_ids: Sequence[int]) -> dict[int, str]:
    """Return the words of each claim that were checked last."""
    rows = session.execute(
        select(Anchor.claim_id, Anchor.quote)
        .join(Version, Version.id == Anchor.version_id)
        .where(Anchor.claim_id.in_(claim_ids), Anchor.sure)
        .order_by(Version.number)
    )
    return dict(rows.all())
