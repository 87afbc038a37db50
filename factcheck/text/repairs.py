"""One block's sentence ends: what the base library found, mended by our rules."""

import re
from collections.abc import Iterable

from factcheck.text import cuts, joins, lists
from factcheck.text.marks import CLOSERS
from factcheck.text.speech import embedded_quotations

# A block can only be cut after one of these.
_MARK = re.compile("[.!?)…。！？｡︒．؟۔।॥።፧։]")  # noqa: RUF001 - stops of many scripts
_MARK_AT_END = re.compile(rf".[{CLOSERS}]*\Z", re.DOTALL)


def may_be_cut(text: str) -> bool:
    """Say whether a block holds a stop before its end; most single lines do not."""
    mark = _MARK.search(text)
    return mark is not None and _MARK_AT_END.match(text, mark.start()) is None


def mend(text: str, base_ends: Iterable[int], language: str = "") -> list[int]:
    """Return where the sentences of a block end, in order, without its own end.

    Args:
        text: one block without line ends or other oddities.
        base_ends: where the base library ends sentences.
        language: primary language subtag, or nothing.
    """
    notes = cuts.note_numbers(text)
    found = {*cuts.base_ends(text, base_ends), *cuts.sure_stops(text)}
    found = joins.outside(found, notes)
    found.update(cuts.after_links(text), cuts.late_short_forms(text))
    sure = frozenset(end for _, end in notes if end < len(text))
    sure = sure.union(cuts.after_emoji(text))
    ends = joins.kept_ends(text, found, sure, language)
    ends = joins.outside(ends, list(embedded_quotations(text)))
    ends.update(cuts.unspaced_stops(text))
    return lists.join_markers(text, lists.cut_items(text, ends))
