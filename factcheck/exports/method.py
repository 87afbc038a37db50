"""How the essay was checked, in the words that page and files share."""

from factcheck.exports import wording
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.translating import _


def method_lines(essay: AnnotatedEssay) -> list[str]:
    """Say how sentences were sorted, how many reviews a verdict takes, what counts."""
    needed = essay.facts.reviews_needed
    reviews = (
        _("One reviewer reads the sources for each claim and gives the verdict.")
        if needed == 1
        else _(
            "Each claim needs %(needed)s reviews that agree before it has a verdict;"
            " where they differ, an editor rules and says why.",
            needed=needed,
        )
    )
    return [
        _(
            "Every sentence is sorted first: it makes a claim that can be checked, or"
            " it does not, and then the reason is kept. Sentences in this essay:"
            " %(accounted)s.",
            accounted=wording.sorted_words(essay),
        ),
        reviews
        + " "
        + _(
            "A verdict comes from the reviews and their sources, by the definitions"
            " above, which are the same for every author and every side. No score is"
            " worked out for the essay as a whole."
        ),
    ]


def text_words(essay: AnnotatedEssay) -> str:
    """Name the exact text that was checked."""
    return _(
        "Text version %(version)s, unchanged by the checkers. SHA-256 %(sha256)s.",
        version=essay.facts.version,
        sha256=essay.facts.sha256,
    )
