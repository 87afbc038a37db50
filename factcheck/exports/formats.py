"""The formats an annotated essay can be taken away in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.errors import NotFoundError
from factcheck.exports import archive, claimreview
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.csv import write_csv
from factcheck.exports.dataset import hold_dataset, write_dataset
from factcheck.exports.docx import lost_characters, write_checked, write_docx
from factcheck.exports.html import write_html
from factcheck.exports.json import write_json
from factcheck.exports.markdown import write_markdown
from factcheck.exports.pdf import hold_pdf, write_pdf
from factcheck.exports.webannotation import PROFILE, write_webannotation
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import NOTHING_HELD, Holding, Holdings
from factcheck.rules.permissions import Deed
from factcheck.translating import N_, _, speaking


class Writer(Protocol):
    """Writes an essay; `about` is where the desk says how it works."""

    def __call__(self, essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
        """Return the file's bytes."""
        ...


class Holder(Protocol):
    """Writes an essay with what the desk holds of it."""

    def __call__(
        self, essay: AnnotatedEssay, about: Addresses, holdings: Holdings
    ) -> tuple[bytes, Sequence[str]]:
        """Return the file's bytes, and what it has lost, a sentence each."""
        ...


Ask = Callable[[AnnotatedEssay, Addresses], str]
Report = Callable[[AnnotatedEssay, Addresses], Sequence[str]]


def _given(_essay: AnnotatedEssay, _about: Addresses) -> str:
    return ""


def _whole(_essay: AnnotatedEssay, _about: Addresses) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: as asked for on the command line and in addresses.
        extension: of the file, without the dot.
        write: the same essay gives the same bytes.
        carries: what it holds and what it cannot, in words.
        withheld: why an essay is not given in it, or "".
        lacks: what the file of this very essay has lost, a sentence each.
        of_editions: it is of what is published, and never of a working copy.
        of_the_desk: it is of what the desk holds, and never of an edition.
        deed: what whoever takes a working copy away must be allowed to do.
        asks: for which holdings; `hold` is then given them.
        hold: writes a working copy where there are holdings.
    """

    name: str
    label: str
    extension: str
    media_type: str
    write: Writer
    carries: str
    withheld: Ask = _given
    lacks: Report = _whole
    of_editions: bool = False
    of_the_desk: bool = False
    deed: Deed = Deed.EXPORT
    asks: Holding | None = None
    hold: Holder | None = None

    def file(
        self,
        essay: AnnotatedEssay,
        about: Addresses = NOWHERE,
        holdings: Holdings = NOTHING_HELD,
    ) -> tuple[bytes, Sequence[str]]:
        """Return the bytes of a working copy, and what it has lost."""
        if self.hold is not None:
            return self.hold(essay, about, holdings)
        return self.write(essay, about), self.lacks(essay, about)


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
        "The reader's page in one file that opens without a network. It does not"
        " carry what each of several reviewers wrote, nor the words around a claim.",
    ),
    Format(
        "markdown",
        "Markdown",
        "md",
        "text/markdown; charset=utf-8",
        write_markdown,
        "The text with a footnote for each claim. It shows where a claim ends, not"
        " where it starts: the footnote quotes the words.",
    ),
    Format(
        "json",
        "JSON",
        "json",
        "application/json",
        write_json,
        "Everything, in a shape that can be read back.",
    ),
    Format(
        "csv",
        N_("Table (CSV)"),
        "csv",
        "text/csv; charset=utf-8",
        write_csv,
        "A row for each claim. It does not carry the text around the claims. Cells"
        " that a spreadsheet could take for a formula begin with an apostrophe.",
    ),
    Format(
        "webannotation",
        N_("W3C annotations"),
        "jsonld",
        PROFILE,
        write_webannotation,
        "An annotation for each claim and each review, on words that are quoted and"
        " counted. It does not carry the essay's text (it names it by its SHA-256),"
        " sentences that are not claims, corrections, what verdicts mean, nor where"
        " the desk explains itself.",
    ),
    Format(
        "claimreview",
        "ClaimReview",
        "json",
        "application/ld+json",
        claimreview.write_claimreview,
        "What schema.org has words for, of each claim with a verdict in the newest"
        " edition. It does not carry the essay's text, claims that are open, reviews"
        " that differ, the quoted words of sources, nor what verdicts mean.",
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
        " and nothing else changed; else, and of an edition, a file of its own with"
        " numbered notes. It does not carry control characters, nor what each of"
        " several reviewers who agree wrote.",
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
        " given, under pseudonyms, and what the verdicts mean. It does not carry"
        " drafts, talk, history, editions, nor who the reviewers are.",
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
        " and the files that readers get; another desk takes it in whole. It does not"
        " carry addresses of people (whoever has an account there is known again), who"
        " may do what, nor links that were given to authors.",
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
        " a note for each at the end, with links both ways. It does not carry what each"
        " of several reviewers wrote, lines as the author broke them within a"
        " paragraph, control characters, nor letters that no font here has, which are"
        " named in square brackets.",
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
