"""The fields of an annotated essay one by one, and essays that differ in one."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.scales import Standing
from factcheck.text.paragraphs import ParagraphKind
from tests.exports.full_essay import Planted

# What follows from the rest, and where words stand, which every format has its way for.
DERIVED = {
    "paragraphs.number",
    *(
        f"paragraphs.sentences.{name}"
        for name in (
            *("position", "paragraph", "start", "end", "text", "segments", "claims"),
            "gap",
        )
    ),
    *(f"claims.{name}" for name in ("number", "sentence", "start", "end")),
    # Words of the text; and what the verdict, the ruling and the finding's words tell.
    *(f"claims.{name}" for name in ("prefix", "suffix", "settlement")),
    "claims.reviews.reviewer",
    "claims.ruling.print_dissent",
    "edition.corrections.claim",
}
# These are looked at as one, not field by field.
_WHOLE = {"claims.verdict", "claims.reviews.sources"}
_OTHER: Mapping[str, Any] = {
    "facts.direction": "rtl",
    "facts.language": "fr",
    "facts.sha256": 64 * "b",
    "paragraphs.kind": ParagraphKind.HEADING,
    "claims.reviews.sources": (),
    "claims.reviews.verdict": "third",
    "claims.sources.kind": "report",
    "claims.sources.issued": "1951-02-03",
    "claims.sources.stance": "refutes",
    "claims.sources.archived": "https://web.archive.org/web/20200102/http://a.example/",
    "claims.sources.details.accessed": "2026-01-09",
    "claims.sources.details.level": "secondary",
    "claims.sources.quotation.outcome": "absent",
    "claims.sources.quotation.kept": "2026-03-09",
    "claims.sources.quotation.changed": 5,
    "claims.ruling.disagreement": "evidence",
    "claims.inquiries.asked": "2026-02-09",
    "claims.inquiries.answered": "2026-02-27",
    "claims.rewordings.status": "rejected",
    "facts.scale.verdicts.value": 9,
    "facts.scale.version": 9,
    "facts.reviews_needed": 9,
    "facts.version": 9,
    "edition.number": 9,
}
_TIMES = ("claims.reviews.given", "claims.ruling.ruled", "edition.published")
_LOOK = "facts.scale.verdicts.standing"
_SWAPPED = ("paragraphs.sentences.sorting", "paragraphs.sentences.reason")


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Give each field of an essay, and the way to it: names, and places in tuples."""
    steps = [] if name in _WHOLE else list(_steps(value, name))
    if not steps:
        yield name, ()
    for step, inner in steps:
        if inner not in DERIVED:
            for found, way in leaves(_at(value, (step,)), inner):
                yield found, (step, *way)


def _steps(value: Any, name: str) -> Iterator[tuple[str | int, str]]:
    """Give the ways one step into a value, and the names of what is there."""
    if is_dataclass(value):
        for each in fields(value):
            yield each.name, f"{name}.{each.name}" if name else each.name
    elif isinstance(value, tuple):
        for at in range(len(value)):
            yield at, name


def _with(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """Return a value that is another at the end of a way."""
    if not way:
        return new
    step, *rest = way
    if isinstance(step, int):
        inner = _with(value[step], tuple(rest), new)
        return (*value[:step], inner, *value[step + 1 :])
    return replace(value, **{step: _with(getattr(value, step), tuple(rest), new)})


def _at(value: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def variants(planted: Planted) -> Iterator[tuple[str, AnnotatedEssay]]:
    """Give the essay with one field otherwise, for each that has no word of its own.

    Times are there twice: another day, and, by a name of its own, another hour.
    """
    essay = planted.essay
    for name, way in leaves(essay):
        if name in planted.words or name in {_LOOK, *_SWAPPED}:
            continue
        old = _at(essay, way)
        if name in _TIMES:
            yield name, _with(essay, way, old.replace("T1", "T0"))
        elif name == "claims.verdict":
            yield name, _with(essay, way, essay.facts.scale.verdicts[2])
        elif old not in {None, "", ()}:
            yield name, _with(essay, way, _OTHER[name])
    # Two sentences that are not claims change places, so that no count differs.
    one, two = essay.paragraphs[1].sentences
    swapped = (
        replace(one, sorting=two.sorting, reason=two.reason),
        replace(two, sorting=one.sorting, reason=one.reason),
    )
    yield _SWAPPED[0], _with(essay, ("paragraphs", 1, "sentences"), swapped)
    # A verdict looks otherwise wherever it stands.
    given = replace(essay.facts.scale.verdicts[0], standing=Standing.CONTEXT)
    other = _with(essay, ("facts", "scale", "verdicts", 0), given)
    yield (
        _LOOK,
        replace(
            other, claims=tuple(replace(claim, verdict=given) for claim in essay.claims)
        ),
    )
