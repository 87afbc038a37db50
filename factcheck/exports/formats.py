"""The formats an annotated essay can be taken away in."""

from collections.abc import Mapping, Sequence

from factcheck.errors import NotFoundError
from factcheck.exports import archive, claimreview
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.csv import write_csv
from factcheck.exports.dataset import hold_dataset, write_dataset
from factcheck.exports.docx import lost_characters, write_checked, write_docx
from factcheck.exports.format import Format
from factcheck.exports.html import write_html
from factcheck.exports.json import write_json
from factcheck.exports.markdown import write_markdown
from factcheck.exports.pdf import hold_pdf, write_pdf
from factcheck.exports.pieces import OF_PAGES, Piece
from factcheck.exports.webannotation import PROFILE, write_webannotation
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import NOTHING_HELD, Holding, Holdings
from factcheck.rules.permissions import Deed
from factcheck.translating import N_, _, speaking


def _archive(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    return _archive_with(essay, about, NOTHING_HELD)[0]


def _archive_with(
    essay: AnnotatedEssay, about: Addresses, holdings: Holdings
) -> tuple[bytes, Sequence[str]]:
    """Write every other format that this essay is given in, and what the desk holds."""
    written = {
        f"{_stem(fmt)}.{fmt.extension}": fmt.file(essay, about, holdings)[0]
        for fmt in _ALL
        if not fmt.of_the_desk and not fmt.withheld(essay, about)
    }
    records = holdings.records
    data = archive.pack(essay, records, written)
    return data, records.left_out if records else ()


def _stem(fmt: Format) -> str:
    """Name a format's file, so that no two have one name."""
    same = [each for each in _ALL if each.extension == fmt.extension]
    return "essay" if same[0] is fmt else f"essay-{fmt.name}"


_ALL: tuple[Format, ...] = (
    Format(
        "html",
        N_("Web page"),
        "html",
        "text/html; charset=utf-8",
        write_html,
        "The reader's page in one file that opens without a network.",
        OF_PAGES,
    ),
    Format(
        "markdown",
        "Markdown",
        "md",
        "text/markdown; charset=utf-8",
        write_markdown,
        "The text with a footnote for each claim, which quotes the claim's words: where"
        " they end is marked in the text, where they start is not.",
        (Piece.LANGUAGE, Piece.LOOKS, *OF_PAGES),
    ),
    Format(
        "json",
        "JSON",
        "json",
        "application/json",
        write_json,
        "Everything that an annotated essay has, in a shape that can be read back.",
    ),
    Format(
        "csv",
        N_("Table (CSV)"),
        "csv",
        "text/csv; charset=utf-8",
        write_csv,
        "A row for each claim, with what its note says. Cells that a spreadsheet could"
        " take for a formula begin with an apostrophe.",
        (
            *(Piece.TITLE, Piece.AUTHOR, Piece.LANGUAGE, Piece.DIRECTION),
            *(Piece.VERSION, Piece.CHECKSUM, Piece.EDITION, Piece.TEXT, Piece.KINDS),
            *(Piece.NEEDED, Piece.MEANINGS, Piece.UNMARKED, *OF_PAGES),
        ),
    ),
    Format(
        "webannotation",
        N_("W3C annotations"),
        "jsonld",
        PROFILE,
        write_webannotation,
        "An annotation for each claim and each review, on words that are quoted and"
        " counted, of a text that is named by its SHA-256.",
        (
            *(Piece.TEXT, Piece.KINDS, Piece.SORTING, Piece.AUTHOR, Piece.LANGUAGE),
            *(Piece.DIRECTION, Piece.SLUG, Piece.VERSION, Piece.EDITION, Piece.NEEDED),
            *(Piece.MEANINGS, Piece.SCALE, Piece.LOOKS, Piece.DISAGREEMENT),
            *(Piece.FINE_PRINT, Piece.UNMARKED),
        ),
        ("where the desk explains itself",),
    ),
    Format(
        "claimreview",
        "ClaimReview",
        "json",
        "application/ld+json",
        claimreview.write_claimreview,
        "What schema.org has words for, of each claim with a verdict in the newest"
        " edition.",
        (
            *(Piece.TEXT, Piece.KINDS, Piece.CHECKSUM, Piece.DIRECTION, Piece.VERSION),
            *(Piece.EDITION, Piece.NEEDED, Piece.MEANINGS, Piece.EACH_VERDICT),
            *(Piece.REVIEWERS, Piece.INTERESTS, Piece.RULINGS, Piece.INQUIRIES),
            *(Piece.REWORDINGS, Piece.STANCES, Piece.DETAILS, Piece.UNMARKED),
            *(Piece.LOOKS, *OF_PAGES),
        ),
        ("claims that are open",),
        withheld=claimreview.withheld,
        lacks=claimreview.lacks,
        of_editions=True,
    ),
    Format(
        "docx",
        N_("Word"),
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        write_docx,
        "The Word file that the essay came in as, with a comment on each claim's words"
        " and nothing else changed or added; else, and of an edition, a file of its own"
        " with a comment and a numbered note for each claim.",
        OF_PAGES,
        ("control characters",),
        lacks=lost_characters,
        asks=Holding.ORIGINAL,
        hold=write_checked,
    ),
    Format(
        "dataset",
        N_("Research data"),
        "zip",
        "application/zip",
        write_dataset,
        "A row of JSON for each sentence, claims or not, with every review that was"
        " given, under pseudonyms, and what the verdicts mean.",
        (
            *(Piece.REVIEWERS, Piece.INTERESTS, Piece.AUTHOR, Piece.DIRECTION),
            *(Piece.NEEDED, Piece.RULINGS, Piece.DISAGREEMENT, Piece.REWORDINGS),
            *(Piece.EDITION, Piece.CORRECTIONS, Piece.UNMARKED, Piece.HOURS),
        ),
        ("drafts", "talk", "history", "the white space between sentences"),
        of_the_desk=True,
        deed=Deed.ARCHIVE,
        asks=Holding.REVIEWS,
        hold=hold_dataset,
    ),
    Format(
        "archive",
        N_("Archive"),
        "zip",
        "application/zip",
        _archive,
        "Everything that the desk holds of the essay: its versions and the files they"
        " came from, claims, reviews, rulings, talk, history, editions, kept copies,"
        " and the files that readers get; another desk takes it in whole.",
        also=(
            "addresses of people (whoever has an account there is known again)",
            "who may do what",
            "links that were given to authors",
        ),
        of_the_desk=True,
        deed=Deed.ARCHIVE,
        asks=Holding.RECORDS,
        hold=_archive_with,
    ),
    Format(
        "pdf",
        "PDF",
        "pdf",
        "application/pdf",
        write_pdf,
        "The reader's page on paper, tagged for screen readers: claims underlined, and"
        " a note for each at the end, with links both ways.",
        OF_PAGES,
        (
            "lines as the author broke them within a paragraph",
            "control characters",
            "letters that no font here has, which are named in square brackets",
            "the order of Arabic vowel marks, where text is copied out of it",
        ),
        hold=hold_pdf,
    ),
)

FORMATS: Mapping[str, Format] = {entry.name: entry for entry in _ALL}


def find_format(name: str) -> Format:
    """Return a format by its name.

    Raises:
        NotFoundError: there is none called so.
    """
    if name not in FORMATS:
        raise NotFoundError(
            _(
                "There is no format called %(name)s. There are %(names)s.",
                name=repr(name),
                names=", ".join(FORMATS),
            )
        )
    return FORMATS[name]


def write_in(
    fmt: Format,
    essay: AnnotatedEssay,
    about: Addresses,
    language: str,
    holdings: Holdings = NOTHING_HELD,
) -> bytes:
    """Write a file that speaks a language, whoever asks for it.

    Raises:
        NotFoundError: this essay is not given in this format, or not here.
    """
    if reason := fmt.withheld(essay, about):
        raise NotFoundError(reason)
    if fmt.of_the_desk and holdings is NOTHING_HELD:
        raise NotFoundError(
            _("This format is given of the desk's own copy alone, on its page.")
        )
    with speaking(language):
        return fmt.file(essay, about, holdings)[0]
