"""What an essay with its checks is made of, and which format leaves what of it out.

Every file holds all of an `AnnotatedEssay` but the pieces that its format names in
`leaves_out`: those are told in README.md and by `factcheck essays export`. A test
plants a word in every field and looks for it in every file, so that what is told stays
true.
"""

from collections.abc import Mapping
from enum import StrEnum


class Piece(StrEnum):
    """Something of an essay that a format may leave out, in words."""

    TEXT = "the text around the claims"
    KINDS = "which paragraphs are headings, quotations and lists"
    SORTING = "how each sentence that is no claim was sorted"
    TITLE = "the title"
    AUTHOR = "the author, and where it appeared"
    LANGUAGE = "which language it is in"
    DIRECTION = "which way its letters run"
    SLUG = "its short name at the desk"
    VERSION = "which version of the text it is"
    CHECKSUM = "the text's SHA-256"
    NEEDED = "how many reviews a verdict takes"
    MEANINGS = "what the verdicts mean"
    SCALE = "the scale's own name, and the keys and numbers of its verdicts"
    LOOKS = "how verdicts look"
    EXPLANATIONS = "explanations"
    EACH_VERDICT = "verdicts that differ"
    OWN_WORDS = "what each of several reviewers wrote"
    WHOSE_SOURCES = "which of several reviewers cited what"
    REVIEWERS = "who the reviewers are"
    INTERESTS = "what reviewers declare of themselves"
    HOURS = "times of day"
    RULINGS = "who ruled, when and why"
    DISAGREEMENT = "what an editor noted that reviewers differed about"
    INQUIRIES = "inquiries"
    REWORDINGS = "other words that were proposed"
    STANCES = "whether sources support a claim, and where in them it stands"
    DETAILS = "what sources appeared in, and other details of them"
    FINE_PRINT = "kinds, ISBNs and languages of sources, and notes on them"
    EDITION = "which edition it is"
    CORRECTIONS = "corrections"
    UNMARKED = "corrections of claims that are no longer marked"


_SCALE = "facts.scale"
_SOURCE = "claims.sources"
_DETAILS = f"{_SOURCE}.details"
# Of details, those that the house style prints.
PRINTED = (
    *("container_title", "editor", "interviewer", "recipient", "publisher_place"),
    *("edition", "volume", "issue", "page", "genre", "number", "medium", "archive"),
    *("archive_location", "archive_place", "accessed", "doi", "level", "interest"),
)
# The fields of `AnnotatedEssay` that are each piece.
FIELDS: Mapping[Piece, frozenset[str]] = {
    piece: frozenset(names)
    for piece, names in {
        Piece.TEXT: ("facts.text",),
        Piece.KINDS: ("paragraphs.kind",),
        Piece.SORTING: (
            "paragraphs.sentences.sorting",
            "paragraphs.sentences.reason",
        ),
        Piece.TITLE: ("facts.title",),
        Piece.AUTHOR: ("facts.byline", "facts.appeared"),
        Piece.LANGUAGE: ("facts.language",),
        Piece.DIRECTION: ("facts.direction",),
        Piece.SLUG: ("facts.slug",),
        Piece.VERSION: ("facts.version",),
        Piece.CHECKSUM: ("facts.sha256",),
        Piece.NEEDED: ("facts.reviews_needed",),
        Piece.MEANINGS: (f"{_SCALE}.verdicts.definition",),
        Piece.SCALE: (
            *(f"{_SCALE}.{name}" for name in ("key", "name", "version")),
            *(f"{_SCALE}.verdicts.{name}" for name in ("key", "value")),
        ),
        Piece.LOOKS: (f"{_SCALE}.verdicts.standing",),
        Piece.EXPLANATIONS: ("claims.explanation",),
        Piece.EACH_VERDICT: ("claims.reviews.verdict", f"{_SCALE}.verdicts.label"),
        Piece.OWN_WORDS: ("claims.reviews.finding", "claims.reviews.explanation"),
        Piece.WHOSE_SOURCES: ("claims.reviews.sources",),
        Piece.REVIEWERS: ("reviewers",),
        Piece.INTERESTS: ("interests",),
        Piece.HOURS: (
            "claims.reviews.given",
            "claims.ruling.ruled",
            "edition.published",
        ),
        Piece.RULINGS: ("claims.ruling.by", "claims.ruling.reason"),
        Piece.DISAGREEMENT: ("claims.ruling.disagreement",),
        Piece.INQUIRIES: tuple(
            f"claims.inquiries.{name}"
            for name in ("whom", "channel", "asked", "answered", "printed")
        ),
        Piece.REWORDINGS: tuple(
            f"claims.rewordings.{name}"
            for name in ("original", "proposed", "status", "answer")
        ),
        Piece.STANCES: (f"{_SOURCE}.stance", f"{_SOURCE}.locator"),
        Piece.DETAILS: tuple(f"{_DETAILS}.{name}" for name in PRINTED),
        Piece.FINE_PRINT: (
            f"{_SOURCE}.kind",
            *(f"{_DETAILS}.{name}" for name in ("isbn", "language", "note")),
        ),
        Piece.EDITION: ("edition.number", "edition.note"),
        Piece.CORRECTIONS: tuple(
            f"edition.corrections.{name}" for name in ("old", "new", "reason")
        ),
        Piece.UNMARKED: ("edition.corrections.quote",),
    }.items()
}

# What is on the reader's page is in these; the rest is what the page does not print.
OF_PAGES = (
    *(Piece.SORTING, Piece.SLUG, Piece.SCALE, Piece.OWN_WORDS, Piece.WHOSE_SOURCES),
    *(Piece.HOURS, Piece.DISAGREEMENT, Piece.FINE_PRINT),
)
