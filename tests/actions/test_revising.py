"""A new text of an essay: what is carried over, what waits, what is refused."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.confirming import attach_claim, confirm_words
from factcheck.actions.editions import publish_edition
from factcheck.actions.events import undo_last
from factcheck.actions.revising import revise_essay
from factcheck.actions.sentences import sort_sentences
from factcheck.errors import (
    ForbiddenError,
    InvalidError,
    MovedError,
    NothingToUndoError,
    StaleError,
)
from factcheck.exports.reading import read_json
from factcheck.models import Anchor, Claim, Essay, Review, SentenceChange, User, Version
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.editions import last_document
from factcheck.rules.annotated import AnnotatedClaim
from factcheck.rules.layouts import Layout
from factcheck.rules.permissions import Role
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.documents import read_pasted
from tests.factories import essays, people

TEXT = (
    "The river rose by two metres in 1949. Nobody measured it until June.\n\n"
    "The town was built on stone. It had nine bridges, and three of them stand.\n\n"
    "What a place it was! The mayor fled to the hills in May.\n"
)


@pytest.fixture
def robin(session: Session) -> User:
    return people.person(session)


@pytest.fixture
def ines(session: Session) -> User:
    return people.person(session, Role.EDITOR, name="Ines", email="ines@example.org")


@pytest.fixture
def essay(session: Session, robin: User) -> Essay:
    """Return an essay with three reviewed claims and an opinion."""
    essay = essays.essay(session, text=TEXT)
    for words in ("rose by two metres", "nine bridges", "The mayor fled to the hills"):
        claim = essays.mark(session, essay, robin, words)
        essays.save(session, claim, robin)
    opinion = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
    sort_sentences(session, actor=robin, essay=essay, positions=[5], to=opinion)
    return essay


def revise(session: Session, essay: Essay, actor: User, text: str, **kwargs: object):
    document = read_pasted(text)
    return revise_essay(session, actor=actor, essay=essay, document=document, **kwargs)


def claims(session: Session, essay: Essay) -> dict[int, AnnotatedClaim]:
    return {c.number: c for c in annotated_essay(session, essay).claims}


def row(session: Session, number: int) -> Claim:
    asked = select(Claim).where(Claim.number == number)
    return session.scalars(asked, execution_options={"populate_existing": True}).one()


def anchor(session: Session, number: int) -> Anchor:
    return session.scalars(
        select(Anchor)
        .join(Version, Version.id == Anchor.version_id)
        .where(Anchor.claim_id == row(session, number).id, Version.current)
    ).one()


def test_what_did_not_change_stays_and_what_moved_follows(session, essay, ines):
    first, second, third = TEXT.split("\n\n")
    new = "\n\n".join((second, first, third.replace("!", "!  ")))

    revise(session, essay, ines, new)

    found = claims(session, essay)
    assert [found[n].settlement for n in (1, 2, 3)] == [Settlement.SETTLED] * 3
    annotated = annotated_essay(session, essay)
    assert annotated.facts.version == 2
    for claim in annotated.claims:
        assert annotated.text[claim.start : claim.end] == claim.quote
    assert [s.sorting for s in annotated.sentences] == [
        Sorting.TO_SORT,
        Sorting.CLAIM,
        Sorting.CLAIM,
        Sorting.TO_SORT,
        Sorting.NOT_A_CLAIM,
        Sorting.CLAIM,
    ]


def test_edited_words_wait_and_no_verdict_counts_before_they_are_confirmed(
    session, essay, ines, robin
):
    revise(session, essay, ines, TEXT.replace("two metres", "nearly three metres"))

    (waits,) = [c for c in claims(session, essay).values() if c.number == 1]
    assert waits.settlement is Settlement.CHANGED
    assert waits.verdict is None
    assert waits.reviews == ()
    assert "nearly three metres" in waits.quote
    assert claims(session, essay)[2].settlement is Settlement.SETTLED

    words = anchor(session, 1)
    confirm_words(
        session, actor=robin, claim=row(session, 1), words_revision=words.revision
    )

    assert claims(session, essay)[1].settlement is Settlement.SETTLED
    undo_last(session, actor=robin, essay=essay)
    assert claims(session, essay)[1].settlement is Settlement.CHANGED


def test_words_that_are_gone_keep_their_claim_until_a_person_decides(
    session, essay, ines, robin
):
    new = TEXT.replace("It had nine bridges, and three of them stand.", "")
    revise(session, essay, ines, new)

    assert 2 not in claims(session, essay)
    lost = row(session, 2)
    assert lost.unconfirmed == "lost"
    assert session.scalars(select(Review).where(Review.claim_id == lost.id)).all()
    with pytest.raises(InvalidError, match="not in this text"):
        confirm_words(session, actor=robin, claim=lost, words_revision=1)

    at = new.index("town was built on stone")
    attach_claim(
        session,
        actor=robin,
        claim=lost,
        start=at,
        end=at + len("town was built on stone"),
        seen=Layout(2, 1),
    )

    assert claims(session, essay)[2].quote == "town was built on stone"
    assert claims(session, essay)[2].settlement is Settlement.SETTLED
    undo_last(session, actor=robin, essay=essay)
    assert 2 not in claims(session, essay)
    assert row(session, 2).unconfirmed == "lost"


def test_words_that_stand_twice_are_asked_about(session, ines, robin):
    essay = essays.essay(session, text="It rained in May. Then came the flood.\n")
    essays.mark(session, essay, robin, "It rained in May.")
    new = (
        "Rivers are old and wide here. It rained in May. Some went away to the north."
        "\n\nOthers had boats on the lake. It rained in May. Nothing else is known.\n"
    )
    revise(session, essay, ines, new)
    assert row(session, 1).unconfirmed in {"ambiguous", "lost"}
    assert claims(session, essay) == {}


def test_a_draft_taken_back_costs_nothing(session, essay, ines):
    before = claims(session, essay)
    revise(session, essay, ines, "Something else altogether was sent by mistake.\n")
    assert claims(session, essay) == {}
    revise(session, essay, ines, TEXT)
    after = claims(session, essay)
    assert after == before
    assert {row(session, n).unconfirmed for n in (1, 2, 3)} == {None}


def test_a_corrected_split_is_kept_in_the_next_text(session, ines, robin):
    from factcheck.actions.units import join_sentences  # noqa: PLC0415

    text = "It was so. Late in May they left. They came back.\n"
    essay = essays.essay(session, text=text)
    join_sentences(session, actor=robin, essay=essay, position=1)
    revise(session, essay, ines, "A new start. " + text)
    texts = [s.text for s in annotated_essay(session, essay).sentences]
    assert texts[1] == "It was so. Late in May they left."


def test_the_same_text_two_at_once_and_strangers_are_refused(
    session, essay, ines, robin
):
    with pytest.raises(InvalidError, match="to the letter"):
        revise(session, essay, ines, TEXT)
    with pytest.raises(ForbiddenError):
        revise(session, essay, robin, TEXT + "More.")
    revise(session, essay, ines, TEXT + "More was said.\n", seen=1)
    with pytest.raises(StaleError, match="version 2"):
        revise(session, essay, ines, TEXT + "Less was said.\n", seen=1)
    numbers = session.scalars(select(Version.number).order_by(Version.number)).all()
    assert numbers == [1, 2]


def test_who_had_the_old_text_before_them_is_told(session, essay, ines, robin):
    revise(session, essay, ines, TEXT + "More was said.\n")
    with pytest.raises(MovedError, match="version 2"):
        sort_sentences(
            session,
            actor=robin,
            essay=essay,
            positions=[2],
            to=Sorted(Sorting.CLAIM),
            seen=Layout(1, 1),
        )
    with pytest.raises(NothingToUndoError):
        undo_last(session, actor=robin, essay=essay)


def test_editions_of_the_old_text_stay_as_they_were(session, essay, ines):
    publish_edition(session, actor=ines, essay=essay, note="")
    document = last_document(session, essay.id)
    revise(session, essay, ines, TEXT.replace("two metres", "nearly three metres"))
    assert last_document(session, essay.id) == document
    assert read_json(document.encode()).text == TEXT


def test_what_became_of_sentences_is_kept(session, essay, ines):
    new = TEXT.replace("nine bridges", "ten bridges").replace(
        "Nobody measured it until June.", ""
    )
    revise(session, essay, ines, new + "It is all water now.\n")
    kinds = session.scalars(
        select(SentenceChange.kind).order_by(SentenceChange.ordinal)
    ).all()
    assert sorted(kinds) == ["cut", "edited", "new", "same", "same", "same", "same"]
