"""Personal tokens: a person's own, and the one that a secret names."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, joinedload

from factcheck.errors import NotFoundError
from factcheck.models import KeptAnswer, Token, User
from factcheck.models.base import now
from factcheck.queries.invitations import fingerprint
from factcheck.translating import _

# Built once: it is asked at each request.
_BY_SECRET = (
    select(Token, User)
    .join(User, User.id == Token.person_id)
    .options(joinedload(User.roles))
    .where(Token.secret_sha256 == bindparam("secret"))
)


def token_with(session: Session, secret: str) -> tuple[Token, User] | None:
    """Return the token that a secret names and whose it is, whether it works or not."""
    found = session.execute(_BY_SECRET, {"secret": fingerprint(secret)}).unique()
    row = found.one_or_none()
    return (row.Token, row.User) if row else None


def tokens_of(session: Session, person: User) -> Sequence[Token]:
    """Return a person's tokens that were not revoked, newest first; also old ones."""
    return session.scalars(
        select(Token)
        .where(Token.person_id == person.id, Token.revoked_at.is_(None))
        .order_by(Token.id.desc())
    ).all()


def count_working(session: Session, person: User) -> int:
    """Return how many tokens of a person work now."""
    asked = select(func.count()).where(
        Token.person_id == person.id,
        Token.revoked_at.is_(None),
        Token.expires_at > now(),
    )
    return session.scalar(asked) or 0


def find_token(session: Session, person: User, token_id: int) -> Token:
    """Return a token of this person's by id.

    Raises:
        NotFoundError: they have none of this id.
    """
    found = session.scalar(
        select(Token).where(Token.id == token_id, Token.person_id == person.id)
    )
    if found is None:
        raise NotFoundError(_("You have no such token."))
    return found


def kept_answer(session: Session, person: User, key: str) -> KeptAnswer:
    """Return what was answered to the creation that a person sent under this key."""
    return session.scalars(
        select(KeptAnswer)
        .where(KeptAnswer.person_id == person.id, KeptAnswer.key == key)
        .execution_options(populate_existing=True)
    ).one()
