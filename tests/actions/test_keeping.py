"""What holds of claims whatever is done to an essay's text, tried on many essays."""

import random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.revising import revise_essay
from factcheck.actions.units import join_sentences, split_sentence
from factcheck.errors import InvalidError
from factcheck.models import Anchor, Claim, Essay, Review, Sentence, User, Version
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.permissions import Role
from factcheck.text.documents import read_pasted
from factcheck.text.words import words
from tests.factories import essays, people

ESSAYS = 4
POOL = (
    *("The river rose by two metres in 1949.", "Nobody measured it until June."),
    *("It had nine bridges, and three of them stand.", "Who counted them?"),
    *("The mayor fled to the hills in May.", "Bread cost 12 pence a loaf."),
    *("它在1949年上涨了两米。", "بُني الجسر الأول سنة 1883.", "Four schools closed. 🌊"),
)


@pytest.fixture
def ines(session: Session) -> User:
    return people.person(session, Role.EDITOR, name="Ines", email="ines@example.org")


def text_of(rng: random.Random) -> str:
    """Write two to four paragraphs of sentences that each come once."""
    sentences = rng.sample(POOL, k=rng.randint(4, len(POOL)))
    breaks = [rng.choice((" ", " ", "\n\n")) for _ in sentences]
    return "".join(s + b for s, b in zip(sentences, breaks, strict=True)).strip() + "\n"


def reviewed(session: Session, rng: random.Random, actor: User) -> Essay:
    """Import an essay and review a claim in some of its sentences."""
    essay = essays.essay(session, text=text_of(rng))
    text = whole_text(session, current_version(session, essay).id)
    for sentence in POOL:
        if sentence in text and rng.random() < 0.6:
            pieces = sentence.split(" ")
            start = rng.randrange(len(pieces))
            claim = essays.mark(session, essay, actor, " ".join(pieces[start:]))
            essays.save(session, claim, actor)
    return essay


def anchors(session: Session, essay: Essay) -> dict[int, str]:
    """Return the words of each claim as the text stands; all anchors are checked."""
    asked = (
        select(Claim.number, Anchor, Sentence, Version)
        .join(Claim, Claim.id == Anchor.claim_id)
        .join(Version, Version.id == Anchor.version_id)
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .where(Claim.essay_id == essay.id)
    )
    found = {}
    fresh = {"populate_existing": True}
    rows = session.execute(asked, execution_options=fresh)
    for number, anchor, sentence, version in rows:
        text = whole_text(session, version.id)
        assert sentence.version_id == version.id
        assert sentence.start <= anchor.start < anchor.end <= sentence.end <= len(text)
        assert text[anchor.start : anchor.end] == anchor.quote
        if version.current:
            found[number] = anchor.quote
    return found


def reviews(session: Session, essay: Essay) -> list[tuple[int, bool]]:
    """Return the reviews of an essay: of which claim, and whether given."""
    asked = select(Claim.number, Review.given_at).join(Claim).order_by(Claim.number)
    found = session.execute(asked.where(Claim.essay_id == essay.id))
    return [(number, given is not None) for number, given in found]


def unconfirmed(session: Session, essay: Essay) -> dict[int, str | None]:
    asked = select(Claim.number, Claim.unconfirmed).where(Claim.essay_id == essay.id)
    return dict(session.execute(asked).all())


def revised(rng: random.Random, text: str) -> str:
    """Return a text with paragraphs moved, sentences cut and words changed."""
    parts = text.split("\n\n")
    rng.shuffle(parts)
    found = "\n\n".join(parts)
    for sentence in rng.sample(POOL, k=3):
        change = rng.choice(("", sentence.replace("1", "7"), f"So it was. {sentence}"))
        found = found.replace(sentence, change)
    return f"A new start.\n\n{found}"


@pytest.mark.parametrize("seed", range(ESSAYS))
def test_there_and_back_restores_each_claim_that_was_not_lost(session, ines, seed):
    rng = random.Random(seed)  # noqa: S311 - chance, no secret
    essay = reviewed(session, rng, ines)
    first = whole_text(session, current_version(session, essay).id)
    before, given = anchors(session, essay), reviews(session, essay)
    for text in (revised(rng, first), first):
        revise_essay(session, actor=ines, essay=essay, document=read_pasted(text))
        waits = unconfirmed(session, essay)
        stand = anchors(session, essay)
        assert reviews(session, essay) == given
        assert stand.keys() | {n for n, why in waits.items() if why} == before.keys()
    assert stand == before
    assert set(waits.values()) <= {None}


@pytest.mark.parametrize("seed", range(ESSAYS))
def test_splitting_and_joining_any_sentence_loses_nothing(session, ines, seed):
    rng = random.Random(seed)  # noqa: S311 - chance, no secret
    essay = reviewed(session, rng, ines)
    version = current_version(session, essay)
    text = whole_text(session, version.id)
    before, given = anchors(session, essay), reviews(session, essay)
    asked = select(Sentence.position, Sentence.start, Sentence.end)
    asked = asked.where(Sentence.version_id == version.id).order_by(Sentence.position)
    for _ in range(6):
        position, start, end = rng.choice(session.execute(asked).all())
        inner = [w.start for w in words(text[start:end]) if not w.text.isspace()][1:]
        try:
            if inner and rng.random() < 0.6:
                at = start + rng.choice(inner)
                split_sentence(
                    session, actor=ines, essay=essay, position=position, at=at
                )
            else:
                join_sentences(session, actor=ines, essay=essay, position=position)
        except InvalidError:
            continue  # Through a claim's words, or after the last sentence.
        assert anchors(session, essay) == before
        assert reviews(session, essay) == given
