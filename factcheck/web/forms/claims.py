"""The forms that sort sentences and choose the words of a claim."""

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict
from wtforms import Form, IntegerField

from factcheck.errors import InvalidError
from factcheck.rules.sorting import Reason, Sorted, Sorting, parse_sorting
from factcheck.translating import _


class WordsForm(Form):
    """The first and last code point of the words, and the revision they stood at."""

    start = IntegerField()
    end = IntegerField()
    words_revision = IntegerField(default=0)

    @property
    def span(self) -> tuple[int, int]:
        """Where the words begin and end.

        Raises:
            InvalidError: no words were chosen.
        """
        if self.start.data is None or self.end.data is None:
            raise InvalidError("words", _("Choose the first and the last word."))
        return self.start.data, self.end.data


def positions_of(form: MultiDict[str, str]) -> Sequence[int]:
    """Return the sentences ticked.

    Raises:
        InvalidError: none, or something that is not a sentence's number.
    """
    ticked = form.getlist("sentences")
    if not ticked or not all(t.isascii() and t.isdigit() for t in ticked):
        raise InvalidError("positions", _("Choose at least one sentence."))
    return [int(number) for number in ticked]


def sorting_of(form: MultiDict[str, str]) -> Sorted:
    """Return how to sort: "claim", "to_sort", or the reason why it is not a claim.

    Raises:
        InvalidError: none of these.
    """
    to = form.get("to", "")
    if to in set(Reason):
        return parse_sorting(Sorting.NOT_A_CLAIM.value, to)
    return parse_sorting(to)
