"""What a proposed rewording may be, and what an author may say to it."""

from enum import StrEnum

from factcheck.errors import InvalidError
from factcheck.translating import N_, _, number

WORDS_LIMIT = 5_000
REASON_LIMIT = 2_000


class Answer(StrEnum):
    """What an author says to other words for a sentence of theirs."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ANSWERED = "answered"


STATUS_LABELS: dict[str, str] = {
    "proposed": N_("Waits for the author"),
    Answer.ACCEPTED: N_("The author accepts it"),
    Answer.REJECTED: N_("The author rejects it"),
    Answer.ANSWERED: N_("The author answered"),
    "withdrawn": N_("Taken back"),
}


def check_proposal(original: str, proposed: str, reason: str) -> tuple[str, str]:
    """Return the proposed words and the reason, stripped.

    Raises:
        InvalidError: nothing proposed, nothing different, or too long.
    """
    proposed, reason = proposed.strip(), reason.strip()
    if not proposed:
        raise InvalidError("proposed", _("Write the words you propose."))
    if proposed == original.strip():
        raise InvalidError(
            "proposed",
            _("These are the author's own words. Change what should change."),
        )
    _within("proposed", proposed, WORDS_LIMIT)
    _within("reason", reason, REASON_LIMIT)
    return proposed, reason


def check_answer(status: str, answer: str) -> tuple[Answer, str]:
    """Return what the author chose and wrote.

    Raises:
        InvalidError: nothing chosen, or an answer without words.
    """
    answer = answer.strip()
    if status not in set(Answer):
        raise InvalidError("status", _("Choose: accept, reject, or only answer."))
    if status == Answer.ANSWERED and not answer:
        raise InvalidError("answer", _("Write your answer."))
    _within("answer", answer, WORDS_LIMIT)
    return Answer(status), answer


def _within(field: str, value: str, limit: int) -> None:
    if len(value) > limit:
        raise InvalidError(
            field, _("Keep this under %(limit)s characters.", limit=number(limit))
        )
