"""Reports of errors: a reader makes one, an editor takes it up."""

from sqlalchemy.orm import Session

from factcheck.actions.saving import flush
from factcheck.errors import NotFoundError
from factcheck.models import ErrorReport, User
from factcheck.queries.editions import last_edition, published_essay
from factcheck.queries.reports import find_report
from factcheck.rules.permissions import Deed, require
from factcheck.rules.reports import ReportFacts, ReportState, check_report
from factcheck.translating import _


def report_error(session: Session, *, slug: str, facts: ReportFacts) -> ErrorReport:
    """Keep what a reader says is wrong with the newest edition; anyone may.

    Raises:
        InvalidError: nothing is said, or too much.
        NotFoundError: nothing is published under this slug.
        GoneError: what was published was taken down.
    """
    essay_id = published_essay(session, slug)
    edition = last_edition(session, essay_id)
    if not edition.number:
        raise NotFoundError(_("Nothing is published under %(slug)s.", slug=repr(slug)))
    facts = check_report(facts)
    report = ErrorReport(
        essay_id=essay_id,
        edition=edition.number,
        claim_number=facts.claim,
        text=facts.text,
        contact=facts.contact,
    )
    session.add(report)
    flush(session)
    return report


def take_up_report(
    session: Session, *, actor: User, report_id: int, state: ReportState
) -> ErrorReport:
    """Say how far the desk is with a report, and who is.

    Raises:
        NotFoundError: there is no such report.
    """
    require(actor.role, Deed.PUBLISH)
    report = find_report(session, report_id)
    report.state = state.value
    report.read_by_id = None if state is ReportState.NEW else actor.id
    flush(session)
    return report
