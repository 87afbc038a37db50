"""Rules about quoted speech and those who speak it."""
# ruff: noqa: RUF001 - curly quotes are what this file is about

import re
from collections.abc import Iterator

from factcheck.text.languages.en import NO_SPEAKERS
from factcheck.text.stops import Stop

_SAY = (
    "(?:said|says|say|asked|asks|ask|replied|replies|answered|answers|cried|cries|"
    "shouted|shouts|yelled|yells|whispered|whispers|murmured|muttered|called|calls|"
    "exclaimed|added|adds|told|tells|wrote|writes|declared|insisted|continued|"
    "demanded|began|started|howled|screamed|sighed|observed|remarked|noted|warned|"
    "recalled|explained|thought|wondered|snapped|joked|quipped|responded|protested|"
    "announced|urged|pleaded|repeated|went on|concluded|suggested|argued|agreed|"
    "admitted|laughed|groaned|gasped|growled|hissed|bellowed|roared|retorted|inquired|"
    "enquired|countered|interrupted|chimed|mused|queried|quoted|tweeted|stammered|"
    "sobbed|barked|boomed|chuckled|giggled|grinned|moaned|mumbled|pressed|shrieked|"
    "smiled|spat|teased|wailed|breathed|blurted|begged|commented|confessed|croaked)"
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Sir|Lady|Lord|Father|"
    r"Mother|Sister|Brother|Aunt|Uncle|King|Queen|President|Captain|Professor)\.?\s+)?"
    r"[A-Z][\w’'\-]*(?:\s+(?:[A-Z]\.|[A-Z][\w’'\-]*|de|van|von|al|bin)){0,3}"
)
_TAG_OF_I = re.compile(rf"I\s+(?:\w+ly\s+)?{_SAY}\b")
_TAG_OF_NAME = re.compile(
    rf"{_NAME}\s+(?:(?:had|has|then|also|once|\w+ly)\s+){{0,2}}{_SAY}\b"
    r"(?!\s+(?:nothing|little|to|up|out|off|down|for)\b)"
)
_TAG_AFTER = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their|our|my|one)\s+(?:[\w’'-]+\s+){0,3}"
    rf"|(?:he|she|they|we|it)\s+)?{_SAY}\b"
)
_TAG_LENGTH = 60
PRONOUN_TAG = re.compile(rf"(?:he|she|they|we|it|i)\s+(?:\w+ly\s+)?{_SAY}\b")

_SMALL = "a-zß-öø-ÿа-яёіїєα-ωά-ώ"
_EMBEDDED = re.compile(
    r"(?<=[\w,:] )"
    r"(?:“[^“”]{1,90}”|\"[^\"]{1,90}\"|«[^«»]{1,90}»|„[^„“”]{1,90}[“”]|‘[^‘’]{1,90}’)"
    rf"(?=\s+[{_SMALL}]|,\s)"
)
_TITLE = re.compile("《[^《》]{1,80}》|〈[^〈〉]{1,80}〉")
_IN_SINGLE_MARKS = re.compile(
    r"(?<=[\w,:] )"
    r"(?:'(?=[a-z])(?:[^']|(?<=\w)'(?=\w)){1,900}[.!?,…]'"
    r"|‘(?=[a-z])(?:[^‘’]|(?<=\w)’(?=\w)){1,900}(?:(?<=[.!?,…])’|’(?= \()))(?!\w)"
)
_IN_STRAIGHT_MARKS = re.compile(r'"([^"]{1,1500})"(?=\s|\Z)')
_OUTBURST = re.compile(r"[^\"]{100,}(?:!|--|[—–])\Z")
_NEEDS_QUOTE = frozenset("\"'“‘«„《〈")


def says_who(stop: Stop) -> bool | None:
    """Keep a quotation with who spoke it.

    >>> cut("“Stop!” Mr. Kim said. “Why?” I asked. “No!” The crowd left.")
    ['“Stop!” Mr. Kim said.', '“Why?” I asked.', '“No!”', 'The crowd left.']
    """
    if not stop.quoted or stop.opening:
        return None
    if _TAG_OF_I.match(stop.text, stop.next):
        return False
    if stop.mark == "." or stop.following in NO_SPEAKERS:
        return None
    return False if _TAG_OF_NAME.match(stop.text, stop.next) else None


def says_who_without_capitals(stop: Stop) -> bool | None:
    """Keep a quotation with who spoke it, in scripts without small letters.

    >>> cut("“왜?” 그가 물었다. 아무도 몰랐다.", "ko")
    ['“왜?” 그가 물었다.', '아무도 몰랐다.']
    >>> cut("「はい。」と言った。彼は去った。", "ja")
    ['「はい。」と言った。', '彼は去った。']
    """
    said = stop.language.said
    if said is None or not (stop.quoted or stop.tail[:1] in {"』", "」", "》"}):
        return None
    if stop.opening:
        return None
    return False if said.match(stop.text, stop.next, stop.next + 40) else None


def unbroken(text: str) -> Iterator[tuple[int, int]]:
    """Yield the quotations inside which no sentence ends."""
    if _NEEDS_QUOTE.isdisjoint(text):
        return
    yield from embedded_quotations(text)
    yield from ((m.start(), m.end() + 1) for m in _TITLE.finditer(text))
    yield from (match.span() for match in _IN_SINGLE_MARKS.finditer(text))
    yield from outbursts(text)


def embedded_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield short quotations inside a running sentence.

    A quotation with its speaker after it is not one.

    >>> cut("She cried, “No! No!” and ran. Then “No! No!” he cried.")
    ['She cried, “No! No!” and ran.', 'Then “No!', 'No!” he cried.']
    """
    for match in _EMBEDDED.finditer(text):
        if not _TAG_AFTER.match(text, match.end(), match.end() + _TAG_LENGTH):
            yield match.span()


def outbursts(text: str) -> Iterator[tuple[int, int]]:
    """Yield long cries between straight marks: they end in "!" or are broken off.

    They run on in one breath, and what is cried is seldom a claim.

    >>> long = "Oh dear, how very late it is, and how the night has gone. " * 2
    >>> len(cut(f'"{long}And I am late!" She ran.'))
    2
    """
    for match in _IN_STRAIGHT_MARKS.finditer(text):
        if _OUTBURST.match(match.group(1)):
            yield match.span()
