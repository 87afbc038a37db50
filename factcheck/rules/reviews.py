"""What a review may be: a verdict, a finding, an explanation and citations."""

from dataclasses import dataclass

from factcheck.errors import InvalidError
from factcheck.rules.citations import CitationFacts, check_citation, is_blank
from factcheck.rules.scales import ScaleDefinition, Standing
from factcheck.translating import N_, _, listed, number

FINDING_LIMIT = 140
EXPLANATION_LIMIT = 20_000
CITATION_LIMIT = 100
_LONG_REASON = N_("Keep the reason under %(limit)s characters; it has %(len)s.")
_TOO_LONG = {
    "finding": N_("Keep the finding under %(limit)s characters; it has %(len)s."),
    "explanation": N_(
        "Keep the explanation under %(limit)s characters; it has %(len)s."
    ),
    "reason": _LONG_REASON,
    "why": _LONG_REASON,
}


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What one reviewer says of one claim; `verdict` is a key of the scale or ""."""

    verdict: str = ""
    finding: str = ""
    explanation: str = ""
    second_look: bool = False
    citations: tuple[CitationFacts, ...] = ()


def check_draft(review: ReviewFacts, scale: ScaleDefinition) -> ReviewFacts:
    """Return the review with fields stripped and blank citations left out.

    A draft may lack anything; what it has must be sound.

    Raises:
        InvalidError: an unknown verdict, a field over its limit, or a bad citation;
            a citation's field is named `citations-<index>-<field>`.
    """
    if review.verdict and scale.verdict(review.verdict) is None:
        raise InvalidError("verdict", _("Choose a verdict of this essay's scale."))
    return ReviewFacts(
        verdict=review.verdict,
        finding=limited("finding", review.finding, FINDING_LIMIT),
        explanation=limited("explanation", review.explanation, EXPLANATION_LIMIT),
        second_look=review.second_look,
        citations=_citations(review.citations),
    )


def lacks(review: ReviewFacts, scale: ScaleDefinition) -> tuple[str, ...]:
    """Name what a review still needs before it can be given.

    A verdict that says the evidence settles nothing may stand without a source.
    """
    verdict = scale.verdict(review.verdict)
    unverified = verdict is not None and verdict.standing is Standing.UNVERIFIED
    needs = (
        ("verdict", verdict is None),
        ("finding", not review.finding.strip()),
        ("source", not review.citations and not unverified),
    )
    return tuple(name for name, missing in needs if missing)


def check_given(review: ReviewFacts, scale: ScaleDefinition) -> ReviewFacts:
    """Return the review, sound and complete.

    Raises:
        InvalidError: as check_draft, or something it still lacks.
    """
    review = check_draft(review, scale)
    missing = lacks(review, scale)
    if missing:
        raise InvalidError(missing[0], lacks_message(missing))
    return review


def lacks_message(missing: tuple[str, ...]) -> str:
    """Say in words why a review is still a draft."""
    said = {
        "verdict": _("a verdict"),
        "finding": _("a finding"),
        "source": _("a source"),
    }
    words = listed([said[name] for name in missing])
    return _("Draft until it has %(words)s.", words=words)


def limited(field: str, value: str, limit: int) -> str:
    """Return a finding, explanation or reason, stripped.

    Raises:
        InvalidError: it is too long.
    """
    value = value.strip()
    if len(value) > limit:
        said = _(_TOO_LONG[field], limit=number(limit), len=number(len(value)))
        raise InvalidError(field, said)
    return value


def _citations(citations: tuple[CitationFacts, ...]) -> tuple[CitationFacts, ...]:
    if len(citations) > CITATION_LIMIT:
        raise InvalidError(
            "citations",
            _("Keep a review to %(limit)s sources at most.", limit=CITATION_LIMIT),
        )
    checked = []
    for index, citation in enumerate(citations):
        if is_blank(citation):
            continue
        try:
            checked.append(check_citation(citation))
        except InvalidError as error:
            raise InvalidError(
                f"citations-{index}-{error.field}", error.message
            ) from error
    return tuple(checked)
