"""What a claim may be: checkable words inside one sentence."""

from factcheck.errors import InvalidError
from factcheck.translating import _, number

STATEMENT_LIMIT = 2_000


def check_words(
    text: str, start: int, end: int, *, sentence_start: int, sentence_end: int
) -> str:
    """Return the words text[start:end] of a claim.

    Args:
        text: the version's whole text.
        start: first code point of the claim's words.
        end: the code point after the last.
        sentence_start: where their sentence starts.
        sentence_end: where it ends.

    Raises:
        InvalidError: the words reach outside the sentence, or are blank.
    """
    if not sentence_start <= start < end <= sentence_end:
        raise InvalidError(
            "words",
            _(
                "The words of a claim must lie inside one sentence. Choose the"
                " first and the last word again."
            ),
        )
    quote = text[start:end]
    if not any(ch.isalnum() for ch in quote):
        raise InvalidError("words", _("Choose at least one word."))
    if quote != quote.strip():
        raise InvalidError(
            "words", _("A claim starts and ends with a word, not a space.")
        )
    return quote


def check_statement(statement: str) -> str:
    """Return the statement, stripped.

    Raises:
        InvalidError: it is longer than STATEMENT_LIMIT code points.
    """
    statement = statement.strip()
    if len(statement) > STATEMENT_LIMIT:
        raise InvalidError(
            "statement",
            _(
                "Keep the statement under %(limit)s characters.",
                limit=number(STATEMENT_LIMIT),
            ),
        )
    return statement
