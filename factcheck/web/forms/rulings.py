"""An editor's ruling: a verdict with its reason, or that it is not a claim."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    TextAreaField,
)

from factcheck.queries.ruling_page import RulingPage, RulingShown
from factcheck.rules.rulings import DISAGREEMENT_LABELS, Disagreement, RulingFacts
from factcheck.rules.sorting import REASON_LABELS
from factcheck.translating import _, lazy
from factcheck.web.forms.choices import choices

_KINDS = {kind.value: lazy(label) for kind, label in DISAGREEMENT_LABELS.items()}
_REASONS = {reason.value: lazy(label) for reason, label in REASON_LABELS.items()}


class RulingForm(FlaskForm):  # type: ignore[misc]
    """What an editor decides, and what they had seen when they did."""

    verdict = RadioField(lazy("Verdict"), choices=[], validate_choice=False)
    finding = TextAreaField(lazy("Finding"))
    explanation = TextAreaField(lazy("Explanation"))
    disagreement = SelectField(
        lazy("What the reviewers differed about"), choices=[], validate_choice=False
    )
    reason = TextAreaField(lazy("Reason"))
    print_dissent = BooleanField(lazy("Print dissent"))
    not_because = SelectField(
        lazy("It is"), choices=choices(_REASONS), validate_choice=False
    )
    why = TextAreaField(lazy("Why"))
    ruling = HiddenField()
    reviews = HiddenField()

    def offer(self, verdicts: Mapping[str, str], *, differ: bool) -> None:
        """Offer the scale's verdicts, and no "no disagreement" where there is one."""
        self.verdict.choices = choices(verdicts)
        kinds = {k: v for k, v in _KINDS.items() if k or not differ}
        first = {"": _("Choose one")} if differ else {}
        self.disagreement.choices = choices(first | kinds)

    def take(self, ruling: RulingShown) -> None:
        """Start from the ruling in force."""
        self.verdict.data = ruling.verdict.key if ruling.verdict else ""
        self.finding.data = ruling.finding
        self.explanation.data = ruling.explanation
        self.reason.data = ruling.reason
        self.disagreement.data = ruling.disagreement.value
        self.print_dissent.data = ruling.print_dissent

    def take_words(self, page: RulingPage, review_id: str) -> None:
        """Put a review's verdict and words in the form."""
        for review in page.reviews:
            if str(review.id) == review_id:
                self.verdict.process_data(review.verdict.key)
                self.finding.process_data(review.finding)
                self.explanation.process_data(review.explanation)

    def remember(self, page: RulingPage) -> None:
        """Keep in the page which ruling and reviews it shows."""
        force = page.in_force
        self.ruling.process_data(str(force.id) if force else "0")
        seen = (f"{review}:{revision}" for review, revision in page.seen.items())
        self.reviews.process_data(" ".join(seen))

    def facts(self) -> RulingFacts:
        """Return the decision as typed; the rules check it."""
        kind = self.disagreement.data or ""
        return RulingFacts(
            verdict=self.verdict.data or "",
            finding=self.finding.data or "",
            explanation=self.explanation.data or "",
            reason=self.reason.data or "",
            disagreement=Disagreement(kind if kind in _KINDS else ""),
            print_dissent=bool(self.print_dissent.data),
        )

    @property
    def seen_ruling(self) -> int:
        """The ruling in force that the editor saw; 0 for none."""
        text = self.ruling.data or ""
        return int(text) if text.isascii() and text.isdigit() else 0

    @property
    def seen_reviews(self) -> dict[int, int]:
        """Revisions of the reviews that the editor saw, by id."""
        pairs = (part.partition(":") for part in (self.reviews.data or "").split())
        return {
            int(a): int(b)
            for a, _, b in pairs
            if a.isascii() and a.isdigit() and b.isascii() and b.isdigit()
        }
