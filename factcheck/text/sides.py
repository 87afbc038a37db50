"""One of two versions while they are compared: folded, by sentence, and by word."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise

from factcheck.text.carried import VersionText
from factcheck.text.folding import UNSPACED, fold

CROWD = 64  # Words in more places than this are not weighed one by one.

_WORD = re.compile(rf"[^\W_{UNSPACED}]+|[{UNSPACED}]+")
_UNSPACED_RUN = re.compile(rf"[{UNSPACED}]")
_DENSE = re.compile(rf"[{UNSPACED}\uac00-\ud7a3]")

# A number goes on after these, and a word after those: 3 is not in 3.5, nor two in
# two-faced. A sign before a number and a unit right after it belong to it.
_IN_NUMBERS = ".,:/"
_IN_WORDS = "-'&"
_SIGNS = "-+$€£¥"
_UNITS = "%‰°$€£¥"

Bounds = tuple[int, int]


class Side:
    """One version of a text, with what finds words in it.

    Attributes:
        version: the text and its sentences.
        folded: the text as it is compared.
        spans: where each sentence stands in the folded text.
        keys: the folded text of each sentence.
        loose: sentences that have no certain partner in the other version.
    """

    def __init__(self, version: VersionText) -> None:
        self.version = version
        self.folded = fold(version.text)
        at = self.folded.folded
        self.spans = [(at(unit.start), at(unit.end)) for unit in version.sentences]
        self.keys = [self.folded.text[start:end] for start, end in self.spans]
        self.loose: Sequence[int] = ()
        self._words: dict[int, frozenset[str]] = {}

    def set_loose(self, sentences: Sequence[int]) -> None:
        """Say which sentences have no certain partner."""
        self.loose = sentences
        self.__dict__.pop("index", None)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.spans]

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Return the loose sentences by the words they hold."""
        found = defaultdict(list)
        for sentence in self.loose:
            for word in self.words(sentence):
                found[word].append(sentence)
        return dict(found)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.keys)

    def count(self, key: str) -> int:
        """Return how often a sentence stands in this version."""
        return self._counts[key]

    def is_twin(self, sentence: int) -> bool:
        """Say whether a sentence stands more than once in this version."""
        return self._counts[self.keys[sentence]] > 1

    def beside_twin(self, sentence: int) -> bool:
        """Say whether a neighbour of a sentence says the same."""
        near_by = self.keys[max(0, sentence - 1) : sentence + 2]
        return near_by.count(self.keys[sentence]) > 1

    def words(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence."""
        if sentence not in self._words:
            self._words[sentence] = frozenset(index_words(self.keys[sentence]))
        return self._words[sentence]

    def covering(self, start: int, end: int) -> range:
        """Return the sentences that some words of the folded text touch."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def sentence_at(self, at: int, size: int) -> int:
        """Return the sentence in which some words of the folded text begin."""
        return min(self.covering(at, at + size).start, len(self.keys) - 1)

    def extent_at(self, at: int, size: int, *, wide: bool) -> Bounds:
        """Return the span of some words, or of the sentences they stand in."""
        touched = self.covering(at, at + size)
        if not wide or not touched:
            return at, at + size
        start, end = self.spans[touched.start][0], self.spans[touched.stop - 1][1]
        return min(start, at), max(end, at + size)

    def extent(self, sentences: Sequence[int]) -> tuple[int, str]:
        """Return where some neighbouring sentences start, and their folded words."""
        start, end = self.spans[min(sentences)][0], self.spans[max(sentences)][1]
        return start, self.folded.text[start:end]

    def holding(self, quote: str, like: Bounds) -> Sequence[int] | None:
        """Return the loose sentences that may hold a quote, if that can be told.

        Args:
            quote: folded words.
            like: whether the words go on before and after the quote; if so, its
                first or last word is a part of one and is not looked up.
        """
        words = index_words(quote)
        whole = words[like[0] : len(words) - like[1]]
        lists = (self.index.get(word, ()) for word in whole)
        return min(lists, key=len, default=None)

    def occurrences(self, quote: str, like: Bounds, among: Iterable[int]) -> list[int]:
        """Return where a quote stands, in and around some sentences.

        Args:
            quote: folded words.
            like: whether the words go on before and after the quote.
            among: sentences.
        """
        size = len(quote)
        found: set[int] = set()
        for sentence in among:
            start, end = self.spans[sentence]
            low, high = max(0, start - size + 1), end + size - 1
            found.update(self._within(quote, like, low, high))
        return sorted(found)

    def beginning_in(self, quote: str, like: Bounds, among: Sequence[int]) -> list[int]:
        """Return where a quote begins in some sentences."""
        found = self.occurrences(quote, like, among)
        return [at for at in found if self.sentence_at(at, len(quote)) in among]

    def everywhere(self, quote: str, like: Bounds) -> list[int]:
        """Return where a quote stands, up to a crowd of places."""
        found = self._within(quote, like, 0, len(self.folded.text))
        return list(islice(found, CROWD))

    def _within(self, quote: str, like: Bounds, low: int, high: int) -> Iterator[int]:
        text, size = self.folded.text, len(quote)
        at = text.find(quote, low, high)
        while at >= 0:
            if bounds(text, at, at + size) == like:
                yield at
            at = text.find(quote, at + 1, high)


def index_words(key: str) -> list[str]:
    """Return a folded text's words; pairs of letters where no space parts words."""
    runs: list[str] = _WORD.findall(key)
    if not _UNSPACED_RUN.search(key):
        return runs
    found: list[str] = []
    for run in runs:
        if _UNSPACED_RUN.match(run) and len(run) > 1:
            found += map("".join, pairwise(run))
        else:
            found.append(run)
    return found


def weight(key: str) -> float:
    """Return how much some words say, in letters of an alphabet."""
    return len(key) + 1.5 * len(_DENSE.findall(key))


def bounds(text: str, start: int, end: int) -> Bounds:
    """Say whether a word or number goes on beyond the start and the end of a span."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    first, last = text[start : start + 1], text[max(start, end - 1) : end]
    return _goes_back(before, first), _goes_on(last, after)


def _goes_back(before: str, first: str) -> int:
    if not before or not _wordy(first):
        return 0
    near, far = before[-1], before[:-1]
    if near in _IN_NUMBERS:
        return int(far.isdigit() and first.isdigit())
    if near in _IN_WORDS and _wordy(far):
        return 1
    return int(_wordy(near) or (near in _SIGNS and first.isdigit()))


def _goes_on(last: str, after: str) -> int:
    if not after or not _wordy(last):
        # A vowel sign or an accent belongs to any letter before it.
        return int(after != "" and _is_mark(after[0]))
    near, far = after[0], after[1:]
    if near in _IN_NUMBERS:
        return int(far.isdigit() and last.isdigit())
    if near in _UNITS:
        return int(last.isdigit())
    return int(_wordy(near) or (near in _IN_WORDS and _wordy(far)))


def _wordy(character: str) -> bool:
    """Say whether a character can go on a word: letters, digits and their marks."""
    if not character or _UNSPACED_RUN.match(character):
        return False
    return character.isalnum() or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
