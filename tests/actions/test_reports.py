"""Reports of errors by readers."""

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition, unpublish_essay
from factcheck.actions.reports import report_error, take_up_report
from factcheck.errors import ForbiddenError, GoneError, InvalidError, NotFoundError
from factcheck.models import Essay, User
from factcheck.queries.reports import count_reports, list_reports
from factcheck.rules.permissions import Role
from factcheck.rules.reports import ReportFacts, ReportState
from tests.factories import essays
from tests.factories.people import person


@pytest.fixture
def editor(session: Session) -> User:
    return person(session, Role.EDITOR, name="Ines Moreau")


@pytest.fixture
def essay(session: Session, editor: User) -> Essay:
    essay = essays.essay(session, actor=editor)
    publish_edition(session, actor=editor, essay=essay, note="")
    return essay


def test_a_report_waits_for_an_editor(session: Session, essay: Essay, editor: User):
    facts = ReportFacts(" It was 1950. ", " me@example.org ", 3)
    report = report_error(session, slug=essay.slug, facts=facts)
    (row,) = list_reports(session, ReportState.NEW, most=9)
    assert (row.text, row.contact, row.claim, row.edition) == (
        "It was 1950.",
        "me@example.org",
        3,
        1,
    )
    take_up_report(
        session, actor=editor, report_id=report.id, state=ReportState.ANSWERED
    )
    (row,) = list_reports(session, ReportState.ANSWERED, most=9)
    assert row.read_by == "Ines Moreau"
    assert count_reports(session) == {
        ReportState.NEW: 0,
        ReportState.READ: 0,
        ReportState.ANSWERED: 1,
    }
    take_up_report(session, actor=editor, report_id=report.id, state=ReportState.NEW)
    (row,) = list_reports(session, ReportState.NEW, most=9)
    assert row.read_by == ""


@pytest.mark.parametrize(
    "facts",
    [ReportFacts(" "), ReportFacts("x" * 5_001), ReportFacts("So.", "x" * 201)],
)
def test_a_report_says_something_and_not_too_much(
    session: Session, essay: Essay, facts: ReportFacts
):
    with pytest.raises(InvalidError):
        report_error(session, slug=essay.slug, facts=facts)


def test_only_what_is_published_can_be_reported(
    session: Session, essay: Essay, editor: User
):
    facts = ReportFacts("So.")
    essays.essay(session, title="Draft")
    for slug in ("nothing", "draft"):
        with pytest.raises(NotFoundError):
            report_error(session, slug=slug, facts=facts)
    unpublish_essay(session, actor=editor, essay=essay, note="Gone.")
    with pytest.raises(GoneError):
        report_error(session, slug=essay.slug, facts=facts)


def test_reviewers_do_not_take_up_reports(session: Session, essay: Essay):
    report = report_error(session, slug=essay.slug, facts=ReportFacts("So."))
    with pytest.raises(ForbiddenError):
        take_up_report(
            session,
            actor=person(session),
            report_id=report.id,
            state=ReportState.READ,
        )
