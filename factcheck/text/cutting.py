"""Where a sentence can be cut in two: before a word, with what opens it."""

import unicodedata

from factcheck.text.words import words

_OPENING = ("Ps", "Pi")


def places(sentence: str) -> tuple[int, ...]:
    """Return where each word but the first begins, as offsets into the sentence."""
    return tuple(word.start for word in words(sentence) if word.pickable)[1:]


def cut_before(sentence: str, at: int) -> int | None:
    """Return where to cut so that the second half begins with the word at an offset.

    A bracket or quotation mark that opens before the word goes along with it: in
    'He left. “Why?”' the cut before "Why" is made before the mark.

    Returns:
        An offset with words or marks on both sides of it; None where no word begins,
        or nothing stands before it.
    """
    if at not in places(sentence):
        return None
    cut = _with_opening(sentence, at)
    return cut if sentence[:cut].strip() else None


def _with_opening(sentence: str, at: int) -> int:
    """Go back over what belongs to the word."""
    cut = at
    while cut and unicodedata.category(sentence[cut - 1]) in _OPENING:
        cut -= 1
    edge = cut
    while (
        edge and not sentence[edge - 1].isspace() and not sentence[edge - 1].isalnum()
    ):
        edge -= 1
    # A mark with white space before it stands by the word that follows it.
    return edge if edge and sentence[edge - 1].isspace() else cut
