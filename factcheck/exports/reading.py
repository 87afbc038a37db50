"""The way back: an exported JSON file becomes an annotated essay again, or is refused.

Everything is checked before anything is believed: the shape, the fingerprint of the
text, that every span holds the words it says, that verdicts belong to the scale.
"""

import hashlib
import re
from itertools import groupby, pairwise

from factcheck.exports.json import FORMAT, READ, reviewer_id
from factcheck.exports.parts import TIME, Part, all_different, parse, refuse
from factcheck.exports.reading_claims import read_claims
from factcheck.rules.annotated import (
    AnnotatedEssay,
    Correction,
    EditionNote,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import assemble
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import N_, _

_HEAD = 1_000
_DIGEST = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"(?s).+")
_DIRECTION = re.compile(r"ltr|rtl")
_SENTENCE = ("position", "paragraph", "start", "end", "sorting", "reason")


def is_annotated(data: bytes) -> bool:
    """Say whether a file means to be an exported essay, sound or not."""
    head = data[:_HEAD].lstrip()
    return head.startswith(b"{") and f'"{FORMAT}"'.encode() in head


def read_json(data: bytes) -> AnnotatedEssay:
    """Read what `write_json` wrote.

    Raises:
        UnreadableError: the file is damaged, of another version, or contradicts
            itself; the message says where.
    """
    document = parse(data)
    _check_format(document)
    _check_about(document)
    facts = _facts(document)
    sentences = _sentences(document, facts.text)
    reviewers = _reviewers(document)
    return assemble(
        facts,
        sentences,
        read_claims(document, facts, sentences, list(reviewers)),
        [name for name, _ in reviewers.values()],
        _edition(document),
        interests=[declared for _, declared in reviewers.values()],
        kinds=_kinds(document, sentences, facts.text),
    )


def _check_format(document: Part) -> None:
    if document.value.get("format") != FORMAT:
        refuse(
            _(
                'This is not an exported essay: "format" is not "%(format)s".',
                format=FORMAT,
            )
        )
    version = document.value.get("version")
    if type(version) is not int or version not in READ:
        refuse(
            _(
                "Only versions %(read)s to %(read2)s of the format can be read here.",
                read=READ[0],
                read2=READ[-1],
            )
        )
    document.only(
        *(["paragraphs"] if version > 1 else []),
        "format",
        "version",
        "about",
        "essay",
        "edition",
        "scale",
        "reviewers",
        "text",
        "sentences",
        "claims",
    )


def _check_about(document: Part) -> None:
    """Read the addresses of the desk that wrote the file, which are its own."""
    about = document.part("about")
    about.only("method", "scale", "corrections")
    for key in ("method", "scale", "corrections"):
        about.text(key)


def _facts(document: Part) -> EssayFacts:
    essay, text = document.part("essay"), document.text("text")
    essay.only(
        "slug",
        "title",
        "byline",
        "appeared",
        "language",
        "direction",
        "reviews_needed",
        "version",
        "sha256",
    )
    digest = essay.matching("sha256", _DIGEST, N_("a SHA-256"))
    if digest != hashlib.sha256(text.encode()).hexdigest():
        refuse(_("The text is not the one that was exported: its SHA-256 differs."))
    return EssayFacts(
        slug=essay.text("slug"),
        title=essay.text("title"),
        byline=essay.text("byline"),
        appeared=essay.text("appeared"),
        language=essay.text("language"),
        direction=essay.matching("direction", _DIRECTION, N_("ltr or rtl")),
        reviews_needed=essay.number("reviews_needed", 1),
        version=essay.number("version", 1),
        sha256=digest,
        text=text,
        scale=_scale(document.part("scale")),
    )


def _scale(scale: Part) -> ScaleDefinition:
    scale.only("key", "name", "version", "verdicts")
    verdicts = tuple(_label(part) for part in scale.parts("verdicts"))
    if not all_different([verdict.key for verdict in verdicts]):
        scale.refuse(_("has two verdicts under one key"))
    return ScaleDefinition(
        key=scale.text("key"),
        name=scale.text("name"),
        version=scale.number("version", 1),
        verdicts=verdicts,
    )


def _label(part: Part) -> VerdictLabel:
    part.only("key", "label", "definition", "value", "standing")
    value = part.value["value"]
    if value is not None and type(value) is not int:
        part.refuse(_("is neither a whole number nor null"), "value")
    return VerdictLabel(
        key=part.matching("key", _KEY, N_("a name")),
        label=part.text("label"),
        definition=part.text("definition"),
        value=value,
        standing=part.choice("standing", Standing),
    )


def _sentences(document: Part, text: str) -> list[SentenceFacts]:
    sentences = [_sentence(part) for part in document.parts("sentences")]
    edges = [0, *(edge for s in sentences for edge in (s.start, s.end)), len(text)]
    if any(a > b for a, b in pairwise(edges)):
        refuse(_("Sentences overlap, or reach beyond the text."))
    outside = (text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    if any(ch.isalnum() for gap in outside for ch in gap):
        refuse(_("Some words of the text stand in no sentence."))
    numbers = [(s.position, s.paragraph) for s in sentences]
    if [position for position, _ in numbers] != list(range(1, len(numbers) + 1)):
        refuse(_("Sentences are not numbered 1, 2, 3 ..."))
    if any(a[1] > b[1] for a, b in pairwise(numbers)):
        refuse(_("Paragraphs are out of order."))
    return sentences


def _kinds(
    document: Part, sentences: list[SentenceFacts], text: str
) -> dict[int, ParagraphKind]:
    """Return what each paragraph is; version 1 leaves it to be worked out."""
    if document.value["version"] == 1:
        return {
            number: _kind_from_sorting(list(group), text)
            for number, group in groupby(sentences, key=lambda s: s.paragraph)
        }
    kinds = [_kind(part) for part in document.parts("paragraphs")]
    if [number for number, _ in kinds] != sorted({s.paragraph for s in sentences}):
        refuse(_("The paragraphs are not those of the sentences, each once, in order."))
    return dict(kinds)


def _kind(part: Part) -> tuple[int, ParagraphKind]:
    part.only("number", "kind")
    return part.number("number", 1), part.choice("kind", ParagraphKind)


def _kind_from_sorting(sentences: list[SentenceFacts], text: str) -> ParagraphKind:
    """Say what a paragraph of version 1 looked like: what was not prose stood apart."""
    if any(sentence.reason is not Reason.NOT_PROSE for sentence in sentences):
        return ParagraphKind.PROSE
    words = text[sentences[0].start : sentences[-1].end]
    letters = any(ch.isalnum() for ch in words)
    return ParagraphKind.BYLINE if letters else ParagraphKind.SEPARATOR


def _sentence(part: Part) -> SentenceFacts:
    part.only(*_SENTENCE)
    sorting = part.choice("sorting", Sorting)
    reason = None if part.absent("reason") else part.choice("reason", Reason)
    if (reason is None) == (sorting is Sorting.NOT_A_CLAIM):
        part.refuse(_("has a reason without being not a claim, or the other way round"))
    return SentenceFacts(
        position=part.number("position", 1),
        paragraph=part.number("paragraph", 1),
        start=part.number("start"),
        end=part.number("end"),
        sorting=sorting,
        reason=reason,
    )


def _reviewers(document: Part) -> dict[str, tuple[str, str]]:
    """Return names and declared interests by id, which run r1, r2 ..."""
    reviewers = {}
    for index, part in enumerate(document.parts("reviewers")):
        part.only("id", "name", "interests")
        if part.text("id") != reviewer_id(index):
            part.refuse(
                _("should have the id %(reviewer_id)s", reviewer_id=reviewer_id(index))
            )
        reviewers[reviewer_id(index)] = part.text("name"), part.text("interests")
    return reviewers


def _edition(document: Part) -> EditionNote | None:
    if document.absent("edition"):
        return None
    part = document.part("edition")
    part.only("number", "published", "note", "corrections")
    return EditionNote(
        number=part.number("number", 1),
        published=part.matching("published", TIME, N_("a time in UTC")),
        note=part.text("note"),
        corrections=tuple(_correction(c) for c in part.parts("corrections")),
    )


def _correction(part: Part) -> Correction:
    part.only("claim", "quote", "old", "new", "reason")
    return Correction(
        claim=part.number("claim", 1),
        quote=part.text("quote"),
        old=part.text("old"),
        new=part.text("new"),
        reason=part.text("reason"),
    )
