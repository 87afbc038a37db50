"""The claims as W3C Web Annotations: a collection whose one page holds them all.

A file is not fetched page by page, so there is one page, and it stands in the file.
What is annotated is one exact text, named by its SHA-256; each target says its words
with those around them, and where they stand in code points. A claim is an annotation;
where several reviewed it, or an editor ruled, each printed review is one more.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from factcheck.exports import beside, house_style, wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.iris import made_iri, text_iri, web_iri
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
)

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PROFILE = f'application/ld+json; profile="{CONTEXT}"'
Json = dict[str, Any]


def write_webannotation(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return the AnnotationCollection, an annotation a line."""
    items = [
        item for claim in essay.claims for item in _annotations(claim, essay, about)
    ]
    collection = _collection(essay, about, len(items))
    if not items:
        return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()
    page = _iri(essay, about, "page-1")
    collection["first"] = {
        "id": page,
        "type": "AnnotationPage",
        "partOf": {key: collection[key] for key in ("id", "label", "total")},
        "startIndex": 0,
        "items": [],
    }
    collection["last"] = page
    lines = ",\n".join(f"   {json.dumps(item, ensure_ascii=False)}" for item in items)
    frame = json.dumps(collection, ensure_ascii=False, indent=1)
    head, _, tail = frame.rpartition('"items": []')
    return f'{head}"items": [\n{lines}\n  ]{tail}\n'.encode()


def _collection(essay: AnnotatedEssay, about: Addresses, total: int) -> Json:
    collection: Json = {
        "@context": CONTEXT,
        "id": _iri(essay, about, "annotations"),
        "type": "AnnotationCollection",
        "label": essay.facts.title,
        "total": total,
    }
    if about.desk:
        collection["creator"] = {"type": "Organization", "name": about.desk}
    if essay.edition:
        collection["created"] = essay.edition.published
    return collection


def _annotations(
    claim: AnnotatedClaim, essay: AnnotatedEssay, about: Addresses
) -> Iterator[Json]:
    """Give a claim's annotation, then its reviews unless the claim is one review."""
    reviews, number = claim.reviews, claim.number
    yield _annotation(
        _iri(essay, about, f"claim-{number}"),
        _said_of(claim, essay),
        _bodies(claim, essay, about),
        _target(claim, essay, about),
    )
    if claim.ruling is None and len(reviews) < 2:
        return
    for index, review in enumerate(reviews, 1):
        person = _person(essay.reviewers[review.reviewer])
        yield _annotation(
            _iri(essay, about, f"claim-{number}-review-{index}"),
            {"motivation": "assessing", "creator": person, "created": review.given},
            _found(review.verdict, review, essay, about),
            _target(claim, essay, about),
        )


def _annotation(iri: str, said: Json, body: Sequence[Json], target: Json) -> Json:
    return {
        "@context": CONTEXT,
        "id": iri,
        "type": "Annotation",
        **said,
        "body": list(body),
        "target": target,
    }


def _said_of(claim: AnnotatedClaim, essay: AnnotatedEssay) -> Json:
    """Say who assessed a claim, and when; a claim that is open is only marked."""
    if claim.verdict is None:
        return {"motivation": "highlighting"}
    said: Json = {"motivation": "assessing"}
    names = dict.fromkeys(essay.reviewers[r.reviewer] for r in claim.reviews)
    if claim.ruling:
        names = dict.fromkeys([claim.ruling.by])
    people = [_person(name) for name in names]
    if people:
        said["creator"] = people[0] if len(people) == 1 else people
    times = [review.given for review in claim.reviews]
    times += [claim.ruling.ruled] if claim.ruling else []
    if times:
        said |= {"created": min(times), "modified": max(times)}
    return said


def _bodies(
    claim: AnnotatedClaim, essay: AnnotatedEssay, about: Addresses
) -> list[Json]:
    bodies: list[Json] = []
    if claim.statement and claim.statement != claim.quote:
        bodies.append(_text("describing", claim.statement))
    if claim.verdict:
        bodies += _found(claim.verdict.key, claim, essay, about)
    else:
        waits = wording.finding_words(claim, essay.facts.reviews_needed)
        bodies.append(_text("commenting", waits))
    if claim.ruling:
        bodies.append(_text("commenting", beside.ruling_words(claim)))
    bodies += [
        _text("commenting", line) for line in beside.corrections_of(claim, essay)
    ]
    bodies += [
        _text("questioning", beside.inquiry_words(asked)) for asked in claim.inquiries
    ]
    bodies += [
        _text("editing", beside.rewording_words(words)) for words in claim.rewordings
    ]
    interests = beside.interest_lines(claim, essay)
    return bodies + [_text("commenting", line) for line in interests]


def _found(
    key: str,
    found: AnnotatedClaim | AnnotatedReview,
    essay: AnnotatedEssay,
    about: Addresses,
) -> list[Json]:
    """Say a verdict as a concept and in words, why, and on which sources."""
    scale = essay.facts.scale
    verdict = scale.verdict(key)
    concept = made_iri("scale", scale.key, scale.version, key)
    if about.scale:
        concept = f"{web_iri(about.scale)}#{quote(key, safe='')}"
    bodies: list[Json] = [
        {"type": "SpecificResource", "purpose": "classifying", "source": concept},
        _text("tagging", verdict.label if verdict else key),
        _text("assessing", found.finding),
    ]
    if found.explanation:
        bodies.append(_text("assessing", found.explanation))
    return bodies + [body for source in found.sources for body in _source(source)]


def _source(source: AnnotatedSource) -> Iterator[Json]:
    """Link to a source and the words in it; one without an address is told of.

    The state of a link says when these words were looked for in it, and where an
    archive has it; what else is known of the source stands in words beside it.
    """
    iri = web_iri(source.url)
    if not iri:
        yield _text("linking", house_style.source_words(source))
        return
    link: Json = {"type": "SpecificResource", "purpose": "linking", "source": iri}
    if source.quote:
        link["selector"] = {"type": "TextQuoteSelector", "exact": source.quote}
    state: Json = {}
    if source.quotation:
        day = source.quotation.kept
        state |= {"sourceDateStart": f"{day}T00:00:00Z"}
        state |= {"sourceDateEnd": f"{day}T23:59:59Z"}
    if cached := web_iri(source.archived):
        state["cached"] = cached
    if state:
        link["state"] = {"type": "TimeState"} | state
    yield link
    yield _text("commenting", house_style.source_words(source))


def _target(claim: AnnotatedClaim, essay: AnnotatedEssay, about: Addresses) -> Json:
    words: Json = {"type": "TextQuoteSelector", "exact": claim.quote}
    words |= {"prefix": claim.prefix, "suffix": claim.suffix}
    where = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    target: Json = {
        "type": "SpecificResource",
        "source": text_iri(essay.facts.sha256),
        "selector": [words, where],
    }
    if page := _page(essay, about):
        target["scope"] = page
    return target


def _page(essay: AnnotatedEssay, about: Addresses) -> str:
    """Return the address of the edition that is being written, or ""."""
    if essay.edition is None or not about.essay:
        return ""
    return web_iri(f"{about.essay}/{essay.edition.number}")


def _iri(essay: AnnotatedEssay, about: Addresses, name: str) -> str:
    """Name a thing of this essay: under its edition's address, where it has one."""
    if page := _page(essay, about):
        return f"{page}#{name}"
    return made_iri(essay.facts.slug, essay.facts.sha256, name)


def _person(name: str) -> Json:
    return {"type": "Person", "name": name}


def _text(purpose: str, value: str) -> Json:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
    }
