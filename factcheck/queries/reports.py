"""What readers said is wrong, for editors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import ErrorReport, Essay, User
from factcheck.rules.reports import ReportState
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report, the essay it is about, and who took it up."""

    id: int
    slug: str
    title: str
    edition: int
    claim: int | None
    text: str
    contact: str
    created_at: datetime
    state: ReportState
    read_by: str


def list_reports(
    session: Session, state: ReportState, most: int
) -> Sequence[ReportRow]:
    """Return reports in one state, the newest first."""
    rows = session.execute(
        select(
            ErrorReport.id,
            Essay.slug,
            Essay.title,
            ErrorReport.edition,
            ErrorReport.claim_number,
            ErrorReport.text,
            ErrorReport.contact,
            ErrorReport.created_at,
            ErrorReport.state,
            func.coalesce(User.name, ""),
        )
        .join(Essay, Essay.id == ErrorReport.essay_id)
        .outerjoin(User, User.id == ErrorReport.read_by_id)
        .where(ErrorReport.state == state.value)
        .order_by(ErrorReport.id.desc())
        .limit(most)
    )
    return [ReportRow(*row[:8], ReportState(row[8]), row[9]) for row in rows]


def count_reports(session: Session) -> dict[ReportState, int]:
    """Return how many reports there are in each state."""
    rows = session.execute(
        select(ErrorReport.state, func.count()).group_by(ErrorReport.state)
    )
    found = {ReportState(state): number for state, number in rows}
    return {state: found.get(state, 0) for state in ReportState}


def find_report(session: Session, report_id: int) -> ErrorReport:
    """Return a report by id.

    Raises:
        NotFoundError: there is none.
    """
    report = session.get(ErrorReport, report_id)
    if report is None:
        raise NotFoundError(_("There is no such report."))
    return report
