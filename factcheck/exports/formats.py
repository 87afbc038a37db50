"""The formats an annotated essay can be taken away in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.csv import write_csv
from factcheck.exports.html import write_html
from factcheck.exports.json import write_json
from factcheck.exports.markdown import write_markdown
from factcheck.exports.webannotation import PROFILE, write_webannotation
from factcheck.rules.annotated import AnnotatedEssay


class Writer(Protocol):
    """Writes an essay; `about` is where the desk says how it works."""

    def __call__(self, essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
        """Return the file's bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: as asked for on the command line and in addresses.
        extension: of the file, without the dot.
        write: the same essay gives the same bytes.
        carries: what it holds and what it cannot, in words.
    """

    name: str
    label: str
    extension: str
    media_type: str
    write: Writer
    carries: str


_ALL = (
    Format(
        "html",
        "Web page",
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
        "Table (CSV)",
        "csv",
        "text/csv; charset=utf-8",
        write_csv,
        "A row for each claim. It does not carry the text around the claims. Cells"
        " that a spreadsheet could take for a formula begin with an apostrophe.",
    ),
    Format(
        "webannotation",
        "W3C annotations",
        "jsonld",
        PROFILE,
        write_webannotation,
        "An annotation for each claim and each review, on words that are quoted and"
        " counted. It does not carry the essay's text (it names it by its SHA-256),"
        " sentences that are not claims, corrections, what verdicts mean, nor where"
        " the desk explains itself.",
    ),
)

FORMATS: Mapping[str, Format] = {entry.name: entry for entry in _ALL}
