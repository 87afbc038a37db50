"""What a ruling may be: an editor's decision on a claim, with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from factcheck.errors import InvalidError
from factcheck.rules.reviews import EXPLANATION_LIMIT, FINDING_LIMIT, limited
from factcheck.rules.scales import ScaleDefinition, VerdictLabel
from factcheck.translating import N_, _

REASON_LIMIT = 2_000
_LIMITS = {
    "finding": FINDING_LIMIT,
    "explanation": EXPLANATION_LIMIT,
    "reason": REASON_LIMIT,
}
_NEEDED = {
    "finding": N_("A ruling needs a finding; readers see it."),
    "reason": N_("A ruling needs a reason; readers see it."),
}


class Disagreement(StrEnum):
    """What reviewers differed about."""

    NONE = ""
    FACT = "fact"
    WEIGHT = "weight"
    SCOPE = "scope"
    WORDING = "wording"
    GUIDELINE_GAP = "guideline_gap"


DISAGREEMENT_LABELS: dict[Disagreement, str] = {
    Disagreement.NONE: N_("No disagreement"),
    Disagreement.FACT: N_("What the facts are"),
    Disagreement.WEIGHT: N_("How much the evidence weighs"),
    Disagreement.SCOPE: N_("What the claim covers"),
    Disagreement.WORDING: N_("How the claim is worded"),
    Disagreement.GUIDELINE_GAP: N_("A gap in our guidelines"),
}


@dataclass(frozen=True, slots=True)
class RulingFacts:
    """What an editor decides.

    Attributes:
        verdict: a key of the essay's scale.
        finding: one plain sentence, as readers see it first.
        reason: why the editor decided so; printed with the verdict.
        print_dissent: print reviews that gave another verdict beside it.
    """

    verdict: str
    finding: str
    explanation: str
    reason: str
    disagreement: Disagreement = Disagreement.NONE
    print_dissent: bool = False


def check_ruling(ruling: RulingFacts, scale: ScaleDefinition) -> RulingFacts:
    """Return the ruling with its fields stripped.

    Raises:
        InvalidError: no verdict of the scale, no finding or reason, or one too long.
    """
    for fault in faults(ruling, scale):
        raise fault
    return replace(
        ruling,
        finding=ruling.finding.strip(),
        explanation=ruling.explanation.strip(),
        reason=ruling.reason.strip(),
    )


def faults(ruling: RulingFacts, scale: ScaleDefinition) -> Iterator[InvalidError]:
    """Say what keeps a ruling from being one, field by field in the form's order."""
    if scale.verdict(ruling.verdict) is None:
        words = _("Choose the verdict that settles the claim.")
        yield InvalidError("verdict", words)
    for field, limit in _LIMITS.items():
        try:
            value = limited(field, getattr(ruling, field), limit)
        except InvalidError as error:
            yield error
            continue
        if not value and field in _NEEDED:
            yield InvalidError(field, _(_NEEDED[field]))


def check_why(why: str) -> str:
    """Return the reason why words are not a claim, stripped.

    Raises:
        InvalidError: there is none, or it is too long.
    """
    why = limited("why", why, REASON_LIMIT)
    if not why:
        raise InvalidError("why", _("Say why this is not a claim."))
    return why


def spread(labels: Sequence[VerdictLabel], scale: ScaleDefinition) -> float:
    """Say how far apart verdicts are: 0 when they agree, larger when wider.

    On a scale with numbers it is the highest minus the lowest; two labels of one
    number still differ a little, and a verdict that stands off the numbers differs
    from any other by the scale's whole width. Without numbers, labels are counted.
    """
    different = {label.key for label in labels}
    if len(different) < 2:
        return 0.0
    numbers = [v.value for v in scale.verdicts if v.value is not None]
    if not numbers:
        return float(len(different) - 1)
    values = [label.value for label in labels]
    if None in values:
        return float(max(numbers) - min(numbers))
    known = [value for value in values if value is not None]
    return max(float(max(known) - min(known)), 0.5)
