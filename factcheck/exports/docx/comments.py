"""Each claim's comment: verdict, finding and sources, by the one who gave them."""

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from factcheck.exports.blocks import Block, BlockKind, note_blocks
from factcheck.exports.directions import runs_rtl
from factcheck.exports.docx.markup import (
    FORBIDDEN,
    Links,
    link,
    paragraph,
    run,
    strong,
)
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay

_REFERENCE = (
    '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
)


def comment_ids(essay: AnnotatedEssay) -> Mapping[int, int]:
    """Give each claim's comment its id, in reading order."""
    return {claim.number: index for index, claim in enumerate(essay.claims)}


def comment(
    claim: AnnotatedClaim, essay: AnnotatedEssay, desk: str, ident: int, links: Links
) -> str:
    """Return one comment."""
    name = _clean(_author(claim, essay)) or _clean(desk) or "Factcheck"
    when = _when(claim)
    date = f' w:date="{when}"' if when else ""
    blocks = [b for b in note_blocks(claim, essay) if b.kind is not BlockKind.QUOTE]
    inner = "".join(
        in_block(block, links, "CommentText", before="" if index else _REFERENCE)
        for index, block in enumerate(blocks)
    )
    return (
        f'<w:comment w:id="{ident}" w:author={quoteattr(name)}{date}'
        f" w:initials={quoteattr(_initials(name))}>{inner}</w:comment>"
    )


def in_block(block: Block, links: Links, style: str, *, before: str = "") -> str:
    """Return a paragraph of a note, in the direction of its own words."""
    rtl = runs_rtl("".join(piece.text for piece in block.pieces if not piece.strong))
    inner = "".join(
        strong(piece.text, rtl=rtl)
        if piece.strong
        else link(piece.text, piece.href, links, rtl=rtl)
        if piece.href
        else run(piece.text, rtl=rtl)
        for piece in block.pieces
    )
    return paragraph(before + inner, style, rtl=rtl)


def _author(claim: AnnotatedClaim, essay: AnnotatedEssay) -> str:
    """Name the editor who ruled or the one who reviewed; the desk where it was several.

    Returns:
        A name, or "" for the desk.
    """
    if claim.ruling:
        return claim.ruling.by
    names = {essay.reviewers[review.reviewer] for review in claim.reviews}
    return names.pop() if len(names) == 1 else ""


def _when(claim: AnnotatedClaim) -> str:
    """Return when the claim was ruled on or last reviewed, or ""."""
    times = [claim.ruling.ruled] if claim.ruling else [r.given for r in claim.reviews]
    return max(times, default="")


def _clean(name: str) -> str:
    return " ".join(FORBIDDEN.sub("", name).split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())[:4]
