"""Every address, walked by everybody: a new page fails until the table knows it."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition
from factcheck.actions.inquiries import ask
from factcheck.models import User
from factcheck.rules.inquiries import InquiryFacts
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import token
from tests.web.addresses import (
    ADMINS,
    ANYONE,
    EARLIER,
    EDITORS,
    EVIDENCE,
    LIBRARY,
    PROGRAMS,
    SIGN_IN,
    STAFF,
    WAY_IN,
    Visited,
    done,
)
from tests.web.conftest import Visit

WHO = (None, Role.REVIEWER, Role.EDITOR, Role.ADMIN)

TABLE: dict[tuple[str, str], Visited] = {
    **WAY_IN,
    **EARLIER,
    **LIBRARY,
    **EVIDENCE,
    **PROGRAMS,
    ("static", "GET"): Visited("/static/css/tokens.css", ANYONE),
    ("health.show", "GET"): Visited("/healthz", ANYONE),
    ("health.icon", "GET"): Visited("/favicon.ico", ANYONE),
    ("desk.show", "GET"): Visited("/", STAFF),
    ("help.keys", "GET"): Visited("/keys", STAFF),
    ("help.words", "GET"): Visited("/words", STAFF),
    ("people.profile", "GET"): Visited("/profile", STAFF),
    ("people.profile", "POST"): Visited(
        "/profile",
        done(),
        {"name": "Ro Hale", "time_zone": "UTC", "digest": "never"},
    ),
    ("people.index", "GET"): Visited("/people", ADMINS),
    ("people.index", "POST"): Visited("/people", (401, 403, 403, 422)),
    ("people.change_role", "POST"): Visited(
        "/people/1/role", (401, 403, 403, 302), {"role": "reviewer"}
    ),
    ("people.change_active", "POST"): Visited(
        "/people/1/active", (401, 403, 403, 302), {"active": "yes"}
    ),
    ("people.send_link", "POST"): Visited("/people/1/password", (401, 403, 403, 302)),
    ("invitations.index", "GET"): Visited("/invitations", EDITORS),
    ("invitations.index", "POST"): Visited("/invitations", (401, 403, 422, 422)),
    ("invitations.withdraw", "POST"): Visited(
        "/invitations/99/withdraw", (401, 403, 404, 404)
    ),
    ("invitations.join", "GET"): Visited("/join/x", (404,) * 4),
    ("invitations.join", "POST"): Visited("/join/x", (404,) * 4),
    ("essay_roles.index", "GET"): Visited("/essays/the-river/people", EDITORS),
    ("essay_roles.index", "POST"): Visited(
        "/essays/the-river/people", (401, 403, 422, 422)
    ),
    ("essay_roles.take", "POST"): Visited(
        "/essays/the-river/people/1/take", (401, 403, 302, 302)
    ),
    ("essays.new", "GET"): Visited("/essays/new", EDITORS),
    ("essays.new", "POST"): Visited("/essays/new", (401, 403, 422, 422)),
    ("essays.show", "GET"): Visited("/essays/the-river", STAFF),
    ("essays.details", "GET"): Visited("/essays/the-river/details", EDITORS),
    ("essays.details", "POST"): Visited(
        "/essays/the-river/details", (401, 403, 422, 422)
    ),
    ("editions.publish", "GET"): Visited("/essays/the-river/publish", EDITORS),
    ("editions.publish", "POST"): Visited(
        "/essays/the-river/publish", (401, 403, 422, 422)
    ),
    ("editions.unpublish", "GET"): Visited("/essays/the-river/unpublish", EDITORS),
    ("editions.unpublish", "POST"): Visited(
        "/essays/the-river/unpublish", (401, 403, 422, 422)
    ),
    ("editions.claim", "GET"): Visited("/e/the-river/claims/1", ANYONE),
    ("corrections.index", "GET"): Visited("/corrections", ANYONE),
    ("corrections.feed", "GET"): Visited("/corrections.atom", ANYONE),
    ("about.show", "GET"): Visited("/about/method", ANYONE),
    ("about.edit", "GET"): Visited("/about/method/edit", EDITORS),
    ("about.edit", "POST"): Visited(
        "/about/method/edit", (401, 403, 422, 422), {"text": ""}
    ),
    ("suggestions.show", "GET"): Visited("/suggestions", EDITORS),
    ("suggestions.learn", "POST"): Visited("/suggestions/learn", (401, 403, 302, 302)),
    ("suggestions.go_back", "POST"): Visited(
        "/suggestions/forget", (401, 403, 302, 302)
    ),
    ("reports.new", "GET"): Visited("/e/the-river/report", ANYONE),
    ("reports.send", "POST"): Visited("/e/the-river/report", (422,) * 4),
    ("reports.thanks", "GET"): Visited("/e/the-river/report/thanks", ANYONE),
    ("reports.index", "GET"): Visited("/reports", EDITORS),
    ("reports.take_up", "POST"): Visited("/reports/1", (401, 403, 422, 422)),
    ("editions.latest", "GET"): Visited("/e/the-river", ANYONE),
    ("editions.show", "GET"): Visited("/e/the-river/1", ANYONE),
    ("exports.download", "GET"): Visited("/essays/the-river/export/json", STAFF),
    ("exports.edition", "GET"): Visited("/e/the-river/1/export/json", ANYONE),
    ("versions.index", "GET"): Visited("/essays/the-river/versions", STAFF),
    ("versions.index", "POST"): Visited(
        "/essays/the-river/versions", (401, 403, 422, 422)
    ),
    ("versions.show", "GET"): Visited("/essays/the-river/versions/1", STAFF),
    ("versions.text", "GET"): Visited("/essays/the-river/versions/1/text", STAFF),
    ("attaching.choose", "GET"): Visited("/essays/the-river/claims/1/attach", STAFF),
    ("attaching.attach", "POST"): Visited(
        "/essays/the-river/claims/1/attach", done(422)
    ),
    ("attaching.confirm", "POST"): Visited(
        "/essays/the-river/claims/1/confirm", done(303)
    ),
    ("attaching.withdraw", "POST"): Visited(
        "/essays/the-river/claims/2/take-back", (401, 404, 404, 404)
    ),
    ("workbench.show", "GET"): Visited("/essays/the-river/workbench", STAFF),
    ("claims.show", "GET"): Visited("/essays/the-river/claims/1", STAFF),
    ("claims.mark", "POST"): Visited("/essays/the-river/claims", done(422)),
    ("claims.words", "POST"): Visited("/essays/the-river/claims/1/words", done(422)),
    ("reviews.save", "POST"): Visited(
        "/essays/the-river/claims/1/review", done(303), {"claim_revision": "1"}
    ),
    ("sentences.sort", "POST"): Visited(
        "/essays/the-river/sentences",
        done(303),
        {"sentences": "4", "to": "claim"},
    ),
    ("units.correct", "POST"): Visited(
        "/essays/the-river/units", done(303), {"do": "join", "s": "1"}
    ),
    ("claims.withdraw", "POST"): Visited(
        "/essays/the-river/claims/1/withdraw", done(303)
    ),
    ("rulings.queue", "GET"): Visited("/essays/the-river/rulings", EDITORS),
    ("rulings.show", "GET"): Visited("/essays/the-river/claims/1/ruling", EDITORS),
    ("rulings.show", "POST"): Visited(
        "/essays/the-river/claims/1/ruling", (401, 403, 422, 422)
    ),
    ("talk.say", "POST"): Visited(
        "/essays/the-river/claims/1/comments", done(303), {"text": "Hm."}
    ),
    ("talk.withdraw", "POST"): Visited(
        "/essays/the-river/claims/1/comments/99/withdraw", done(404)
    ),
    ("talk.mentions", "GET"): Visited("/mentions", STAFF),
    ("inquiries.index", "GET"): Visited("/essays/the-river/inquiries", STAFF),
    ("inquiries.new", "GET"): Visited(
        "/essays/the-river/claims/1/inquiries/new", STAFF
    ),
    ("inquiries.new", "POST"): Visited(
        "/essays/the-river/claims/1/inquiries/new", done(422)
    ),
    ("inquiries.edit", "GET"): Visited(
        "/essays/the-river/inquiries/1", (SIGN_IN, 404, 200, 200)
    ),
    ("inquiries.edit", "POST"): Visited(
        "/essays/the-river/inquiries/1", (401, 404, 422, 422)
    ),
    ("rewordings.index", "GET"): Visited("/essays/the-river/rewordings", STAFF),
    ("rewordings.new", "GET"): Visited(
        "/essays/the-river/claims/1/rewordings/new", STAFF
    ),
    ("rewordings.new", "POST"): Visited(
        "/essays/the-river/claims/1/rewordings/new", done(422)
    ),
    ("rewordings.withdraw", "POST"): Visited(
        "/essays/the-river/rewordings/99/withdraw", done(404)
    ),
    ("guests.invite", "POST"): Visited(
        "/essays/the-river/guests", (401, 403, 422, 422)
    ),
    ("guests.withdraw", "POST"): Visited(
        "/essays/the-river/guests/99/withdraw", (401, 403, 404, 404)
    ),
    ("guests.show", "GET"): Visited("/g/not-a-secret", (404,) * 4),
    ("guests.answer", "POST"): Visited("/g/not-a-secret/rewordings/1", (404,) * 4),
    ("assignments.index", "GET"): Visited("/essays/the-river/assignments", EDITORS),
    ("assignments.assign", "POST"): Visited(
        "/essays/the-river/assignments", (401, 403, 422, 422)
    ),
    ("assignments.reviewing", "POST"): Visited(
        "/essays/the-river/reviewing", (401, 403, 422, 422)
    ),
    ("assignments.take", "POST"): Visited("/essays/the-river/take", done(303)),
    ("assignments.release", "POST"): Visited(
        "/essays/the-river/claims/1/give-back", done(302)
    ),
    ("annotating.bring", "GET"): Visited("/essays/the-river/annotations", STAFF),
    ("annotating.bring", "POST"): Visited("/essays/the-river/annotations", done(422)),
    ("agreement.show", "GET"): Visited("/essays/the-river/agreement", EDITORS),
    ("history.essay", "GET"): Visited("/essays/the-river/history", STAFF),
    ("history.restore", "POST"): Visited(
        "/essays/the-river/claims/1/restore", (401, 404, 404, 404)
    ),
    ("history.undo", "POST"): Visited("/essays/the-river/undo", done(303)),
    ("security.logout", "POST"): Visited("/sign-out", (302,) * 4),
}


@pytest.fixture(autouse=True)
def _desk(session: Session, people: dict[Role, User]) -> None:
    """Let there be an essay with a claim, and an edition of it."""
    editor = people[Role.EDITOR]
    essay = essays.essay(session, actor=editor)
    claim = essays.mark(session, essay, editor, "The river rose")
    asked = InquiryFacts(whom="The mayor", question="When?", asked_on="2026-03-03")
    ask(session, actor=editor, claim=claim, facts=asked)
    publish_edition(session, actor=editor, essay=essay, note="")
    session.commit()


def test_every_address_is_in_the_table(app: Flask):
    known = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        if not rule.rule.startswith("/api/")  # tests/api/test_access.py walks those
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert known == TABLE.keys()


def test_the_table_walks_the_addresses_it_names(app: Flask):
    for (endpoint, method), visited in TABLE.items():
        found, _ = app.url_map.bind("localhost").match(visited.path, method)
        assert found == endpoint


@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_what_the_table_says(visit: Visit, who: Role | None):
    client = visit(who)
    given = token(client, "/profile" if who else "/sign-in")
    column = WHO.index(who)
    answers, expected = {}, {}
    for (endpoint, method), visited in TABLE.items():
        form = {"csrf_token": given, **visited.form} if method == "POST" else {}
        answer = client.open(visited.path, method=method, data=form)
        answer.close()
        sent_away = answer.headers.get("Location", "").startswith("/sign-in?")
        status = SIGN_IN if sent_away else answer.status_code
        if visited.path == "/" and answer.headers.get("Location") == "/sign-in":
            status = SIGN_IN
        answers[endpoint, method] = status
        expected[endpoint, method] = visited.answers[column]
    assert answers == expected


@pytest.mark.parametrize("who", [None, Role.ADMIN])
def test_no_form_is_taken_without_its_token(visit: Visit, who: Role | None):
    client = visit(who)
    taken = {
        endpoint: answer.status_code
        for (endpoint, method), visited in TABLE.items()
        if method == "POST"
        and (answer := client.post(visited.path, data=visited.form)).status_code
        not in {400, 401}
    }
    assert taken == {}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(visit: Visit, method: str):
    client = visit(Role.ADMIN)
    for visited in TABLE.values():
        assert client.open(visited.path, method=method).status_code == 405


def test_what_is_not_there_is_not_found(visit: Visit):
    client = visit(Role.ADMIN)
    for path in (
        "/nowhere",
        "/essays/nothing",
        "/essays/nothing/workbench",
        "/essays/the-river/claims/99",
        "/essays/the-river/export/papyrus",
        "/e/nothing",
        "/e/the-river/2",
        "/e/the-river/2/export/json",
    ):
        assert client.get(path).status_code == 404, path


def test_drafts_stay_with_the_desk(visit: Visit, session: Session):
    essays.essay(session, title="Not published")
    session.commit()
    stranger = visit(None)
    assert stranger.get("/e/not-published").status_code == 404
    assert stranger.get("/e/not-published/1/export/html").status_code == 404
