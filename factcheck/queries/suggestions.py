"""How much sentences of one essay look like something that can be checked.

A likelihood hangs on the words, the language and the weights, and on nothing else, so
it is worked out where it is needed and kept in this process under exactly these: a
text never changes once stored, and text[start:end] names the words. Nothing stored can
then go stale when the desk's weights change, a sentence is split, a text is revised or
the program is upgraded. The first look at ten thousand sentences to sort takes about
half a second; those after it take as long as reading their positions.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from factcheck.models import Sentence
from factcheck.queries.essays import words_between
from factcheck.rules.sorting import Sorting
from factcheck.text.checkable import Suggestion, bare_likelihood, likelihood
from factcheck.text.weights import Weights

MOST_KEPT = 200_000
Key = tuple[str, str, str]
Span = tuple[int, int]
Likelihoods = dict[Span, float]


class _Kept:
    """The likelihoods of the texts looked at last, by span; shared by all threads."""

    def __init__(self) -> None:
        self._texts: OrderedDict[Key, Likelihoods] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Key) -> Likelihoods:
        """Return what is known of a text; whoever finds out more adds to it."""
        with self._lock:
            known = self._texts.setdefault(key, {})
            self._texts.move_to_end(key)
            while len(self._texts) > 1 and self._count() > MOST_KEPT:
                self._texts.popitem(last=False)
            return known

    def _count(self) -> int:
        return sum(map(len, self._texts.values()))


_KEPT = _Kept()


@dataclass(frozen=True, slots=True)
class Suggester:
    """Judges the sentences of one text by the weights in force.

    Attributes:
        text: the SHA-256 of the version's text.
        language: of the essay.
        weights: the desk's own, or the shipped ones.
        digest: names the weights, so that other weights give other likelihoods.
    """

    text: str
    language: str
    weights: Weights
    digest: str

    def suggestion(self, words: str) -> Suggestion:
        """Return what one sentence's words suggest, with the reasons."""
        return likelihood(words, weights=self.weights, language=self.language)

    def suggested(self, sentences: Iterable[tuple[Any, str]]) -> set[int]:
        """Return the positions of those that are still to sort and look checkable.

        Args:
            sentences: rows with position, start, end and sorting; and their words.
        """
        known = self._known()
        return {
            row.position
            for row, words in sentences
            if row.sorting == Sorting.TO_SORT.value
            and self._likelihood(known, (row.start, row.end), words)
            >= self.weights.threshold
        }

    def ranking(
        self, session: Session, version_id: int, also: int = 0
    ) -> Sequence[int]:
        """Return the positions still to sort, the likeliest first, in two queries.

        Args:
            session: the database session.
            version_id: the version whose text this is.
            also: a position that is in the ranking even if it is sorted by now.
        """
        rows = session.execute(
            select(Sentence.position, Sentence.start, Sentence.end).where(
                Sentence.version_id == version_id,
                or_(
                    Sentence.sorting == Sorting.TO_SORT.value,
                    Sentence.position == also,
                ),
            )
        ).all()
        known = self._known()
        missing = [row for row in rows if (row.start, row.end) not in known]
        if missing:
            low = min(row.start for row in missing)
            high = max(row.end for row in missing)
            text = words_between(session, version_id, low, high)
            for row in missing:
                words = text[row.start - low : row.end - low]
                self._likelihood(known, (row.start, row.end), words)
        order = sorted((-known[row.start, row.end], row.position) for row in rows)
        return [position for _, position in order]

    def _likelihood(self, known: Likelihoods, span: Span, words: str) -> float:
        if span not in known:
            known[span] = bare_likelihood(words, self.weights, self.language)
        return known[span]

    def _known(self) -> Likelihoods:
        return _KEPT.of((self.text, self.language, self.digest))
