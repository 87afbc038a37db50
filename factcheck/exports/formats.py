"""The formats an annotated essay can be taken away in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.errors import NotFoundError
from factcheck.exports import claimreview
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.csv import write_csv
from factcheck.exports.docx import lost_characters, write_docx
from factcheck.exports.html import write_html
from factcheck.exports.json import write_json
from factcheck.exports.markdown import write_markdown
from factcheck.exports.webannotation import PROFILE, write_webannotation
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.translating import N_, _, speaking


class Writer(Protocol):
    """Writes an essay; `about` is where the desk says how it works."""

    def __call__(self, essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
        """Return the file's bytes."""
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


_ALL = (
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
        "The text with a comment on each claim's words, and numbered notes. It does not"
        " carry the formatting of the file that came in, control characters, nor what"
        " each of several reviewers who agree wrote.",
        lacks=lost_characters,
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
    fmt: Format, essay: AnnotatedEssay, about: Addresses, language: str
) -> bytes:
    """Write a file that speaks a language, whoever asks for it.

    Raises:
        NotFoundError: this essay is not given in this format.
    """
    if reason := fmt.withheld(essay, about):
        raise NotFoundError(reason)
    with speaking(language):
        return fmt.write(essay, about)
