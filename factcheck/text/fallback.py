"""Languages that our rules do not know, cut by a library that knows about 300.

It is young, and some inputs keep it busy for minutes, so it only ever sees short
ordinary pieces; everything else is cut by our rules.
"""

import re

# A piece with more marks than this to its length is no prose.
_MARKS = re.compile(r"[^\w\s,]")
_FEWEST_CHARACTERS_A_MARK = 8
_STOPS = re.compile(r"[.!?…。।]")
_FEWEST_CHARACTERS_A_STOP = 20
_LONGEST = 20_000


def ends(text: str, language: str) -> list[int] | None:
    """Return where the library ends sentences inside a block, or nothing.

    Args:
        text: one block without line ends or other oddities.
        language: primary language subtag.
    """
    if len(text) > _LONGEST or not _is_ordinary(text):
        return None
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  (1 MB, seldom used)

    try:
        found = get_sentence_boundaries(language, text)
    except Exception:  # noqa: BLE001 - whatever it raises, the text stays whole
        return None
    return [end for end in (_end(text, cut["end_index"]) for cut in found) if end]


def _is_ordinary(text: str) -> bool:
    """Say whether marks are no more frequent than in prose; short texts may differ."""
    marks, stops = len(_MARKS.findall(text)), len(_STOPS.findall(text))
    dense = max(marks * _FEWEST_CHARACTERS_A_MARK, stops * _FEWEST_CHARACTERS_A_STOP)
    return dense <= len(text) + 100


def _end(text: str, end: int) -> int:
    """Return an inner end without the space before it, or 0."""
    kept = len(text[:end].rstrip())
    return kept if 0 < kept < len(text.rstrip()) else 0
