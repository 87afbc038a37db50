"""What a desk holds of an essay beside what a reader sees of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from factcheck.rules.annotated import AnnotatedSource

Row = Mapping[str, Any]


class Holding(StrEnum):
    """A kind of holding, as a format asks for it."""

    ORIGINAL = "original"
    RECORDS = "records"
    REVIEWS = "reviews"


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a version of the text was read from, or why there is none."""

    data: bytes = field(default=b"", repr=False)
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """Every row that belongs to an essay, by table.

    A row is the values of its columns as JSON has them. It has no id: it is named by
    its place in its table, from 1, and that is what stands where another row names it.

    Attributes:
        rows: in the order in which they were stored.
        files: what is too long for a row, by its place: "versions/1.txt".
        copies: SHA-256 of the bytes of kept copies, in order.
        copy: gives those bytes.
        left_out: what whoever asked may not see, in words.
    """

    rows: Mapping[str, Sequence[Row]]
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    copies: Sequence[str] = ()
    copy: Callable[[str], bytes] = field(default=lambda _digest: b"", repr=False)
    left_out: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RawReview:
    """A given review as its writer left it, under a pseudonym.

    Attributes:
        annotator: the same for the same person, and told to nobody else.
        verdict: a key of the essay's scale.
        created: when it was given first, as YYYY-MM-DDTHH:MM:SSZ.
        modified: when it was given last.
    """

    annotator: str
    verdict: str
    finding: str
    explanation: str
    created: str
    modified: str
    sources: tuple[AnnotatedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a format was given of what it asked for."""

    original: Original = Original()
    records: Records | None = None
    reviews: Mapping[int, Sequence[RawReview]] | None = None


NOTHING_HELD = Holdings()
