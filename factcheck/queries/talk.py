"""Comments on a claim, and where somebody is named, as far as each may know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from factcheck.errors import NotFoundError
from factcheck.models import Claim, Comment, Essay, Mention, User
from factcheck.queries.onlookers import (
    Onlooker,
    Setting,
    complete,
    onlooker,
    onlooker_of,
)
from factcheck.queries.people import IMPORTED
from factcheck.rules.permissions import Role
from factcheck.rules.talk import Mentionable
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class CommentShown:
    """Something said; `text` is "" when it was taken back."""

    id: int
    who: str
    at: datetime
    text: str
    withdrawn: bool
    own: bool


@dataclass(frozen=True, slots=True)
class MentionShown:
    """Where somebody was named, for them to read."""

    mention: Mention
    slug: str
    title: str
    language: str
    number: int
    who: str
    at: datetime
    text: str


def setting_of(session: Session, essay: Essay, claim: Claim) -> Setting:
    """Return what decides whether talk about a claim is blind."""
    done = session.scalar(
        select(complete())
        .select_from(Claim)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(Claim.id == claim.id)
    )
    return Setting(essay.id, bool(done), essay.reveal_at)


def comments_on(
    session: Session, claim: Claim, setting: Setting, reader: Onlooker
) -> Sequence[CommentShown]:
    """Return what was said about a claim, oldest first; one's own is never blind."""
    rows = session.scalars(
        select(Comment)
        .where(Comment.claim_id == claim.id)
        .options(joinedload(Comment.author))
        .order_by(Comment.id)
    )
    return [
        CommentShown(
            id=row.id,
            who=row.author.name,
            at=row.created_at,
            text="" if row.withdrawn_at else row.text,
            withdrawn=row.withdrawn_at is not None,
            own=row.author_id == reader.id,
        )
        for row in rows
        if reader.sees(setting, row.author_id)
    ]


def find_comment(session: Session, essay: Essay, comment_id: int) -> Comment:
    """Return a comment on a claim of this essay.

    Raises:
        NotFoundError: there is none.
    """
    comment = session.scalar(
        select(Comment)
        .join(Claim, Claim.id == Comment.claim_id)
        .where(Comment.id == comment_id, Claim.essay_id == essay.id)
    )
    if comment is None:
        raise NotFoundError(_("There is no such comment."))
    return comment


def mentionable(session: Session) -> Sequence[Mentionable]:
    """Return everybody who can be named in a comment: those who can sign in."""
    rows = session.execute(
        select(User.id, User.name, User.email)
        .where(User.active, User.email.not_like(f"%{IMPORTED}"))
        .order_by(User.id)
    )
    return [Mentionable(*row) for row in rows]


def mentions_of(
    session: Session, person: User, limit: int = 100
) -> Sequence[MentionShown]:
    """Return where a person was named and may read it, the newest first."""
    rows = session.execute(
        _mentions(person.id).order_by(Mention.id.desc()).limit(limit)
    ).all()
    reader = onlooker(session, person)
    return [
        MentionShown(
            mention=row.Mention,
            slug=row.Essay.slug,
            title=row.Essay.title,
            language=row.Essay.language,
            number=row.number,
            who=row.name,
            at=row.Comment.created_at,
            text=row.Comment.text,
        )
        for row in rows
        if reader.sees(_setting(row.Essay, row.done), row.Comment.author_id)
    ]


def count_unseen(session: Session, person_id: int, role: Role | None) -> int:
    """Return how many mentions a person has not seen yet and may read."""
    new = _mentions(person_id).where(Mention.seen_at.is_(None))
    rows = session.execute(new).all()
    if not rows:
        return 0
    reader = onlooker_of(session, person_id, role)
    return sum(
        reader.sees(_setting(row.Essay, row.done), row.Comment.author_id)
        for row in rows
    )


def _mentions(
    person_id: int,
) -> Select[Mention, Comment, Essay, int, str, bool]:
    return (
        select(
            Mention,
            Comment,
            Essay,
            Claim.number,
            User.name,
            complete().label("done"),
        )
        .join(Comment, Comment.id == Mention.comment_id)
        .join(Claim, Claim.id == Comment.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .join(User, User.id == Comment.author_id)
        .where(Mention.person_id == person_id, Comment.withdrawn_at.is_(None))
    )


def _setting(essay: Essay, done: bool) -> Setting:  # noqa: FBT001  (a column)
    return Setting(essay.id, done, essay.reveal_at)
