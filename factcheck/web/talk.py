"""Talk about claims, and the page of those who were named in it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.talk import comment_on, see_mentions, withdraw_comment
from factcheck.database import db
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import find_essay
from factcheck.queries.talk import (
    count_unseen,
    find_comment,
    mentionable,
    mentions_of,
)
from factcheck.rules.permissions import Deed
from factcheck.rules.talk import mentions as named_in
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.talk import CommentForm
from factcheck.web.security import current_person, require_deed, viewer

bp = Blueprint("talk", __name__)


@bp.post("/essays/<slug>/claims/<int:number>/comments")
def say(slug: str, number: int) -> ResponseReturnValue:
    """Add a comment to a claim's talk."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    comment = comment_on(
        db.session,
        actor=current_person(),
        claim=find_claim(db.session, essay, number),
        text=CommentForm().text.data or "",
    )
    unknown = named_in(comment.text, mentionable(db.session)).unknown
    if unknown:
        names = ", ".join(f"@{name}" for name in unknown)
        flash(
            _(
                "The comment is kept. Nobody was told of it under %(names)s:"
                " write the whole name, or what stands before the @ of their"
                " e-mail address.",
                names=names,
            ),
            "info",
        )
    return redirect(_talk_of(slug, number), 303)


@bp.post("/essays/<slug>/claims/<int:number>/comments/<int:comment_id>/withdraw")
def withdraw(slug: str, number: int, comment_id: int) -> ResponseReturnValue:
    """Take back one's own comment."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    comment = find_comment(db.session, essay, comment_id)
    withdraw_comment(db.session, actor=current_person(), comment=comment)
    flash(_("Your comment is taken back."), "success")
    return redirect(_talk_of(slug, number), 303)


@bp.get("/mentions")
def mentions() -> ResponseReturnValue:
    """Show where this person was named; what was new is seen from now on."""
    require_deed(Deed.READ_DESK)
    found = mentions_of(db.session, current_person())
    page = render_template("talk/mentions.html", mentions=found)
    new = [line.mention for line in found if line.mention.seen_at is None]
    if new:
        see_mentions(db.session, new)
    return page


@bp.app_template_global()
def unseen_mentions() -> int:
    """Return how many mentions wait for whoever is signed in."""
    seen = viewer()
    return count_unseen(db.session, seen.id, seen.role) if seen else 0


def _talk_of(slug: str, number: int) -> str:
    return url_for("claims.show", slug=slug, number=number, _anchor="talk")
