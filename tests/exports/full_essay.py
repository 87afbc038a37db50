"""An annotated essay that has everything an essay can have, a word of its own in each.

The words are named by field: "claims.sources.title". What is no free text (days, keys,
counts) has none; walking.py beside it gives the essay with that one thing otherwise.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedInquiry,
    AnnotatedReview,
    AnnotatedRewording,
    AnnotatedRuling,
    AnnotatedSource,
    Correction,
    EditionNote,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import assemble
from factcheck.rules.quoted import QuotationFound
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorting
from factcheck.rules.sources import SourceDetails
from factcheck.text.paragraphs import ParagraphKind


@dataclass
class Planted:
    """The essay, and its words by field."""

    essay: AnnotatedEssay
    words: Mapping[str, list[str]]


class _Planter:
    def __init__(self) -> None:
        self.words: dict[str, list[str]] = defaultdict(list)

    def __call__(self, name: str) -> str:
        """Return a word that stands nowhere else."""
        field = "".join(c for c in name if c.isalpha())
        word = f"q{field}{'abcdefghijklm'[len(self.words[name])]}z"
        self.words[name].append(word)
        return word


def full_essay() -> Planted:
    """Return the essay: one claim that an editor ruled on, one that two agree on."""
    plant = _Planter()
    first, second = plant("claims.quote"), plant("claims.quote")
    parts = [
        f"One {first} is so.",
        f"Two {second} is so.",
        f"An {plant('facts.text')} it is.",
        "Will it be?",
    ]
    text = " ".join(parts[:2]) + "\n\n" + " ".join(parts[2:])
    starts = [text.index(part) for part in parts]
    kinds = [
        (Sorting.CLAIM, None),
        (Sorting.CLAIM, None),
        (Sorting.NOT_A_CLAIM, Reason.OPINION),
        (Sorting.TO_SORT, None),
    ]
    sentences = [
        SentenceFacts(n + 1, n // 2 + 1, start, start + len(parts[n]), *kinds[n])
        for n, start in enumerate(starts)
    ]
    scale = _scale(plant)
    claims = [
        _claim(plant, 1, text.index(first), first, scale),
        _claim(plant, 2, text.index(second), second, scale),
    ]
    ruled = replace(
        claims[0],
        settlement=Settlement.RULED,
        ruling=AnnotatedRuling(
            plant("claims.ruling.by"),
            "2026-03-05T14:00:00Z",
            plant("claims.ruling.reason"),
            "definition",
            print_dissent=True,
        ),
        reviews=(
            claims[0].reviews[0],
            replace(claims[0].reviews[1], verdict="other"),
        ),
    )
    essay = assemble(
        _facts(plant, text, scale),
        sentences,
        [ruled, claims[1]],
        [plant("reviewers"), plant("reviewers")],
        _edition(plant),
        interests=[plant("interests"), plant("interests")],
        kinds={1: ParagraphKind.QUOTATION, 2: ParagraphKind.PROSE},
    )
    return Planted(essay, plant.words)


def _facts(plant: _Planter, text: str, scale: ScaleDefinition) -> EssayFacts:
    return EssayFacts(
        slug=plant("facts.slug"),
        title=plant("facts.title"),
        byline=plant("facts.byline"),
        appeared=f"https://example.org/{plant('facts.appeared')}",
        language="en",
        direction="ltr",
        reviews_needed=2,
        version=3,
        sha256=64 * "a",
        text=text,
        scale=scale,
    )


def _scale(plant: _Planter) -> ScaleDefinition:
    name = "facts.scale.verdicts"
    labelled = (
        (plant(f"{name}.key"), plant(f"{name}.label"), 4, Standing.HOLDS),
        ("other", plant(f"{name}.label"), 2, Standing.REFUTED),
        ("third", "Given to none", 1, Standing.PARTLY),
    )
    verdicts = tuple(
        VerdictLabel(key, label, plant(f"{name}.definition"), value, standing)
        for key, label, value, standing in labelled
    )
    return ScaleDefinition(
        plant("facts.scale.key"), plant("facts.scale.name"), 2, verdicts
    )


def _edition(plant: _Planter) -> EditionNote:
    name = "edition.corrections"
    said = (plant(f"{name}.{part}") for part in ("quote", "old", "new", "reason"))
    return EditionNote(
        2, "2026-04-02T10:00:00Z", plant("edition.note"), (Correction(1, *said),)
    )


def _claim(
    plant: _Planter, number: int, start: int, quote: str, scale: ScaleDefinition
) -> AnnotatedClaim:
    verdict = scale.verdicts[0]
    reviews = tuple(
        AnnotatedReview(
            reviewer,
            verdict.key,
            plant("claims.reviews.finding"),
            plant("claims.reviews.explanation"),
            f"2026-03-0{reviewer + 1}T12:00:00Z",
            (_PLAIN,),
        )
        for reviewer in (0, 1)
    )
    return AnnotatedClaim(
        number=number,
        sentence=number,
        start=start,
        end=start + len(quote),
        quote=quote,
        prefix="",
        suffix=" is so.",
        statement=plant("claims.statement"),
        settlement=Settlement.SETTLED,
        verdict=verdict,
        finding=plant("claims.finding"),
        explanation=plant("claims.explanation"),
        sources=tuple(_sources(plant)) if number == 1 else (),
        reviews=reviews,
        inquiries=(_inquiry(plant),),
        rewordings=(_rewording(plant),),
    )


_PLAIN = AnnotatedSource("webpage", "A page", "", "", "", "1950", "", "", "supports")


def _sources(plant: _Planter) -> Iterator[AnnotatedSource]:
    """Give a source with all details, and such as have details of their own."""
    name = "claims.sources"
    of_their_own = {"interviewer", "recipient", "accessed", "level"}
    details = {
        each.name: plant(f"{name}.details.{each.name}")
        for each in fields(SourceDetails)
        if each.name not in of_their_own
    }
    yield AnnotatedSource(
        kind="article",
        title=plant(f"{name}.title"),
        url=f"https://example.org/{plant(f'{name}.url')}",
        author=plant(f"{name}.author"),
        publisher=plant(f"{name}.publisher"),
        issued="1950-01-02",
        quote=plant(f"{name}.quote"),
        locator=plant(f"{name}.locator"),
        stance="supports",
        details=SourceDetails(**details, level="primary"),
        quotation=QuotationFound(
            "altered", "2026-03-04", 2, plant(f"{name}.quotation.stands")
        ),
        archived="https://web.archive.org/web/20190102/http://a.example/",
    )
    asked = plant(f"{name}.details.interviewer")
    yield replace(
        _PLAIN,
        kind="interview",
        author="A. Speaker",
        details=SourceDetails(interviewer=asked),
    )
    given = plant(f"{name}.details.recipient")
    yield replace(
        _PLAIN,
        kind="personal_communication",
        author="A. Speaker",
        issued="",
        details=SourceDetails(recipient=given, accessed="2026-01-02"),
    )


def _inquiry(plant: _Planter) -> AnnotatedInquiry:
    name = "claims.inquiries"
    return AnnotatedInquiry(
        plant(f"{name}.whom"),
        plant(f"{name}.channel"),
        "2026-02-01",
        "2026-02-28",
        plant(f"{name}.printed"),
    )


def _rewording(plant: _Planter) -> AnnotatedRewording:
    name = "claims.rewordings"
    return AnnotatedRewording(
        plant(f"{name}.original"),
        plant(f"{name}.proposed"),
        "accepted",
        plant(f"{name}.answer"),
    )
