"""Comments on claims: read, made, taken back; as blind as reviews."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from flask import request

from factcheck.actions.talk import comment_on, withdraw_comment
from factcheck.api.access import person
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.talk import (
    CommentMadeSchema,
    CommentSchema,
    CommentsSchema,
    NewCommentSchema,
)
from factcheck.database import db
from factcheck.errors import NotFoundError
from factcheck.queries.claims import find_claim
from factcheck.queries.onlookers import onlooker
from factcheck.queries.talk import (
    CommentShown,
    comments_on,
    find_comment,
    mentionable,
    setting_of,
)
from factcheck.rules.permissions import Deed
from factcheck.rules.talk import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.models import Claim, Essay

bp = Noun("comments", "What is said about a claim. As blind as its reviews.")
ALL = "/essays/<slug>/claims/<int:number>/comments"
ONE = f"{ALL}/<int:comment_id>"


@bp.operation(f"GET {ALL}", Deed.READ_DESK, CommentsSchema, refuses=(404,))
def index(slug: str, number: int) -> dict[str, Any]:
    """List what was said about a claim, oldest first, as far as you may know of it."""
    essay = essay_for(slug, Deed.READ_DESK)
    return {
        "items": _said(essay, find_claim(db.session, essay, number)),
        "next": None,
    }


@bp.operation(f"GET {ONE}", Deed.READ_DESK, CommentSchema, refuses=(404,))
def show(slug: str, number: int, comment_id: int) -> CommentShown:
    """Read a comment."""
    essay = essay_for(slug, Deed.READ_DESK)
    return _comment(essay, find_claim(db.session, essay, number), comment_id)


@bp.operation(
    f"POST {ALL}",
    Deed.TALK,
    CommentMadeSchema,
    status=201,
    takes=NewCommentSchema,
    creates=True,
    refuses=(404, 422),
)
def say(
    body: dict[str, Any], slug: str, number: int
) -> tuple[dict[str, Any], dict[str, str]]:
    """Say something about a claim, to everybody who may read its talk."""
    essay = essay_for(slug, Deed.TALK)
    claim = find_claim(db.session, essay, number)
    made = comment_on(db.session, actor=person(), claim=claim, text=body["text"])
    shown = asdict(_comment(essay, claim, made.id))
    shown["nobody"] = mentions(made.text, mentionable(db.session)).unknown
    return shown, {"Location": f"{request.path}/{made.id}"}


@bp.operation(f"DELETE {ONE}", Deed.TALK, None, status=204, refuses=(404,))
def withdraw(slug: str, number: int, comment_id: int) -> None:
    """Take back your own comment; that there was one stays to be seen."""
    essay = essay_for(slug, Deed.TALK)
    claim = find_claim(db.session, essay, number)
    require_match(bp, _comment(essay, claim, comment_id), CommentSchema)
    comment = find_comment(db.session, essay, comment_id)
    withdraw_comment(db.session, actor=person(), comment=comment)


def _said(essay: "Essay", claim: "Claim") -> "Sequence[CommentShown]":
    reader = onlooker(db.session, person())
    return comments_on(db.session, claim, setting_of(db.session, essay, claim), reader)


def _comment(essay: "Essay", claim: "Claim", comment_id: int) -> CommentShown:
    """Return a comment that whoever asks may know of.

    Raises:
        NotFoundError: there is none at this claim.
    """
    for comment in _said(essay, claim):
        if comment.id == comment_id:
            return comment
    raise NotFoundError("There is no such comment.")
