"""Comments in the margin of an imported document become draft reviews."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from factcheck.actions.claims import mark_claim
from factcheck.actions.reviews import save_review
from factcheck.models import Claim, Essay, Sentence, User
from factcheck.queries.claims import all_sentences, live_claims, review_of
from factcheck.queries.essays import current_version
from factcheck.rules.reviews import EXPLANATION_LIMIT, ReviewFacts
from factcheck.text.readers.parts import Comment

# A comment on a single character was put on a point, and means the sentence.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of comments.

    Attributes:
        drafts: how many drafts were made of them.
        left: on how many claims the person had a review already.
    """

    drafts: int
    left: int


def take_comments(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    text: str,
    comments: Sequence[Comment],
) -> Taken:
    """Mark the words that comments are about, and keep what they say as drafts.

    A claim lies in one sentence, so of words in several it is those in the first.
    Comments on the same words share a claim and a draft; one that says nothing makes
    its words a claim. Where the person has a review already, it stays as it is.

    Args:
        session: the database session.
        actor: whose drafts they become; the explanation names who wrote the comment.
        essay: of which essay.
        text: of its current version.
        comments: what stands in the margin of that text.

    Raises:
        ForbiddenError: the person may not mark or review.
    """
    version = current_version(session, essay)
    sentences = all_sentences(session, version.id)
    starts = [sentence.start for sentence in sentences]
    said: dict[tuple[int, int], list[str]] = {}
    held: dict[tuple[int, int], Sentence] = {}
    for comment in comments:
        sentence = sentences[max(0, bisect_right(starts, comment.start) - 1)]
        words = _words(text, sentence, comment)
        said.setdefault(words, []).append(_signed(comment))
        held[words] = sentence
    drafts = left = 0
    for words, each in said.items():
        claim = _claim(session, actor, essay, held[words], words)
        explanation = "\n\n".join(filter(None, each))[:EXPLANATION_LIMIT]
        if review_of(session, claim.id, actor.id) is not None:
            left += 1
            continue
        if not explanation:
            continue
        drafts += 1
        save_review(
            session,
            actor=actor,
            claim=claim,
            facts=ReviewFacts(explanation=explanation),
            statement=None,
            revision=0,
            claim_revision=claim.revision,
            give=False,
        )
    return Taken(drafts, left)


def _words(text: str, sentence: Sentence, comment: Comment) -> tuple[int, int]:
    """Return the words of one sentence that a comment is about, else all of it."""
    start, end = max(sentence.start, comment.start), min(sentence.end, comment.end)
    words = text[start:end]
    if len(words) < _FEWEST or not any(map(str.isalnum, words)):
        return sentence.start, sentence.end
    first = start + len(words) - len(words.lstrip())
    return first, first + len(words.strip())


def _claim(
    session: Session,
    actor: User,
    essay: Essay,
    sentence: Sentence,
    words: tuple[int, int],
) -> Claim:
    """Return the claim on these words; they may be marked already."""
    for claim, anchor in live_claims(session, [sentence.id]):
        if (anchor.start, anchor.end) == words:
            return claim
    return mark_claim(session, actor=actor, essay=essay, start=words[0], end=words[1])


def _signed(comment: Comment) -> str:
    by = ", ".join(filter(None, (comment.author, comment.date)))
    if not comment.words:
        return ""
    return f"{by}: {comment.words}" if by else comment.words
