"""The annotated essay as data for `templates/essay.typ`: strings, numbers, lists.

Nothing in it is markup: typst prints a string as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.exports import beside, glyphs, plots, wording
from factcheck.exports.addresses import Addresses
from factcheck.exports.blocks import Block, Piece, note_blocks
from factcheck.exports.colours import COLOURS
from factcheck.exports.directions import isolated, runs_rtl
from factcheck.exports.marking import lanes, marked
from factcheck.exports.method import method_lines, text_words
from factcheck.exports.pdf.fonts import families, manner
from factcheck.exports.pdf.strip import strip_file
from factcheck.exports.views import brings_its_mark
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedParagraph,
    AnnotatedSentence,
)
from factcheck.rules.scales import Standing
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import _, spoken, spoken_direction

Json = dict[str, Any]
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_BREAKS = re.compile(r"[ \t]*[\r\n\f]+[ \t]*")
_REGION = re.compile(r"[A-Za-z]{2}")


def document(essay: AnnotatedEssay, about: Addresses) -> Json:
    """Return everything that the template prints.

    Args:
        essay: what to print.
        about: where the desk explains itself.
    """
    facts = essay.facts
    return {
        "title": facts.title or facts.slug,
        "author": [facts.byline] if facts.byline else [],
        "essay": _spoken(facts.language, facts.direction),
        "spoken": _spoken(spoken(), spoken_direction()),
        "fonts": families(facts.language, spoken()),
        "fonts_of_desk": families(spoken(), facts.language),
        "manner": manner(facts.language),
        "words": {
            "kicker": _("Fact check"),
            "kicker_more": " · " + _("annotated essay"),
            "corrections": _("Corrections in this edition"),
            "verdicts": _("Verdicts"),
            "notes": _("Notes"),
        },
        "standfirst": _standfirst(essay),
        "head": list(_head(essay)),
        "corrections": [_line(line) for line in beside.correction_lines(essay)],
        "lost": [],
        "looks": _looks(),
        "tally": _tally(essay),
        "strip": _strip(essay) if essay.claims else None,
        "paragraphs": list(_paragraphs(essay)),
        "notes": [_note(claim, essay) for claim in essay.claims],
        "foot": list(_foot(essay, about)),
    }


def cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """Return data with every string cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [cleaned(each, clean) for each in value]
    if isinstance(value, dict):
        return {key: cleaned(each, clean) for key, each in value.items()}
    return value


def strings(value: Any) -> Iterator[str]:
    """Return every string in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def _spoken(language: str, direction: str) -> Json:
    """Return what typst knows a language by."""
    base, *rest = language.replace("_", "-").split("-")
    base = base.lower()
    found = {"lang": base if _LANGUAGE.fullmatch(base) else "und", "dir": direction}
    region = next((part for part in rest if _REGION.fullmatch(part)), "")
    return found | ({"region": region.upper()} if region else {})


def _standfirst(essay: AnnotatedEssay) -> str:
    stands = _("The notes are the checkers’; the essay stands as its author wrote it.")  # noqa: RUF001
    return f"{wording.standfirst(essay)} {stands}"


def _head(essay: AnnotatedEssay) -> Iterator[Json]:
    """Say whose it is, who checked it, and which edition it is."""
    facts = essay.facts
    lines = [
        _("Essay by %(byline)s.", byline=facts.byline) if facts.byline else "",
        wording.checked_by(essay),
    ]
    said = [Piece(" ".join(line for line in lines if line))]
    if facts.appeared:
        address = wording.web_address(facts.appeared)
        said.append(Piece(" " + _("Appeared:") + " "))
        said.append(Piece(facts.appeared, href=address))
    yield _paragraph_of(said)
    yield _line(wording.edition_words(essay.edition))


def _looks() -> Json:
    return {
        standing: {"colour": colour, "glyph": glyphs.alone(standing, colour)}
        for standing, colour in COLOURS.items()
    }


def _tally(essay: AnnotatedEssay) -> list[list[str]]:
    tally = essay.tally
    rows = [
        [str(v.standing), v.label, f"{tally[v.key]:,}"]
        for v in essay.facts.scale.verdicts
    ]
    if tally[""]:
        rows.append([Standing.OPEN, wording.open_label(), f"{tally['']:,}"])
    return rows


def _strip(essay: AnnotatedEssay) -> Json:
    """Return the verdict strip as a picture, and what it says in words."""
    rows = plots.strip_rows(essay)
    counts = ", ".join(f"{label} {count}" for __, label, count in _tally(essay))
    return {
        "picture": strip_file(rows, rtl=essay.facts.direction == "rtl"),
        "alt": counts,
        "caption": plots.caption(rows),
    }


def _paragraphs(essay: AnnotatedEssay) -> Iterator[list[Any]]:
    """Give each paragraph's kind, its runs, and how many lines go under its words."""
    claims = {claim.number: claim for claim in essay.claims}
    for paragraph in essay.paragraphs:
        depths = [
            lanes([claims[number] for number in sentence.claims])
            for sentence in paragraph.sentences
        ]
        deepest = max((lane for depth in depths for lane in depth.values()), default=1)
        runs = _runs(paragraph, depths, claims)
        if paragraph.kind is ParagraphKind.LIST_ITEM and not brings_its_mark(
            essay.text, paragraph.sentences[0].start
        ):
            runs.insert(0, "• ")
        yield [paragraph.kind, runs, deepest]


def _runs(
    paragraph: AnnotatedParagraph,
    depths: Sequence[Mapping[int, int]],
    claims: Mapping[int, AnnotatedClaim],
) -> list[Any]:
    """Return a paragraph's words, and references; neighbouring plain words in one."""
    runs: list[Any] = []
    flowing = paragraph.kind is not ParagraphKind.TABLE_ROW
    for sentence, depth in zip(paragraph.sentences, depths, strict=True):
        for run in (sentence.gap, *_marked(sentence, depth, claims)):
            words = _flowing(run) if flowing and isinstance(run, str) else run
            if isinstance(words, str) and runs and isinstance(runs[-1], str):
                runs[-1] += words
            elif words:
                runs.append(words)
    return runs


def _flowing(words: str) -> str:
    """Let lines that the author broke run on, as a page does."""
    return _BREAKS.sub(" ", words)


def _marked(
    sentence: AnnotatedSentence,
    depth: Mapping[int, int],
    claims: Mapping[int, AnnotatedClaim],
) -> Iterator[Any]:
    """Give plain words; words with the looks under them; or a claim's reference."""
    for found in marked(sentence, claims):
        if isinstance(found, int):
            claim = claims[found]
            yield [found, claim.standing, wording.verdict_words(claim)]
        elif found.claims:
            under = [[claims[n].standing, depth[n] - 1] for n in found.claims]
            words = _flowing(found.text)
            yield {"words": words, "under": under, "begun": found.begun}
        else:
            yield found.text


def _note(claim: AnnotatedClaim, essay: AnnotatedEssay) -> Json:
    """Return a claim's note: its finding, then what that rests on."""
    __, *rest = note_blocks(claim, essay)
    finding = wording.finding_words(claim, essay.facts.reviews_needed)
    return {
        "number": claim.number,
        "standing": claim.standing,
        "label": f"{wording.verdict_words(claim)}.",
        "finding": isolated(finding),
        "blocks": [_block(block) for block in rest],
    }


def _block(block: Block) -> Json:
    """Return a paragraph of a note; where a source stands is printed at its end."""
    said = list(block.pieces)
    said += [_address(p.href) for p in said if p.href and p.href != p.text]
    return {"kind": block.kind, **_paragraph_of(said)}


def _foot(essay: AnnotatedEssay, about: Addresses) -> Iterator[Json]:
    meanings = [
        _paragraph_of([Piece(f"{v.label}: ", strong=True), Piece(v.definition)])
        for v in essay.facts.scale.verdicts
    ]
    yield {"title": _("What the verdicts mean"), "lines": meanings}
    lines = [*method_lines(essay), text_words(essay)]
    yield {"title": _("How we check"), "lines": [_line(line) for line in lines]}
    links = [
        _paragraph_of([Piece(f"{link.label}: "), _address(link.href)])
        for link in about.links
    ]
    if links:
        yield {"title": _("About this desk"), "lines": links}


def _line(text: str) -> Json:
    return _paragraph_of([Piece(text)])


def _paragraph_of(pieces: Iterable[Piece]) -> Json:
    """Return pieces with the direction of their first letter."""
    kept = list(pieces)
    rtl = runs_rtl("".join(piece.text for piece in kept if not piece.strong))
    said = [[p.text, _look(p), p.href] for p in kept if p.text]
    return {"rtl": rtl, "pieces": said}


def _look(piece: Piece) -> str:
    if piece.strong:
        return "strong"
    return "address" if piece.href and piece.text.strip() == piece.href else ""


def _address(href: str) -> Piece:
    return Piece(f" {href}", href=href)
