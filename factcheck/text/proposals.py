"""Claims whose words were edited: where they may stand now, for a person to confirm.

First the words' own sentence is followed into what it became, boundary by boundary
through a comparison of words. Where it became nothing, the sentences that share rare
words are searched for something like the quote.
"""

from collections import Counter
from dataclasses import dataclass

from factcheck.text.fuzzy import best_place, ratio
from factcheck.text.likeness import Group
from factcheck.text.relation import Relation
from factcheck.text.sides import index_words, weight
from factcheck.text.sought import Sought, near
from factcheck.text.wording import Stretch, stretches
from factcheck.text.words import words

# The quote counts half, its surroundings a quarter each.
_QUOTE_SHARE = 0.5
_LEAST = 60  # What scores less is no proposal.
_LEAST_ALIKE = 30  # Nor are words that have so little in common,
_GOOD_CONTEXT = 85  # unless all that stands around them is the same.
_FOUND = 72
_SHORTEST_SEARCH = 20
_RARE = 16
_TRIED = 4
_TAKEN = 75

Bit = tuple[int, int]  # Where words start and end in a folded text.


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where edited words may stand in the folded new text, and how alike they are."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The words of a group on both sides, as places, and how they correspond."""

    old: list[Bit]
    new: list[Bit]
    stretches: list[Stretch]


class Proposals:
    """Finds edited words in the new version, remembering compared sentences."""

    def __init__(self, relation: Relation) -> None:
        self._relation = relation
        self._compared: dict[Group, _Comparison] = {}

    def find(self, sought: Sought) -> Proposal | None:
        """Return the best proposal for a claim, if there is a good one."""
        image = self._image(sought)
        if image:
            score, alike, context = self._score(sought, image)
            known = alike >= _LEAST_ALIKE or context >= _GOOD_CONTEXT
            if score >= _LEAST and known:
                return Proposal(*image, score)
        return self._search(sought)

    def score(self, sought: Sought, start: int) -> float:
        """Return the score of the claim's very words at a place."""
        return self._score(sought, (start, start + len(sought.quote)))[0]

    def _score(self, sought: Sought, bit: Bit) -> tuple[float, float, float]:
        text = self._relation.new.folded.text
        alike = ratio(sought.quote, text[bit[0] : bit[1]])
        context = near(self._relation, (sought.start, sought.end), bit).share
        score = _QUOTE_SHARE * alike + (1 - _QUOTE_SHARE) * context
        return round(score, 1), alike, context

    def _image(self, sought: Sought) -> Bit | None:
        """Return what the words became where their sentences have counterparts."""
        bits = [self._image_in(sought, i) for i in sought.sentences]
        found = [bit for bit in bits if bit]
        if not found:
            return None
        start, end = min(bit[0] for bit in found), max(bit[1] for bit in found)
        size = sum(bit[1] - bit[0] for bit in found)
        return (start, end) if end - start <= 2 * size + 20 else None

    def _image_in(self, sought: Sought, sentence: int) -> Bit | None:
        """Return what became of the words in one of their sentences."""
        relation = self._relation
        first, last = relation.old.spans[sentence]
        start, end = max(first, sought.start), min(last, sought.end)
        if sentence in relation.matches.to_new:
            shift = relation.new.spans[relation.matches.to_new[sentence]][0] - first
            return start + shift, end + shift
        group = relation.group_of.get(sentence)
        return _mapped(self._compare(group), start, end) if group else None

    def _compare(self, group: Group) -> _Comparison:
        if group not in self._compared:
            old = _bits(self._relation.old.extent(group.old))
            new = _bits(self._relation.new.extent(group.new))
            found = stretches([text for _, text in old], [text for _, text in new])
            self._compared[group] = _Comparison(
                [bit for bit, _ in old], [bit for bit, _ in new], found
            )
        return self._compared[group]

    def _search(self, sought: Sought) -> Proposal | None:
        """Search the sentences without a partner that share rare words."""
        if weight(sought.quote) < _SHORTEST_SEARCH:
            return None
        found = [
            Proposal(*bit, score)
            for j in self._holders(sought)
            if (bit := self._closest(sought, j))
            and (score := self._score(sought, bit)[0]) >= _QUOTE_SHARE * _FOUND
        ]
        return max(found, key=lambda item: (item.score, -item.start), default=None)

    def _holders(self, sought: Sought) -> list[int]:
        index = self._relation.new.index
        lists = [index.get(word, []) for word in set(index_words(sought.quote))]
        votes = Counter(j for held in lists if len(held) <= _RARE for j in held)
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        free = [j for j, _ in ranked if not self._taken(j)]
        return free[:_TRIED]

    def _taken(self, sentence: int) -> bool:
        """Say whether a new sentence is clearly another old one, reworded."""
        relation = self._relation
        if sentence in relation.matches.to_old:
            return True
        group = relation.group_of_new.get(sentence)
        return group is not None and group.score >= _TAKEN

    def _closest(self, sought: Sought, sentence: int) -> Bit | None:
        """Return the words of a sentence that are most like the quote."""
        side = self._relation.new
        key, first = side.keys[sentence], side.spans[sentence][0]
        if len(key) < len(sought.quote):
            alike = ratio(sought.quote, key) >= _FOUND
            return side.spans[sentence] if alike else None
        best = best_place(sought.quote, key, least=_FOUND)
        if best is None:
            return None
        inside = [
            (first + word.start, first + word.end)
            for word in words(key)
            if word.start < best.dest_end
            and word.end > best.dest_start
            and not word.text.isspace()
        ]
        return (inside[0][0], inside[-1][1]) if inside else None


def _bits(extent: tuple[int, str]) -> list[tuple[Bit, str]]:
    """Return the words of a folded passage, with their places in the whole."""
    first, passage = extent
    return [
        ((first + word.start, first + word.end), word.text)
        for word in words(passage)
        if not word.text.isspace()
    ]


def _mapped(compared: _Comparison, start: int, end: int) -> Bit | None:
    """Follow the words from `start` to `end` through a comparison."""
    inside = [at for at, (a, b) in enumerate(compared.old) if a < end and b > start]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    low, high = len(compared.new), 0
    for same, i1, i2, j1, j2 in compared.stretches:
        a, b = max(first, i1), min(last, i2)
        if a >= b:
            continue
        if same:
            low, high = min(low, j1 + a - i1), max(high, j1 + b - i1)
        elif j2 > j1:
            low = min(low, j1 + round((a - i1) / (i2 - i1) * (j2 - j1)))
            high = max(high, j1 + round((b - i1) / (i2 - i1) * (j2 - j1)))
    return (compared.new[low][0], compared.new[high - 1][1]) if high > low else None
