"""How a sentence is sorted: to sort, a claim, or not a claim and why."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.errors import InvalidError
from factcheck.translating import N_, _


class Sorting(StrEnum):
    """Where a sentence stands; every sentence has exactly one."""

    TO_SORT = "to_sort"
    CLAIM = "claim"
    NOT_A_CLAIM = "not_a_claim"


class Reason(StrEnum):
    """Why a sentence is not a claim."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    TURN_OF_PHRASE = "turn_of_phrase"
    NOT_PROSE = "not_prose"


REASON_LABELS: dict[Reason, str] = {
    Reason.OPINION: N_("Opinion"),
    Reason.PREDICTION: N_("Prediction"),
    Reason.QUESTION: N_("Question"),
    Reason.TURN_OF_PHRASE: N_("Turn of phrase"),
    Reason.NOT_PROSE: N_("Not prose"),
}


@dataclass(frozen=True, slots=True)
class Sorted:
    """A sorting with its reason; only "not a claim" has one."""

    sorting: Sorting
    reason: Reason | None = None


def parse_sorting(sorting: str, reason: str = "") -> Sorted:
    """Read a sorting and its reason as a form or file gives them.

    Raises:
        InvalidError: unknown words, or "not a claim" without a reason.
    """
    if sorting not in set(Sorting):
        raise InvalidError("sorting", _("Choose claim, not a claim, or to sort."))
    if sorting != Sorting.NOT_A_CLAIM:
        return Sorted(Sorting(sorting))
    if reason not in set(Reason):
        raise InvalidError("reason", _("Say why this is not a claim: choose a reason."))
    return Sorted(Sorting.NOT_A_CLAIM, Reason(reason))
