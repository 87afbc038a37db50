"""The annotated essay as Markdown with footnotes (CommonMark, and GitHub's `[^1]`).

The author's text is escaped so that none of it becomes markup; rendered, it reads
the same, character for character.
"""

import re
from collections.abc import Mapping
from html import escape

from factcheck.exports import beside, house_style, wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.directions import isolated
from factcheck.exports.escaping import escape_line, escape_paragraph, link_target
from factcheck.exports.method import method_lines, text_words
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedParagraph,
    AnnotatedSource,
)
from factcheck.rules.scales import Standing
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import _, spoken_direction

_INDENT = "    "
# What would be taken for the mark that closes a heading, and dropped.
_CLOSING = re.compile(r"(?<=[ \t])#(?=#*\Z)")


def write_markdown(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return head, essay with a footnote a claim, footnotes, and what verdicts mean."""
    claims = {claim.number: claim for claim in essay.claims}
    blocks = [
        *_head(essay),
        "---",
        *_turned(essay, [_paragraph(each, claims) for each in essay.paragraphs]),
        "---",
        *_meanings(essay),
        *_method(essay),
        *_about(about),
        *(_footnote(claim, essay) for claim in essay.claims),
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def _head(essay: AnnotatedEssay) -> list[str]:
    facts = essay.facts
    lines = [
        _("Essay by %(byline)s.", byline=escape_line(facts.byline))
        if facts.byline
        else "",
        _("Appeared: %(place)s.", place=_address(facts.appeared))
        if facts.appeared
        else "",
        escape_line(wording.checked_by(essay)),
        escape_line(wording.edition_words(essay.edition)),
    ]
    return [
        f"# {escape_line(facts.title)}",
        escape_line(wording.standfirst(essay)),
        " ".join(line for line in lines if line),
        *_corrections(essay),
        _tally(essay),
    ]


def _corrections(essay: AnnotatedEssay) -> list[str]:
    lines = [f"- {escape_line(line)}" for line in beside.correction_lines(essay)]
    heading = _("Corrections in this edition")
    return [f"## {heading}", "\n".join(lines)] if lines else []


def _tally(essay: AnnotatedEssay) -> str:
    tally = essay.tally
    rows = [(v.label, tally[v.key]) for v in essay.facts.scale.verdicts]
    if tally[""]:
        rows.append((wording.open_label(), tally[""]))
    return "\n".join(f"- {escape_line(label)}: {count}" for label, count in rows)


def _meanings(essay: AnnotatedEssay) -> list[str]:
    lines = [
        f"- **{escape_line(v.label)}**: {escape_line(v.definition)}"
        for v in essay.facts.scale.verdicts
    ]
    heading = _("What the verdicts mean")
    return [f"## {heading}", "\n".join(lines)]


def _method(essay: AnnotatedEssay) -> list[str]:
    lines = [*method_lines(essay), text_words(essay)]
    heading = _("How we check")
    return [f"## {heading}", *map(escape_line, lines)]


def _about(about: Addresses) -> list[str]:
    lines = [f"- [{link.label}](<{link_target(link.href)}>)" for link in about.links]
    heading = _("About this desk")
    return [f"## {heading}", "\n".join(lines)] if lines else []


def _turned(essay: AnnotatedEssay, paragraphs: list[str]) -> list[str]:
    """Say which way the author's words run, where the file's own run the other.

    Markdown has no mark for it and renderers guess, or do not; HTML around paragraphs
    leaves them Markdown, as blank lines stand between.
    """
    facts = essay.facts
    if facts.direction == spoken_direction() or not paragraphs:
        return paragraphs
    language = f' lang="{escape(facts.language)}"' if facts.language else ""
    return [f'<div dir="{escape(facts.direction)}"{language}>', *paragraphs, "</div>"]


def _paragraph(
    paragraph: AnnotatedParagraph, claims: Mapping[int, AnnotatedClaim]
) -> str:
    """Write a paragraph, each claim's reference right after its words."""
    start = paragraph.sentences[0].start
    text = "".join(s.gap + s.text for s in paragraph.sentences)
    references: dict[int, str] = {}
    for number in paragraph.claims:
        at = claims[number].end - start
        references[at] = f"{references.get(at, '')}[^{number}]"
    return _drawn(paragraph.kind, escape_paragraph(text, references))


def _drawn(kind: ParagraphKind, words: str) -> str:
    """Mark a paragraph as what it is; its escaped words stay as they are."""
    if kind is ParagraphKind.HEADING and "\n" not in words:
        return "## " + _CLOSING.sub(r"\\#", words)
    if kind is ParagraphKind.QUOTATION:
        return "> " + words.replace("\n", "\n> ")
    if kind is ParagraphKind.LIST_ITEM:
        return "- " + words.replace("\n", "\n  ")
    return words


def _footnote(claim: AnnotatedClaim, essay: AnnotatedEssay) -> str:
    """Write a claim's note: verdict and finding first, then what it rests on."""
    verdict = f"**{escape_line(wording.verdict_words(claim))}.**"
    finding = wording.finding_words(claim, essay.facts.reviews_needed)
    blocks = [
        f"[^{claim.number}]: {verdict} {escape_line(finding)}",
        escape_line(_("Words checked: “%(quote)s”", quote=isolated(claim.quote))),
    ]
    if claim.statement and claim.statement != claim.quote:
        statement = _("Checked as: %(statement)s", statement=isolated(claim.statement))
        blocks.append(escape_line(statement))
    if claim.standing is not Standing.OPEN:
        blocks += [escape_paragraph(p) for p in claim.explanation.split("\n\n")]
        blocks.append("\n".join(_source(source) for source in claim.sources))
        blocks.append(escape_line(wording.checked_words(claim, essay.reviewers)))
    blocks += [escape_line(line) for line in beside.beside_lines(claim, essay)]
    kept = [block for block in blocks if block]
    return f"\n\n{_INDENT}".join(b.replace("\n", f"\n{_INDENT}") for b in kept)


def _source(source: AnnotatedSource) -> str:
    """Write one source as an item of the note's list."""
    name, address = house_style.source_name(source), wording.web_address(source.url)
    line = house_style.source_line(source)
    parts = [
        f"[{escape_line(name)}](<{link_target(address)}>)." if address else "",
        "" if address else escape_line(house_style.stopped(name)),
        escape_line(house_style.stopped(line)),
        f"{wording.stance_words(source)}.",
        escape_line(isolated(f"“{source.quote}”")) if source.quote else "",
        f"({escape_line(source.locator)})" if source.locator else "",
        escape_line(wording.checked_quotation(source)),
        _archived(source),
        escape_line(source.url) if source.url not in {address, name} else "",
    ]
    return "- " + " ".join(part for part in parts if part)


def _archived(source: AnnotatedSource) -> str:
    """Write where an archived copy is, as a link unless it is what is cited."""
    words = escape_line(wording.archived_words(source.archived))
    address = wording.web_address(wording.archived_elsewhere(source))
    return f"[{words}](<{link_target(address)}>)" if words and address else words


def _address(text: str) -> str:
    """Write an address as a link where it may be one, and as text elsewhere."""
    address = wording.web_address(text)
    if not address:
        return escape_line(text)
    return f"[{escape_line(text)}](<{link_target(address)}>)"
