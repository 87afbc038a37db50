"""Personal tokens made and revoked, and answers kept for who asks twice."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from factcheck.actions.noting import note_desk
from factcheck.actions.saving import add_unless_there, flush
from factcheck.errors import InvalidError
from factcheck.models import KeptAnswer, Token, User
from factcheck.models.base import now
from factcheck.queries.invitations import fingerprint
from factcheck.queries.tokens import count_working, kept_answer
from factcheck.rules.tokens import (
    MOST,
    PREFIX,
    check_scopes,
    check_token_days,
    check_token_name,
)
from factcheck.translating import _

NOTED_EVERY = timedelta(minutes=1)
ANSWERS_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token and its secret, which is known only now."""

    token: Token
    secret: str


def make_token(
    session: Session, *, actor: User, name: str, scopes: Iterable[str], days: int
) -> MadeToken:
    """Make a token by which a program may act for its maker.

    Raises:
        InvalidError: no name, no scope, odd days, or too many tokens.
    """
    name, chosen = check_token_name(name), check_scopes(scopes)
    until = now() + timedelta(days=check_token_days(days))
    if count_working(session, actor) >= MOST:
        raise InvalidError(
            "name",
            _("You have %(most)s tokens. Revoke one you no longer use.", most=MOST),
        )
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token(
        person_id=actor.id,
        name=name,
        secret_sha256=fingerprint(secret),
        scopes=" ".join(chosen),
        expires_at=until,
    )
    session.add(token)
    flush(session)
    _note(session, actor, "token.made", token)
    return MadeToken(token, secret)


def revoke_token(session: Session, *, actor: User, token: Token) -> None:
    """Let a token of one's own work no more, from this moment."""
    if token.revoked_at is None:
        token.revoked_at = now()
        flush(session)
        _note(session, actor, "token.revoked", token)


def revoke_all(session: Session, *, actor: User | None, person: User) -> None:
    """Let no token of a person work any more: they were disabled."""
    standing = session.scalars(
        select(Token).where(Token.person_id == person.id, Token.revoked_at.is_(None))
    )
    for token in standing.all():
        token.revoked_at = now()
        _note(session, actor, "token.revoked", token)
    flush(session)


def note_use(session: Session, token: Token) -> bool:
    """Write down that a token is used now, to the minute; say whether that was news."""
    at = now()
    if token.last_used_at is not None and at - token.last_used_at < NOTED_EVERY:
        return False
    session.execute(
        update(Token)
        .where(
            Token.id == token.id,
            or_(
                Token.last_used_at.is_(None),
                Token.last_used_at <= at - NOTED_EVERY,
            ),
        )
        .values(last_used_at=at)
        .execution_options(synchronize_session=False)
    )
    return True


def reserve_answer(
    session: Session, *, actor: User, key: str, request_sha256: str
) -> KeptAnswer:
    """Return what is kept under a key, reserving it where nothing is.

    Its status is 0 where this is the first request, and then its answer must follow.
    Of two at once the second waits here until the first is committed or undone.
    """
    session.execute(
        delete(KeptAnswer)
        .where(KeptAnswer.created_at < now() - ANSWERS_KEPT)
        .execution_options(synchronize_session=False)
    )
    row = {
        "person_id": actor.id,
        "key": key,
        "request_sha256": request_sha256,
        "status": 0,
        "body": "",
        "headers": {},
        "created_at": now(),
    }
    add_unless_there(session, KeptAnswer, (KeptAnswer.person_id, KeptAnswer.key), [row])
    return kept_answer(session, actor, key)


def keep_answer(
    session: Session,
    kept: KeptAnswer,
    *,
    status: int,
    body: str,
    headers: Mapping[str, str],
) -> None:
    """Keep what is answered to a request that reserved its key."""
    kept.status, kept.body, kept.headers = status, body, dict(headers)
    flush(session)


def _note(session: Session, actor: User | None, kind: str, token: Token) -> None:
    about = {"person": token.person_id, "token": token.id, "name": token.name}
    note_desk(session, actor, kind, about | {"scopes": token.scopes})
