"""Suggestions in words: why a sentence is one, and how often they are wrong.

A likelihood is for ordering and is never shown, and no share is told as a percentage:
either would look like a judgement on the sentence.
"""

from factcheck.text.accuracy import Measured
from factcheck.text.checkable import Suggestion, is_english
from factcheck.translating import N_, _, ngettext

# The hints of cues as the lists in data/cues/ and shapes.py have them, for translators.
REASONS = (
    N_('"there is"'),
    N_('"we" and "our"'),
    N_('"you" and "your"'),
    N_("a cause"),
    N_("a comparison"),
    N_("a condition"),
    N_("a date"),
    N_("a denial"),
    N_("a figure of speech"),
    N_("a judgement"),
    N_("a law or a deal"),
    N_("a measure"),
    N_("a name"),
    N_("a number"),
    N_("a place"),
    N_("a possibility"),
    N_("a quantity"),
    N_("a question"),
    N_("a rank or a first"),
    N_("a study or record"),
    N_("a sum or a share"),
    N_("a time"),
    N_("a wish or advice"),
    N_("an exclamation"),
    N_("an institution"),
    N_("few words"),
    N_("hedging words"),
    N_("it does not end like a sentence"),
    N_("it tells the reader what to do"),
    N_("no verb"),
    N_("opinion words"),
    N_("quoted words"),
    N_("somebody is said to have done something"),
    N_("somebody is said to have said something"),
    N_("somebody mentioned before"),
    N_("somebody's office"),
    N_("somebody's own view"),
    N_("somebody's position"),
    N_("something is said to be going on"),
    N_("something is said to be so in general"),
    N_("something is said to have been done"),
    N_("something is said to have been so"),
    N_("something is said to have changed"),
    N_("something is said to have happened"),
    N_("something still to come"),
    N_("something that is counted or recorded"),
    N_("talk about the text or the talk itself"),
    N_("the author speaking of himself or herself"),
)
_NUMBERS = {
    2: N_("two"),
    3: N_("three"),
    4: N_("four"),
    5: N_("five"),
    6: N_("six"),
    7: N_("seven"),
    8: N_("eight"),
    9: N_("nine"),
    10: N_("ten"),
    11: N_("eleven"),
    12: N_("twelve"),
}


def explain(suggestion: Suggestion, language: str = "en") -> str:
    """Say a suggestion in full, beside its sentence.

    Args:
        suggestion: of one sentence.
        language: of its essay; where it is not English, that is said too.
    """
    cues = ", ".join(_(reason) for reason in suggestion.reasons)
    if suggestion.suggested:
        told = _(
            "Suggested: looks like a statement that can be checked. Found by: %(cues)s."
            " It says nothing about whether the sentence is true.",
            cues=cues,
        )
    else:
        told = _(
            "Not suggested. Found here: %(cues)s. It can still be marked as a claim by"
            " hand.",
            cues=cues,
        )
    if is_english(language):
        return told
    limits = _("In other languages than English only figures, names and marks count.")
    return f"{told} {limits}"


def explain_measured(measured: Measured) -> str:
    """Say how often suggestions were wrong in a test, without percentages."""
    tested = ngettext(
        "In a test on %(num)s sentence:",
        "In a test on %(num)s sentences:",
        measured.sentences,
    )
    more = _("Expect more mistakes in texts of another kind.")
    wrong, missed = _wrong(1 - measured.precision), _missed(1 - measured.recall)
    return f"{tested} {wrong} {missed} {more}"


def _wrong(share: float) -> str:
    if share <= 0:
        return _("every suggestion was a claim.")
    if _every(share) == 1:
        return _("nearly every suggestion was not a claim.")
    every = _in_words(_every(share))
    return _("about one suggestion in %(every)s was not a claim.", every=every)


def _missed(share: float) -> str:
    if share <= 0:
        return _("No claim was missed.")
    if _every(share) == 1:
        return _("Nearly every claim was missed.")
    every = _in_words(_every(share))
    return _("About one claim in %(every)s was missed.", every=every)


def _every(share: float) -> int:
    return max(1, round(1 / share))


def _in_words(number: int) -> str:
    return _(_NUMBERS[number]) if number in _NUMBERS else f"{number}"
