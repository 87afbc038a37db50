"""Quoted speech and its tags: where a closing quotation does not end a sentence."""
# ruff: noqa: RUF001 - curly quotes are what this file is about

import re
from collections.abc import Iterator

from factcheck.text.abbreviations import NO_SPEAKERS
from factcheck.text.marks import OPENERS

_SAY = (
    "(?:said|says|say|asked|asks|ask|replied|replies|answered|answers|cried|cries|"
    "shouted|shouts|yelled|yells|whispered|whispers|murmured|muttered|called|calls|"
    "exclaimed|added|adds|told|tells|wrote|writes|declared|insisted|continued|"
    "demanded|began|started|howled|screamed|sighed|observed|remarked|noted|warned|"
    "recalled|explained|thought|wondered|snapped|joked|quipped|responded|protested|"
    "announced|urged|pleaded|repeated|went on|concluded|suggested|argued|agreed|"
    "admitted|laughed|groaned|gasped|growled|hissed|bellowed|roared|retorted|inquired|"
    "enquired|countered|interrupted|chimed)"
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Sir|Lady|Lord)\.?\s+)?"
    r"[A-Z][\w’'\-]*(?:\s+(?:[A-Z]\.|[A-Z][\w’'\-]*|de|van|von|al|bin)){0,3}"
)
_TAG_OF_I = re.compile(rf"I\s+(?:\w+ly\s+)?{_SAY}\b")
_TAG_OF_NAME = re.compile(rf"{_NAME}\s+(?:\w+ly\s+)?{_SAY}\b(?!\s+(?:nothing|little))")
_TAG_AFTER = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their|our|my|one)\s+(?:[\w’'-]+\s+){0,3}"
    rf"|(?:he|she|they|we|it)\s+)?{_SAY}\b"
)
_TAG_LENGTH = 60
_FIRST_WORD = re.compile(rf"\s*[{OPENERS}]*([^\W_]+)")
_QUOTE_END = re.compile("([.!?…])[\"”’'»]+\\Z")
_EMBEDDED = re.compile(r'(?<=[\w,:] )(?:“[^“”]{1,90}”|"[^"]{1,90}")(?=\s+[a-z])')


def is_tagged(text: str, end: int, after: int) -> bool:
    """Say whether who speaks follows a quotation: “Stop!” Mr. Kim said."""
    quote = _QUOTE_END.search(text[max(0, end - 5) : end])
    if quote is None:
        return False
    if _TAG_OF_I.match(text, after):
        return True
    if quote.group(1) == "." or not _TAG_OF_NAME.match(text, after):
        return False
    word = _FIRST_WORD.match(text, end)
    return word is None or word.group(1) not in NO_SPEAKERS


def embedded_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield short quotations inside a running sentence: She cried, “No! No!” and ran.

    A quotation with its speaker after it is not one: “No! No!” she cried.
    """
    for match in _EMBEDDED.finditer(text):
        if not _TAG_AFTER.match(text, match.end(), match.end() + _TAG_LENGTH):
            yield match.span()
