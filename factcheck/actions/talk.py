"""Comments on claims: said, and taken back by whoever said them."""

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.saving import flush
from factcheck.errors import ForbiddenError
from factcheck.models import Claim, Comment, Event, Mention, User
from factcheck.models.base import now
from factcheck.queries.essays import essay_of
from factcheck.queries.talk import mentionable
from factcheck.rules.permissions import Deed
from factcheck.rules.talk import check_comment, mentions
from factcheck.translating import _


def comment_on(session: Session, *, actor: User, claim: Claim, text: str) -> Comment:
    """Say something about a claim, to everybody who may read its talk.

    Raises:
        InvalidError: it is empty or too long.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.TALK)
    comment = Comment(claim_id=claim.id, author=actor, text=check_comment(text))
    session.add(comment)
    flush(session)
    named = mentions(comment.text, mentionable(session)).people
    session.add_all(
        Mention(comment_id=comment.id, person_id=person)
        for person in named
        if person != actor.id
    )
    _note(session, actor, claim, "comment.made", comment)
    return comment


def withdraw_comment(session: Session, *, actor: User, comment: Comment) -> None:
    """Take back one's own comment; that there was one stays to be seen.

    Raises:
        ForbiddenError: somebody else said it.
    """
    if comment.author_id != actor.id:
        raise ForbiddenError(_("Only whoever wrote a comment may take it back."))
    if comment.withdrawn_at is not None:
        return
    comment.withdrawn_at = now()
    flush(session)
    claim = session.get_one(Claim, comment.claim_id)
    _note(session, actor, claim, "comment.withdrawn", comment)


def see_mentions(session: Session, mentions_seen: list[Mention]) -> None:
    """Note that somebody has read where they were named."""
    for mention in mentions_seen:
        mention.seen_at = mention.seen_at or now()
    flush(session)


def _note(
    session: Session, actor: User, claim: Claim, kind: str, comment: Comment
) -> None:
    """Write the event without the words: they are in the comment, or taken back."""
    session.add(
        Event(
            kind=kind,
            actor_id=actor.id,
            essay_id=claim.essay_id,
            claim_id=claim.id,
            before={},
            after={"comment": comment.id},
        )
    )
