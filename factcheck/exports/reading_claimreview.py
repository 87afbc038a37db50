"""Reading what other desks publish: ClaimReview, alone or in a feed.

Understood are one ClaimReview, an array of them, a @graph, a DataFeed, and what the
Fact Check Tools API of Google answers. Whatever names no claim or no verdict is passed
over and counted. Nothing is fetched.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from factcheck.errors import UnreadableError
from factcheck.rules.collections import MOST_CLAIMS, CollectedFacts
from factcheck.translating import _, number

FIELD_LIMIT = 2_000

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LISTS = ("@graph", "dataFeedElement", "itemListElement", "claims")
_WITHIN = ("item", "mainEntity")
_DEEPEST = 6

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadCollection:
    """What a file holds.

    Attributes:
        claims: each once, in the file's order.
        passed_over: how many entries named no claim or no verdict, or came twice.
    """

    claims: tuple[CollectedFacts, ...]
    passed_over: int


def read_claimreviews(data: bytes) -> ReadCollection:
    """Read a file of ClaimReviews.

    Raises:
        UnreadableError: it is no JSON, or there is no ClaimReview in it.
    """
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            _(
                "This is no JSON, so no ClaimReview can be in it. Nothing was stored."
                " Take the file as the other desk or the Fact Check Tools API gave it."
            )
        ) from error
    found: dict[CollectedFacts, None] = {}
    passed_over = 0
    for facts in _facts(whole, 0):
        if not (facts.claim and facts.verdict) or facts in found:
            passed_over += 1
            continue
        found[facts] = None
        if len(found) > MOST_CLAIMS:
            raise UnreadableError(
                _(
                    "This file holds more than %(most)s claims. Nothing was stored;"
                    " divide it and import the parts.",
                    most=number(MOST_CLAIMS),
                )
            )
    if not found:
        raise UnreadableError(
            _(
                "There is no ClaimReview with a claim and a verdict in this file."
                " Nothing was stored."
            )
        )
    return ReadCollection(tuple(found), passed_over)


def _facts(node: Any, depth: int) -> Iterator[CollectedFacts]:
    """Yield what each review in a piece of the file says, wherever feeds put one."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node:
            yield from _facts(item, depth + 1)
    elif isinstance(node, dict):
        yield from _of_object(node, depth)


def _of_object(node: Json, depth: int) -> Iterator[CollectedFacts]:
    if _is_review(node):
        yield _of_review(node)
    elif isinstance(node.get("claimReview"), list):
        yield from _of_api(node)
    else:
        for name in (*_LISTS, *_WITHIN):
            yield from _facts(node.get(name), depth + 1)


def _is_review(node: Json) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return "claimReviewed" in node or any(
        str(kind).rpartition("/")[2] == "ClaimReview" for kind in kinds
    )


def _of_review(node: Json) -> CollectedFacts:
    """Read a schema.org ClaimReview."""
    rating, about = _first(node.get("reviewRating")), _first(node.get("itemReviewed"))
    return CollectedFacts(
        claim=_text(node.get("claimReviewed")) or _text(about.get("text")),
        verdict=_text(rating.get("alternateName"))
        or _text(rating.get("name"))
        or _text(rating.get("ratingValue")),
        title=_text(node.get("headline")) or _text(node.get("name")),
        claimant=_named(about.get("author")),
        publisher=_named(node.get("publisher")) or _named(node.get("author")),
        url=_address(node.get("url")),
        reviewed_on=_date(node.get("datePublished")),
        language=_text(node.get("inLanguage"))[:35],
    )


def _of_api(node: Json) -> Iterator[CollectedFacts]:
    """Read a claim of the Fact Check Tools API, with each review of it."""
    for review in node["claimReview"]:
        if not isinstance(review, dict):
            continue
        publisher = _first(review.get("publisher"))
        yield CollectedFacts(
            claim=_text(node.get("text")),
            verdict=_text(review.get("textualRating")),
            title=_text(review.get("title")),
            claimant=_text(node.get("claimant")),
            publisher=_text(publisher.get("name")) or _text(publisher.get("site")),
            url=_address(review.get("url")),
            reviewed_on=_date(review.get("reviewDate")),
            language=_text(review.get("languageCode"))[:35],
        )


def _first(node: Any) -> Json:
    """Return an object, or the first of a list of them, or an empty one."""
    if isinstance(node, list):
        node = next(iter(node), None)
    return node if isinstance(node, dict) else {}


def _named(node: Any) -> str:
    return _text(node) or _text(_first(node).get("name"))


def _text(value: Any) -> str:
    """Return a string or number as a line of text; "" for anything else."""
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_CONTROLS.sub("", str(value)).split())[:FIELD_LIMIT]


def _address(value: Any) -> str:
    address = _text(value)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""


def _date(value: Any) -> str:
    found = _DATE.match(_text(value))
    return found[0] if found else ""
