"""The answer to a draft that is kept while its writer goes on writing."""

from flask import current_app, request
from flask.typing import ResponseReturnValue

from factcheck.rules.history import describe
from factcheck.web.bench import Kept, draft_said, marked, show_asked, undo_said
from factcheck.web.forms.reviews import ReviewForm
from factcheck.web.keymap import key_cap
from factcheck.web.security import proven_token


def answer_quietly(form: ReviewForm, kept: Kept) -> ResponseReturnValue:
    """Answer a draft kept while its writer goes on writing: nothing they see moves.

    The answer is made of what was sent and stored, nothing is looked up for it, not
    even who is here: such drafts come every few seconds from everybody at work.
    """
    form.catch_up(
        revision=kept.saved.review.revision,
        claim_revision=kept.claim.revision,
        statement=kept.claim.statement,
        given=kept.given,
    )
    seen = request.form.get("words_revision", 0, int)
    event = kept.saved.event
    template = current_app.jinja_env.get_template("workbench/kept.html")
    html = template.render(
        essay=kept.essay,
        show=show_asked(),
        claim={"number": kept.claim.number, "words_revision": seen},
        form=form,
        lacks_said=draft_said(kept.missing, given=kept.given),
        undo=describe(event, {}) if event else undo_said(kept.essay),
        key=key_cap,
        csrf_token=proven_token,
    )
    return marked(html, 200)
