"""What a note says, as paragraphs of pieces, for files that bring their own markup."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.exports import beside, house_style, wording
from factcheck.exports.directions import isolated
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay, AnnotatedSource
from factcheck.translating import _


class BlockKind(StrEnum):
    """What a paragraph of a note is."""

    FINDING = "finding"
    QUOTE = "quote"
    STATEMENT = "statement"
    EXPLANATION = "explanation"
    SOURCE = "source"
    BESIDE = "beside"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look; `href` is a web address they lead to, or ""."""

    text: str
    strong: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a note."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def note_blocks(claim: AnnotatedClaim, essay: AnnotatedEssay) -> Iterator[Block]:
    """Say a claim's verdict and finding first, then what they rest on."""
    finding = wording.finding_words(claim, essay.facts.reviews_needed)
    verdict = Piece(f"{wording.verdict_words(claim)}.", strong=True)
    yield Block(BlockKind.FINDING, (verdict, Piece(f" {finding}")))
    quote = isolated(claim.quote)
    yield _line(BlockKind.QUOTE, _("Words checked: “%(quote)s”", quote=quote))
    if claim.statement and claim.statement != claim.quote:
        yield _line(
            BlockKind.STATEMENT,
            _("Checked as: %(statement)s", statement=isolated(claim.statement)),
        )
    for paragraph in claim.explanation.split("\n\n"):
        if paragraph:
            yield _line(BlockKind.EXPLANATION, paragraph)
    for source in claim.sources:
        yield Block(BlockKind.SOURCE, tuple(_source(source)))
    for line in beside.beside_lines(claim, essay):
        yield _line(BlockKind.BESIDE, line)
    if checked := wording.checked_words(claim, essay.reviewers):
        yield _line(BlockKind.CHECKED, checked)


def _source(source: AnnotatedSource) -> Iterator[Piece]:
    name, address = house_style.source_name(source), wording.web_address(source.url)
    yield Piece(name, href=address)
    line = house_style.source_line(source)
    parts = [
        house_style.stopped(name).removeprefix(name),
        f" {house_style.stopped(line)}" if line else "",
        f" {wording.stance_words(source)}.",
        f" {isolated(f'“{source.quote}”')}" if source.quote else "",
        f" ({source.locator})" if source.locator else "",
        f" {checked}" if (checked := wording.checked_quotation(source)) else "",
        f" {source.url}" if source.url not in {address, name} else "",
    ]
    yield Piece("".join(parts))
    if copy := wording.archived_words(source.archived):
        there = wording.web_address(wording.archived_elsewhere(source))
        yield Piece(" ")
        yield Piece(copy, href=there)


def _line(kind: BlockKind, text: str) -> Block:
    return Block(kind, (Piece(text),))
