"""Our own json, back in."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.annotated import import_annotated
from factcheck.actions.snapshots import add_copy
from factcheck.exports.json import write_json
from factcheck.exports.reading import read_json
from factcheck.models import Fetch, Snapshot, User
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.essays import find_essay
from factcheck.rules.annotated import AnnotatedEssay, AnnotatedSource
from factcheck.rules.annotating import with_edition
from factcheck.rules.evidence import address_key
from factcheck.rules.quoted import QuotationFound
from factcheck.text.kept import KeptText
from tests.exports.seed_essay import seed_essay
from tests.exports.test_beside import decided

URL = next(source.url for source in seed_essay().claims[0].sources if source.url)


def checked() -> AnnotatedEssay:
    """Return an essay whose sources were checked, and have copies in an archive."""
    essay = with_edition(decided(), None)
    found = QuotationFound("altered", "2026-03-04", 2, "the words that stood there")
    archived = f"https://web.archive.org/web/20190303120000/{URL}"

    def known(sources: tuple[AnnotatedSource, ...]) -> tuple[AnnotatedSource, ...]:
        return tuple(
            replace(s, quote="Quoted.", quotation=found, archived=archived)
            if s.url == URL
            else s
            for s in sources
        )

    claims = tuple(
        replace(
            claim,
            sources=known(claim.sources),
            reviews=tuple(replace(r, sources=known(r.sources)) for r in claim.reviews),
        )
        for claim in essay.claims
    )
    return replace(essay, claims=claims)


def again(session: Session, data: bytes) -> bytes:
    """Import a file and write the essay it became."""
    essay = import_annotated(session, actor=None, annotated=read_json(data))
    session.expunge_all()
    return write_json(annotated_essay(session, find_essay(session, essay.slug)))


def test_rulings_inquiries_rewordings_and_interests_come_back(session: Session):
    data = write_json(with_edition(decided(), None))
    assert again(session, data) == data


def test_sources_of_reviews_that_are_not_printed_come_back(session: Session):
    data = write_json(with_edition(decided(print_dissent=False), None))
    assert again(session, data) == data


def test_quotations_checked_elsewhere_and_archived_copies_come_back(session: Session):
    data = write_json(checked())
    assert again(session, data) == data
    assert URL in session.scalars(select(Fetch.url)).all()


def test_what_is_checked_here_counts_before_what_came_along(
    session: Session, tmp_path: Path
):
    essay = import_annotated(session, actor=None, annotated=checked())
    text = "It was as it was, and so it stayed."
    snapshot = Snapshot(source_key=address_key(URL), url=URL)
    add_copy(session, snapshot, text.encode(), KeptText(text, "text/plain"), tmp_path)
    session.flush()
    session.expunge_all()
    claims = annotated_essay(session, find_essay(session, essay.slug)).claims
    found = [s.quotation.outcome for c in claims for s in c.sources if s.quotation]
    assert found
    assert set(found) == {"absent"}


def test_an_editor_who_is_no_reviewer_comes_in_as_a_person(session: Session):
    again(session, write_json(with_edition(decided(), None)))
    people = {person.name: person for person in session.scalars(select(User))}
    assert people["E. Ditor"].active is False
    assert people["B. Reader"].interests == "Owns shares."
